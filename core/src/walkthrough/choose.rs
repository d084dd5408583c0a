//! Choices: lists in an answer out of which the person chooses what the next steps take.

use super::extras::{Choice, Label};
use super::model::{Call, Output, Pick, Reference};
use super::run::{Run, State};
use super::value::Value;
use crate::auth::accept;
use crate::http::{Answer, Exchange};
use crate::json::{Document, Kind, NodeId, pointer};

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
        let Some(answer) = state.exchange.as_deref().and_then(|e| e.answer()) else {
            return Vec::new();
        };
        let places = places(call, state, answer);
        let view = |(i, choice): (usize, &'static Choice)| {
            let entries = self.entries_of(call, i, &places, &answer.body);
            ChoiceView {
                title: choice.title,
                none: choice.none,
                ask: choice.ask,
                settled: !choice.none.is_empty()
                    || (entries.len() < 2 && !choice.ask)
                    || state.chosen.get(i).is_some_and(Option::is_some),
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
        let state = self.steps.get(step)?;
        state.exchange.as_deref()?.answer()?;
        state.to_choose
    }

    /// Finds that out. It is done when a response is taken in or an entry chosen, since the first module does without the lists.
    pub(super) fn find_to_choose(&self, step: usize) -> Option<&'static str> {
        let all = self.choices(step).into_iter();
        all.filter(|choice| choice.ask && choice.chosen.is_none() && !choice.entries.is_empty())
            .map(|choice| choice.title)
            .next()
    }

    /// Takes another entry of a list, or none.
    pub fn choose(&mut self, step: usize, choice: usize, index: Option<usize>) {
        let Some((call, _)) = self.call(step) else {
            return;
        };
        let Some(state) = self.steps.get_mut(step) else {
            return;
        };
        for (i, other) in call.extras.choices.iter().enumerate() {
            let Some(chosen) = state.chosen.get_mut(i) else {
                continue;
            };
            if i == choice {
                *chosen = index;
            } else if call
                .extras
                .choices
                .get(choice)
                .is_some_and(|choice| pointer::is_within(other.list, choice.list))
            {
                // A list inside the other one: its entries are others now.
                *chosen = None;
            }
        }
        self.retake(step);
    }

    /// Takes what stands in each list of a step as chosen: the person was shown it.
    pub fn settle(&mut self, step: usize) {
        let chosen: Vec<_> = self
            .choices(step)
            .iter()
            .map(|choice| choice.chosen)
            .collect();
        if let Some(state) = self.steps.get_mut(step) {
            state.chosen = chosen;
        }
        let to_choose = self.find_to_choose(step);
        if let Some(state) = self.steps.get_mut(step) {
            state.to_choose = to_choose;
        }
    }

    /// Takes the outputs of a step out of its answer.
    pub(super) fn picked(
        call: &'static Call,
        state: &State,
        exchange: &Exchange,
        answer: &Answer,
    ) -> Vec<Option<Value>> {
        let places = places(call, state, answer);
        let pick = |output: &Output| match output.pick {
            Pick::Sent(place) => Value::sent(&exchange.request, &call.operation.path, place),
            Pick::Body(pointer) => {
                let pointer = rewritten(pointer, call.extras.choices, &places)?;
                Value::at(&answer.body, &pointer)
            }
            Pick::Header(name) => answer.header(name).map(Value::of_text),
        };
        // What no request could carry is no token.
        let is_usable = |output: &Output, value: &Value| {
            output.token.is_none_or(|kind| {
                value.json().starts_with('"') && accept(kind, value.plain()).is_ok()
            })
        };
        let usable = |output| pick(output).filter(|value| is_usable(output, value));
        call.outputs.iter().map(usable).collect()
    }

    /// Returns the JSON Pointer that an output of a step is taken from, with the entries that are chosen; none where none is.
    pub fn pointer(&self, step: usize, output: usize) -> Option<String> {
        let (call, state) = self.call(step)?;
        let Pick::Body(pointer) = call.outputs.get(output)?.pick else {
            return None;
        };
        match state.exchange.as_deref().and_then(|e| e.answer()) {
            Some(answer) => rewritten(pointer, call.extras.choices, &places(call, state, answer)),
            None => Some(pointer.to_owned()),
        }
    }

    /// Finds the cell of the column that an earlier value names, in a row that has names or keys.
    pub(super) fn cell(&self, column: Reference, row: &Document, node: NodeId) -> Option<NodeId> {
        let name = self.value(column)?;
        row.member(node, name.plain()).or_else(|| {
            let pointer = self.pointer(column.step, column.value)?;
            let key = [pointer.strip_suffix("/name")?, "/key"].concat();
            let metadata = &self.exchange(column.step)?.answer()?.body;
            row.member(node, Value::at(metadata, &key)?.plain())
        })
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

/// Finds the index that each choice stands at.
fn places(call: &'static Call, state: &State, answer: &Answer) -> Vec<Option<usize>> {
    let mut places: Vec<Option<usize>> = Vec::new();
    for (i, choice) in call.extras.choices.iter().enumerate() {
        let offered: Vec<usize> = offered(call, i, &places, &answer.body)
            .map(|(i, _)| i)
            .collect();
        let chosen = state.chosen.get(i).copied().flatten();
        let usual = [choice.index].into_iter().chain(offered.first().copied());
        let usual = usual.take(if choice.none.is_empty() && !choice.ask {
            2
        } else {
            0
        });
        let place = chosen
            .into_iter()
            .chain(usual)
            .find(|index| offered.contains(index));
        places.push(place);
    }
    places
}

/// The entries of a list that may be chosen, with their indexes.
fn offered<'a>(
    call: &'static Call,
    choice: usize,
    places: &[Option<usize>],
    body: &'a Document,
) -> impl Iterator<Item = (usize, NodeId)> + use<'a> {
    let choices = call.extras.choices;
    let definition = choices.get(choice);
    let list = definition.and_then(|definition| {
        let outer = choices.get(..choice).unwrap_or_default();
        body.pointer(&rewritten(definition.list, outer, places)?)
    });
    list.into_iter()
        .filter(|&list| body.kind(list) == Kind::Array)
        .flat_map(|list| body.children(list))
        .enumerate()
        .filter(move |&(_, node)| definition.is_some_and(|it| is_offered(it, body, node)))
}

fn is_offered(choice: &Choice, body: &Document, node: NodeId) -> bool {
    choice.only.as_ref().is_none_or(|only| {
        let found = body
            .pointer_from(node, only.member)
            .and_then(|node| body.string(node));
        found.is_some_and(|found| only.is.contains(&found.as_str()))
    })
}

/// Puts the chosen indexes in the place of those that the document has; none where nothing can be chosen.
fn rewritten(pointer: &str, choices: &[Choice], places: &[Option<usize>]) -> Option<String> {
    let mut out: Vec<String> = pointer.split('/').map(str::to_owned).collect();
    for (choice, place) in choices.iter().zip(places) {
        let at = choice.list.split('/').count();
        let inside = pointer != choice.list && pointer::is_within(pointer, choice.list);
        if let Some(part) = out.get_mut(at)
            && inside
            && *part == choice.index.to_string()
        {
            *part = (*place)?.to_string();
        }
    }
    Some(out.join("/"))
}
