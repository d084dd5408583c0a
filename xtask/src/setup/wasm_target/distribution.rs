//! The last way: the compiler that Debian keeps recent for its browsers, and the standard library
//! built from its source.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::standard_library;
use crate::process;
use crate::project::Project;
use crate::setup::{apt, pinned};

/// Where the distribution's compiler lives: rustup takes a directory for a toolchain.
pub(super) const TOOLCHAIN: &str = "/usr";

/// Compiler, cargo, clippy, source, and the linker that the compiler's `rust-lld` stands for.
const PACKAGES: [&str; 6] = [
    "rustc-web",
    "cargo-web",
    "rust-web-clippy",
    "rust-web-src",
    "rust-web-llvm",
    "lld-22",
];

/// Returns whether the distribution's toolchain is recent enough and compiles for the browser.
pub(super) fn is_there() -> bool {
    check_version().is_ok() && standard_library::is_there(Some(Path::new(TOOLCHAIN)))
}

/// Installs the distribution's toolchain and builds the standard library with it.
///
/// # Errors
///
/// Fails when rustup is not there to choose between toolchains, when the packages cannot be
/// installed, when the compiler is older than `rust-version` asks for, or when the build fails.
pub(super) fn install(project: &Project) -> Result<()> {
    if process::find("rustup").is_none() {
        bail!("without rustup there is no choosing between two toolchains");
    }
    if check_version().is_err() {
        apt::install(&PACKAGES)?;
        check_version()?;
    }
    standard_library::build(project, Some(Path::new(TOOLCHAIN)))
}

fn check_version() -> Result<()> {
    let answer = process::version(Path::new(TOOLCHAIN).join("bin/rustc"))
        .context("the distribution's rustc is not installed")?;
    let wanted = env!("CARGO_PKG_RUST_VERSION");
    if !is_at_least(pinned::version_in(&answer).unwrap_or_default(), wanted) {
        bail!("the distribution has {answer}, but {wanted} is needed");
    }
    Ok(())
}

fn is_at_least(version: &str, wanted: &str) -> bool {
    let numbers =
        |text: &str| -> Vec<u32> { text.split('.').map_while(|it| it.parse().ok()).collect() };
    numbers(version) >= numbers(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(is_at_least("1.96.0", "1.88"));
        assert!(is_at_least("1.88.0", "1.88"));
        assert!(is_at_least("2.0.0", "1.88"));
        assert!(!is_at_least("1.9.0", "1.88"));
        assert!(!is_at_least("", "1.88"));
    }
}
