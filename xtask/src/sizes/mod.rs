//! What the page weighs, and whether that is within its budgets.

mod budget;
mod measure;
mod table;

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::driver::Driver;
use crate::process;
use crate::project::Project;
use crate::setup::Environment;
use budget::Sum;
use measure::Measured;
#[cfg(feature = "publish")]
pub(crate) use measure::files_below;

/// Prints the size of every file of `dist/`, of the catalogue's areas, and of the groups that have a budget, and has
/// `tests/sizes` count in a browser what is fetched until a request can be sent.
///
/// # Errors
///
/// Fails when there is no `dist/`, or something is over its budget.
pub fn report(project: &Project, environment: &Environment) -> Result<()> {
    let mut files = measured(&project.dist())?;
    files.extend(areas(&project.root().join("catalogue"))?);
    let sums = budget::sums(&files);
    print!("{}", table::files(&files));
    print!("{}", table::sums(&sums));
    // Who is over two budgets wants to know of both.
    let start = start(project, environment);
    let over: Vec<_> = sums.iter().filter_map(Sum::complaint).collect();
    if !over.is_empty() {
        start.with_context(|| over.join("; "))?;
        bail!("{}", over.join("; "));
    }
    start
}

fn start(project: &Project, environment: &Environment) -> Result<()> {
    let driver = Driver::start()?;
    // The whole workspace, so that cargo chooses the features of the other tests.
    let mut command = environment.command("cargo");
    command
        .args(["test", "--workspace", "--test", "sizes"])
        .current_dir(project.root());
    driver.hand_to(&mut command, &project.dist());
    process::run(&mut command)
}

fn measured(dist: &Path) -> Result<Vec<Measured>> {
    if !dist.join("index.html").is_file() {
        bail!("there is no built page: run `cargo xtask build` first");
    }
    measure::directory(dist)
}

/// Measures the details of each area, which have a budget before any page loads them.
fn areas(catalogue: &Path) -> Result<Vec<Measured>> {
    let mut files = measure::directory(catalogue)?;
    files.retain(|file| file.path != "index.json");
    for file in &mut files {
        file.path.insert_str(0, "catalogue/");
    }
    Ok(files)
}
