//! The values that inputs and steps give, and what becomes known of them on the way.

use crate::expression::Expression;
use crate::fault::Faults;
use crate::yaml::Position;
use playground_core::auth::TokenKind;
use playground_core::catalogue::{Field, Operation, Role, ValueKind};
use playground_core::walkthrough::{Pick, Reference};

/// A value that the inputs or a step give.
pub(crate) struct Given {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) hint: String,
    /// Where in the answer; of no meaning for an input.
    pub(crate) pick: Pick,
    pub(crate) kind: ValueKind,
    pub(crate) required: bool,
    pub(crate) default: String,
    /// Whether only the page has it: other tools do not read the extension.
    pub(crate) extended: bool,
}

impl Given {
    pub(crate) fn is_secret(&self) -> bool {
        self.kind.is_secret()
    }
}

/// The values given so far, step by step.
pub(crate) struct Values {
    /// The ids of all steps, also of those still to come.
    ids: Vec<String>,
    steps: Vec<(Option<String>, Vec<Given>)>,
}

impl Values {
    pub(crate) fn new(ids: impl Iterator<Item = String>) -> Self {
        Self {
            ids: ids.collect(),
            steps: Vec::new(),
        }
    }

    /// Adds what the next step gives; `None` stands for the inputs.
    pub(crate) fn add(&mut self, id: Option<&str>, given: Vec<Given>) {
        self.steps.push((id.map(ToOwned::to_owned), given));
    }

    /// Returns how many steps were added.
    pub(crate) fn count(&self) -> usize {
        self.steps.len()
    }

    pub(crate) fn given(&self, step: usize) -> &[Given] {
        self.steps.get(step).map_or(&[], |(_, given)| given)
    }

    /// Finds a step that was added, by its stepId or the word for the inputs.
    pub(crate) fn step(&self, id: &str) -> Option<usize> {
        let is_it = |found: &Option<String>| found.as_deref().unwrap_or("inputs") == id;
        self.steps.iter().position(|(found, _)| is_it(found))
    }

    pub(crate) fn get(&self, reference: Reference) -> Option<&Given> {
        self.given(reference.step).get(reference.value)
    }

    /// Finds the value that an expression means.
    pub(crate) fn resolve(
        &self,
        expression: &Expression,
        at: Position,
        faults: &mut Faults,
    ) -> Option<Reference> {
        let (id, name) = match expression {
            Expression::Input(name) => (None, name),
            Expression::Output { step, name } => (Some(step.as_str()), name),
            Expression::Status
            | Expression::Body(_)
            | Expression::Header(_)
            | Expression::Sent(_)
            | Expression::Position => {
                faults.push(
                    at,
                    "a response that isn't there yet",
                    "$inputs.… or $steps.…",
                );
                return None;
            }
        };
        let step = self
            .steps
            .iter()
            .position(|(found, _)| found.as_deref() == id);
        let Some(step) = step else {
            let (found, expected) = self.unknown_step(id);
            faults.push(at, found, expected);
            return None;
        };
        let value = self.steps[step]
            .1
            .iter()
            .position(|given| given.name == *name);
        if value.is_none() {
            let names: Vec<_> = self.steps[step]
                .1
                .iter()
                .map(|given| &*given.name)
                .collect();
            let found = match id {
                None => format!("\"{name}\", which isn't an input"),
                Some(id) => format!("\"{name}\", which the step \"{id}\" does not give"),
            };
            let expected = if names.is_empty() {
                "a step with outputs".to_owned()
            } else {
                names.join(" or ")
            };
            faults.push(at, found, expected);
        }
        Some(Reference {
            step,
            value: value?,
        })
    }

    fn unknown_step(&self, id: Option<&str>) -> (String, &'static str) {
        match id {
            None => (
                "an input, but the workflow has none".to_owned(),
                "\"inputs\" in the workflow",
            ),
            Some(id) if self.ids.iter().any(|known| known == id) => (
                format!("a value of the step \"{id}\", which is not done yet"),
                "an earlier step",
            ),
            Some(id) => (
                format!("the step \"{id}\", which is unknown"),
                "an earlier step",
            ),
        }
    }

    /// Notes that a value is sent as a token.
    pub(crate) fn mark_token(
        &mut self,
        from: Reference,
        kind: TokenKind,
        at: Position,
        faults: &mut Faults,
    ) {
        let Some(given) = self.get_mut(from) else {
            return;
        };
        match given.kind.token() {
            Some(known) if known != kind => {
                let found = format!("\"{}\", the {}, as credential", given.name, known.name());
                faults.push(
                    at,
                    found,
                    format!("the {} that this operation wants", kind.name()),
                );
            }
            _ => given.kind = ValueKind::Token(kind),
        }
    }

    /// Notes that a value is sent in a field, which says what it is. `is_whole` says whether nothing else is sent with it there.
    pub(crate) fn mark_field(
        &mut self,
        from: Reference,
        operation: &Operation,
        field: &Field<'_>,
        is_whole: bool,
    ) {
        let Some(given) = self.get_mut(from) else {
            return;
        };
        given.kind = match given.kind {
            ValueKind::Other | ValueKind::Identifier | ValueKind::Secret if field.is_secret() => {
                // Who needs no token is just logging in.
                match operation.token {
                    None => ValueKind::Password,
                    Some(_) => ValueKind::Secret,
                }
            }
            ValueKind::Other if is_whole && field.has(Role::Login) => ValueKind::Login,
            ValueKind::Other if is_whole && field.is_identifier() => ValueKind::Identifier,
            known => known,
        };
    }

    fn get_mut(&mut self, from: Reference) -> Option<&mut Given> {
        self.steps.get_mut(from.step)?.1.get_mut(from.value)
    }
}
