//! The catalogue: SeaTable's operations as facts, made from its seven OpenAPI documents.
//!
//! `index.json` lists all operations, `<area>.json` holds what a form needs for those of one area.
//! Nothing that an author wrote as prose is taken over but the names of the operations; examples of
//! answers are data. Where the
//! documents are at odds with OpenAPI or with themselves, a rule decides, never a list of cases:
//! each rule stands where it is applied and has a test of its own. The output depends on nothing
//! but the documents.

mod area;
mod document;
mod error;
mod example;
mod flags;
mod merge;
mod path;
mod read_answers;
mod read_operation;
mod read_schema;
mod scalar;
mod token;
mod write;
mod yaml;

/// Returns the areas by name, each with its document in `directory`.
///
/// # Errors
///
/// Fails when a document is missing.
pub fn sources(directory: &Path) -> Result<Vec<(&'static str, PathBuf)>, Error> {
    let documents = area::find_documents(&[directory.to_owned()])?;
    Ok(documents
        .into_iter()
        .map(|(area, path)| (area.name(), path))
        .collect())
}

#[cfg(test)]
mod sample;

pub use error::Error;
pub use write::File;

use area::find_documents;
use document::Document;
use example::leave_out_broken;
use playground_core::catalogue::{Area, Operation};
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
/// A document that is missing, unreadable or not understood, with its file, line and operation;
/// nothing is written then. A file that cannot be written, with its name.
pub fn run(paths: &[PathBuf]) -> Result<(), Error> {
    let files = generate(paths)?;
    for file in &files {
        let path = Path::new(FOLDER).join(&file.name);
        fs::write(&path, &file.text)
            .map_err(|error| Error::new(error.to_string()).in_file(path.display()))?;
        println!("catalogue/{} ({} operations)", file.name, file.operations);
        if !file.broken_examples.is_empty() {
            let broken = file.broken_examples.join(", ");
            println!("  without the examples that break their own schemas: {broken}");
        }
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
        let (version, mut operations) =
            read_document(area, &path).map_err(|error| error.in_file(path.display()))?;
        versions.push(version);
        let broken = leave_out_broken(&mut operations);
        areas.push((area, operations, broken));
    }
    versions.dedup();
    match versions.as_slice() {
        [version] => write::files(version, &areas),
        _ => Err(Error::new(format!(
            "the documents are of different versions: {versions:?}"
        ))),
    }
}

fn read_document(area: Area, path: &Path) -> Result<(String, Vec<Operation>), Error> {
    let text = fs::read_to_string(path).map_err(|error| Error::new(error.to_string()))?;
    let yaml = yaml::Yaml::parse(&text)?;
    let document = Document::new(yaml.root());
    Ok((
        document.version()?.to_owned(),
        read_operations(area, document)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seven documents of one operation each, all of the same id.
    fn documents() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for area in Area::ALL {
            let text = format!(
                "info: {{version: '6.2'}}\npaths:\n{}",
                sample::item("/cats/", "get", "listCats", "")
            );
            fs::write(folder.path().join(area::document(area)), text).unwrap();
        }
        folder
    }

    fn generate_from(folder: &tempfile::TempDir) -> Result<Vec<File>, Error> {
        generate(&[folder.path().to_owned()])
    }

    #[test]
    fn an_id_may_be_used_by_several_documents() {
        let files = generate_from(&documents()).unwrap();
        assert_eq!(files[0].name, "index.json");
        assert_eq!(files[0].operations, 7);
        let index: serde_json::Value = serde_json::from_str(&files[0].text).unwrap();
        let entries = index["operations"].as_array().unwrap();
        for (entry, area) in entries.iter().zip(Area::ALL) {
            assert_eq!(
                (entry["area"].as_str(), entry["id"].as_str()),
                (Some(area.name()), Some("listCats"))
            );
        }
    }

    #[test]
    fn the_same_documents_give_the_same_files() {
        let folder = documents();
        assert_eq!(
            generate_from(&folder).unwrap(),
            generate_from(&folder).unwrap()
        );
    }

    #[test]
    fn documents_of_different_versions_are_refused() {
        let folder = documents();
        let path = folder.path().join(area::document(Area::Scheduler));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("6.2", "6.3")).unwrap();
        let error = generate_from(&folder).unwrap_err().to_string();
        assert_eq!(
            error,
            "the documents are of different versions: [\"6.2\", \"6.3\"]"
        );
    }

    #[test]
    fn an_error_in_a_document_names_file_line_and_operation() {
        let folder = documents();
        let path = folder.path().join(area::document(Area::File));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("summary: A Cat, ", "")).unwrap();
        let error = generate_from(&folder).unwrap_err().to_string();
        let expected = format!("{}:3:17: listCats: `summary` is missing", path.display());
        assert_eq!(error, expected);
    }
}
