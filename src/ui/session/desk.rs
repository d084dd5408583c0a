//! The places where a request is put together, sent, and its response looked at.

use crate::browser::location;
use crate::walkthroughs::CONTENTS;
use playground_core::route::Route;

/// A desk: where one request is put together, sent, and its response looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum DeskId {
    /// That of a step.
    Step(StepKey),
    /// That of an operation by itself, by its place in the catalogue.
    Operation(usize),
}

/// The place of a step: its walkthrough, and its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct StepKey {
    /// The walkthrough, by its place in the list.
    pub(in crate::ui) walkthrough: usize,
    /// The step.
    pub(in crate::ui) step: usize,
}

impl From<StepKey> for DeskId {
    fn from(key: StepKey) -> Self {
        Self::Step(key)
    }
}

impl DeskId {
    /// Returns the step whose desk it is.
    pub(in crate::ui) fn step(self) -> Option<StepKey> {
        match self {
            Self::Step(key) => Some(key),
            Self::Operation(_) => None,
        }
    }

    /// Makes the id of the control of a field: only one desk has its form on the page.
    pub(in crate::ui) fn field(self, place: usize) -> String {
        match self {
            Self::Step(key) => format!("field-{}-{place}", key.step),
            Self::Operation(_) => format!("field-{place}"),
        }
    }

    /// Makes the id of an element that each desk has one of.
    pub(in crate::ui) fn element(self, name: &str) -> String {
        match self {
            Self::Step(key) => format!("{name}-{}-{}", key.walkthrough, key.step),
            Self::Operation(place) => format!("{name}-{place}"),
        }
    }
}

impl StepKey {
    /// A step that is not there.
    pub(in crate::ui) const NONE: Self = Self {
        walkthrough: usize::MAX,
        step: 0,
    };

    /// Returns another step of the same walkthrough.
    pub(in crate::ui) fn at(self, step: usize) -> Self {
        Self { step, ..self }
    }

    /// Returns the number of the step.
    pub(in crate::ui) fn number(self) -> &'static str {
        let walkthrough = CONTENTS.get(self.walkthrough);
        let number = walkthrough.and_then(|it| it.numbers.get(self.step));
        number.copied().unwrap_or_default()
    }

    /// Returns the address of the step.
    pub(in crate::ui) fn link(self) -> String {
        let id = CONTENTS.get(self.walkthrough).map_or("", |it| it.id);
        Route::step(id, self.number()).to_string()
    }

    /// Goes to the step.
    pub(in crate::ui) fn open(self) {
        location::go(&self.link());
    }
}
