//! The page's program: a script and a module, and the parts that are fetched later.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

use super::settings::Settings;
use crate::bindings::{self, LinkerExports, Panics};
use crate::project::Project;

/// What the files of every page's program are called, before the hash.
pub(crate) const NAME: &str = "seatable-playground";

/// The files of the page's program, in the page's directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Program {
    /// What stands in the names of all files that belong together.
    pub(crate) hash: String,
}

impl Program {
    /// Names the files after what is in them.
    pub(crate) fn new(hash: u64) -> Self {
        Self {
            hash: format!("{hash:016x}"),
        }
    }

    /// The name of the script, which loads the module.
    pub(crate) fn script(&self) -> String {
        format!("{NAME}-{}.js", self.hash)
    }

    /// The name of the module.
    pub(crate) fn module(&self) -> String {
        format!("{NAME}-{}_bg.wasm", self.hash)
    }

    /// Returns the links that have the browser fetch both before anything asks for them.
    pub(super) fn preloads(&self, settings: &Settings) -> String {
        format!(
            "<link rel=\"modulepreload\" href=\"{}\" crossorigin=\"anonymous\">\
             <link rel=\"preload\" href=\"{}\" crossorigin=\"anonymous\" as=\"fetch\" type=\"application/wasm\">",
            settings.address(&self.script()),
            settings.address(&self.module())
        )
    }
}

/// Puts the program into the page in one piece.
pub(super) fn in_one(project: &Project, linked: &Path, goal: &Path) -> Result<Program> {
    let bound = project.scratch("bound");
    bindings::write(linked, NAME, LinkerExports::Dropped, Panics::Worded, &bound)?;
    let script = bound.join(format!("{NAME}.js"));
    let module = bound.join(format!("{NAME}_bg.wasm"));
    let mut hasher = DefaultHasher::new();
    for path in [&script, &module] {
        let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        hasher.write(&bytes);
    }
    let program = Program::new(hasher.finish());
    for (path, name) in [(script, program.script()), (module, program.module())] {
        let goal = goal.join(name);
        fs::copy(path, &goal).with_context(|| format!("writing {}", goal.display()))?;
    }
    Ok(program)
}
