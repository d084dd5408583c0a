//! Building the practice SeaTable as a worker of the page.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;
use crate::rustflags;
use crate::setup::Environment;

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds `practice/worker.js` and what it loads, into the page that Trunk is staging or, when
/// Trunk did not ask, into `dist/`.
///
/// # Errors
///
/// Fails when compiler, wasm-bindgen or wasm-opt do, or a file cannot be written.
pub fn build(project: &Project, environment: &Environment) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map_or_else(|| project.dist(), PathBuf::from);
    let goal = staging.join("practice");
    fs::create_dir_all(&goal).with_context(|| format!("making {}", goal.display()))?;

    let module = compile(project, environment)?;
    bind(environment, &module, &goal)?;
    optimize(environment, &goal.join("practice_bg.wasm"))?;
    let worker = project.root().join("practice/web/worker.js");
    fs::copy(&worker, goal.join("worker.js"))
        .with_context(|| format!("copying {}", worker.display()))?;
    Ok(())
}

fn compile(project: &Project, environment: &Environment) -> Result<PathBuf> {
    let target = project.scratch("practice-worker");
    let mut cargo = environment.wasm_command("cargo");
    cargo
        .current_dir(project.root())
        .env(rustflags::VARIABLE, rustflags::shipped(project.root()));
    cargo.args([
        "build",
        "--package",
        "practice",
        "--lib",
        "--no-default-features",
        "--release",
    ]);
    cargo
        .args(["--target", TARGET, "--target-dir"])
        .arg(&target);
    process::run(&mut cargo)?;
    Ok(target.join(TARGET).join("release/practice.wasm"))
}

fn bind(environment: &Environment, module: &Path, goal: &Path) -> Result<()> {
    let mut wasm_bindgen = environment.command("wasm-bindgen");
    wasm_bindgen
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(goal)
        .arg(module);
    process::run(&mut wasm_bindgen)
}

fn optimize(environment: &Environment, module: &Path) -> Result<()> {
    let mut wasm_opt = environment.command("wasm-opt");
    wasm_opt.arg("-Oz").arg(module).arg("-o").arg(module);
    process::run(&mut wasm_opt)
}
