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
    /// Whether there is a module for each kind of page that a link may open, rather than one.
    is_by_kind: bool,
}

impl Program {
    /// Names the files after what is in them.
    pub(crate) fn new(hash: u64, is_by_kind: bool) -> Self {
        Self {
            hash: format!("{hash:016x}"),
            is_by_kind,
        }
    }

    /// The name of the script, which loads the module.
    pub(crate) fn script(&self) -> String {
        format!("{NAME}-{}.js", self.hash)
    }

    /// The name of the module that the document names. Where there are several, `boot.js` puts the kind of page that the address names in
    /// the place of this one's.
    pub(crate) fn module(&self) -> String {
        match self.is_by_kind {
            true => self.module_for("step"),
            false => format!("{NAME}-{}_bg.wasm", self.hash),
        }
    }

    /// The name of the module for a kind of page.
    pub(crate) fn module_for(&self, kind: &str) -> String {
        format!("{NAME}-{kind}-{}_bg.wasm", self.hash)
    }

    /// Returns the link that has the browser fetch the script before anything asks for it. `boot.js` asks for the module, which depends on
    /// the address.
    pub(super) fn preload(&self, settings: &Settings) -> String {
        format!(
            "<link rel=\"modulepreload\" href=\"{}\" crossorigin=\"anonymous\">",
            settings.address(&self.script()),
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
    let program = Program::new(hasher.finish(), false);
    for (path, name) in [(script, program.script()), (module, program.module())] {
        let goal = goal.join(name);
        fs::copy(path, &goal).with_context(|| format!("writing {}", goal.display()))?;
    }
    Ok(program)
}
