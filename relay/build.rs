//! Puts the built page into the program, compressed by brotli.
//!
//! A release has the page of `dist/`, which is built first where it is missing or older than its sources. Other builds have none, so
//! that lints and tests need no built page.

use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// What the page is made of.
const SOURCES: [&str; 10] = [
    "arazzo/src",
    "boot.js",
    "catalogue",
    "index.html",
    "practice/src",
    "src",
    "style",
    "walkthroughs",
    "xtask/src/bindings",
    "xtask/src/parts",
];

/// What cargo says to this script, and a cargo that is started by it is not to hear.
const OF_THIS_BUILD: [&str; 16] = [
    "CARGO_CFG_",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_FEATURE_",
    "CARGO_MAKEFLAGS",
    "CARGO_MANIFEST_",
    "CARGO_PKG_",
    "DEBUG",
    "HOST",
    "MAKEFLAGS",
    "NUM_JOBS",
    "OPT_LEVEL",
    "OUT_DIR",
    "PROFILE",
    "RUSTC",
    "RUSTDOC",
    "TARGET",
];

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if let Err(error) = write() {
        println!("cargo::error={error}");
    }
}

fn write() -> Outcome<()> {
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut list = String::from("static PAGE: &[PackedFile] = &[\n");
    if std::env::var("PROFILE")? == "release" {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let page = page(&root)?;
        for (number, name) in files(&page)?.iter().enumerate() {
            let packed = out.join(format!("{number}.br"));
            fs::write(&packed, compressed(&fs::read(page.join(name))?)?)?;
            list += &format!("    ({name:?}, include_bytes!({packed:?})),\n");
        }
    }
    fs::write(out.join("page.rs"), list + "];\n")?;
    Ok(())
}

/// Returns where the built page is.
fn page(root: &Path) -> Outcome<PathBuf> {
    let page = root.join("dist");
    println!("cargo::rerun-if-changed={}", page.display());
    let mut changed = SystemTime::UNIX_EPOCH;
    for source in SOURCES {
        let source = root.join(source);
        println!("cargo::rerun-if-changed={}", source.display());
        changed = changed.max(newest(&source)?);
    }
    let built = fs::metadata(page.join("index.html")).and_then(|it| it.modified());
    if built.is_ok_and(|built| built >= changed) {
        return Ok(page);
    }
    println!("cargo::warning=The page is built first, by `cargo xtask build`: some minutes.");
    build(root)?;
    Ok(page)
}

/// Has the page built, in a folder of its own: this build holds the usual one.
fn build(root: &Path) -> Outcome<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["xtask", "build"]).current_dir(root);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let is_of_this_build = |sign: &&str| match sign.ends_with('_') {
            true => text.starts_with(*sign),
            false => text == **sign,
        };
        if OF_THIS_BUILD.iter().any(is_of_this_build) {
            cargo.env_remove(&name);
        }
    }
    let output = cargo
        .env("CARGO_TARGET_DIR", root.join("target/page-for-the-program"))
        .output()?;
    match output.status.success() {
        true => Ok(()),
        false => {
            let said = String::from_utf8_lossy(&output.stderr);
            let last = said.lines().rfind(|line| !line.trim().is_empty());
            let last = last.unwrap_or("it did not say why");
            Err(format!("The page could not be built ({last}). Run `cargo xtask build` to see why, then this again.").into())
        }
    }
}

/// Returns when a file, or one below a folder, changed last.
fn newest(path: &Path) -> io::Result<SystemTime> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_dir() {
        return metadata.modified();
    }
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in fs::read_dir(path)? {
        newest = newest.max(self::newest(&entry?.path())?);
    }
    Ok(newest)
}

/// Returns the files below a folder, in the order of their names, with `/` between the parts.
fn files(folder: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            let inner = self::files(&entry.path())?;
            files.extend(inner.iter().map(|inner| format!("{name}/{inner}")));
        } else {
            files.push(name);
        }
    }
    files.sort();
    Ok(files)
}

fn compressed(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut result = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut result, &Default::default())?;
    Ok(result)
}
