//! An entry that a list should have and that is not in the part that came: it is looked up by its id.

use super::fill::Sources;
use super::found::Found;
use super::model::Test;
use super::run::Run;
use super::value::Given;
use crate::http::{Exchange, PreparedRequest, Server, prepare};

impl Run {
    /// Returns the request that looks up what the list of a step should have and has not. `None` if nothing is missing.
    pub fn missed(&self, step: usize, server: &Server) -> Option<PreparedRequest> {
        let (call, state) = self.call(step)?;
        let lookup = call.extras.lookup.as_ref()?;
        let exchange = self.exchange(step)?;
        let answer = exchange.answer().filter(|answer| answer.is_success())?;
        let mut open = call.criteria.iter().zip(&state.verdicts);
        open.find(|(criterion, verdict)| {
            matches!(criterion.test, Test::Contains { .. }) && !verdict.held
        })?;
        let sources = Sources {
            value: &|from| self.value(from),
            answer: &|pointer| Given::at(&answer.body, pointer),
            sent: &|place| Given::sent(&exchange.request, &call.operation.path, place),
            position: None,
        };
        let form = self.form_beside(
            &lookup.operation,
            lookup.credential,
            lookup.presets,
            &sources,
        );
        prepare(&form?, server).ok()
    }

    /// Takes in what looking up has brought: the condition holds if it is the entry that was missed.
    pub fn found(&mut self, step: usize, server: &Server, exchange: &Exchange) {
        let is_asked = self
            .missed(step, server)
            .is_some_and(|request| request.url == exchange.request.url);
        let answer = exchange.answer().filter(|answer| answer.is_success());
        let (Some((call, _)), Some(answer), true) = (self.call(step), answer, is_asked) else {
            return;
        };
        for (place, criterion) in call.criteria.iter().enumerate() {
            let Test::Contains { key, equals, .. } = criterion.test else {
                continue;
            };
            let body = &answer.body;
            let entry = body
                .root()
                .and_then(|root| body.string(body.member(root, key)?));
            let is_it = entry.is_some() && entry == self.fill(equals);
            let state = self.steps.get_mut(step);
            let verdict = state.and_then(|state| state.verdicts.get_mut(place));
            if let Some(verdict) = verdict.filter(|verdict| is_it && !verdict.held) {
                verdict.held = true;
                verdict.found = Found::EntryById;
            }
        }
        self.take_outputs(step);
        self.touch(step);
        self.spread();
    }
}
