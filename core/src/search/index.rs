//! The index of what can be found: the words of each operation and walkthrough, with the place where they stand.

use super::vocabulary::Vocabulary;
use super::word::{is_weak, pieces};
use crate::catalogue::Area;
use crate::reference::Listed;

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the title, as what is done and what it is done to.
    Title,
    /// In the title behind a preposition: `a row` in `Add a comment to a row`.
    Around,
    Id,
    Path,
    Field,
    Words,
    /// In the name of an area that admins have for themselves.
    Admin,
    Group,
}

impl Place {
    /// How much a word counts that stands here, in a hundredth.
    pub(super) fn weight(self, has_method: bool) -> u16 {
        match self {
            Self::Path if has_method => 120,
            Self::Title => 100,
            Self::Words => 96,
            Self::Around | Self::Id => 90,

            Self::Path => 70,
            Self::Field | Self::Admin => 60,
            Self::Group => 30,
        }
    }

    /// Whether it is in the title.
    pub(super) fn is_title(self) -> bool {
        matches!(self, Self::Title | Self::Around)
    }
}

/// A word at its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence {
    pub(super) word: u16,
    pub(super) place: Place,
    /// Whether it goes on with what stands before it: with the title, or with the segment of the path.
    pub(super) goes_on: bool,
    /// Whether a title that has it says no more than one without.
    pub(super) is_quiet: bool,
}

/// The words of all that can be found.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) vocabulary: Vocabulary,
    occurrences: Vec<Occurrence>,
    /// Where the words of each end.
    ends: Vec<usize>,
}

impl Words {
    /// Takes in the words of an operation.
    pub(super) fn add_operation(&mut self, listed: &Listed) {
        self.add_title_words(listed.title);
        self.add_name(listed.id, Place::Id);
        for segment in listed.path.split('/').filter(|segment| says(segment)) {
            self.add(segment, Place::Path);
        }
        for field in listed.fields {
            self.add_name(field, Place::Field);
        }
        self.add(listed.words, Place::Words);
        self.add(listed.group, Place::Group);
        let area = match listed.area {
            Area::TeamAdmin | Area::SystemAdmin => Place::Admin,
            _ => Place::Group,
        };
        self.add(listed.area.name(), area);
        self.ends.push(self.occurrences.len());
    }

    /// Takes in the words of a title that stands alone.
    pub(super) fn add_title(&mut self, title: &str) {
        self.add_title_words(title);
        self.ends.push(self.occurrences.len());
    }

    fn add_title_words(&mut self, title: &str) {
        let (mut place, mut goes_on) = (Place::Title, false);
        for piece in pieces(title) {
            if PREPOSITIONS.contains(&piece) {
                place = Place::Around;
            } else if !is_weak(piece) {
                self.add_word(piece, place, goes_on);
                goes_on = true;
            }
        }
    }

    /// Takes in a name as a whole, and its pieces.
    fn add_name(&mut self, name: &str, place: Place) {
        self.add_word(name, place, false);
        self.add(name, place);
    }

    fn add(&mut self, text: &str, place: Place) {
        let mut goes_on = false;
        for piece in pieces(text).filter(|piece| !is_weak(piece)) {
            self.add_word(piece, place, goes_on);
            goes_on = true;
        }
    }

    fn add_word(&mut self, word: &str, place: Place, goes_on: bool) {
        let is_quiet = QUIET.iter().any(|quiet| quiet.eq_ignore_ascii_case(word));
        let word = self.vocabulary.number(word);
        self.occurrences.push(Occurrence {
            word,
            place,
            goes_on,
            is_quiet,
        });
    }

    /// How many words there are in all.
    pub(super) fn count(&self) -> usize {
        self.occurrences.len()
    }

    /// Returns the words of each, in the order in which they were taken in.
    pub(super) fn of_each(&self) -> impl Iterator<Item = &[Occurrence]> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        let bounds = begins.zip(&self.ends);
        bounds.map(|(begin, &end)| self.occurrences.get(begin..end).unwrap_or_default())
    }
}

/// Whether a segment says what is peculiar to a path. Most begin alike, and variable parts are fields.
fn says(segment: &str) -> bool {
    let is_common = matches!(segment, "api" | "v2" | "v2.1" | "api2" | "api-gateway");
    !is_common && !segment.starts_with('{')
}

/// What stands after one of these in a title says where something is done, or with what.
const PREPOSITIONS: [&str; 10] = [
    "as", "by", "for", "from", "in", "into", "of", "on", "to", "with",
];

/// Words that titles of what only reads begin with.
const QUIET: [&str; 5] = ["get", "list", "show", "you", "your"];
