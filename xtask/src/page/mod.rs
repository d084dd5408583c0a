//! Building the page: what Trunk would make of `index.html`, without Trunk.
//!
//! `index.html` and `Trunk.toml` say what belongs to the page; both are written for Trunk, and whoever has it may use it
//! (`docs/ARCHITECTURE.md`, "The page without Trunk").

mod document;
pub(crate) mod program;
mod settings;
mod staging;
mod style;

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::compile::{self, Purpose};
use crate::parts;
use crate::practice_worker;
use crate::project::Project;
use crate::setup::{Ahead, Environment};
use document::{Document, Wish};
use program::Program;
use settings::Settings;
use staging::Staging;

/// Builds the page as it is published, into `dist/`, which changes only when everything is there.
///
/// # Errors
///
/// Fails when `index.html` asks for something that is not known here, or when a tool fails.
pub fn publish(project: &Project, environment: &Environment) -> Result<PathBuf> {
    let staging = Staging::new(&project.dist())?;
    let page = Page::new(project, environment, Purpose::Publication);
    page.build(staging.directory())?;
    practice_worker::build(
        project,
        environment,
        Purpose::Publication,
        staging.directory(),
    )?;
    staging.publish()?;
    Ok(project.dist())
}

/// Builds the page for whoever works on it: the same page in one piece, larger and sooner there, and without the practice
/// worker. Returns where it is.
///
/// # Errors
///
/// Fails as [`publish`] does.
pub fn try_out(project: &Project, environment: &Environment) -> Result<PathBuf> {
    let directory = project.scratch("page");
    // Names of files change with what is in them, and those of before would stay for ever.
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).with_context(|| format!("making {}", directory.display()))?;
    Page::new(project, environment, Purpose::Trial).build(&directory)?;
    Ok(directory)
}

/// Returns what [`try_out`] and the practice worker have ahead of them.
pub fn ahead_of_a_trial(project: &Project) -> [Ahead; 2] {
    // Of the last run: this one's may be elsewhere, where cargo's settings say so, and then takes longer than said.
    let is_known = project.scratch("page/index.html").is_file();
    let state = |first, again| if is_known { again } else { first };
    [
        Ahead {
            name: "the page",
            state: state(
                "to compile: about two minutes",
                "compiled before: some seconds for what changed",
            ),
        },
        Ahead {
            name: "the practice SeaTable in the page",
            state: state(
                "to compile while the page is served: some seconds",
                "compiled before",
            ),
        },
    ]
}

/// What is built, and with what.
struct Page<'a> {
    project: &'a Project,
    environment: &'a Environment,
    purpose: Purpose,
}

impl<'a> Page<'a> {
    fn new(project: &'a Project, environment: &'a Environment, purpose: Purpose) -> Self {
        Self {
            project,
            environment,
            purpose,
        }
    }

    /// Builds everything that the document asks for, and the document last.
    fn build(&self, goal: &Path) -> Result<()> {
        let settings = Settings::read(&self.read("Trunk.toml")?)?;
        let text = self.read("index.html")?;
        let document = Document::read(&text)?;
        let mut markup = Vec::new();
        let mut head = String::new();
        let mut renamed = Vec::new();
        for wish in document.wishes() {
            markup.push(match wish {
                Wish::Style(path) => self.style(path, &settings, goal)?,
                Wish::Copy(path) => {
                    let file = self.copy(path, goal)?;
                    renamed.push((settings.address(name(path)?), settings.address(&file)));
                    String::new()
                }
                Wish::Program { binary, features } => {
                    let program = self.program(binary, features.as_deref(), goal)?;
                    head.push_str(&program.preload(&settings));
                    settings.script(&program.script(), &program.module())
                }
            });
        }
        let mut document = document.with(&markup, &head)?;
        for (from, to) in renamed {
            document = document.replace(&format!("\"{from}\""), &format!("\"{to}\""));
        }
        write(&goal.join("index.html"), document)
    }

    /// Puts a file into the page, and returns its name. A published script gets a name of its own, so that who comes again has it
    /// already: the module is asked for only once it has come.
    fn copy(&self, path: &str, goal: &Path) -> Result<String> {
        let (mut text, mut file) = (self.read(path)?, name(path)?.to_owned());
        if self.purpose == Purpose::Publication
            && let Some(stem) = name(path)?.strip_suffix(".js")
        {
            text = without_comments(&text);
            file = format!("{stem}-{}.js", hash(&text));
        }
        write(&goal.join(&file), text)?;
        Ok(file)
    }

    /// Puts a style sheet into the page, and returns the link to it.
    fn style(&self, path: &str, settings: &Settings, goal: &Path) -> Result<String> {
        let mut sheet = self.read(path)?;
        if self.purpose == Purpose::Publication {
            sheet = style::minified(&sheet);
        }
        let stem = name(path)?.trim_end_matches(".css");
        let file = format!("{stem}-{}.css", hash(&sheet));
        write(&goal.join(&file), sheet)?;
        let address = settings.address(&file);
        Ok(format!("<link rel=\"stylesheet\" href=\"{address}\" />"))
    }

    /// Compiles the page's program and puts its files into the page.
    fn program(&self, binary: &str, features: Option<&str>, goal: &Path) -> Result<Program> {
        // The features are for the page in parts: xtask/src/parts.
        let features = features.filter(|_| self.purpose == Purpose::Publication);
        let module = compile::page(
            self.project,
            self.environment,
            self.purpose,
            binary,
            features,
        )?;
        match self.purpose {
            Purpose::Publication => {
                parts::build(self.project, self.environment, self.purpose, &module, goal)
            }
            Purpose::Trial => program::in_one(self.project, &module, goal),
        }
    }

    fn read(&self, path: &str) -> Result<String> {
        let path = self.project.root().join(path);
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    }
}

/// What changes with a text, for the name of its file.
fn hash(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    format!("{:016x}", hasher.finish())
}

/// Leaves out of a script the lines that are comments, and what its lines are indented by. The words and the lines stay: one can
/// still see what it is.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// Returns the name of the file that a link names.
fn name(path: &str) -> Result<&str> {
    match path.rsplit('/').next() {
        Some(name) if !name.is_empty() => Ok(name),
        _ => bail!("index.html names `{path}`, which isn't a file"),
    }
}

fn write(path: &Path, text: String) -> Result<()> {
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_script_has_no_comments() {
        let script = "// Starts.\n(() => {\n  // Why.\n  go(\"//a\");\n\n})();\n";
        assert_eq!(without_comments(script), "(() => {\ngo(\"//a\");\n})();\n");
    }
}
