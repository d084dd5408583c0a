//! Pictures of every page and state, for those who look at what they have changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::driver::Driver;
use crate::process;
use crate::project::Project;
use crate::setup::{self, Scope};

/// Opens the page that lies in `page` in every state that `tests/e2e/axe` reaches, at 1280 and 360 pixels, light, dark and in forced
/// colours, and makes pictures into `folder`.
///
/// # Errors
///
/// Fails when there is no browser, when a state is not reached, or when it breaks a rule of accessibility: the pictures are there then
/// too, up to that state.
pub fn run(project: &Project, page: &Path, folder: &Path) -> Result<PathBuf> {
    let environment = setup::provide(project, Scope::Driver, &[])?;
    let folder = project.root().join(folder);
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let driver = Driver::start()?;
    let mut command = environment.command("cargo");
    command
        .args(["test", "--workspace", "--test", "e2e", "--", "axe::"])
        .arg("--test-threads=2")
        .env("PLAYGROUND_PICTURES", &folder)
        .current_dir(project.root());
    driver.hand_to(&mut command, page);
    process::run(&mut command)?;
    Ok(folder)
}
