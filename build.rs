//! Puts the walkthroughs and the reference into the page: reads the Arazzo documents and the catalogue, and fails where one of them
//! has a fault.

use arazzo::{outline, pack, pack_list};
use playground_core::packed::Packer;
use playground_core::walkthrough::Walkthrough;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // What cuts the module in parts has to know what refers to what.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=walkthroughs");
    println!("cargo::rerun-if-changed=catalogue");
    println!("cargo::rerun-if-changed=practice/known.txt");
    for error in put().err().into_iter().flatten() {
        println!("cargo::error={error}");
    }
}

type Errors = Vec<String>;

fn put() -> Result<(), Errors> {
    let folder = Path::new("catalogue");
    let catalogue = arazzo::Catalogue::read(folder)?;
    let walkthroughs = walkthroughs(&catalogue)?;
    put_walkthroughs(&walkthroughs)?;
    write(
        "values",
        &pack_list(arazzo::read_rules(folder, &catalogue)?),
    )?;
    let mut reference = arazzo::Reference::read(folder, &catalogue)?;
    reference.add_steps(&walkthroughs);
    let (index, areas) = reference.into_parts();
    write("index", &pack(&index))?;
    for area in areas {
        let name = area.area.name();
        write(&format!("{name}-forms"), &pack(&area.forms))?;
        write(&format!("{name}-notes"), &pack_list(area.notes))?;
    }
    Ok(())
}

/// Writes what lists say of the walkthroughs, each of them, and a macro that has another one applied to them all, for
/// `src/walkthroughs.rs`.
fn put_walkthroughs(walkthroughs: &[Walkthrough]) -> Result<(), Errors> {
    let outlines = walkthroughs.iter().map(outline).collect();
    write("contents", &pack_list(outlines))?;
    let mut each = String::from("macro_rules! each_walkthrough { ($apply:ident) => { $apply! {\n");
    for (place, walkthrough) in walkthroughs.iter().enumerate() {
        let name = format!("walkthrough-{}", walkthrough.id);
        write(&name, &pack(walkthrough))?;
        let ident = name.replace('-', "_");
        // Writing to a string does not fail.
        let _ = writeln!(each, "    {place} fetch_{ident} {ident} {name:?};");
    }
    each.push_str("} } }\n");
    put_file("each_walkthrough.rs", &each)
}

fn walkthroughs(catalogue: &arazzo::Catalogue) -> Result<Vec<Walkthrough>, Errors> {
    let contents = file(Path::new("walkthroughs/contents.yaml"))?;
    let documents = files("walkthroughs", ".arazzo.yaml")?;
    let documents = documents
        .iter()
        .map(|path| file(path))
        .collect::<Result<Vec<_>, _>>()?;
    arazzo::read(&contents, &documents, catalogue)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// Writes the numbers and the texts of a packer, for `core/src/packed.rs`.
fn write(name: &str, packed: &Packer) -> Result<(), Errors> {
    put_file(&format!("{name}.bin"), &packed.bytes)?;
    put_file(&format!("{name}.txt"), packed.texts())
}

fn put_file(name: &str, content: impl AsRef<[u8]>) -> Result<(), Errors> {
    let directory = std::env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    let path = Path::new(&directory).join(name);
    fs::write(&path, content).map_err(|error| vec![format!("{}: {error}", path.display())])
}

/// Lists the files of a directory with that ending, sorted, so that the result does not depend on the machine.
fn files(directory: &str, ending: &str) -> Result<Vec<PathBuf>, Errors> {
    let failed = |error| vec![format!("{directory}: {error}")];
    let mut paths = Vec::new();
    for entry in fs::read_dir(directory).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.to_string_lossy().ends_with(ending) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn file(path: &Path) -> Result<arazzo::File, Errors> {
    Ok(arazzo::File {
        name: path.display().to_string(),
        text: text(path)?,
    })
}

fn text(path: &Path) -> Result<String, Errors> {
    fs::read_to_string(path).map_err(|error| vec![format!("{}: {error}", path.display())])
}
