//! What a step has reached, in words.

use super::fill::{self, Sources};
use super::model::Reference;
use super::run::Run;
use super::value::Value;
use crate::{json, row};

impl Run {
    /// Says what a step has reached; none before it is done, and where the walkthrough has no words for it.
    pub fn outcome(&self, step: usize) -> Option<String> {
        let (call, state) = self.call(step)?;
        let exchange = state.exchange.as_deref()?;
        let answer = exchange.answer()?;
        if !state.verdicts.iter().all(|verdict| verdict.held) || !self.lacking(step).is_empty() {
            return None;
        }
        let template = call.extras.outcome?;
        // What is told of an earlier step's thing would be told of another one, if the person has entered another one.
        let foreign = |from: Reference| {
            state.changed.iter().any(|&field| {
                let preset = self.preset(call, field);
                let mut taken = preset
                    .into_iter()
                    .flat_map(|preset| fill::references(preset.template));
                taken.any(|other| other.step == from.step)
            })
        };
        if fill::references(template).any(foreign) {
            return None;
        }
        let found = state.verdicts.iter().map(|verdict| verdict.found.as_str());
        Sources {
            value: &|from| self.value(from),
            answer: &|pointer| Value::at(&answer.body, pointer),
            sent: &|place| Value::sent(&exchange.request, &call.operation.path, place),
            position: found
                .filter_map(|found| found.strip_prefix("entry "))
                .next(),
        }
        .fill(template)
    }

    /// Returns the row as it was and as it is, where the step holds one against the other. Both have their cells by the
    /// names of their columns. None for another row than the one that was read before.
    pub fn compared(&self, step: usize) -> Option<(String, String)> {
        let (call, state) = self.call(step)?;
        let compare = call.extras.compare.as_ref()?;
        let body = &state.exchange.as_deref()?.answer()?.body;
        let after = body.text(body.pointer(compare.after)?).into_owned();
        let before = self.value(compare.before)?.json();
        let id = |row: &str| json::member(row, "", "_id");
        if id(before) != id(&after) {
            return None;
        }
        let columns = compare.columns.and_then(|columns| self.value(columns));
        let columns = columns.map_or("", Value::json);
        Some((row::named(before, columns), row::named(&after, columns)))
    }
}
