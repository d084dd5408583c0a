//! What a run shows of itself.
//!
//! None of these has a `Debug`: their texts can be secrets.

use super::found::{Checked, Found};
use super::model::Reference;
use crate::auth::Token;
use crate::catalogue::{FieldPath, ValueKind};
use crate::form::Origin;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is not on the way that was taken.
    Unneeded,
    /// Values from earlier steps are not there yet.
    Waiting,
    /// Everything is there.
    Ready,
    /// The request is under way.
    Sending,
    /// The answer came and is what the walkthrough expected; or all that was asked for is entered.
    Done,
    /// No answer could be read, or it is not what the walkthrough expected.
    Failed,
}

/// A value that a step needs and an earlier one has not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The name of the output, or the label of the input.
    pub label: &'static str,
    /// Where it would come from.
    pub from: Reference,
}

/// A field of a step's form, as it stands.
pub struct FieldView {
    /// The text. Empty as long as a value is missing in it, and where it is a secret.
    pub text: String,
    /// Where the text comes from.
    pub origin: Origin,
}

/// Whether a condition on the answer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What was checked.
    pub checks: Checked,
    /// Whether it holds, or could not be checked.
    pub held: bool,
    /// Whether it was checked. Not so where it needs a value of a step that was left out.
    pub checked: bool,
    /// What was found in its place.
    pub found: Found,
}

/// A value that a step has given.
#[derive(Clone, Copy)]
pub struct ValueView<'a> {
    /// The name of the output, or the label of the input.
    pub name: &'static str,
    /// Its address.
    pub reference: Reference,
    /// The exact JSON text.
    pub json: &'a str,
    /// A string's content, and the JSON text of anything else.
    pub plain: &'a str,
    /// What it is.
    pub kind: ValueKind,
    /// The token it is.
    pub token: Option<&'a Token>,
}

/// A place that a value goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The step.
    pub step: usize,
    /// The place in the step.
    pub place: Use,
}

/// A place in a step that takes values of earlier ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// The token.
    Credential,
    /// A place of the form.
    Field(FieldPath),
}
