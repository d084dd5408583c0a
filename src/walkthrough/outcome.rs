//! What a step has reached, in words.

use super::fill::Sources;
use super::run::Run;
use super::value::Value;

impl Run {
    /// Says what a step has reached; none before it is done, and where the walkthrough has no words for it.
    pub fn outcome(&self, step: usize) -> Option<String> {
        let (call, state) = self.call(step)?;
        let answer = state.exchange.as_deref()?.answer()?;
        if !state.verdicts.iter().all(|verdict| verdict.held) {
            return None;
        }
        let found = state.verdicts.iter().map(|verdict| verdict.found.as_str());
        let position = found
            .filter_map(|found| found.strip_prefix("entry "))
            .next();
        Sources {
            value: &|from| self.value(from),
            answer: &|pointer| Value::at(&answer.body, pointer),
            position: position.unwrap_or_default(),
        }
        .fill(call.extras.outcome?)
    }

    /// Returns the row as it was and as it is, exact JSON texts, where the step holds one against the other.
    pub fn compared(&self, step: usize) -> Option<(&str, String)> {
        let (call, state) = self.call(step)?;
        let compare = call.extras.compare.as_ref()?;
        let body = &state.exchange.as_deref()?.answer()?.body;
        let after = body.text(body.pointer(compare.after)?).into_owned();
        Some((self.value(compare.before)?.json(), after))
    }
}
