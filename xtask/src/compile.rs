//! Compiling a crate of this workspace to a module for the browser.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;
use crate::project::Project;
use crate::rustflags;
use crate::setup::Environment;

/// The target that browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

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

    /// The directory of cargo's in which the result is.
    fn directory(self) -> &'static str {
        match self {
            Self::Trial => "debug",
            Self::Publication => "release",
        }
    }
}

/// What every build to try something out selects, whichever of the two it then builds: so both ask for the same features of
/// what they share, and it is compiled once.
pub(crate) const BOTH: [&str; 5] = [
    "--package",
    "seatable-playground",
    "--package",
    PRACTICE,
    "--no-default-features",
];

/// A page that is tried out may be shown an answer of 50 MB. The tests compile theirs for themselves, so this is not in
/// `Cargo.toml`.
const FASTER: [&str; 4] = [
    "--config",
    "profile.dev.package.seatable-playground.opt-level=1",
    "--config",
    "profile.dev.package.playground-core.opt-level=1",
];

/// How published modules are made smaller. Besides the usual: Rust puts nothing at the lowest addresses, and functions that are
/// called alike are alike, which is worth 1 % to brotli when they stand side by side. Three passes make a module smaller that brotli then
/// makes less of (2 %). Who made a module and what it uses is of no use to browsers (0.2 kB each).
pub(crate) const OPTIMIZATIONS: [&str; 8] = [
    "-Os",
    "--low-memory-unused",
    "--skip-pass=local-cse",
    "--skip-pass=memory-packing",
    "--skip-pass=simplify-locals",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

const PRACTICE: &str = "practice";

/// Compiles the page's binary with these features, and returns where the module is.
///
/// # Errors
///
/// Fails when the compiler does.
pub(crate) fn page(
    project: &Project,
    environment: &Environment,
    purpose: Purpose,
    binary: &str,
    features: Option<&str>,
) -> Result<PathBuf> {
    let mut cargo = build(project, environment, purpose);
    if purpose == Purpose::Trial {
        cargo.args(BOTH).args(FASTER);
    }
    cargo.args(["--bin", binary]);
    if let Some(features) = features {
        cargo.args(["--features", features]);
    }
    process::run(&mut cargo)?;
    linked(project, environment, purpose, binary)
}

/// Compiles the practice SeaTable without its HTTP server, and returns where the module is.
///
/// # Errors
///
/// Fails when the compiler does.
pub(crate) fn practice(
    project: &Project,
    environment: &Environment,
    purpose: Purpose,
) -> Result<PathBuf> {
    let mut cargo = build(project, environment, purpose);
    match purpose {
        // The page's library is selected as well, and there already.
        Purpose::Trial => cargo.args(BOTH).args(FASTER),
        Purpose::Publication => cargo.args(["--package", PRACTICE, "--no-default-features"]),
    };
    process::run(cargo.arg("--lib"))?;
    linked(project, environment, purpose, PRACTICE)
}

fn build(project: &Project, environment: &Environment, purpose: Purpose) -> Command {
    let mut cargo = environment.wasm_command("cargo");
    cargo.current_dir(project.root());
    cargo.args(["build", "--target", TARGET]);
    if purpose == Purpose::Publication {
        cargo.arg("--release");
        cargo.env(rustflags::VARIABLE, rustflags::shipped(project.root()));
    }
    cargo
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
