//! What is handed out: the page as archives, the program with the page inside, and their checksums.

mod archive;

use std::env::consts::{ARCH, EXE_SUFFIX, OS};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::compile;
use crate::page;
use crate::process;
use crate::project::Project;
use crate::setup::Environment;
use crate::sizes::files_below;

/// What the program is called, and the folder in the archives.
const NAME: &str = "seatable-playground";

/// Where checksums stand, as `sha256sum --check` reads them.
const SUMS: &str = "SHA256SUMS";

/// Makes a release into `target/dist-release`, and returns the files.
///
/// # Errors
///
/// Fails when the page or the program cannot be built, or a file not be written.
pub fn run(project: &Project, environment: &Environment) -> Result<Vec<PathBuf>> {
    let page = page::publish(project, environment)?;
    let program = program(project, environment)?;
    let goal = project.scratch("dist-release");
    // Files of another version would stay.
    let _ = fs::remove_dir_all(&goal);
    fs::create_dir_all(&goal).with_context(|| format!("making {}", goal.display()))?;

    let files = files_below(&page)?;
    let version = env!("CARGO_PKG_VERSION");
    let release = [
        (
            format!("{NAME}-page-{version}.zip"),
            archive::zip(NAME, &files)?,
        ),
        (
            format!("{NAME}-page-{version}.tar.gz"),
            archive::tar_gz(NAME, &files)?,
        ),
        (
            format!("{NAME}-{version}-{OS}-{ARCH}{EXE_SUFFIX}"),
            read(&program)?,
        ),
    ];
    let mut made = Vec::new();
    for (name, content) in &release {
        made.push(write(&goal, name, content)?);
    }
    // A program that was copied may run as the one that it is of.
    let permissions = fs::metadata(&program)?.permissions();
    if let Some(copy) = made.last() {
        fs::set_permissions(copy, permissions)?;
    }
    made.push(write(&goal, SUMS, sums(&release).as_bytes())?);
    Ok(made)
}

/// Compiles the program with the page that has just been built.
fn program(project: &Project, environment: &Environment) -> Result<PathBuf> {
    let mut cargo = environment.command("cargo");
    cargo.args(["build", "--release", "--package", "relay"]);
    process::run(cargo.current_dir(project.root()))?;
    let target = compile::target_directory(project, environment)?;
    Ok(target.join("release").join(format!("{NAME}{EXE_SUFFIX}")))
}

fn sums(files: &[(String, Vec<u8>)]) -> String {
    let mut sums = String::new();
    for (name, content) in files {
        for byte in Sha256::digest(content) {
            let _ = write!(sums, "{byte:02x}");
        }
        let _ = writeln!(sums, "  {name}");
    }
    sums
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

fn write(folder: &Path, name: &str, content: &[u8]) -> Result<PathBuf> {
    let path = folder.join(name);
    fs::write(&path, content).with_context(|| format!("writing {}", path.display()))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_written_as_sha256sum_reads_them() {
        let files = [("a.zip".to_owned(), b"abc".to_vec())];
        assert_eq!(
            sums(&files),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.zip\n"
        );
    }
}
