//! What is wrong with a document, and where.

use crate::yaml::Position;
use std::fmt;

/// A fault of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The name of the file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What was found.
    pub found: String,
    /// What was expected in its place.
    pub expected: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            found,
            expected,
        } = self;
        write!(f, "{file}:{line}:{column}: {found}; expected {expected}")
    }
}

/// The faults of one file, collected.
pub(crate) struct Faults {
    file: String,
    list: Vec<Fault>,
}

impl Faults {
    pub(crate) fn of(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            list: Vec::new(),
        }
    }

    pub(crate) fn push(
        &mut self,
        at: Position,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.list.push(Fault {
            file: self.file.clone(),
            line: at.line,
            column: at.column,
            found: found.into(),
            expected: expected.into(),
        });
    }

    /// Returns the faults in the order of the text, since they were found in the order of the checks.
    pub(crate) fn into_sorted(mut self) -> Vec<Fault> {
        self.list.sort_by_key(|fault| (fault.line, fault.column));
        self.list
    }
}
