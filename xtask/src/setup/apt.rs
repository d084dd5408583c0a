//! Packages of a Debian-like system.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// Installs `packages` for the whole machine, as root or by a sudo that asks nothing.
///
/// # Errors
///
/// Fails where there is no apt, no right to use it, or no such package.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    if process::find("apt-get").is_none() {
        bail!("this machine has no apt-get");
    }
    let rights = rights()?;
    process::run(&mut apt_get(rights, &["update"]))?;
    process::run(&mut apt_get(rights, &[&INSTALL, packages].concat()))
}

/// Fetches the file of `package` into `directory` without installing it, and returns its path.
///
/// # Errors
///
/// Fails where there is no apt, or no such package.
pub(super) fn download(package: &str, directory: &Path) -> Result<PathBuf> {
    if process::find("apt-get").is_none() {
        bail!("this machine has no apt-get");
    }
    // Whoever may not bring the lists up to date may have them all the same.
    if let Ok(rights) = rights() {
        process::run(&mut apt_get(rights, &["update"]))?;
    }
    let mut download = Command::new("apt-get");
    download
        .args(["--quiet", "download", package])
        .current_dir(directory);
    process::run(&mut download)?;
    let is_package = |path: &PathBuf| path.extension().is_some_and(|end| end == "deb");
    std::fs::read_dir(directory)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(is_package)
        .context("apt-get has left no file")
}

/// Returns the command that a person would type to install `packages`.
pub(super) fn by_hand(packages: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install {}",
        packages.join(" ")
    )
}

const INSTALL: [&str; 3] = ["install", "--yes", "--no-install-recommends"];

#[derive(Clone, Copy)]
enum Rights {
    Root,
    Sudo,
}

fn rights() -> Result<Rights> {
    if process::read(Command::new("id").arg("-u"))? == "0" {
        return Ok(Rights::Root);
    }
    if process::read(Command::new("sudo").args(["-n", "true"])).is_ok() {
        return Ok(Rights::Sudo);
    }
    bail!("installing packages needs root, and sudo asks for a password")
}

fn apt_get(rights: Rights, arguments: &[&str]) -> Command {
    let mut command = match rights {
        Rights::Root => Command::new("apt-get"),
        Rights::Sudo => {
            let mut sudo = Command::new("sudo");
            sudo.args(["-n", "apt-get"]);
            sudo
        }
    };
    command
        .args(["--quiet", "-o", "Dpkg::Use-Pty=0"])
        .args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
