//! More of this program: `cargo xtask` begins with the part that `serve` needs.

use std::env;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::project::Project;

/// What a command may need besides, by the feature that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    /// What a published page is made with.
    Publish,
    /// The way to a server.
    Relay,
}

impl More {
    /// Whether this program has it.
    pub fn is_here(self) -> bool {
        match self {
            Self::Publish => cfg!(feature = "publish"),
            Self::Relay => cfg!(feature = "relay"),
        }
    }

    fn feature(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Relay => "relay",
        }
    }
}

/// Has cargo compile this program with `more`, and runs it with the arguments of this one. Returns whether it found everything in
/// order.
///
/// # Errors
///
/// Fails when cargo cannot be started.
pub fn run(project: &Project, more: More) -> Result<bool> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["run", "--quiet", "--package", "xtask"])
        .args(["--no-default-features", "--features", more.feature(), "--"])
        .args(env::args_os().skip(1))
        .current_dir(project.root());
    println!("  $ {}", process::line(&cargo));
    // It has said itself what went wrong, and its last line counts.
    Ok(cargo.status()?.success())
}
