//! The search path and the toolchain that child processes get.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use super::Found;

/// What set-up found, as the environment of the commands that use it.
#[derive(Clone, Debug)]
pub struct Environment {
    directories: Vec<PathBuf>,
    toolchain: Option<PathBuf>,
}

impl Environment {
    pub(super) fn new() -> Self {
        Self {
            directories: Vec::new(),
            toolchain: None,
        }
    }

    pub(super) fn add(&mut self, found: Found) {
        match found {
            Found::Here => {}
            Found::In(directory) => self.directories.push(directory),
            Found::Toolchain(directory) => self.toolchain = Some(directory),
        }
    }

    /// Returns a command that finds the tools.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", self.path());
        command
    }

    /// Returns a command that finds the tools and compiles for the browser.
    ///
    /// The toolchain that can do so is not always the default one, which stays in use elsewhere
    /// because it alone is sure to bring rustfmt.
    pub fn wasm_command(&self, program: &str) -> Command {
        let mut command = self.command(program);
        if let Some(toolchain) = &self.toolchain {
            command.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        command
    }

    fn path(&self) -> OsString {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let directories = self.directories.iter().cloned();
        std::env::join_paths(directories.chain(std::env::split_paths(&inherited)))
            .unwrap_or(inherited)
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;

    fn variable<'a>(command: &'a Command, name: &str) -> Option<&'a OsStr> {
        command
            .get_envs()
            .find(|(key, _)| *key == name)
            .and_then(|(_, value)| value)
    }

    #[test]
    fn tools_of_the_work_tree_come_before_those_of_the_machine() {
        let mut environment = Environment::new();
        environment.add(Found::In("/tools/bin".into()));
        let command = environment.command("wasm-opt");
        let path = variable(&command, "PATH").unwrap();
        assert_eq!(
            std::env::split_paths(path).next(),
            Some("/tools/bin".into())
        );
    }

    #[test]
    fn only_commands_for_the_browser_change_the_toolchain() {
        let mut environment = Environment::new();
        environment.add(Found::Toolchain("/usr".into()));
        assert_eq!(
            variable(&environment.command("cargo"), "RUSTUP_TOOLCHAIN"),
            None
        );
        let wasm = environment.wasm_command("cargo");
        assert_eq!(
            variable(&wasm, "RUSTUP_TOOLCHAIN"),
            Some(OsStr::new("/usr"))
        );
    }
}
