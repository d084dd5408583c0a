//! Forgetting one token.

use super::run::Run;
use super::state::StepState;
use super::value::Given;
use crate::auth::Secret;

impl Run {
    /// Forgets a token: where it was entered, and the responses that it stands in with all that they gave.
    pub fn forget_token(&mut self, secret: &Secret) {
        for state in &mut self.steps {
            state.forget_token(secret);
        }
        self.spread_all();
    }
}

impl StepState {
    fn forget_token(&mut self, secret: &Secret) {
        let is_it = |given: &mut Given| given.token().is_some_and(|token| token.is(secret));
        for (place, value) in self.values.iter_mut().enumerate() {
            if value.take_if(is_it).is_some()
                && let Some(typed) = self.typed.get_mut(place)
            {
                *typed = None;
            }
        }
        self.sent.token.take_if(is_it);
        let answered = self.is_answered();
        let is_there = self
            .desk
            .as_mut()
            .is_some_and(|desk| desk.forget_token(secret));
        if is_there && answered && !self.is_answered() {
            self.unanswer();
        }
    }
}
