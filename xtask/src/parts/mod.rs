//! Cutting the page's module: what is needed at first, and the parts that are fetched later.
//!
//! Trunk knows nothing of this. It builds the page as always, and then calls back: the module that it linked is cut, and
//! the files that it made of it are replaced.

mod alike;
mod anew;
mod direct;
mod family;
mod first;
mod glue;
mod merge;
mod unused;

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};

use crate::bindings::{self, LinkerExports, Panics};
use crate::compile::{self, Purpose};
use crate::page::program::{NAME, Program};
use crate::process;
use crate::project::Project;
use crate::setup::Environment;
use first::First;
use glue::Glue;
use merge::Names;

/// Where the parts lie in the page.
const DIRECTORY: &str = "parts";

/// Cuts the module of the page that Trunk is staging, and puts what comes of it in the place of Trunk's files.
///
/// # Errors
///
/// Fails when it is not Trunk that calls, and as [`build`] does.
pub fn replace_trunks(project: &Project, environment: &Environment) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("this is for Trunk: run `cargo xtask build`")?;
    let purpose = Purpose::of_trunk();
    let linked = compile::linked(project, environment, purpose, NAME)?;
    let program = build(project, environment, purpose, &linked, &staging)?;
    replace(&staging, &program)
}

/// Cuts the module that the compiler linked, and puts what comes of it into `page`.
///
/// # Errors
///
/// Fails when a tool does, or when one of them writes something that it did not write at the version this was made for.
pub(crate) fn build(
    project: &Project,
    environment: &Environment,
    purpose: Purpose,
    linked: &Path,
    page: &Path,
) -> Result<Program> {
    let is_published = purpose == Purpose::Publication;
    let scratch = project.scratch("parts");
    let (cut, bound) = (scratch.join("cut"), scratch.join("bound"));
    for directory in [&cut, &bound] {
        // What is left of an earlier build is no part of this one.
        let _ = fs::remove_dir_all(directory);
        fs::create_dir_all(directory)?;
    }
    let loader = cut_up(linked, &cut)?;
    let family = family::read(&loader)?;
    let first = match is_published {
        true => first::all(&family)?,
        false => Vec::new(),
    };
    // The parts use the main module's stack, which is exported for them alone.
    let panics = match purpose {
        Purpose::Publication => Panics::Emptied,
        Purpose::Trial => Panics::Worded,
    };
    let module = cut.join("main.wasm");
    bindings::write(&module, NAME, LinkerExports::Kept, panics, &bound)?;

    let main = bound.join(format!("{NAME}_bg.wasm"));
    let mut glue = Glue::new(&read(&bound.join(format!("{NAME}.js")))?, &family, &first)?;
    let mut names = Names::new();
    if is_published {
        let rename = ["--minify-imports-and-exports-and-modules"];
        names = glue.rename(&optimize(environment, &main, &rename)?)?;
    }
    let parts = family
        .iter()
        .map(|part| merge::merge(environment, &cut, part, &names))
        .collect::<Result<Vec<_>>>()?;
    let modules = match is_published {
        true => by_kind(environment, &main, &cut, &first, &parts)?,
        false => vec![(None, main)],
    };
    let files = modules.iter().map(|(_, module)| module).chain(&parts);
    let program = Program::new(hash(files, glue.text())?, is_published);
    for part in &parts {
        glue.place(&stem(part), &place(part, &program.hash))?;
    }
    let text = if is_published {
        glue.minified()?
    } else {
        glue.text().to_owned()
    };
    put(page, &program, &text, &modules, &parts)?;
    Ok(program)
}

/// A module that may be the first to be fetched, and the kind of page that it is for: none if it is for all.
type Module = (Option<&'static str>, PathBuf);

/// Makes the parts small, and a module for each kind of page of them. Returns those.
fn by_kind(
    environment: &Environment,
    main: &Path,
    cut: &Path,
    first: &[First],
    parts: &[PathBuf],
) -> Result<Vec<Module>> {
    let mut modules = Vec::new();
    for first in first {
        let module = first.merge(environment, main, cut)?;
        optimize(environment, &module, &first::OPTIMIZATIONS)?;
        modules.push((Some(first.kind), module));
    }
    for part in parts {
        optimize(environment, part, &[])?;
    }
    for path in modules.iter().map(|(_, module)| module).chain(parts) {
        let module = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        fs::write(path, alike::alike(&module)?)?;
    }
    Ok(modules)
}

/// Writes `main.wasm` and the modules of the parts into `goal`. Returns the script that would load them.
fn cut_up(module: &Path, goal: &Path) -> Result<String> {
    let module = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let main = goal.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&module);
    options.output_dir = goal;
    options.main_out_path = &main;
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("the module cannot be cut: {error:#}"))?;
    read(&goal.join("__wasm_split.js"))
}

/// Makes a module smaller. Returns what wasm-opt says: which short names imports and exports got, if it was told to give some.
fn optimize(environment: &Environment, module: &Path, more: &[&str]) -> Result<String> {
    let mut wasm_opt = environment.command("wasm-opt");
    wasm_opt
        .args(compile::OPTIMIZATIONS)
        .args(merge::FEATURES)
        .args(more);
    wasm_opt.arg(module).arg("-o").arg(module);
    println!("  $ {}", process::line(&wasm_opt));
    process::read(&mut wasm_opt)
}

/// The modules fit each other only as they came from one build: so all their names change when any of them does.
fn hash<'a>(files: impl Iterator<Item = &'a PathBuf>, text: &str) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    for file in files {
        hasher.write(&fs::read(file)?);
    }
    Ok(hasher.finish())
}

fn put(
    page: &Path,
    program: &Program,
    glue: &str,
    modules: &[Module],
    parts: &[PathBuf],
) -> Result<()> {
    fs::write(page.join(program.script()), glue)?;
    for (kind, module) in modules {
        let name = kind.map_or_else(|| program.module(), |kind| program.module_for(kind));
        fs::copy(module, page.join(name))?;
    }
    fs::create_dir_all(page.join(DIRECTORY))?;
    for part in parts {
        fs::copy(part, page.join(place(part, &program.hash)))?;
    }
    Ok(())
}

/// Has the page that Trunk is staging name this program, and removes the one that Trunk made.
fn replace(staging: &Path, program: &Program) -> Result<()> {
    let index = staging.join("index.html");
    let document = read(&index)?;
    let old = trunks_name(&document).context("index.html names no module of the page")?;
    for ending in [".js", "_bg.wasm"] {
        let path = staging.join(format!("{old}{ending}"));
        fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
    }
    let document = without_preload(&document)
        .replace(&format!("{old}.js"), &program.script())
        .replace(&format!("{old}_bg.wasm"), &program.module());
    fs::write(&index, document)?;
    Ok(())
}

/// Returns the document without the link that has the browser fetch the module: `boot.js` does, by the kind of page.
fn without_preload(document: &str) -> String {
    let Some((before, rest)) = document.split_once("<link rel=\"preload\"") else {
        return document.to_owned();
    };
    let after = rest.split_once('>').map_or("", |(_, after)| after);
    [before, after].concat()
}

/// Where a part is in the page.
fn place(part: &Path, hash: &str) -> String {
    format!("{DIRECTORY}/{}-{hash}.wasm", stem(part))
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Finds the name that Trunk gave to its files, without the ending.
fn trunks_name(document: &str) -> Option<&str> {
    let begin = document.find(&format!("{NAME}-"))?;
    let length = document[begin..]
        .find("_bg.wasm")
        .into_iter()
        .chain(document[begin..].find(".js"))
        .min()?;
    Some(&document[begin..begin + length])
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_build_take_the_place_of_trunks() {
        let page = tempfile::tempdir().unwrap();
        let path = |name: &str| page.path().join(name);
        let document = r#"<link href="./seatable-playground-1f.js"><link rel="preload" href="./seatable-playground-1f_bg.wasm"><script data-wasm="./seatable-playground-1f_bg.wasm">"#;
        fs::write(path("index.html"), document).unwrap();
        fs::write(path("seatable-playground-1f.js"), "old").unwrap();
        fs::write(path("seatable-playground-1f_bg.wasm"), "old").unwrap();
        let made = tempfile::tempdir().unwrap();
        let (main, part) = (
            made.path().join("main.wasm"),
            made.path().join("answers.wasm"),
        );
        fs::write(&main, "main").unwrap();
        fs::write(&part, "part").unwrap();

        let program = Program::new(0x22, true);
        put(
            page.path(),
            &program,
            "glue",
            &[(Some("step"), main)],
            &[part],
        )
        .unwrap();
        replace(page.path(), &program).unwrap();

        assert_eq!(
            read(&path("index.html")).unwrap(),
            r#"<link href="./seatable-playground-0000000000000022.js"><script data-wasm="./seatable-playground-step-0000000000000022_bg.wasm">"#
        );
        assert_eq!(read(&path(&program.script())).unwrap(), "glue");
        assert_eq!(read(&path(&program.module())).unwrap(), "main");
        assert_eq!(
            read(&path("parts/answers-0000000000000022.wasm")).unwrap(),
            "part"
        );
        assert!(!path("seatable-playground-1f.js").exists());
    }

    #[test]
    fn a_document_without_a_module_is_told_from_one_with() {
        assert_eq!(
            trunks_name("data-js=\"./seatable-playground-1f.js\""),
            Some("seatable-playground-1f")
        );
        assert_eq!(trunks_name("<p>seatable-playground</p>"), None);
    }
}
