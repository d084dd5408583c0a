//! Compiling a crate of this workspace to a module for the browser.

use std::ffi::OsStr;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;
use crate::project::Project;
use crate::rustflags;
use crate::setup::Environment;

const TARGET: &str = "wasm32-unknown-unknown";

/// For whom something is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// For whoever works on the page: soon there, and larger. Flags and profile are those of the tests in a browser, so
    /// that what one compiled is there for the other.
    Trial,
    /// For everybody: as small as can be.
    Publication,
}

impl Purpose {
    /// Reads what Trunk tells the programs that it calls; whoever else calls them wants what is published.
    pub fn of_trunk() -> Self {
        match std::env::var_os("TRUNK_PROFILE").as_deref() == Some(OsStr::new("debug")) {
            true => Self::Trial,
            false => Self::Publication,
        }
    }

    /// The directory of cargo's in which the result lies.
    fn directory(self) -> &'static str {
        match self {
            Self::Trial => "debug",
            Self::Publication => "release",
        }
    }
}

/// Compiles what `selection`, arguments of `cargo build`, selects, and returns where the module lies.
///
/// # Errors
///
/// Fails when the compiler does.
pub(crate) fn module(
    project: &Project,
    environment: &Environment,
    purpose: Purpose,
    selection: &[&str],
    name: &str,
) -> Result<PathBuf> {
    let mut cargo = environment.wasm_command("cargo");
    cargo.current_dir(project.root());
    cargo.args(["build", "--target", TARGET]).args(selection);
    if purpose == Purpose::Publication {
        cargo.arg("--release");
        cargo.env(rustflags::VARIABLE, rustflags::shipped(project.root()));
    }
    process::run(&mut cargo)?;
    linked(project, environment, purpose, name)
}

/// Returns where the compiler puts the module called `name`.
///
/// # Errors
///
/// Fails when cargo does not tell.
pub(crate) fn linked(
    project: &Project,
    environment: &Environment,
    purpose: Purpose,
    name: &str,
) -> Result<PathBuf> {
    Ok(target_directory(project, environment)?
        .join(TARGET)
        .join(purpose.directory())
        .join(format!("{name}.wasm")))
}

/// Returns where cargo puts what it builds, which the machine's settings may move.
///
/// # Errors
///
/// Fails when cargo does not tell.
pub(crate) fn target_directory(project: &Project, environment: &Environment) -> Result<PathBuf> {
    let mut cargo = environment.command("cargo");
    cargo.args(["metadata", "--format-version", "1", "--no-deps"]);
    let answer: Value = serde_json::from_str(&process::read(cargo.current_dir(project.root()))?)?;
    let directory = answer["target_directory"].as_str();
    directory
        .map(PathBuf::from)
        .context("cargo names no target directory")
}
