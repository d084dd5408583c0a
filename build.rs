//! Puts the walkthroughs and the reference into the page: reads the Arazzo documents and the catalogue, and fails where one of them
//! has a fault.

use arazzo::{pack, pack_list};
use playground_core::packed::Packer;
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
    write("walkthroughs", &walkthroughs(&catalogue)?)?;
    write(
        "values",
        &pack_list(arazzo::read_rules(folder, &catalogue)?),
    )?;
    let reference = arazzo::Reference::read(folder, &catalogue)?;
    let (index, areas) = reference.into_parts();
    write("index", &pack(&index))?;
    for area in areas {
        let name = area.area.name();
        write(&format!("{name}-forms"), &pack(&area.forms))?;
        write(&format!("{name}-notes"), &pack_list(area.notes))?;
    }
    Ok(())
}

fn walkthroughs(catalogue: &arazzo::Catalogue) -> Result<Packer, Errors> {
    let contents = file(Path::new("walkthroughs/contents.yaml"))?;
    let documents = files("walkthroughs", ".arazzo.yaml")?;
    let documents = documents
        .iter()
        .map(|path| file(path))
        .collect::<Result<Vec<_>, _>>()?;
    match arazzo::read(&contents, &documents, catalogue) {
        Ok(walkthroughs) => Ok(pack_list(walkthroughs)),
        Err(faults) => Err(faults.iter().map(ToString::to_string).collect()),
    }
}

/// Writes the numbers and the texts of a packer, for `core/src/packed.rs`.
fn write(name: &str, packed: &Packer) -> Result<(), Errors> {
    let directory = std::env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    let texts = packed.texts();
    for (ending, content) in [("bin", packed.bytes.as_slice()), ("txt", texts.as_bytes())] {
        let path = Path::new(&directory).join(format!("{name}.{ending}"));
        fs::write(&path, content).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    }
    Ok(())
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
