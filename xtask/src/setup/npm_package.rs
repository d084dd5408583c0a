use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{Found, Need, pinned};
use crate::process;
use crate::project::Project;

/// A program that comes in a package of npm, in one version.
pub(super) struct NpmPackage {
    package: &'static str,
    version: &'static str,
    program: &'static str,
    purpose: &'static str,
    directory: PathBuf,
}

/// Binaryen's `wasm-opt`. Old versions, such as most distributions ship, do not read what today's compiler writes.
pub(super) fn wasm_opt(project: &Project) -> NpmPackage {
    NpmPackage {
        package: "binaryen",
        version: "132",
        program: "wasm-opt",
        purpose: "makes modules smaller",
        directory: project.tools().join("node"),
    }
}

/// Redocly's command line. Other versions fill in expressions in other ways.
pub(super) fn redocly(project: &Project) -> NpmPackage {
    NpmPackage {
        package: "@redocly/cli",
        version: "2.77.0",
        program: "redocly",
        purpose: "runs the walkthroughs without the page",
        // Not beside Binaryen: npm would look after both whenever it gets one.
        directory: project.tools().join("redocly"),
    }
}

impl NpmPackage {
    fn installation(&self) -> Command {
        let mut command = Command::new("npm");
        command.args(["install", "--no-audit", "--no-fund", "--prefix"]);
        command
            .arg(&self.directory)
            .arg(format!("{}@{}", self.package, self.version));
        command
    }
}

impl Need for NpmPackage {
    fn name(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    fn purpose(&self) -> &'static str {
        self.purpose
    }

    fn find(&self) -> Option<Found> {
        let programs = self.directory.join("node_modules/.bin");
        pinned::find(self.program, self.version, &programs)
    }

    fn install(&self) -> Result<()> {
        std::fs::create_dir_all(&self.directory)?;
        process::run(&mut self.installation())
    }

    fn takes(&self) -> &'static str {
        "some seconds"
    }

    fn by_hand(&self) -> String {
        process::line(&self.installation())
    }
}
