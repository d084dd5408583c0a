//! Cutting the page's module: what is needed at first, and the parts that are fetched later.
//!
//! Trunk knows nothing of this. It builds the page as always, and then calls back: the module that it linked is cut, and
//! the files that it made of it are replaced.

mod family;
mod glue;
mod merge;

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use serde_json::Value;

use crate::process;
use crate::project::Project;
use crate::setup::Environment;
use glue::Glue;

/// The page's binary.
const NAME: &str = "seatable-playground";
/// Where the parts lie in the page.
const DIRECTORY: &str = "parts";

/// Besides the usual: Rust puts nothing at the lowest addresses, and functions that are called alike are alike, which is
/// worth 1 % to brotli when they stand side by side.
const OPTIMIZATIONS: [&str; 3] = ["-Oz", "--low-memory-unused", "--reorder-functions-by-name"];

/// Cuts the module of the page that Trunk is staging.
///
/// # Errors
///
/// Fails when it is not Trunk that calls, when a tool does, or when one of them writes something that it did not write
/// at the version this was made for.
pub fn build(project: &Project, environment: &Environment) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("this is for Trunk: run `cargo xtask build`")?;
    let is_release = env::var_os("TRUNK_PROFILE").as_deref() == Some(OsStr::new("release"));
    let linked = linked_module(project, environment, is_release)?;

    let scratch = project.scratch("parts");
    let (cut, bound) = (scratch.join("cut"), scratch.join("bound"));
    for directory in [&cut, &bound] {
        // What is left of an earlier build is no part of this one.
        let _ = fs::remove_dir_all(directory);
        fs::create_dir_all(directory)?;
    }
    let loader = cut_up(&linked, &cut)?;
    let family = family::read(&loader)?;
    let parts = family
        .iter()
        .map(|part| merge::merge(environment, &cut, part))
        .collect::<Result<Vec<_>>>()?;
    bind(environment, &cut.join("main.wasm"), &bound)?;

    let main = bound.join(format!("{NAME}_bg.wasm"));
    let mut glue = Glue::new(&read(&bound.join(format!("{NAME}.js")))?, &loader, &family)?;
    if is_release {
        let rename = ["--minify-imports-and-exports-and-modules"];
        glue.rename(&optimize(environment, &main, &rename)?)?;
        for part in &parts {
            optimize(environment, part, &merge::FEATURES)?;
        }
    }
    let hash = hash(parts.iter().chain([&main]), glue.text())?;
    for part in &parts {
        glue.place(&stem(part), &place(part, &hash))?;
    }
    let text = if is_release {
        glue.minified()?
    } else {
        glue.text().to_owned()
    };
    let page = Staged {
        directory: staging,
        hash,
    };
    page.put(&text, &main, &parts)
}

/// Finds what Trunk's compiler linked, from which everything else in the page is made.
fn linked_module(
    project: &Project,
    environment: &Environment,
    is_release: bool,
) -> Result<PathBuf> {
    let mut cargo = environment.command("cargo");
    cargo.args(["metadata", "--format-version", "1", "--no-deps"]);
    let answer: Value = serde_json::from_str(&process::read(cargo.current_dir(project.root()))?)?;
    let directory = answer["target_directory"]
        .as_str()
        .context("cargo names no target directory")?;
    let profile = if is_release { "release" } else { "debug" };
    Ok(Path::new(directory).join(format!("wasm32-unknown-unknown/{profile}/{NAME}.wasm")))
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

fn bind(environment: &Environment, module: &Path, goal: &Path) -> Result<()> {
    let mut wasm_bindgen = environment.command("wasm-bindgen");
    // The parts use the main module's stack, which is exported for them alone.
    wasm_bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    wasm_bindgen
        .args(["--out-name", NAME, "--out-dir"])
        .arg(goal)
        .arg(module);
    process::run(&mut wasm_bindgen)
}

/// Makes a module smaller. Returns what wasm-opt says: which short names imports and exports got, if it was told to give some.
fn optimize(environment: &Environment, module: &Path, more: &[&str]) -> Result<String> {
    let mut wasm_opt = environment.command("wasm-opt");
    wasm_opt.args(OPTIMIZATIONS).args(more);
    wasm_opt.arg(module).arg("-o").arg(module);
    println!("  $ {}", process::line(&wasm_opt));
    process::read(&mut wasm_opt)
}

/// The modules fit each other only as they came from one build: so all their names change when any of them does.
fn hash<'a>(files: impl Iterator<Item = &'a PathBuf>, text: &str) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    for file in files {
        hasher.write(&fs::read(file)?);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// The page as Trunk leaves it.
struct Staged {
    directory: PathBuf,
    hash: String,
}

impl Staged {
    /// Puts the files in the place of Trunk's.
    fn put(&self, glue: &str, main: &Path, parts: &[PathBuf]) -> Result<()> {
        let index = self.directory.join("index.html");
        let document = read(&index)?;
        let old = trunks_name(&document).context("index.html names no module of the page")?;
        for ending in [".js", "_bg.wasm"] {
            let path = self.directory.join(format!("{old}{ending}"));
            fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
        }
        let new = format!("{NAME}-{}", self.hash);
        fs::write(self.directory.join(format!("{new}.js")), glue)?;
        fs::copy(main, self.directory.join(format!("{new}_bg.wasm")))?;
        fs::write(&index, document.replace(old, &new))?;

        fs::create_dir_all(self.directory.join(DIRECTORY))?;
        for part in parts {
            fs::copy(part, self.directory.join(place(part, &self.hash)))?;
        }
        Ok(())
    }
}

/// Where a part lies in the page.
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
        let document = r#"<link href="./seatable-playground-1f.js"><script data-wasm="./seatable-playground-1f_bg.wasm">"#;
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

        let staged = Staged {
            directory: page.path().to_owned(),
            hash: "22".to_owned(),
        };
        staged.put("glue", &main, &[part]).unwrap();

        assert_eq!(
            read(&path("index.html")).unwrap(),
            document.replace("1f", "22")
        );
        assert_eq!(read(&path("seatable-playground-22.js")).unwrap(), "glue");
        assert_eq!(
            read(&path("seatable-playground-22_bg.wasm")).unwrap(),
            "main"
        );
        assert_eq!(read(&path("parts/answers-22.wasm")).unwrap(), "part");
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
