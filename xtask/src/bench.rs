//! Measuring how the page starts, and what it makes of responses of all sizes.

use std::path::Path;

use anyhow::Result;

use crate::driver::Driver;
use crate::process;
use crate::project::Project;
use crate::setup::{self, Scope};

/// The tables that [`run`] can make, by name.
pub const TABLES: [&str; 5] = ["start", "search", "opening", "lighthouse", "responses"];

/// Measures the page that is in `directory`, prints the figures, and writes them into `docs/performance.md`; of the tables
/// only the one called `only`, if there is one.
///
/// # Errors
///
/// Fails when there is no browser, or when the page does not do what is measured.
pub fn run(project: &Project, directory: &Path, only: Option<&str>) -> Result<()> {
    let environment = setup::provide(project, Scope::Bench, &[])?;
    let driver = Driver::start()?;
    // Not in release: what takes time is the page, which is.
    let mut command = environment.command("cargo");
    command
        .args(["test", "--test", "bench", "--"])
        .args(only)
        .current_dir(project.root());
    driver.hand_to(&mut command, directory);
    process::run(&mut command)
}
