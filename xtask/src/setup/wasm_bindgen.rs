use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{Found, Need, pinned};
use crate::process;
use crate::project::Project;

/// The wasm-bindgen command line, which writes the JavaScript beside a module and runs its tests.
pub(super) struct WasmBindgen {
    version: String,
    tools: PathBuf,
}

impl WasmBindgen {
    /// Reads from `Cargo.lock` which version is wanted: the module and the tool refuse each other
    /// when theirs differ.
    pub(super) fn new(project: &Project) -> Result<Self> {
        let version = locked_version(&project.root().join("Cargo.lock"))?;
        Ok(Self {
            version,
            tools: project.tools(),
        })
    }

    fn installation(&self) -> Command {
        let mut command = Command::new("cargo");
        // Not --locked: the tool's own lock file names a crate version that was withdrawn.
        command.args([
            "install",
            "wasm-bindgen-cli",
            "--version",
            &self.version,
            "--root",
        ]);
        command.arg(&self.tools);
        command
    }
}

impl Need for WasmBindgen {
    fn name(&self) -> String {
        format!("wasm-bindgen {}", self.version)
    }

    fn purpose(&self) -> &'static str {
        "connects modules with the browser (two minutes or so, once)"
    }

    fn find(&self) -> Option<Found> {
        let found = pinned::find("wasm-bindgen", &self.version, &self.tools.join("bin"))?;
        let runner = "wasm-bindgen-test-runner";
        pinned::find(runner, &self.version, &self.tools.join("bin")).and(Some(found))
    }

    fn install(&self) -> Result<()> {
        process::run(&mut self.installation())
    }

    fn by_hand(&self) -> String {
        process::line(&self.installation())
    }
}

fn locked_version(path: &Path) -> Result<String> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    version_in_lock(&text).with_context(|| format!("no wasm-bindgen in {}", path.display()))
}

fn version_in_lock(text: &str) -> Option<String> {
    let lock: toml::Table = text.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let package = packages
        .iter()
        .find(|it| it.get("name").and_then(|it| it.as_str()) == Some("wasm-bindgen"))?;
    package.get("version")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_comes_from_the_lock_file() {
        let lock = r#"
            version = 4
            [[package]]
            name = "wasm-bindgen-macro"
            version = "0.1.0"
            [[package]]
            name = "wasm-bindgen"
            version = "0.2.130"
        "#;
        assert_eq!(version_in_lock(lock).as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock("version = 4"), None);
        assert_eq!(version_in_lock("not toml"), None);
    }
}
