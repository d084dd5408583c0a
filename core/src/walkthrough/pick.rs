//! Where the outputs of a step stand in its answer, with the entries of lists that are chosen.

use super::extras::Choice;
use super::model::{Call, Output, Pick, Reference};
use super::run::Run;
use super::state::Choices;
use super::value::Given;
use crate::http::{Answer, Exchange};
use crate::json::{Document, Kind, NodeId, pointer};

/// Takes the outputs of a step out of its answer.
pub(super) fn outputs(
    call: &'static Call,
    choices: &Choices,
    exchange: &Exchange,
    answer: &Answer,
) -> Vec<Option<Given>> {
    let places = places(call, choices, answer);
    let pick = |output: &Output| match output.pick {
        Pick::Sent(place) => Given::sent(&exchange.request, &call.operation.path, place),
        Pick::Body(pointer) => {
            let pointer = rewritten(pointer, call.extras.choices, &places)?;
            Given::at(&answer.body, &pointer)
        }
        Pick::Header(name) => answer.header(name).map(Given::of_text),
    };
    // What no request could carry is no token.
    let usable = |output: &Output| {
        let value = pick(output)?;
        match output.kind.token() {
            Some(kind) => value.into_token(kind),
            None => Some(value),
        }
    };
    call.outputs.iter().map(usable).collect()
}

impl Run {
    /// Returns the JSON Pointer that an output of a step is taken from, with the entries that are chosen; `None` if none is.
    pub fn pointer(&self, step: usize, output: usize) -> Option<String> {
        let (call, state) = self.call(step)?;
        let Pick::Body(pointer) = call.outputs.get(output)?.pick else {
            return None;
        };
        match self.desk(step)?.answer() {
            Some(answer) => {
                let places = places(call, &state.choices, answer);
                rewritten(pointer, call.extras.choices, &places)
            }
            None => Some(pointer.to_owned()),
        }
    }

    /// Finds the cell of the column that an earlier value names, in a row that has names or keys.
    pub(super) fn cell(&self, column: Reference, row: &Document, node: NodeId) -> Option<NodeId> {
        let name = self.value(column)?;
        row.member(node, name.plain()).or_else(|| {
            let pointer = self.pointer(column.step, column.value)?;
            let key = [pointer.strip_suffix("/name")?, "/key"].concat();
            let metadata = &self.desk(column.step)?.answer()?.body;
            row.member(node, Given::at(metadata, &key)?.plain())
        })
    }
}

/// Finds the index that each choice stands at.
pub(super) fn places(
    call: &'static Call,
    choices: &Choices,
    answer: &Answer,
) -> Vec<Option<usize>> {
    let mut places: Vec<Option<usize>> = Vec::new();
    for (i, choice) in call.extras.choices.iter().enumerate() {
        let offered: Vec<usize> = offered(call, i, &places, &answer.body)
            .map(|(i, _)| i)
            .collect();
        let chosen = choices.chosen.get(i).copied().flatten();
        let usual = [choice.index].into_iter().chain(offered.first().copied());
        let has_usual = choice.none.is_empty() && !choice.ask;
        let place = chosen
            .into_iter()
            .chain(usual.filter(|_| has_usual))
            .find(|index| offered.contains(index));
        places.push(place);
    }
    places
}

/// The entries of a list that may be chosen, with their indexes.
pub(super) fn offered<'a>(
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

/// Puts the chosen indexes in the place of those that the document has; `None` if nothing can be chosen.
fn rewritten(pointer: &str, choices: &[Choice], places: &[Option<usize>]) -> Option<String> {
    let mut out: Vec<String> = pointer.split('/').map(str::to_owned).collect();
    for (choice, place) in choices.iter().zip(places) {
        let at = choice.list.split('/').count();
        if let Some(part) = out.get_mut(at)
            && pointer != choice.list
            && pointer::is_within(pointer, choice.list)
            && *part == choice.index.to_string()
        {
            *part = (*place)?.to_string();
        }
    }
    Some(out.join("/"))
}
