//! The entries of a form, each at its place.

use super::Source;
use crate::auth::Secret;
use crate::catalogue::FieldPath;

/// What one place of a form holds.
///
/// It has no `Debug`: it can be a password.
#[derive(Clone, PartialEq)]
pub enum Entry {
    /// Text as typed. Where it is empty, nothing is sent.
    Text(String),
    /// The same where it is a secret as a whole: a password, a code, an upload link.
    Secret(Secret),
    /// An empty text that is sent.
    Empty,
    /// What says which of several kinds a value is of, whose members stand below it; and the JSON of what no field of it shows.
    Kind {
        /// The kind, by its place among them.
        kind: usize,
        /// The JSON; empty where there is none.
        rest: String,
    },
    /// A password that was sent and is forgotten since. Only the preview has it, as its variable.
    Forgotten,
    /// A chosen file, which the browser side holds.
    File {
        /// The number that the browser side gave it.
        handle: u32,
        /// Its name.
        name: String,
        /// Its size in bytes.
        size: u64,
    },
}

impl Entry {
    /// Returns the text of it, as its field shows it; empty where it is a secret.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Kind { rest: text, .. } => text,
            Self::Secret(_) | Self::Empty | Self::Forgotten | Self::File { .. } => "",
        }
    }

    /// Whether it is a text that has been emptied, so that nothing is sent.
    pub fn is_emptied(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Secret(secret) => secret.is_empty(),
            Self::Empty | Self::Kind { .. } | Self::Forgotten | Self::File { .. } => false,
        }
    }

    /// Whether there is nothing in it but white space.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Secret(secret) => secret.is_empty(),
            entry => entry.text().trim().is_empty(),
        }
    }
}

/// An entry at its place, and who filled it in.
#[derive(Clone, PartialEq)]
pub struct Filled {
    /// The place.
    pub path: FieldPath,
    /// The entry.
    pub entry: Entry,
    /// Who filled it in.
    pub source: Source,
}

/// A layer of a form: entries of one kind, at most one at each place, in the order in which they came.
#[derive(Clone, Default, PartialEq)]
pub struct Layer(Vec<Filled>);

impl Layer {
    /// Returns what stands at a place.
    pub fn at(&self, path: &FieldPath) -> Option<&Filled> {
        self.0.iter().find(|filled| filled.path == *path)
    }

    /// Fills a place in, over what stands there.
    pub fn fill(&mut self, filled: Filled) {
        match self.0.iter_mut().find(|other| other.path == filled.path) {
            Some(other) => *other = filled,
            None => self.0.push(filled),
        }
    }

    /// Takes out what stands at a place.
    pub fn clear(&mut self, path: &FieldPath) {
        self.0.retain(|filled| filled.path != *path);
    }

    /// Keeps the entries that something holds for.
    pub fn retain(&mut self, holds: impl Fn(&Filled) -> bool) {
        self.0.retain(holds);
    }

    /// Takes out what stands at a place and below it.
    pub(super) fn clear_all(&mut self, path: &FieldPath) {
        self.0
            .retain(|filled| filled.path != *path && filled.path.steps_below(path).is_none());
    }

    /// Gives entries other places. Those that get none are taken out.
    pub(super) fn replace_paths(&mut self, place: impl Fn(&FieldPath) -> Option<FieldPath>) {
        self.0.retain_mut(|filled| match place(&filled.path) {
            Some(path) => {
                filled.path = path;
                true
            }
            None => false,
        });
    }

    /// Lists the entries.
    pub fn iter(&self) -> impl Iterator<Item = &Filled> {
        self.0.iter()
    }
}
