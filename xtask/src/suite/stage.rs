//! The commands that the sections run.

use std::cell::RefCell;
use std::fmt::Display;
use std::path::Path;
use std::process::Command;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow};

use super::durations::{self, Durations};
use super::tally::{self, Tally};
use crate::compile;
use crate::driver::Driver;
use crate::page;
use crate::process;
use crate::project::Project;
use crate::setup::Environment;

/// How many browsers the end-to-end tests have open at once. A test waits for its page more than it computes, so two cores
/// carry three.
const BROWSERS: usize = 3;

/// The work tree and the tools that the sections work with.
pub(super) struct Stage {
    project: Project,
    environment: Environment,
    durations: RefCell<Durations>,
    building: RefCell<Option<JoinHandle<Result<()>>>>,
}

impl Stage {
    pub(super) fn new(project: Project, environment: Environment) -> Self {
        Self {
            project,
            environment,
            durations: RefCell::default(),
            building: RefCell::default(),
        }
    }

    pub(super) fn project(&self) -> &Project {
        &self.project
    }

    pub(super) fn environment(&self) -> &Environment {
        &self.environment
    }

    /// Returns what is known of how long tests took.
    pub(super) fn durations(&self) -> impl Display {
        self.durations.borrow().to_string()
    }

    /// Begins to build the page while other sections run: for most of it the linker keeps one core busy and no other. Its lines stand
    /// between theirs. It shares no directory with them that cargo locks.
    pub(super) fn begin_to_build(&self) {
        let (project, environment) = (self.project.clone(), self.environment.clone());
        let build = move || page::publish(&project, &environment).map(drop);
        self.building.replace(Some(thread::spawn(build)));
    }

    /// Waits for the page, or builds it where that was not begun.
    pub(super) fn build(&self) -> Result<Tally> {
        match self.building.take() {
            Some(building) => building
                .join()
                .map_err(|_| anyhow!("building the page ended in a panic"))??,
            None => page::publish(&self.project, &self.environment).map(drop)?,
        }
        Ok(Tally::PASSED)
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

    /// The page and the practice worker, as one choice of packages, which is that of the tests in a browser and of `serve`.
    pub(super) fn lint_page(&self) -> Result<Tally> {
        let mut command = self.wasm_cargo("clippy");
        command.args(["--lib", "--bins", "--test", "web", "--", "-D", "warnings"]);
        check(command)
    }

    /// The end-to-end tests are not among these: `Cargo.toml` keeps them out unless named.
    pub(super) fn test_natively(&self) -> Result<Tally> {
        let mut programs = self.cargo(&["test", "--workspace", "--no-fail-fast"]);
        programs
            .args(durations::RUNNER)
            .args(["--lib", "--bins", "--tests"])
            .args(durations::ARGUMENTS);
        let examples = self.cargo(&["test", "--workspace", "--no-fail-fast", "--doc"]);
        Ok(self.run(programs)? + self.run(examples)?)
    }

    pub(super) fn test_in_browser(&self) -> Result<Tally> {
        let chromedriver = process::find("chromedriver").context("there is no chromedriver")?;
        let capabilities = self.project.root().join("tests/webdriver.json");
        process::run(&mut self.cargo(&["build", "--workspace", "--bin", "web-runner"]))?;
        let directory = compile::target_directory(&self.project, &self.environment)?;
        let runner = directory.join("debug/web-runner");
        let mut command = self.wasm_cargo("test");
        command.args(["--test", "web", "--config", &runner_setting(&runner)]);
        command.env("CHROMEDRIVER", chromedriver);
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
        self.run(command)
    }

    pub(super) fn test_end_to_end(&self) -> Result<Tally> {
        let driver = Driver::start()?;
        // The whole workspace, so that cargo chooses the features of the native tests again.
        let mut command = self.cargo(&["test", "--workspace", "--test", "e2e"]);
        command
            .args(durations::RUNNER)
            .args(durations::ARGUMENTS)
            .arg(format!("--test-threads={BROWSERS}"));
        driver.hand_to(&mut command, &self.project.dist());
        self.run(command)
    }

    fn run(&self, command: Command) -> Result<Tally> {
        tally::run(command, &mut self.durations.borrow_mut())
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.environment.command("cargo");
        command.args(arguments).current_dir(self.project.root());
        command
    }

    fn wasm_cargo(&self, subcommand: &str) -> Command {
        let mut command = self.environment.wasm_command("cargo");
        command
            .args([subcommand, "--target", compile::TARGET])
            .args(compile::BOTH);
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
