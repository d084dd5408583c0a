//! What the page weighs, and whether that is within its budgets.

mod budget;
mod measure;
mod table;

use std::path::Path;

use anyhow::{Result, bail};

use crate::project::Project;
use budget::Sum;
use measure::Measured;

/// Prints the size of every file of `dist/`, of the catalogue's areas, and of the groups that have a budget.
///
/// # Errors
///
/// Fails when there is no `dist/`, or a group is over its budget.
pub fn report(project: &Project) -> Result<()> {
    let mut files = measured(&project.dist())?;
    files.extend(areas(&project.root().join("catalogue"))?);
    let sums = budget::sums(&files);
    print!("{}", table::files(&files));
    print!("{}", table::sums(&sums));
    let over: Vec<_> = sums.iter().filter_map(Sum::complaint).collect();
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
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
