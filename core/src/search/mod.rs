//! The search over all operations and walkthroughs: what people type, and what they mean by it, ranked.
//!
//! A word counts by the place where it stands, and less where it is only begun, stands for another word of the same meaning, or
//! misses one by a letter ([`fit`] has the figures). Of equals, what does the least harm comes first, and then what most people need.

mod best;
mod choice;
mod fit;
mod index;
mod likeness;
mod path;
mod query;
mod synonyms;
mod vocabulary;
mod word;

use crate::reference::Listed;
use best::Best;
pub use choice::moved;
use fit::{Fit, Looked};
use index::Words;

/// The most that is listed.
pub const MOST: usize = 20;

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// An operation, by its place in the index.
    Operation(usize),
    /// A walkthrough, by its place in their list.
    Walkthrough(usize),
}

/// What was found for a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The best, at most [`MOST`] of them.
    pub best: Vec<Found>,
    /// How many there are in all.
    pub all: usize,
}

/// All that can be found.
#[derive(Debug)]
pub struct Index {
    operations: &'static [Listed],
    words: Words,
}

impl Index {
    /// Indexes operations, and walkthroughs by their titles.
    pub fn new(
        operations: &'static [Listed],
        walkthroughs: impl Iterator<Item = &'static str>,
    ) -> Self {
        let mut words = Words::default();
        for listed in operations {
            words.add_operation(listed);
        }
        for title in walkthroughs {
            words.add_title(title);
        }
        Self { operations, words }
    }

    /// Returns how many words are looked at for a keystroke: the distinct ones for each word typed, and then all.
    pub fn words(&self) -> (usize, usize) {
        (self.words.vocabulary.len(), self.words.count())
    }

    /// Finds what was typed; nothing where nothing was.
    pub fn find(&self, text: &str) -> Results {
        let looked = Looked::at(text, &self.words.vocabulary);
        let each = || self.operations().zip(self.words.of_each());
        let fits: Vec<Fit> = each()
            .map(|(listed, words)| looked.fit(listed, words))
            .collect();
        let fewest = fits.iter().map(|fit| fit.lacks).min().unwrap_or_default();
        if usize::from(fewest) >= looked.terms() {
            return Results::default();
        }
        let mut best = Best::new(MOST);
        let mut all = 0;
        for (item, (fit, (listed, words))) in fits.iter().zip(each()).enumerate() {
            if fit.lacks == fewest {
                best.add(fit.score + looked.beyond(listed, words), item);
                all += 1;
            }
        }
        let best = best.items().map(|item| self.found(item)).collect();
        Results { best, all }
    }

    /// Returns the operations, and then none for each walkthrough.
    fn operations(&self) -> impl Iterator<Item = Option<&Listed>> {
        let operations = self.operations.iter().map(Some);
        operations.chain(std::iter::repeat(None))
    }

    fn found(&self, item: usize) -> Found {
        match item.checked_sub(self.operations.len()) {
            None => Found::Operation(item),
            Some(walkthrough) => Found::Walkthrough(walkthrough),
        }
    }
}

#[cfg(test)]
mod tests;
