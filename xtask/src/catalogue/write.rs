//! The files of the catalogue: one operation a line, so that a change can be read in a diff.

use super::error::Error;
use playground_core::auth::TokenKind;
use playground_core::catalogue::{Area, Method, Operation};
use serde::Serialize;

/// A file of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name within `catalogue/`.
    pub name: String,
    /// Its content, JSON.
    pub text: String,
    /// How many operations it holds.
    pub operations: usize,
    /// The answers whose examples were left out, since they break their own schemas.
    pub broken_examples: Vec<String>,
}

/// An operation's line in the index.
#[derive(Serialize)]
struct Entry<'a> {
    area: Area,
    id: &'a str,
    title: &'a str,
    method: Method,
    path: &'a str,
    token: Option<TokenKind>,
}

fn entry(operation: &Operation) -> Entry<'_> {
    Entry {
        area: operation.area,
        id: &operation.id,
        title: &operation.title,
        method: operation.method,
        path: &operation.path,
        token: operation.token,
    }
}

/// Returns the index, then the file of each area.
pub(super) fn files(
    version: &str,
    areas: &[(Area, Vec<Operation>, Vec<String>)],
) -> Result<Vec<File>, Error> {
    let entries = areas
        .iter()
        .flat_map(|(_, operations, _)| operations.iter().map(entry));
    let mut files = vec![file("index", "version", version, entries)?];
    for (area, operations, broken) in areas {
        files.push(File {
            broken_examples: broken.clone(),
            ..file(area.name(), "area", area.name(), operations)?
        });
    }
    Ok(files)
}

fn file<T: Serialize>(
    name: &str,
    key: &str,
    value: &str,
    operations: impl IntoIterator<Item = T>,
) -> Result<File, Error> {
    let lines = operations.into_iter().map(|operation| json(&operation));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    Ok(File {
        name: format!("{name}.json"),
        text: format!(
            "{{{}:{},\"operations\":[\n{}\n]}}\n",
            json(&key)?,
            json(&value)?,
            lines.join(",\n")
        ),
        operations: lines.len(),
        broken_examples: Vec::new(),
    })
}

fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::new(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_a_line_of_its_own() {
        let file = file("cats", "area", "cats", [1, 2]).unwrap();
        assert_eq!(file.name, "cats.json");
        assert_eq!(
            file.text,
            "{\"area\":\"cats\",\"operations\":[\n1,\n2\n]}\n"
        );
        assert_eq!(file.operations, 2);
    }
}
