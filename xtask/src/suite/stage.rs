//! The commands that the sections run.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::tally::{self, Tally};
use crate::compile;
use crate::driver::Driver;
use crate::process;
use crate::project::Project;
use crate::setup::Environment;

/// The work tree and the tools that the sections work with.
pub(super) struct Stage {
    project: Project,
    environment: Environment,
}

impl Stage {
    pub(super) fn new(project: Project, environment: Environment) -> Self {
        Self {
            project,
            environment,
        }
    }

    pub(super) fn project(&self) -> &Project {
        &self.project
    }

    pub(super) fn environment(&self) -> &Environment {
        &self.environment
    }

    pub(super) fn check_format(&self) -> Result<Tally> {
        check(self.cargo(&["fmt", "--all", "--check"]))
    }

    pub(super) fn lint_all(&self) -> Result<Tally> {
        check(self.cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    }

    pub(super) fn lint_page(&self) -> Result<Tally> {
        let mut command = self.wasm_cargo(&["clippy", "--lib", "--bins", "--test", "web"]);
        command.args(["--", "-D", "warnings"]);
        check(command)
    }

    pub(super) fn lint_worker(&self) -> Result<Tally> {
        let mut command = self.wasm_cargo(&["clippy", "--package", "practice", "--lib"]);
        command.args(["--no-default-features", "--", "-D", "warnings"]);
        check(command)
    }

    /// The end-to-end tests are not among these: `Cargo.toml` keeps them out unless named.
    pub(super) fn test_natively(&self) -> Result<Tally> {
        tally::run(self.cargo(&["test", "--workspace", "--no-fail-fast"]))
    }

    pub(super) fn test_in_browser(&self) -> Result<Tally> {
        let chromedriver = process::find("chromedriver").context("there is no chromedriver")?;
        let capabilities = self.project.root().join("tests/webdriver.json");
        process::run(&mut self.cargo(&["build", "--package", "web-runner"]))?;
        let directory = compile::target_directory(&self.project, &self.environment)?;
        let runner = directory.join("debug/web-runner");
        let mut command = self.wasm_cargo(&["test", "--test", "web"]);
        command.args(["--config", &runner_setting(&runner)]);
        command.env("CHROMEDRIVER", chromedriver);
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
        tally::run(command)
    }

    pub(super) fn test_end_to_end(&self) -> Result<Tally> {
        let driver = Driver::start()?;
        let mut command = self.cargo(&["test", "--test", "e2e"]);
        command.env("PLAYGROUND_WEBDRIVER", driver.url());
        command.env("PLAYGROUND_DIST", self.project.dist());
        tally::run(command)
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.environment.command("cargo");
        command.args(arguments).current_dir(self.project.root());
        command
    }

    fn wasm_cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.environment.wasm_command("cargo");
        let (subcommand, rest) = arguments.split_at(1);
        command
            .args(subcommand)
            .args(["--target", "wasm32-unknown-unknown"])
            .args(rest);
        command.current_dir(self.project.root());
        command
    }
}

/// Names the runner to cargo as a list of one: in a variable, a path would be split at its spaces.
fn runner_setting(runner: &Path) -> String {
    let runner = toml::Value::String(runner.to_string_lossy().into_owned());
    format!("target.wasm32-unknown-unknown.runner=[{runner}]")
}

fn check(mut command: Command) -> Result<Tally> {
    process::run(&mut command).map(|()| Tally::PASSED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_runner_in_a_path_with_spaces_stays_whole() {
        assert_eq!(
            runner_setting(Path::new("/my \"page\"/runner")),
            r#"target.wasm32-unknown-unknown.runner=['/my "page"/runner']"#
        );
    }
}
