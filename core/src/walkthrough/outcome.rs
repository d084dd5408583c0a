//! What a step has reached, in words.

use super::extras::Compare;
use super::fill::{self, Sources};
use super::found::{Found, Position};
use super::model::Reference;
use super::run::Run;
use super::value::Given;
use crate::json;
use crate::row::{self, Unstored};

impl Run {
    /// Says what a step has reached, by the walkthrough's own words and those for a position; none before it is done, and where
    /// the walkthrough has no words for it.
    pub fn outcome(&self, step: usize, words: fn(Position) -> String) -> Option<String> {
        let (call, state) = self.call(step)?;
        let exchange = self.exchange(step)?;
        let answer = exchange.answer()?;
        if !state.is_good() || !self.lacking(step).is_empty() {
            return None;
        }
        let is_elsewhere = state
            .verdicts
            .iter()
            .any(|verdict| verdict.found == Found::EntryById);
        let lookup = call.extras.lookup.as_ref().filter(|_| is_elsewhere);
        let template = lookup
            .map(|lookup| lookup.outcome)
            .or(call.extras.outcome)?;
        // What is told of an earlier step's thing would be told of another one, if the person has entered another one.
        let foreign = |from: Reference| {
            let presets = self.presets(call).into_iter();
            presets
                .filter(|preset| state.sent.changed.contains(&preset.path))
                .flat_map(|preset| fill::references(preset.template))
                .any(|other| other.step == from.step)
        };
        if fill::references(template).any(foreign) {
            return None;
        }
        let mut verdicts = state.verdicts.iter();
        let position = verdicts.find_map(|verdict| verdict.found.position());
        let position = position.map(words);
        Sources {
            value: &|from| self.value(from),
            answer: &|pointer| Given::at(&answer.body, pointer),
            sent: &|place| Given::sent(&exchange.request, &call.operation.path, place),
            position: position.as_deref(),
        }
        .fill(template)
    }

    /// Returns the row as it was and as it is, where the step holds one against the other. Both have their cells by the
    /// names of their columns. None for another row than the one that was read before.
    pub fn compared(&self, step: usize) -> Option<(String, String)> {
        let (call, _) = self.call(step)?;
        let compare = call.extras.compare.as_ref()?;
        let (after, columns) = self.row_after(step, compare)?;
        let before = row::named(self.value(compare.before?)?.json(), columns);
        let id = |row: &str| json::member(row, "", "_id");
        (id(&before) == id(&after)).then_some((before, after))
    }

    /// Lists the cells that were not stored as they were sent, as far as the response to the step tells.
    pub fn unstored(&self, step: usize) -> Vec<Unstored> {
        let found = || {
            let (call, _) = self.call(step)?;
            let compare = call.extras.compare.as_ref()?;
            let (after, columns) = self.row_after(step, compare)?;
            let request = &self.exchange(step)?.request;
            let sources = Sources {
                value: &|from| self.value(from),
                answer: &|_| None,
                sent: &|place| Given::sent(request, &call.operation.path, place),
                position: None,
            };
            Some(row::unstored(
                &sources.fill(compare.sent?)?,
                &after,
                columns,
            ))
        };
        found().unwrap_or_default()
    }

    /// Returns the row that the response to a step has, its cells by the names of their columns, and the columns.
    fn row_after(&self, step: usize, compare: &Compare) -> Option<(String, &str)> {
        let answer = self.exchange(step)?.answer();
        let body = &answer.filter(|answer| answer.is_success())?.body;
        let after = body.text(body.pointer(compare.after)?);
        let columns = compare.columns.and_then(|columns| self.value(columns));
        let columns = columns.map_or("", Given::json);
        Some((row::named(&after, columns), columns))
    }
}
