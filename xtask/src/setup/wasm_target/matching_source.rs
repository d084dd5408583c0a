//! The second way: Debian's package of the source that this very compiler was built from.
//!
//! It keeps the toolchain in use, with its rustfmt and clippy, but depends on Debian having the
//! same version at the moment, which ends with every upload.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::debian::Archive;
use super::standard_library;
use crate::process;
use crate::project::Project;
use crate::setup::pinned;

const PACKAGE: &str = "rust-src";

/// Builds the standard library from the source of the toolchain's own version.
///
/// # Errors
///
/// Fails when Debian has no package of that version, or the toolchain cannot be written.
pub(super) fn install(project: &Project) -> Result<()> {
    let place = sysroot()?.join("lib/rustlib/src/rust");
    if place.join("library").is_dir() {
        return standard_library::build(project, None);
    }
    let source = unpacked(project)?;
    let link = Link::make(&source, place)?;
    let built = standard_library::build(project, None);
    drop(link);
    built
}

fn sysroot() -> Result<PathBuf> {
    process::read(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

/// Returns the unpacked source, fetching it unless an earlier run did.
fn unpacked(project: &Project) -> Result<PathBuf> {
    let answer = process::version("rustc").context("there is no rustc")?;
    let release = pinned::version_in(&answer).context("rustc names no version")?;
    let goal = project.tools().join(format!("{PACKAGE}-{release}"));
    let source = goal.join("usr/src").join(format!("rustc-{release}"));
    if !source.join("library").is_dir() {
        if process::find("apt-get").is_none() {
            bail!("this machine has no apt-get");
        }
        let archive = Archive::open(&project.tools().join("apt"))?;
        let version = archive.version(PACKAGE, release)?;
        archive.unpack(PACKAGE, &version, &goal)?;
    }
    Ok(source)
}

/// A link that lasts as long as the build: left behind, it would point to nothing once `target/`
/// is removed.
struct Link(PathBuf);

impl Link {
    fn make(source: &Path, place: PathBuf) -> Result<Self> {
        let parent = place
            .parent()
            .context("the sysroot is the root directory")?;
        std::fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
        // What is there, if anything, has no library in it: an old link.
        let _ = std::fs::remove_file(&place);
        symlink(source, &place).with_context(|| format!("linking {}", place.display()))?;
        Ok(Self(place))
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
