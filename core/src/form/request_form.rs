//! The form of a request: what is filled in for the person, and over it what the person typed.

use super::takes::{self, Declared, Takes};
use super::{Entry, Filled, Layer, Origin, Source};
use crate::auth::{Secret, Token};
use crate::catalogue::{FieldPath, Operation, Place, Shape};

/// The form of a request, before anybody knows whether it can be sent.
///
/// It has no `Debug`: what was typed can be a password.
pub struct RequestForm {
    /// The operation.
    pub operation: &'static Operation,
    /// What is filled in for the person: by a walkthrough, for one.
    pub defaults: Layer,
    /// What the person typed, which counts for more.
    pub typed: Layer,
    /// The token, if there is one.
    pub token: Option<Token>,
    declared: Declared,
}

impl RequestForm {
    /// An empty form whose entries stand in the fields of its operation, as those of walkthroughs do.
    /// [`prepare`](crate::http::prepare) makes the request of it.
    pub fn new(operation: &'static Operation) -> Self {
        Self::of(operation, takes::field)
    }

    /// An empty form whose entries may also stand in parts of its fields, and in the body as a whole.
    /// [`prepare_parts`](crate::http::prepare_parts) makes the request of it: a page whose forms have fields alone does without
    /// what that takes.
    pub fn with_parts(operation: &'static Operation) -> Self {
        Self::of(operation, takes::part)
    }

    fn of(operation: &'static Operation, declared: Declared) -> Self {
        Self {
            operation,
            defaults: Layer::default(),
            typed: Layer::default(),
            token: None,
            declared,
        }
    }

    /// Returns an empty form of the same kind.
    #[must_use]
    pub fn emptied(&self) -> Self {
        Self::of(self.operation, self.declared)
    }

    /// Returns what counts at a place.
    pub fn at(&self, path: &FieldPath) -> Option<&Filled> {
        let default = || self.defaults.at(path).filter(|_| !self.is_typed_over(path));
        self.typed.at(path).or_else(default)
    }

    /// Lists the steps that lead from a place down to what is filled in below it. Such an entry is put into what stands at the place.
    pub fn below(&self, path: &FieldPath) -> Vec<&str> {
        let typed = self.typed.iter();
        let defaults = self.defaults.iter();
        let defaults = defaults.filter(|filled| !self.is_typed_over(&filled.path));
        let all = typed.chain(defaults);
        all.filter_map(|filled| filled.path.steps_below(path))
            .collect()
    }

    /// Lists what is filled in below a place and counts, each with the steps that lead there.
    pub(crate) fn filled_below(&self, path: &FieldPath) -> Vec<(&str, &Entry)> {
        let typed = self.typed.iter();
        let defaults = self.defaults.iter().filter(|filled| {
            !self.is_typed_over(&filled.path) && self.typed.at(&filled.path).is_none()
        });
        let all = typed.chain(defaults);
        all.filter_map(|filled| Some((filled.path.steps_below(path)?, &filled.entry)))
            .collect()
    }

    /// Whether the person typed the whole that a place is a part of, so that what was filled in there does not count.
    fn is_typed_over(&self, path: &FieldPath) -> bool {
        let mut typed = self.typed.iter();
        typed.any(|whole| path.steps_below(&whole.path).is_some())
    }

    /// Returns the secret that stands at a place; `None` if none does.
    pub fn secret(&self, path: &FieldPath) -> Option<&Secret> {
        match &self.at(path)?.entry {
            Entry::Secret(secret) => Some(secret),
            _ => None,
        }
    }

    /// Returns the text that stands at a place; empty where none does, and where it is a secret.
    pub fn text(&self, path: &FieldPath) -> &str {
        self.at(path).map_or("", |filled| filled.entry.text())
    }

    /// Says where it comes from.
    pub fn origin(&self, path: &FieldPath) -> Origin {
        let Some(filled) = self.at(path) else {
            return Origin::Empty;
        };
        match filled.source {
            Source::Person if filled.entry.is_emptied() => Origin::Emptied,
            Source::Person => Origin::Yours,
            Source::Walkthrough => Origin::Walkthrough,
            Source::Link => Origin::Link,
            Source::Known => Origin::Known,
            Source::Step(from) => Origin::Step(from),
        }
    }

    /// Takes what the person typed, in place of what is filled in. Nothing changes where the operation knows no such place.
    pub fn type_into(&mut self, path: &FieldPath, text: String) {
        self.enter(path, self.entry(path, text));
    }

    /// Returns a text as what it is at a place.
    pub fn entry(&self, path: &FieldPath, text: String) -> Entry {
        match self.takes(path) {
            Some(Takes::Secret) => Entry::Secret(text.into()),
            _ => Entry::Text(text),
        }
    }

    /// Takes a file that the person chose, or that none is chosen any more.
    pub fn choose_file(&mut self, path: &FieldPath, file: Option<Entry>) {
        match file {
            Some(file) => self.enter(path, file),
            None => self.give_back(path),
        }
    }

    /// Fills in what the page knows from an answer, unless something stands there. Nothing changes where the operation knows no such place.
    pub fn fill_known(&mut self, path: &FieldPath, text: String) {
        if self.takes(path).is_some() && self.at(path).is_none() {
            self.defaults.fill(Filled {
                path: path.clone(),
                entry: self.entry(path, text),
                source: Source::Known,
            });
        }
    }

    /// Takes back what the person entered.
    pub fn give_back(&mut self, path: &FieldPath) {
        self.typed.clear(path);
    }

    /// Says whether a text that the person emptied is sent empty, or not at all. Nothing changes where it is not emptied.
    pub fn send_empty(&mut self, path: &FieldPath, is_sent: bool) {
        if self.can_be_empty(path) {
            let entry = match is_sent {
                true => Entry::Empty,
                false => Entry::Text(String::new()),
            };
            self.enter(path, entry);
        }
    }

    /// Whether the person has emptied what can be sent empty: an optional text.
    pub fn can_be_empty(&self, path: &FieldPath) -> bool {
        let is_emptied = matches!(
            self.typed.at(path),
            Some(filled) if filled.entry == Entry::Empty || filled.entry.is_emptied()
        );
        let is_optional_text = || self.takes(path) == Some(Takes::OptionalText);
        is_emptied && matches!(path.place, Place::Query | Place::Body) && is_optional_text()
    }

    /// Whether an empty text is sent from a place.
    pub fn is_sent_empty(&self, path: &FieldPath) -> bool {
        self.at(path)
            .is_some_and(|filled| filled.entry == Entry::Empty)
    }

    /// Lists the places that are filled in and the person has changed.
    pub fn changed(&self) -> Vec<FieldPath> {
        let typed = self.typed.iter().map(|filled| &filled.path);
        typed
            .filter(|path| self.defaults.at(path).is_some())
            .cloned()
            .collect()
    }

    /// Whether an empty text may be sent from a place; `None` if nothing may stand there.
    pub(super) fn takes_empty(&self, path: &FieldPath) -> Option<bool> {
        let takes = self.takes(path)?;
        let schema = self.operation.schema_at(path);
        let is_choice = schema.is_some_and(
            |schema| matches!(&schema.shape, Shape::Choice(choices) if choices.contains(&"".into())),
        );
        Some(takes == Takes::OptionalText || is_choice)
    }

    fn takes(&self, path: &FieldPath) -> Option<Takes> {
        (self.declared)(self.operation, path)
    }

    /// Takes an entry that the person chose. Nothing changes where the operation knows no such place.
    pub fn choose(&mut self, path: &FieldPath, entry: Entry) {
        self.enter(path, entry);
    }

    fn enter(&mut self, path: &FieldPath, entry: Entry) {
        if self.takes(path).is_some() {
            self.typed.fill(Filled {
                path: path.clone(),
                entry,
                source: Source::Person,
            });
        }
    }
}
