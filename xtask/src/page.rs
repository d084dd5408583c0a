//! Building the page into `dist/`.

use anyhow::Result;

use crate::process;
use crate::project::Project;
use crate::rustflags;
use crate::setup::Environment;

/// Builds the page in release with Trunk, which downloads nothing.
///
/// Trunk calls back for the parts and for the practice worker; `Trunk.toml` says so.
///
/// # Errors
///
/// Fails when Trunk does.
pub fn build(project: &Project, environment: &Environment) -> Result<()> {
    let mut trunk = environment.wasm_command("trunk");
    trunk
        .args(["build", "--release", "--offline"])
        .current_dir(project.root())
        .env(rustflags::VARIABLE, rustflags::shipped(project.root()));
    // Trunk wants `true` or `false` in this variable and refuses the usual `1`.
    trunk.env_remove("NO_COLOR");
    process::run(&mut trunk)
}
