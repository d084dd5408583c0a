//! The run of a walkthrough: what was typed, what was answered, and what follows for each step.
//!
//! Every method takes any index: a step or field that is not there is empty, and changes nothing.

use super::criterion::{self, Context};
use super::fill;
use super::found::{Checked, Found};
use super::model::{Action, Call, Input, Step, Walkthrough};
use super::value::Value;
use super::view::Verdict;
use super::window::Window;
use crate::auth::TokenKind;
use crate::http::{Answer, Exchange, Outcome, PreparedRequest};
use crate::typed;
use std::sync::Arc;

/// A run of a walkthrough.
pub struct Run {
    pub(super) walkthrough: &'static Walkthrough,
    pub(super) steps: Vec<State>,
    /// The number of the request begun last. Numbers are never used twice, so that late answers are known by theirs.
    pub(super) sequence: u32,
}

/// What a run knows of a step.
#[derive(Default)]
pub(super) struct State {
    /// Texts typed: one place for each input or field, none where nothing was typed.
    pub(super) typed: Vec<Option<String>>,
    /// Values given: one place for each input or output.
    pub(super) values: Vec<Option<Value>>,
    /// What has to be chosen yet from the lists of the last response.
    pub(super) to_choose: Option<&'static str>,
    /// The names of the values that the last response should have given and has not.
    pub(super) lacking: Vec<&'static str>,
    /// The number of the request under way.
    pub(super) sending: Option<u32>,
    pub(super) exchange: Option<Arc<Exchange>>,
    /// The exchange of the same request that was answered before that one.
    pub(super) previous: Option<Arc<Exchange>>,
    pub(super) verdicts: Vec<Verdict>,
    /// Whether passwords were entered here and forgotten, since the token that they were for has come.
    pub(super) spent: bool,
    /// The fields that are sent although they are empty.
    pub(super) sent_empty: Vec<usize>,
    /// Entries chosen from lists in the answer: one place for each choice.
    pub(super) chosen: Vec<Option<usize>>,
    /// Whether another step has given the values in place of this one.
    pub(super) stood_in: bool,
    /// Whether cells are to be replaced that the walkthrough would add to.
    pub(super) replace: bool,
    /// The row that the last request which worked has written, as exact JSON: its cells are as it says.
    pub(super) written: Option<String>,
    /// The token that the last request was sent with, where the person had entered it.
    pub(super) token: Option<Value>,
    /// The fields that the walkthrough fills and the person had changed when the last request was sent.
    pub(super) changed: Vec<usize>,
    /// The row that the step changes, as it was read, its cells by the names of their columns.
    pub(super) current: Option<String>,
    /// Whether the step was done before the page was loaded.
    pub(super) earlier: bool,
}

/// The right to hand in the answer to one request. It is void once the request is cancelled.
#[derive(Debug)]
pub struct Ticket {
    step: usize,
    sequence: u32,
}

impl Ticket {
    /// Returns the step whose request it is.
    pub fn step(&self) -> usize {
        self.step
    }
}

impl Run {
    /// Begins a walkthrough.
    pub fn new(walkthrough: &'static Walkthrough) -> Self {
        let steps = walkthrough.steps.iter().map(State::new).collect();
        Self {
            walkthrough,
            steps,
            sequence: 0,
        }
    }

    /// Returns the walkthrough.
    pub fn walkthrough(&self) -> &'static Walkthrough {
        self.walkthrough
    }

    /// Takes what was typed into an input. A password counts as typed; of a login goes what nobody sees, and of anything else the
    /// white space around it. The field keeps it all.
    pub fn set_input(&mut self, step: usize, input: usize, text: String) {
        let Some(definition) = self.inputs(step).and_then(|inputs| inputs.get(input)) else {
            return;
        };
        let Some(state) = self.steps.get_mut(step) else {
            return;
        };
        if let Some(value) = state.values.get_mut(input) {
            let bare;
            let meant = if definition.secret && definition.token.is_none() {
                &text
            } else if typed::is_identifier(definition.name) {
                bare = typed::bare(&text);
                &bare
            } else {
                text.trim()
            };
            *value = Some(meant)
                .filter(|text| !text.is_empty())
                .map(Value::of_text);
        }
        if let Some(typed) = state.typed.get_mut(input) {
            *typed = Some(text);
        }
    }

    /// Takes what the person typed into a field, in place of what the walkthrough fills in.
    pub fn set_field(&mut self, step: usize, field: usize, text: String) {
        self.type_into(step, field, Some(text));
    }

    /// Gives a field back to the walkthrough.
    pub fn reset_field(&mut self, step: usize, field: usize) {
        self.type_into(step, field, None);
    }

    /// Says whether a field that the person emptied is sent empty, or not at all.
    pub fn send_empty(&mut self, step: usize, field: usize, is_sent: bool) {
        if let Some(state) = self.steps.get_mut(step) {
            state.sent_empty.retain(|&other| other != field);
            if is_sent {
                state.sent_empty.push(field);
            }
        }
    }

    fn type_into(&mut self, step: usize, field: usize, text: Option<String>) {
        if self.call(step).is_none() {
            return;
        }
        if let Some(typed) = self
            .steps
            .get_mut(step)
            .and_then(|state| state.typed.get_mut(field))
        {
            *typed = text;
        }
    }

    /// Begins a request. None while that step's last one is under way, as long as a value is missing, and for a step
    /// that sends nothing.
    pub fn begin(&mut self, step: usize) -> Option<Ticket> {
        let (call, state) = self.call(step)?;
        if state.sending.is_some() || !self.missing(step).is_empty() {
            return None;
        }
        let token = call
            .credential
            .filter(|from| self.inputs(from.step).is_some());
        let token = token.and_then(|from| self.value(from).cloned());
        let typed = (0..).zip(&state.typed).filter(|(_, text)| text.is_some());
        let changed = typed.map(|(field, _)| field);
        let changed = changed.filter(|&field| self.preset(call, field).is_some());
        let changed = changed.collect();
        let sequence = self.sequence.wrapping_add(1);
        self.sequence = sequence;
        let state = self.steps.get_mut(step)?;
        state.sending = Some(sequence);
        state.token = token;
        state.changed = changed;
        Some(Ticket { step, sequence })
    }

    /// Takes the outcome of a request. False where it came too late: the request was cancelled, and nothing changes.
    ///
    /// An answer that is what the walkthrough hoped for gives the step's outputs, and any other answer takes the old
    /// ones away. Where no answer came, nothing new is known, and the old ones stay.
    #[expect(clippy::needless_pass_by_value, reason = "a ticket is used up")]
    pub fn finish(&mut self, ticket: Ticket, mut exchange: Exchange) -> bool {
        let Some((call, state)) = self.call(ticket.step) else {
            return false;
        };
        if state.sending != Some(ticket.sequence) {
            return false;
        }
        let taken = match &exchange.outcome {
            Outcome::Answer(answer) => Some(self.judge(call, &exchange.request, answer)),
            Outcome::Failure(_) => None,
        };
        exchange.request.forget_secrets();
        let Some(state) = self.steps.get_mut(ticket.step) else {
            return false;
        };
        state.sending = None;
        let before = state.exchange.take();
        let before = before.filter(|before| before.answer().is_some());
        let before = before.or_else(|| state.previous.take());
        state.previous = before.filter(|before| before.asked_the_same(&exchange));
        // In another part of a list, the same place is somebody else's.
        let is_other = state.previous.is_none() && exchange.answer().is_some();
        state.exchange = Some(Arc::new(exchange));
        state.verdicts.clear();
        if let Some(verdicts) = taken {
            state.verdicts = verdicts;
            state.stood_in = false;
            if is_other {
                state.chosen.fill(None);
            }
            self.retake(ticket.step);
            self.note_written(ticket.step);
        }
        self.spend_passwords(ticket.step);
        true
    }

    /// Forgets the passwords that a step sent, once it has given an Account-Token.
    fn spend_passwords(&mut self, step: usize) {
        let Some((call, state)) = self.call(step) else {
            return;
        };
        let is_account = |output: &super::Output| output.token == Some(TokenKind::Account);
        let mut given = call.outputs.iter().zip(&state.values);
        if !given.any(|(output, value)| is_account(output) && value.is_some()) {
            return;
        }
        for preset in call.presets {
            for from in fill::references(preset.template) {
                let input = self
                    .inputs(from.step)
                    .and_then(|inputs| inputs.get(from.value));
                let Some(state) = self.steps.get_mut(from.step) else {
                    continue;
                };
                if input.is_some_and(|input| input.secret && input.token.is_none()) {
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
                }
            }
        }
    }

    /// Judges an answer.
    fn judge(&self, call: &Call, request: &PreparedRequest, answer: &Answer) -> Vec<Verdict> {
        let value = |from| Some((self.value(from)?, self.is_secret(from)));
        let cell = |column| self.cell(column, &answer.body, answer.body.root()?);
        let context = Context {
            cell: &cell,
            window: Window::of(&call.operation, request),
            answer,
            outputs: call.outputs,
            value: &value,
        };
        let criteria = call.criteria.iter().map(|criterion| {
            let (held, found) = criterion::check(&criterion.test, &context);
            let missing = criterion::needs(&criterion.test)
                .into_iter()
                .find(|from| self.value(*from).is_none());
            let unchecked = missing.filter(|_| !held).map(|from| Found::NotGiven {
                step: from.step,
                name: self.label(from),
            });
            Verdict {
                checks: Checked::Condition(criterion.text),
                held: held || unchecked.is_some(),
                checked: unchecked.is_none(),
                found: unchecked.unwrap_or(found),
            }
        });
        criteria.chain(super::lack::whole(answer)).collect()
    }

    /// Gives a request up: its outcome will be dropped, and the step is as it was before. A later request of the same
    /// step goes on.
    pub fn give_up(&mut self, ticket: &Ticket) {
        if let Some(state) = self.steps.get_mut(ticket.step)
            && state.sending == Some(ticket.sequence)
        {
            state.sending = None;
        }
    }
}

impl State {
    /// Whether a response has come that is what the walkthrough expects.
    pub(super) fn is_answered_well(&self) -> bool {
        let answer = self.exchange.as_deref().and_then(|e| e.answer());
        answer.is_some() && self.verdicts.iter().all(|verdict| verdict.held)
    }

    fn new(step: &Step) -> Self {
        let mut state = Self::default();
        match step.action {
            Action::Provide(inputs) => {
                let default = |input: &Input| Some(input.default).filter(|text| !text.is_empty());
                let defaults = || inputs.iter().map(default);
                state.typed = defaults().map(|text| text.map(str::to_owned)).collect();
                state.values = defaults().map(|text| text.map(Value::of_text)).collect();
            }
            Action::Send(call) => {
                state
                    .typed
                    .resize_with(call.operation.field_count(), || None);
                state.values.resize_with(call.outputs.len(), || None);
                state.chosen.resize(call.extras.choices.len(), None);
            }
        }
        state
    }
}
