//! Stands in for `release` in a program that was built without the feature `publish`.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::setup::Environment;

/// Says how to come by what is missing.
///
/// # Errors
///
/// Always.
pub fn run(_: &Project, _: &Environment) -> Result<Vec<PathBuf>> {
    bail!("this program was built without the feature `publish`: leave `--no-default-features` out")
}
