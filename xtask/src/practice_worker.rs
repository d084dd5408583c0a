//! Building the practice SeaTable as a worker of the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bindings::{self, LinkerExports, Panics};
use crate::compile::{self, Purpose};
use crate::process;
use crate::project::Project;
use crate::setup::Environment;

/// Where the worker is in the page.
pub(crate) const DIRECTORY: &str = "practice";

/// Builds `practice/worker.js` and what it loads into `page`.
///
/// # Errors
///
/// Fails when the compiler or wasm-opt does, or a file cannot be written.
pub fn build(
    project: &Project,
    environment: &Environment,
    purpose: Purpose,
    page: &Path,
) -> Result<()> {
    let goal = page.join(DIRECTORY);
    fs::create_dir_all(&goal).with_context(|| format!("making {}", goal.display()))?;

    let module = compile::practice(project, environment, purpose)?;
    // In the page nobody reads what a panic says.
    let panics = match purpose {
        Purpose::Publication => Panics::Emptied,
        Purpose::Trial => Panics::Worded,
    };
    bindings::write(&module, "practice", LinkerExports::Dropped, panics, &goal)?;
    if purpose == Purpose::Publication {
        optimize(environment, &goal.join("practice_bg.wasm"))?;
    }
    let worker = project.root().join("practice/web/worker.js");
    fs::copy(&worker, goal.join("worker.js"))
        .with_context(|| format!("copying {}", worker.display()))?;
    Ok(())
}

fn optimize(environment: &Environment, module: &Path) -> Result<()> {
    let mut wasm_opt = environment.command("wasm-opt");
    wasm_opt
        .args(compile::OPTIMIZATIONS)
        .arg(module)
        .arg("-o")
        .arg(module);
    process::run(&mut wasm_opt)
}
