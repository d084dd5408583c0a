//! Finding the browser's standard library in a toolchain, and building it there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::project::Project;

/// The target that browsers run.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// A package without code: building it builds the standard library.
const MANIFEST: &str = "[package]\nname = \"empty\"\nedition = \"2021\"\n\n[workspace]\n";

/// Returns whether `toolchain`, or the one in use, has the standard library for the browser.
pub(super) fn is_there(toolchain: Option<&Path>) -> bool {
    directory(toolchain).is_ok_and(|directory| !libraries(&directory, "libstd-").is_empty())
}

/// Builds the standard library with `toolchain`, or the one in use, and puts it where that
/// toolchain's compiler looks for it.
///
/// The toolchain must have the source at `lib/rustlib/src/rust`.
///
/// # Errors
///
/// Fails when the build fails or the toolchain's directory cannot be written.
pub(super) fn build(project: &Project, toolchain: Option<&Path>) -> Result<()> {
    let package = project.tools().join("standard-library");
    write_package(&package)?;
    process::run(&mut compilation(&package, toolchain))?;

    let built = package.join("target").join(TARGET).join("release/deps");
    let goal = directory(toolchain)?;
    fs::create_dir_all(&goal).with_context(|| format!("making {}", goal.display()))?;
    let libraries = libraries(&built, "lib");
    ensure!(
        !libraries.is_empty(),
        "the build left no library in {}",
        built.display()
    );
    for library in libraries.iter().filter(|path| !is_own(path)) {
        let copy = goal.join(library.file_name().unwrap_or_default());
        fs::copy(library, &copy).with_context(|| format!("writing {}", copy.display()))?;
    }
    Ok(())
}

/// Returns a command for `program` that runs in `toolchain`, or in the one in use.
pub(super) fn command(program: &str, toolchain: Option<&Path>) -> Command {
    let mut command = Command::new(program);
    if let Some(toolchain) = toolchain {
        command.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    command
}

fn directory(toolchain: Option<&Path>) -> Result<PathBuf> {
    let mut rustc = command("rustc", toolchain);
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    process::read(&mut rustc).map(PathBuf::from)
}

fn libraries(directory: &Path, prefix: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(prefix) && name.ends_with(".rlib")
    };
    entries.map(|entry| entry.path()).filter(named).collect()
}

/// Returns whether `library` is the package without code itself.
fn is_own(library: &Path) -> bool {
    library
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with("libempty-"))
}

fn write_package(directory: &Path) -> Result<()> {
    let source = directory.join("src");
    fs::create_dir_all(&source).with_context(|| format!("making {}", source.display()))?;
    fs::write(directory.join("Cargo.toml"), MANIFEST)?;
    fs::write(source.join("lib.rs"), "")?;
    Ok(())
}

fn compilation(package: &Path, toolchain: Option<&Path>) -> Command {
    let mut cargo = command("cargo", toolchain);
    cargo.current_dir(package);
    cargo.args([
        "build",
        "--release",
        "-Z",
        "build-std=std,panic_abort,proc_macro,test",
    ]);
    cargo.args(["--target", TARGET, "--target-dir", "target"]);
    // The stable compiler builds its own standard library under this name only.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    // Without the bitcode, crates that link with `lto = "fat"` cannot use the library.
    cargo.env("RUSTFLAGS", "-Cembed-bitcode=yes");
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rust_libraries_with_the_right_name_count() {
        let directory = tempfile::tempdir().unwrap();
        for name in [
            "libstd-1.rlib",
            "libstd-1.rmeta",
            "libcore-1.rlib",
            "libempty-1.rlib",
        ] {
            fs::write(directory.path().join(name), "").unwrap();
        }
        let found = libraries(directory.path(), "libstd-");
        assert_eq!(found, [directory.path().join("libstd-1.rlib")]);
        assert_eq!(libraries(directory.path(), "lib").len(), 3);
        assert!(is_own(&directory.path().join("libempty-1.rlib")));
        assert!(libraries(Path::new("/nonexistent"), "lib").is_empty());
    }
}
