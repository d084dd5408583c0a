use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Found, Need, apt};
use crate::process;
use crate::project::Project;

/// A program of a Debian-like system that is unpacked into the work tree: installed, it would run as a service from then on.
pub(super) struct Unpacked {
    package: &'static str,
    purpose: &'static str,
    /// Where the program is in its package.
    programs: &'static str,
    directory: PathBuf,
}

/// The server that stands in front of SeaTable.
pub(super) fn nginx(project: &Project) -> Unpacked {
    Unpacked {
        package: "nginx",
        purpose: "tries the lines that the page tells the admin of a server",
        programs: "usr/sbin",
        directory: project.tools().join("nginx"),
    }
}

impl Need for Unpacked {
    fn name(&self) -> String {
        self.package.to_owned()
    }

    fn purpose(&self) -> &'static str {
        self.purpose
    }

    fn find(&self) -> Option<Found> {
        let programs = self.directory.join(self.programs);
        match process::find(self.package) {
            Some(_) => Some(Found::Here),
            None => (programs.join(self.package).is_file()).then_some(Found::In(programs)),
        }
    }

    fn install(&self) -> Result<()> {
        std::fs::create_dir_all(&self.directory)?;
        let file = apt::download(self.package, &self.directory)?;
        let mut unpack = Command::new("dpkg-deb");
        unpack.arg("--extract").arg(file).arg(&self.directory);
        process::run(&mut unpack).context("unpacking the package")
    }

    fn takes(&self) -> &'static str {
        "some seconds"
    }

    fn by_hand(&self) -> String {
        apt::by_hand(&[self.package])
    }

    fn can_be_left_out(&self) -> bool {
        true
    }
}
