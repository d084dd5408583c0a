use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{Found, Need, pinned};
use crate::process;
use crate::project::Project;

/// Old versions, such as most distributions ship, do not read what today's compiler writes.
const VERSION: &str = "132";

/// Binaryen's `wasm-opt`, which makes modules smaller.
pub(super) struct Binaryen {
    directory: PathBuf,
}

impl Binaryen {
    pub(super) fn new(project: &Project) -> Self {
        Self {
            directory: project.tools().join("node"),
        }
    }

    fn installation(&self) -> Command {
        let mut command = Command::new("npm");
        command.args(["install", "--no-audit", "--no-fund", "--prefix"]);
        command
            .arg(&self.directory)
            .arg(format!("binaryen@{VERSION}"));
        command
    }
}

impl Need for Binaryen {
    fn name(&self) -> String {
        format!("wasm-opt {VERSION}")
    }

    fn purpose(&self) -> &'static str {
        "makes modules smaller"
    }

    fn find(&self) -> Option<Found> {
        pinned::find(
            "wasm-opt",
            VERSION,
            &self.directory.join("node_modules/.bin"),
        )
    }

    fn install(&self) -> Result<()> {
        std::fs::create_dir_all(&self.directory)?;
        process::run(&mut self.installation())
    }

    fn by_hand(&self) -> String {
        process::line(&self.installation())
    }
}
