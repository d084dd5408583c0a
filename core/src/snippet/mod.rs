//! A prepared request as code to take home.
//!
//! Secrets never come into the code: where one is sent, the code reads an environment variable.

mod curl;
mod javascript;
mod piece;
mod python;
mod variable;

pub use curl::render as curl;
pub use piece::{Class, Piece, Snippet};

use crate::http::PreparedRequest;

/// A language that requests can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// The command line program curl, for a POSIX shell.
    Curl,
    /// Python with the package requests.
    Python,
    /// JavaScript with `fetch`, as a module for Node.js 20 or newer.
    JavaScript,
}

impl Language {
    /// All languages, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Curl, Self::Python, Self::JavaScript];

    /// Returns the name as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Curl => "curl",
            Self::Python => "Python",
            Self::JavaScript => "JavaScript",
        }
    }
}

/// Writes a request as code that sends the same.
pub fn render(language: Language, request: &PreparedRequest) -> Snippet {
    match language {
        Language::Curl => curl::render(request),
        Language::Python => python::render(request),
        Language::JavaScript => javascript::render(request),
    }
}
