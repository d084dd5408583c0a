//! What keeps the catalogue from being made, and where in which document it stands.

use std::fmt;

/// Why the catalogue could not be made.
///
/// Printed as `file:line:column: operation: message`, as far as the parts are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    message: String,
    place: Option<Place>,
    operation: Option<String>,
    file: Option<String>,
}

/// A place in a document, both counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Error {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            place: None,
            operation: None,
            file: None,
        }
    }

    /// Adds the place. What knows the place best adds it first, so one already there stays.
    pub(super) fn at(mut self, place: Place) -> Self {
        self.place.get_or_insert(place);
        self
    }

    /// Adds the operation.
    pub(super) fn in_operation(mut self, id: &str) -> Self {
        self.operation = Some(id.to_owned());
        self
    }

    /// Adds the file.
    pub(super) fn in_file(mut self, file: impl fmt::Display) -> Self {
        self.file = Some(file.to_string());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}:")?;
        }
        if let Some(Place { line, column }) = self.place {
            write!(f, "{line}:{column}:")?;
        }
        if self.file.is_some() || self.place.is_some() {
            f.write_str(" ")?;
        }
        if let Some(operation) = &self.operation {
            write!(f, "{operation}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_file_place_and_operation() {
        let error = Error::new("no summary")
            .at(Place { line: 3, column: 5 })
            .at(Place { line: 1, column: 1 })
            .in_operation("listCats")
            .in_file("cats.yaml");
        assert_eq!(error.to_string(), "cats.yaml:3:5: listCats: no summary");
    }

    #[test]
    fn an_error_without_a_place_is_its_message() {
        assert_eq!(Error::new("no file").to_string(), "no file");
    }
}
