use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{Found, Need, pinned};
use crate::process;
use crate::project::Project;

/// A package of npm, in one version.
pub(super) struct NpmPackage {
    package: &'static str,
    version: &'static str,
    /// The program that it brings; `None` if others read its files.
    program: Option<&'static str>,
    purpose: &'static str,
    directory: PathBuf,
}

/// Binaryen's `wasm-opt`. Old versions, such as most distributions ship, do not read what today's compiler writes.
pub(super) fn wasm_opt(project: &Project) -> NpmPackage {
    NpmPackage {
        package: "binaryen",
        version: "132",
        program: Some("wasm-opt"),
        purpose: "makes modules smaller",
        directory: project.tools().join("node"),
    }
}

/// Redocly's command line. Other versions fill in expressions in other ways.
pub(super) fn redocly(project: &Project) -> NpmPackage {
    NpmPackage {
        package: "@redocly/cli",
        version: "2.77.0",
        program: Some("redocly"),
        purpose: "runs the walkthroughs without the page",
        // Not beside Binaryen: npm would look after both whenever it gets one.
        directory: project.tools().join("redocly"),
    }
}

/// Deque's rules of accessibility, which `tests/e2e/axe` runs in the page. Each version has rules of its own.
pub(super) fn axe(project: &Project) -> NpmPackage {
    NpmPackage {
        package: "axe-core",
        version: "4.14.1",
        program: None,
        purpose: "holds the page against the rules of accessibility",
        directory: project.tools().join("axe"),
    }
}

/// Google's judge of pages. Each version judges in its own way.
pub(super) fn lighthouse(project: &Project) -> NpmPackage {
    NpmPackage {
        package: "lighthouse",
        version: "12.8.2",
        program: Some("lighthouse"),
        purpose: "judges how the page starts on a phone",
        directory: project.tools().join("lighthouse"),
    }
}

impl NpmPackage {
    /// Whether the package is in its directory, in its version.
    fn is_there(&self) -> bool {
        let modules = self.directory.join("node_modules");
        let told = std::fs::read_to_string(modules.join(self.package).join("package.json"));
        let told = told.ok().and_then(|told| serde_json::from_str(&told).ok());
        told.is_some_and(|told: serde_json::Value| told["version"] == self.version)
    }

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
        format!("{} {}", self.program.unwrap_or(self.package), self.version)
    }

    fn purpose(&self) -> &'static str {
        self.purpose
    }

    fn find(&self) -> Option<Found> {
        let Some(program) = self.program else {
            return self.is_there().then_some(Found::Here);
        };
        let programs = self.directory.join("node_modules/.bin");
        pinned::find(program, self.version, &programs)
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

    fn can_be_left_out(&self) -> bool {
        self.program.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_without_a_program_is_there_in_its_own_version_alone() {
        let directory = std::env::temp_dir().join(format!("npm-package-{}", std::process::id()));
        let package = NpmPackage {
            package: "rules",
            version: "1.0.2",
            program: None,
            purpose: "rules",
            directory: directory.clone(),
        };
        let inside = directory.join("node_modules/rules");
        std::fs::create_dir_all(&inside).unwrap();
        assert_eq!(package.find(), None);
        for (version, found) in [("1.0.1", None), ("1.0.2", Some(Found::Here))] {
            let told = format!(r#"{{"name":"rules","version":"{version}"}}"#);
            std::fs::write(inside.join("package.json"), told).unwrap();
            assert_eq!(package.find(), found);
        }
        std::fs::remove_dir_all(directory).unwrap();
    }
}
