//! Measuring the page with large answers.

use std::path::Path;

use anyhow::Result;

use crate::driver::Driver;
use crate::process;
use crate::project::Project;
use crate::setup::{self, Scope};

/// Measures the page that lies in `directory`, prints the figures, and writes them into `docs/performance.md`.
///
/// # Errors
///
/// Fails when there is no browser, or when the page does not do what is measured.
pub fn run(project: &Project, directory: &Path) -> Result<()> {
    let environment = setup::provide(project, Scope::Driver, &[])?;
    let driver = Driver::start()?;
    // Not in release: what takes time is the page, which is.
    let mut command = environment.command("cargo");
    command
        .args(["test", "--test", "bench"])
        .current_dir(project.root())
        .env("PLAYGROUND_WEBDRIVER", driver.url())
        .env("PLAYGROUND_DIST", directory);
    process::run(&mut command)
}
