//! The distinct words of all operations.
//!
//! There are far fewer of them than words in all (`tests/search` has the bounds). So what was typed is held against each distinct word
//! once, and operations are ranked by the numbers that came of it.

use super::likeness::Typed;
use super::word::Word;

/// The distinct words.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Word>,
    /// Their places, in the order of their texts.
    sorted: Vec<u16>,
}

impl Vocabulary {
    /// Returns the number of a word, which is taken in if it is new.
    pub(super) fn number(&mut self, text: &str) -> u16 {
        let small = text.to_ascii_lowercase();
        let found = self
            .sorted
            .binary_search_by(|&place| self.text(place).cmp(&small));
        match found {
            Ok(at) => self.sorted[at],
            Err(at) => {
                let number = u16::try_from(self.words.len()).unwrap_or(u16::MAX);
                self.words.push(Word::new(small));
                self.sorted.insert(at, number);
                number
            }
        }
    }

    fn text(&self, number: u16) -> &str {
        let word = self.words.get(usize::from(number));
        word.map_or("", |word| &word.text)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether a word begins with that text, which is in small letters.
    pub(super) fn has_beginning(&self, text: &str) -> bool {
        let at = self
            .sorted
            .partition_point(|&place| self.text(place) < text);
        let next = self.sorted.get(at);
        next.is_some_and(|&place| self.text(place).starts_with(text))
    }

    /// Appends how like each word a typed one is. Slips count where nothing else is alike.
    pub(super) fn likenesses(&self, typed: &Typed, to: &mut Vec<u16>) {
        let begins = to.len();
        to.extend(self.words.iter().map(|word| typed.likeness(word)));
        if to[begins..].iter().all(|&likeness| likeness == 0) {
            for (word, likeness) in self.words.iter().zip(&mut to[begins..]) {
                *likeness = typed.likeness_with_slip(word);
            }
        }
    }
}
