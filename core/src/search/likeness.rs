//! How like a word that was typed is to one that operations have.

use super::synonyms::ARE_DOING;
use super::word::Word;

/// The likeness of a word to itself.
pub(super) const SAME: u16 = 100;
/// To another form of it: `rows` to `row`.
pub(super) const FORM: u16 = 98;
/// To one that it begins, at least, and how much of it is yet to be typed makes the rest.
const BEGINS: u16 = 72;
const BEGINS_MORE: u16 = 10;
/// To another word for the same thing, and for what is done, where people choose more freely.
const SAME_THING: u16 = 80;
const SAME_DOING: u16 = 90;
/// To one that it misses by a letter.
const SLIP: u16 = 65;

/// The shortest word in which a slip is looked for: of shorter ones, too many are one letter apart.
const SLIPS_FROM: usize = 5;

/// A word as it was typed, in small letters.
#[derive(Debug)]
pub(super) struct Typed {
    pub(super) word: Word,
    /// Whether more of it may follow.
    is_last: bool,
}

impl Typed {
    pub(super) fn new(text: String, is_last: bool) -> Self {
        let word = Word::new(text);
        Self { word, is_last }
    }

    /// How like a known word this is; a slip does not count yet.
    pub(super) fn likeness(&self, known: &Word) -> u16 {
        let (typed, all) = (self.word.text.as_str(), known.text.as_str());
        let shared = self.word.groups & known.groups;
        if typed == all {
            SAME
        } else if self.word.stem() == known.stem() {
            FORM
        } else if shared & ARE_DOING != 0 {
            SAME_DOING
        } else if shared != 0 {
            SAME_THING
        } else if all.starts_with(typed) && (self.is_last || typed.len() > 1) {
            let part = usize::from(BEGINS_MORE) * typed.len() / all.len().max(1);
            BEGINS + u16::try_from(part).unwrap_or(0)
        } else {
            0
        }
    }

    /// How like a known word this is, if a letter of it is wrong, missing, too many, or has changed places with its neighbour.
    pub(super) fn likeness_with_slip(&self, known: &Word) -> u16 {
        let is_long = self.word.text.len() >= SLIPS_FROM;
        let is_slip = is_long && is_one_off(self.word.stem().as_bytes(), known.text.as_bytes());
        if is_slip { SLIP } else { 0 }
    }
}

/// Whether one letter is between what was typed and the beginning of a word.
fn is_one_off(typed: &[u8], word: &[u8]) -> bool {
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    let (Some((first, typed_rest)), Some((begin, word_rest))) =
        (typed.split_first(), word.split_first())
    else {
        // All of the word, and one letter more.
        return typed.len() == 1;
    };
    let swapped = typed_rest.first() == Some(begin)
        && word_rest.first() == Some(first)
        && word_rest[1..].starts_with(&typed_rest[1..]);
    let wrong = word_rest.starts_with(typed_rest);
    let missing = word_rest.starts_with(typed);
    let too_many = word.starts_with(typed_rest);
    swapped || wrong || missing || too_many
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(typed: &str, word: &str) -> u16 {
        let typed = Typed::new(typed.to_owned(), true);
        typed.likeness(&Word::new(word.to_owned()))
    }

    #[test]
    fn the_more_alike_the_higher() {
        let falling = [
            likeness("rows", "rows"),
            likeness("row", "rows"),
            likeness("remove", "delete"),
            likeness("record", "row"),
            likeness("colum", "columns"),
            likeness("c", "columns"),
            likeness("view", "columns"),
        ];
        assert!(falling.is_sorted_by(|one, next| one > next), "{falling:?}");
    }

    #[test]
    fn a_slip_is_one_letter() {
        let slip = |typed: &str, word: &str| {
            let typed = Typed::new(typed.to_owned(), true);
            typed.likeness_with_slip(&Word::new(word.to_owned())) > 0
        };
        for typed in ["colunm", "collumn", "coloumn", "columms", "bolumn"] {
            assert!(slip(typed, "column"), "{typed}");
        }
        assert!(slip("permision", "permissions"));
        assert!(slip("permisions", "permission"));
        for (typed, word) in [
            ("colnmu", "column"),
            ("rwo", "row"),
            ("tables", "views"),
            ("", ""),
        ] {
            assert!(!slip(typed, word), "{typed}");
        }
    }
}
