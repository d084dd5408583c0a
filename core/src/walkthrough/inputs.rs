//! The inputs of a step: the values that the person brings along.

use super::fill;
use super::model::{Input, Output, Reference};
use super::run::Run;
use super::state::StepState;
use super::value::Given;
use crate::auth::{Secret, Token, TokenFault, TokenKind};
use crate::catalogue::ValueKind;
use crate::typed;

impl Run {
    /// Takes what was typed into an input. A password counts as typed; of a login goes what nobody sees, and of anything else the
    /// white space around it. The field keeps it all.
    pub fn set_input(&mut self, step: usize, input: usize, text: impl Into<Secret>) {
        self.enter(step, input, text.into());
    }

    fn enter(&mut self, step: usize, input: usize, entered: Secret) {
        let Some(definition) = self.input_at(step, input) else {
            return;
        };
        let Some(state) = self.steps.get_mut(step) else {
            return;
        };
        if let Some(value) = state.values.get_mut(input) {
            let given = match definition.kind.token() {
                Some(kind) => Given::of_token(kind, &entered),
                None => Given::of_secret(meant(definition, &entered)),
            };
            *value = Some(given).filter(|given| !given.secret().is_empty());
        }
        if let Some(typed) = state.typed.get_mut(input) {
            *typed = Some(entered);
        }
        self.touch(step);
        self.spread();
    }

    /// Returns what was typed into an input; `None` if nothing was.
    pub fn input(&self, step: usize, input: usize) -> Option<&Secret> {
        self.steps.get(step)?.typed.get(input)?.as_ref()
    }

    /// Returns the text in an input that takes no secret; empty for any other.
    pub fn input_text(&self, step: usize, input: usize) -> &str {
        let definition = self.input_at(step, input);
        let typed = self.input(step, input);
        let typed = typed.filter(|_| definition.is_some_and(|it| !it.kind.is_secret()));
        typed.map_or("", Secret::reveal)
    }

    /// Says why what was entered into an input cannot be the token that it asks for.
    pub fn input_fault(&self, step: usize, input: usize) -> Option<TokenFault> {
        let value = Reference { step, value: input };
        self.value(value)?.token().and_then(Token::fault)
    }

    /// Returns the credential of a kind that was entered, if one was.
    pub fn entered(&self, kind: ValueKind) -> Option<&Secret> {
        let mut inputs = self.inputs(0)?.iter();
        let place = inputs.position(|input| input.kind == kind && kind.is_credential())?;
        self.input(0, place).filter(|secret| !secret.is_empty())
    }

    /// Returns the login that was entered, if one was.
    pub fn login(&self) -> Option<&str> {
        self.entered(ValueKind::Login).map(Secret::reveal)
    }

    fn input_at(&self, step: usize, input: usize) -> Option<&'static Input> {
        self.inputs(step)?.get(input)
    }

    /// Forgets the passwords that a step sent, once it has given an Account-Token.
    pub(super) fn spend_passwords(&mut self, step: usize) {
        let Some((call, state)) = self.call(step) else {
            return;
        };
        let is_account = |output: &Output| output.kind == ValueKind::Token(TokenKind::Account);
        let mut given = call.outputs.iter().zip(&state.values);
        if !given.any(|(output, value)| is_account(output) && value.is_some()) {
            return;
        }
        for preset in call.presets {
            for from in fill::references(preset.template) {
                let input = self.input_at(from.step, from.value);
                let Some(state) = self.steps.get_mut(from.step) else {
                    continue;
                };
                if input.is_some_and(|input| input.kind.is_password()) {
                    state.spent = true;
                    state
                        .typed
                        .get_mut(from.value)
                        .into_iter()
                        .for_each(|typed| *typed = None);
                    state
                        .values
                        .get_mut(from.value)
                        .into_iter()
                        .for_each(|value| *value = None);
                    self.touch(from.step);
                }
            }
        }
    }

    /// Whether a value is a password that a step has sent and that was forgotten when its token came.
    pub(super) fn is_spent(&self, step: usize, from: Reference) -> bool {
        self.input_at(from.step, from.value)
            .is_some_and(|input| input.kind.is_password())
            && self.steps.get(from.step).is_some_and(|state| state.spent)
            && self.value(from).is_none()
            && self
                .steps
                .get(step)
                .is_some_and(StepState::is_answered_well)
    }
}

/// Returns what was meant by what was entered, which is no token.
fn meant(definition: &Input, entered: &Secret) -> Secret {
    let text = entered.reveal();
    match definition.kind {
        kind if kind.is_password() => entered.clone(),
        kind if kind.is_identifier() => Secret::new(typed::bare(text)),
        _ => Secret::new(text.trim()),
    }
}
