//! How well an operation fits what was typed. Its figures are what the table of `tests/search` asks for.

use super::index::{Occurrence, Place};
use super::likeness::FORM;
use super::path;
use super::query::{self, Term};
use super::vocabulary::Vocabulary;
use crate::catalogue::{Area, Harm};
use crate::reference::Listed;

/// What a method counts that was typed.
const METHOD: u16 = 600;

/// What it counts that two words stand side by side which were typed so.
const BESIDE_IN_TITLE: u16 = 60;
const BESIDE_IN_PATH: u16 = 200;

/// What it counts that a title begins with the word that was typed first.
const START: u16 = 240;

/// What a word of the title takes off that was not typed: before those that were, and after them.
const BEFORE: u16 = 45;
const AFTER: u16 = 20;

/// What a title counts whose words were all typed.
const TITLE: u16 = 100;

/// What it counts beyond that if no word of it is left out: *Add a user* is meant, and not *Add users to an app*.
const WHOLE_TITLE: u16 = 90;

/// How well something fits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fit {
    /// How many terms it lacks.
    pub(super) lacks: u16,
    pub(super) score: u16,
}

/// What was typed, and how like each known word is to its words.
pub(super) struct Looked {
    terms: Vec<Term>,
    /// Whether one of them is a method. A word beside it is more likely one of the path.
    has_method: bool,
    /// For each term that is a word, one number for each word of the vocabulary.
    likenesses: Vec<u16>,
    /// How many words the vocabulary has.
    count: usize,
}

impl Looked {
    pub(super) fn at(text: &str, vocabulary: &Vocabulary) -> Self {
        let terms = query::read(text, |word| vocabulary.has_beginning(word));
        let count = vocabulary.len();
        let mut likenesses = Vec::with_capacity(terms.len() * count);
        for term in &terms {
            if let Term::Word(typed) = term {
                vocabulary.likenesses(typed, &mut likenesses);
            }
        }
        let has_method = terms.iter().any(|term| matches!(term, Term::Method(_)));
        Self {
            has_method,
            terms,
            likenesses,
            count,
        }
    }

    /// How many terms there are.
    pub(super) fn terms(&self) -> usize {
        self.terms.len()
    }

    /// Returns how like each known word is to each that was typed.
    fn rows(&self) -> impl Iterator<Item = &[u16]> {
        self.likenesses.chunks_exact(self.count.max(1))
    }

    /// How well an operation with these words fits, or a walkthrough, by the words alone.
    pub(super) fn fit(&self, listed: Option<&Listed>, words: &[Occurrence]) -> Fit {
        let mut fit = Fit::default();
        let mut rows = self.rows();
        for term in &self.terms {
            let score = match (term, listed) {
                (Term::Word(_), _) => rows.next().map_or(0, |row| self.best(row, words)),
                (Term::Path(typed), Some(listed)) => path::agreement(typed, listed.path),
                (Term::Method(method), Some(listed)) if *method == listed.method => METHOD,
                _ => 0,
            };
            fit.lacks += u16::from(score == 0);
            fit.score += score;
        }
        fit
    }

    /// What counts beyond the words: their order, the rest of the title, and what the operation is.
    pub(super) fn beyond(&self, listed: Option<&Listed>, words: &[Occurrence]) -> u16 {
        let by_order = self.neighbours(words) + self.start(words);
        by_order + self.title(words) + listed.map_or(0, preference)
    }

    /// The most that any of the words counts.
    fn best(&self, likenesses: &[u16], words: &[Occurrence]) -> u16 {
        let count =
            |word: &Occurrence| like(likenesses, word) * word.place.weight(self.has_method) / 10;
        words.iter().map(count).max().unwrap_or_default()
    }

    /// What it counts that two words stand side by side which were typed so.
    fn neighbours(&self, words: &[Occurrence]) -> u16 {
        let pairs = self.rows().zip(self.rows().skip(1));
        let counts = pairs.map(|(one, next)| {
            let counts = words.windows(2).map(|two| match two {
                [a, b] if b.goes_on => beside(b.place, (one, next), (a, b)),
                _ => 0,
            });
            counts.max().unwrap_or_default()
        });
        counts.sum()
    }

    /// What it counts that a title begins with the word that was typed first.
    fn start(&self, words: &[Occurrence]) -> u16 {
        let first = self.rows().next().zip(words.first());
        let is_first = first.is_some_and(|(row, word)| like(row, word) > 0);
        if is_first { START } else { 0 }
    }

    /// What a title counts that has words that were typed, the less the more others it has.
    fn title(&self, words: &[Occurrence]) -> u16 {
        let (mut before, mut after) = (0, None);
        let mut is_whole = self.terms() > 1;
        for word in words.iter().take_while(|word| word.place.is_title()) {
            let is_typed = self.rows().any(|row| like(row, word) > 0);
            let is_meant = self.rows().any(|row| like(row, word) >= FORM);
            is_whole &= is_meant || (word.is_quiet && !is_typed);
            match &mut after {
                _ if is_typed => after = Some(after.unwrap_or(0)),
                _ if word.is_quiet => {}
                Some(after) => *after += AFTER,
                None => before += BEFORE,
            }
        }
        let whole = if is_whole { WHOLE_TITLE } else { 0 };
        after.map_or(0, |after: u16| TITLE.saturating_sub(before + after) + whole)
    }
}

/// What two words count that stand side by side at such a place. In a title their order is free: *members of a group* are
/// *group members*. In a path it is not, and nothing but the words themselves counts, since few others have the same two.
fn beside(place: Place, (one, next): (&[u16], &[u16]), (a, b): (&Occurrence, &Occurrence)) -> u16 {
    let are = |one, next, least| like(one, a) >= least && like(next, b) >= least;
    match place {
        Place::Path if are(one, next, FORM) => BESIDE_IN_PATH,
        Place::Title | Place::Around if are(one, next, 1) || are(next, one, 1) => BESIDE_IN_TITLE,
        _ => 0,
    }
}

fn like(likenesses: &[u16], word: &Occurrence) -> u16 {
    likenesses
        .get(usize::from(word.word))
        .copied()
        .unwrap_or_default()
}

/// What comes first among equals: what does less harm, and what more people use.
fn preference(listed: &Listed) -> u16 {
    let harm = match listed.harm {
        Harm::Reads => 60,
        Harm::Adds => 55,
        Harm::Changes => 30,
        Harm::Removes => 5,
        Harm::RemovesMuch => 0,
    };
    let area = match listed.area {
        Area::Base => 123,
        Area::User => 122,
        Area::Authentication => 121,
        Area::File => 120,
        Area::TeamAdmin => 1,
        Area::SystemAdmin | Area::Scheduler => 0,
    };
    let current = if listed.deprecated { 0 } else { 30 };
    harm + area + current
}
