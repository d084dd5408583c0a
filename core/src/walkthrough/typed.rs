//! What was typed, without what is secret: it can be carried over a reload.

use super::model::Action;
use super::run::Run;

impl Run {
    /// Lists what was typed and is no secret: step, place among its inputs or fields, and text.
    pub fn typed(&self) -> impl Iterator<Item = (usize, usize, &str)> {
        let steps = self.walkthrough.steps.iter().zip(&self.steps).enumerate();
        steps.flat_map(|(step, (definition, state))| {
            let is_secret = move |place: usize| match definition.action {
                Action::Provide(inputs) => inputs.get(place).is_none_or(|input| input.secret),
                Action::Send(call) => call
                    .operation
                    .field(place)
                    .is_none_or(|it| it.holds_secret()),
            };
            let typed = state.typed.iter().enumerate();
            typed
                .filter(move |(place, _)| !is_secret(*place))
                .filter_map(move |(place, text)| Some((step, place, text.as_deref()?)))
        })
    }

    /// Takes up what was typed before.
    pub fn retype(&mut self, step: usize, place: usize, text: String) {
        if self.inputs(step).is_some() {
            self.set_input(step, place, text);
        } else {
            self.set_field(step, place, text);
        }
    }
}
