//! The catalogue: SeaTable's operations as facts, made from its seven OpenAPI documents.
//!
//! `index.json` lists all operations, `<area>.json` holds what a form needs for those of one area.
//! Nothing that an author wrote as prose is taken over but the names of the operations. Where the
//! documents are at odds with OpenAPI or with themselves, a rule decides, never a list of cases:
//! each rule stands where it is applied and has a test of its own. The output depends on nothing
//! but the documents.

mod area;
mod document;
mod error;
mod flags;
mod merge;
mod operation;
mod path;
mod read_operation;
mod read_schema;
mod scalar;
mod schema;
mod token;
mod write;
mod yaml;

#[cfg(test)]
mod sample;

pub use error::Error;
pub use write::File;

use area::find_documents;
use document::Document;
use operation::Operation;
use read_operation::read_operations;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the catalogue is kept.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalogue");

/// Regenerates `catalogue/` from SeaTable's seven OpenAPI documents, given as files or as
/// directories that hold them, and says on stdout what was written.
///
/// # Errors
///
/// A document that is missing, unreadable or not understood, with its file, line and operation.
/// Nothing is written then.
pub fn run(paths: &[PathBuf]) -> Result<(), Error> {
    let files = generate(paths)?;
    for file in &files {
        let path = Path::new(FOLDER).join(&file.name);
        fs::write(&path, &file.text)
            .map_err(|error| Error::new(error.to_string()).in_file(path.display()))?;
        println!("catalogue/{} ({} operations)", file.name, file.operations);
    }
    Ok(())
}

/// Makes the files of the catalogue without writing them.
///
/// # Errors
///
/// As for [`run`].
pub fn generate(paths: &[PathBuf]) -> Result<Vec<File>, Error> {
    let mut areas = Vec::new();
    let mut versions = Vec::new();
    for (area, path) in find_documents(paths)? {
        let (version, operations) =
            read_document(&path).map_err(|error| error.in_file(path.display()))?;
        versions.push(version);
        areas.push((area, operations));
    }
    versions.dedup();
    match versions.as_slice() {
        [version] => write::files(version, &areas),
        _ => Err(Error::new(format!(
            "the documents are of different versions: {versions:?}"
        ))),
    }
}

fn read_document(path: &Path) -> Result<(String, Vec<Operation>), Error> {
    let text = fs::read_to_string(path).map_err(|error| Error::new(error.to_string()))?;
    let yaml = yaml::Yaml::parse(&text)?;
    let document = Document::new(yaml.root());
    Ok((document.version()?.to_owned(), read_operations(document)?))
}
