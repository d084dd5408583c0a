//! What a run knows of each of its steps.

use super::extras::RowField;
use super::model::{Action, Input, Step};
use super::value::Given;
use super::view::Verdict;
use crate::auth::Secret;
use crate::catalogue::FieldPath;
use crate::desk::Desk;
use crate::form::RequestForm;
use crate::http::Answer;

/// What a run knows of a step.
#[derive(Default)]
pub(super) struct StepState {
    /// The desk that its request is made and sent at; none for a step that asks for values.
    pub(super) desk: Option<Desk>,
    /// What was typed into its inputs; `None` if nothing was.
    pub(super) typed: Vec<Option<Secret>>,
    /// The values that it gives: one place for each input or output.
    pub(super) values: Vec<Option<Given>>,
    /// What became of the conditions on the last answer.
    pub(super) verdicts: Vec<Verdict>,
    /// The names of the values that the last answer should have given and has not.
    pub(super) lacking: Vec<&'static str>,
    /// What is chosen from the lists of the last answer.
    pub(super) choices: Choices,
    /// What the last request was sent with.
    pub(super) sent: Sent,
    /// The row that its request writes.
    pub(super) row: Row,
    /// Whether the way around this step was taken.
    pub(super) around: bool,
    /// Whether another step has given the values in place of this one.
    pub(super) stood_in: bool,
    /// Whether passwords were entered here and forgotten, since the token that they were for has come.
    pub(super) spent: bool,
    /// Whether the step was done before the page was loaded.
    pub(super) earlier: bool,
}

/// What is chosen from the lists of an answer.
#[derive(Default)]
pub(super) struct Choices {
    /// The entry that the person chose from each list.
    pub(super) chosen: Vec<Option<usize>>,
    /// What has to be chosen yet.
    pub(super) open: Option<&'static str>,
}

/// What the last request of a step was sent with.
#[derive(Default)]
pub(super) struct Sent {
    /// The token, where the person had entered it.
    pub(super) token: Option<Given>,
    /// The places that the walkthrough fills and the person had changed.
    pub(super) changed: Vec<FieldPath>,
}

/// Puts the entries that the cells of a row have in front of new ones.
pub(super) type Keep = fn(&Row, &RowField, &str) -> Option<String>;

/// The row that the request of a step writes.
#[derive(Default)]
pub(super) struct Row {
    /// The row as it was read, its cells by the names of their columns.
    pub(super) current: Option<String>,
    /// What puts its entries in front of new ones. It comes with the row that was read: the first module does without it.
    pub(super) keep: Option<Keep>,
    /// What the last request that worked has written to it, as exact JSON: its cells are as that says.
    pub(super) written: Option<String>,
    /// Whether cells are to be replaced that the walkthrough would add to.
    pub(super) is_replaced: bool,
}

impl StepState {
    pub(super) fn new(step: &Step) -> Self {
        let mut state = Self::default();
        match step.action {
            Action::Provide(inputs) => {
                let default = |input: &Input| Some(input.default).filter(|text| !text.is_empty());
                let defaults = || inputs.iter().map(default);
                state.typed = defaults().map(|text| text.map(Secret::new)).collect();
                state.values = defaults().map(|text| text.map(Given::of_text)).collect();
            }
            Action::Send(call) => {
                state.desk = Some(Desk::new(RequestForm::new(&call.operation)));
                state.values.resize_with(call.outputs.len(), || None);
                state.choices.chosen.resize(call.extras.choices.len(), None);
            }
        }
        state
    }

    /// Whether every condition on the last answer holds; so it is where there is none.
    pub(super) fn is_good(&self) -> bool {
        self.verdicts.iter().all(|verdict| verdict.held)
    }

    /// Whether there is an outcome.
    pub(super) fn is_answered(&self) -> bool {
        self.desk.as_ref().and_then(Desk::exchange).is_some()
    }

    /// Whether the last answer was that the token does not open this.
    pub(super) fn is_refused(&self) -> bool {
        let answer = self.desk.as_ref().and_then(Desk::answer);
        answer.is_some_and(Answer::refuses_token)
    }

    /// Forgets the outcome and all that came of it.
    pub(super) fn unanswer(&mut self) {
        if let Some(desk) = &mut self.desk {
            desk.unanswer();
        }
        self.verdicts.clear();
        self.values.fill_with(|| None);
        self.choices.chosen.fill(None);
        self.stood_in = false;
    }

    /// Whether an answer has come that is what the walkthrough expects.
    pub(super) fn is_answered_well(&self) -> bool {
        self.desk.as_ref().and_then(Desk::answer).is_some() && self.is_good()
    }
}
