//! The whole of this program: `cargo xtask` begins with the part that `serve` needs.

use std::env;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::project::Project;

/// Whether this is the whole program.
pub const IS_HERE: bool = cfg!(feature = "publish");

/// Has cargo compile the whole program, and runs it with the arguments of this one. Returns whether it found everything in
/// order.
///
/// # Errors
///
/// Fails when cargo cannot be started.
pub fn run(project: &Project) -> Result<bool> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["run", "--quiet", "--package", "xtask", "--"])
        .args(env::args_os().skip(1))
        .current_dir(project.root());
    println!("  $ {}", process::line(&cargo));
    // It has said itself what went wrong, and its last line counts.
    Ok(cargo.status()?.success())
}
