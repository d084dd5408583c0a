use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{Found, Need, pinned};
use crate::process;
use crate::project::Project;

/// The newest version that builds with the compiler named in `Cargo.toml`.
const VERSION: &str = "0.21.14";

/// Trunk, which turns `index.html` and the crate into `dist/`.
pub(super) struct Trunk {
    tools: PathBuf,
}

impl Trunk {
    pub(super) fn new(project: &Project) -> Self {
        Self {
            tools: project.tools(),
        }
    }

    fn installation(&self) -> Command {
        let mut command = Command::new("cargo");
        command.args([
            "install",
            "trunk",
            "--version",
            VERSION,
            "--locked",
            "--root",
        ]);
        command.arg(&self.tools);
        command
    }
}

impl Need for Trunk {
    fn name(&self) -> String {
        format!("trunk {VERSION}")
    }

    fn purpose(&self) -> &'static str {
        "builds the page (five minutes or so, once)"
    }

    fn find(&self) -> Option<Found> {
        pinned::find("trunk", VERSION, &self.tools.join("bin"))
    }

    fn install(&self) -> Result<()> {
        process::run(&mut self.installation())
    }

    fn by_hand(&self) -> String {
        process::line(&self.installation())
    }
}
