//! What a response of success lacks: a step is done when what it gives has come.

use super::choices::ChoiceView;
use super::found::{Checked, Found};
use super::model::Reference;
use super::run::Run;
use super::view::Verdict;
use crate::http::Answer;

/// Fails where the body is not whole JSON, which every response of a walkthrough is.
pub(super) fn whole(answer: &Answer) -> Option<Verdict> {
    let found = match (answer.body.root(), answer.body.fault()) {
        (Some(_), None) => return None,
        _ if answer.status == 204 => return None,
        _ if answer.body.bytes().is_empty() => Found::EmptyBody,
        (_, Some(fault)) => Found::NoJsonFrom {
            line: fault.line,
            column: fault.column,
        },
        (None, None) => Found::NoValue,
    };
    Some(Verdict {
        checks: Checked::WholeJson,
        held: false,
        checked: true,
        found,
    })
}

impl Run {
    /// Returns the names of the values that the last response of a step should have given and has not. None while an entry of a
    /// list is to be chosen, which gives them.
    pub fn lacking(&self, step: usize) -> &[&'static str] {
        match self.steps.get(step) {
            Some(state) if self.answer(step).is_some() => &state.lacking,
            _ => &[],
        }
    }

    /// Finds out what is lacking. That is done when a response is taken in, since the first module does without what finds it.
    pub(super) fn find_lacking(&self, step: usize) -> Vec<&'static str> {
        let Some((call, state)) = self.call(step) else {
            return Vec::new();
        };
        let is_open = self.to_choose(step).is_some();
        if is_open || self.answer(step).is_none() {
            return Vec::new();
        }
        let lacks = |value: usize| match state.values.get(value) {
            Some(Some(found)) => {
                // A null is no value for those who take it.
                found.json() == "null" && !self.users_of(Reference { step, value }).is_empty()
            }
            _ => true,
        };
        let outputs = call.outputs.iter().enumerate();
        outputs
            .filter(|(value, output)| output.required && lacks(*value))
            .map(|(_, output)| output.name)
            .collect()
    }

    /// Returns what is to be chosen from a list of a step's response that has nothing to choose.
    pub fn nothing_to_choose(&self, step: usize) -> Option<&'static str> {
        let is_bare = |choice: &ChoiceView| choice.entries.is_empty() && choice.none.is_empty();
        let bare = self.choices(step).into_iter().find(is_bare);
        bare.map(|choice| choice.title)
    }
}
