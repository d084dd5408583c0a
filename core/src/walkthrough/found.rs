//! What an answer has where a condition looked.

/// What was checked of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// A condition, as the walkthrough words it.
    Condition(&'static str),
    /// Whether the body is whole JSON.
    WholeJson,
}

/// What was found where a condition looked. Never a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing is there.
    Nothing,
    /// A value that is not shown.
    Secret,
    /// The text of a value, cut off where it goes on.
    Value {
        /// Its text, or the beginning of it.
        text: String,
        /// Whether it goes on.
        is_cut: bool,
    },
    /// What each of several conditions found.
    Each(Vec<Self>),
    /// The entry that was looked for.
    Entry(Position),
    /// None of so many entries is the one that was looked for.
    NoEntry(usize),
    /// The entry that was looked for: not in this part of the list, but by its id.
    EntryById,
    /// There is no list to look in.
    NoList,
    /// What would be looked for is not there.
    NothingToLookFor(Sought),
    /// A step that was left out would have given the value to compare with.
    NotGiven {
        /// The step.
        step: &'static str,
        /// The name of the value.
        name: &'static str,
    },
    /// The body is empty.
    EmptyBody,
    /// The body is no JSON from there on; both count from 1.
    NoJsonFrom {
        /// The line.
        line: u32,
        /// The column.
        column: u32,
    },
    /// The body has no value.
    NoValue,
}

/// What a condition looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// A value, in the entries of a list.
    Value,
    /// A file, in a cell.
    File,
}

/// Where an entry stands in a list; it counts from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Its place.
    pub place: usize,
    /// How many entries there are; `None` if the list goes on, and nobody knows how far.
    pub of: Option<usize>,
}

impl Found {
    /// Returns where the entry was found that a condition looks for.
    pub(super) fn position(&self) -> Option<Position> {
        match self {
            Self::Entry(position) => Some(*position),
            Self::Each(all) => all.iter().find_map(Self::position),
            _ => None,
        }
    }
}
