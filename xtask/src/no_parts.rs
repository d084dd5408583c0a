//! Stands in for `parts` in a program that was built without the feature `publish`.

use std::path::Path;

use anyhow::{Error, Result, anyhow};

use crate::compile::Purpose;
use crate::page::program::Program;
use crate::project::Project;
use crate::setup::Environment;

/// Says how to come by what is missing.
///
/// # Errors
///
/// Always.
pub fn replace_trunks(_: &Project, _: &Environment) -> Result<()> {
    Err(absent())
}

/// Says how to come by what is missing.
///
/// # Errors
///
/// Always.
pub(crate) fn build(
    _: &Project,
    _: &Environment,
    _: Purpose,
    _: &Path,
    _: &Path,
) -> Result<Program> {
    Err(absent())
}

fn absent() -> Error {
    anyhow!(
        "this program was built without the feature `publish`: leave `--no-default-features` out"
    )
}
