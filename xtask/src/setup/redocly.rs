use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{Found, Need, pinned};
use crate::process;
use crate::project::Project;

/// Other versions fill in expressions in other ways.
const VERSION: &str = "2.77.0";

/// Redocly's command line, which checks Arazzo documents and runs them.
pub(super) struct Redocly {
    directory: PathBuf,
}

impl Redocly {
    pub(super) fn new(project: &Project) -> Self {
        Self {
            // Not beside Binaryen: npm would look after both whenever it gets one.
            directory: project.tools().join("redocly"),
        }
    }

    fn installation(&self) -> Command {
        let mut command = Command::new("npm");
        command.args(["install", "--no-audit", "--no-fund", "--prefix"]);
        command
            .arg(&self.directory)
            .arg(format!("@redocly/cli@{VERSION}"));
        command
    }
}

impl Need for Redocly {
    fn name(&self) -> String {
        format!("redocly {VERSION}")
    }

    fn purpose(&self) -> &'static str {
        "runs the walkthroughs without the page"
    }

    fn find(&self) -> Option<Found> {
        pinned::find(
            "redocly",
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
