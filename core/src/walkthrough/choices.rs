//! Choices: lists in an answer out of which the person chooses what the next steps take.

use super::extras::{Choice, Label};
use super::model::Call;
use super::pick::{offered, places};
use super::run::Run;
use crate::json::{Document, Kind, NodeId};

/// The longest name of an entry, in characters.
const LONGEST: usize = 60;

/// A choice as the page offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceView {
    /// What is chosen.
    pub title: &'static str,
    /// The entries on offer.
    pub entries: Vec<Entry>,
    /// What it is called to choose none; empty where one has to be chosen.
    pub none: &'static str,
    /// The index of the entry that the next steps take.
    pub chosen: Option<usize>,
    /// Whether the person chose it, or had no choice.
    pub settled: bool,
    /// Whether the person has to choose even where there is one entry.
    pub ask: bool,
}

/// An entry on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its index in the list of the answer.
    pub index: usize,
    /// What it is called.
    pub name: String,
}

impl Run {
    /// Lists the choices that the answer of a step offers.
    pub fn choices(&self, step: usize) -> Vec<ChoiceView> {
        let Some((call, state)) = self.call(step) else {
            return Vec::new();
        };
        let Some(answer) = self.answer(step) else {
            return Vec::new();
        };
        let places = places(call, &state.choices, answer);
        let view = |(i, choice): (usize, &'static Choice)| {
            let entries = self.entries_of(call, i, &places, &answer.body);
            ChoiceView {
                title: choice.title,
                none: choice.none,
                ask: choice.ask,
                settled: !choice.none.is_empty()
                    || (entries.len() < 2 && !choice.ask)
                    || state.choices.chosen.get(i).is_some_and(Option::is_some),
                chosen: places.get(i).copied().flatten(),
                entries,
            }
        };
        // A list inside an entry is there once that entry is chosen.
        let open = places.iter().zip(call.extras.choices);
        let open = open.take_while(|(place, choice)| place.is_some() || !choice.ask);
        let shown = open.count() + 1;
        call.extras
            .choices
            .iter()
            .enumerate()
            .take(shown)
            .map(view)
            .collect()
    }

    /// Returns what has to be chosen yet from the lists of a step, since later requests act on it.
    pub fn to_choose(&self, step: usize) -> Option<&'static str> {
        self.answer(step)?;
        self.steps.get(step)?.choices.open
    }

    /// Finds that out. It is done when a response is taken in or an entry chosen, since the first module does without the lists.
    pub(super) fn find_to_choose(&self, step: usize) -> Option<&'static str> {
        let all = self.choices(step).into_iter();
        all.filter(|choice| choice.ask && choice.chosen.is_none() && !choice.entries.is_empty())
            .map(|choice| choice.title)
            .next()
    }

    fn entries_of(
        &self,
        call: &'static Call,
        choice: usize,
        places: &[Option<usize>],
        body: &Document,
    ) -> Vec<Entry> {
        let Some(definition) = call.extras.choices.get(choice) else {
            return Vec::new();
        };
        offered(call, choice, places, body)
            .map(|(index, node)| Entry {
                index,
                name: self.name(definition, body, node, index),
            })
            .collect()
    }

    fn name(&self, choice: &Choice, body: &Document, node: NodeId, index: usize) -> String {
        let mut name = String::new();
        for label in choice.label {
            let part = match label {
                Label::At(pointer) => body.pointer_from(node, pointer),
                Label::Named(from) => self.cell(*from, body, node),
            };
            let text = part.and_then(|part| match body.kind(part) {
                Kind::String => body.string(part),
                Kind::Null => None,
                _ => Some(body.text(part).into_owned()),
            });
            let Some(text) = text.filter(|text| !text.is_empty()) else {
                continue;
            };
            if !name.is_empty() {
                name.push_str(" · ");
            }
            name.extend(text.chars().take(LONGEST));
        }
        if name.is_empty() {
            name.push_str("No. ");
            name.push_str(&(index + 1).to_string());
        }
        name
    }
}
