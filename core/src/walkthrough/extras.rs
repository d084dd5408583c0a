//! What a step says in `x-playground`, the page's extension of Arazzo (docs/writing-a-walkthrough.md describes it).

use super::model::{Preset, Reference, Template};
use crate::catalogue::{FieldPath, Operation};
use crate::known::Kind;
use crate::packed::Packed;

/// What only this page does with a step. Every part may be empty.
#[derive(Debug, Packed)]
pub struct Extras {
    /// Presets in place of the step's own, each under its condition; for a field, the first that applies counts.
    pub variants: &'static [Variant],
    /// Lists in the answer out of which the person chooses.
    pub choices: &'static [Choice],
    /// The field that holds a row, which then gets an editor.
    pub row: Option<RowField>,
    /// What the request makes, and what removes it again.
    pub made: &'static [Made],
    /// The request that looks up an entry which the list of the step should have and has not.
    pub lookup: Option<Lookup>,
    /// What the step has reached, in a sentence.
    pub outcome: Option<Template>,
    /// The person or base that the request acts on. It is shown before anything is sent.
    pub acts_on: Option<ActsOn>,
    /// The step that need not be done where this one is, or this one helps to do without.
    pub instead_of: Option<usize>,
    /// The outputs that stand in for values of that step.
    pub substitutes: &'static [Substitute],
    /// Two rows to hold against each other once the answer is there.
    pub compare: Option<Compare>,
}

/// The person or base that a request acts on.
#[derive(Debug, Packed)]
pub struct ActsOn {
    /// Its name.
    pub name: Template,
    /// The login of a person.
    pub login: Option<Template>,
}

/// Presets under a condition.
#[derive(Debug, Packed)]
pub struct Variant {
    /// When they apply; none for always.
    pub when: Option<When>,
    /// The presets.
    pub presets: &'static [Preset],
}

/// A condition on an earlier value: it is one of a few texts.
#[derive(Debug, Packed)]
pub struct When {
    /// The value.
    pub value: Reference,
    /// The texts.
    pub is: &'static [&'static str],
}

/// A list in the answer out of which the person chooses an entry.
///
/// The outputs point to an entry by its index, which is what other tools take. The page puts the index of the chosen entry
/// in its place, in the outputs and in the lists of later choices.
#[derive(Debug, Packed)]
pub struct Choice {
    /// What is chosen: `Table`.
    pub title: &'static str,
    /// JSON Pointer of the list.
    pub list: &'static str,
    /// The index that the outputs point by.
    pub index: usize,
    /// What an entry is called: the texts found, those that are empty left out.
    pub label: &'static [Label],
    /// The entries on offer; none for all.
    pub only: Option<Only>,
    /// What it is called to choose none of them, which then is what stands at first; empty where one has to be chosen.
    pub none: &'static str,
    /// Whether no entry stands chosen at first, since a later request acts on it: a person, a group or a base.
    pub ask: bool,
}

/// A part of the name of an entry.
#[derive(Debug, Packed)]
pub enum Label {
    /// What stands at a JSON Pointer, from the entry.
    At(&'static str),
    /// The member whose name an earlier step gave.
    Named(Reference),
}

/// Keeps entries out of a choice.
#[derive(Debug, Packed)]
pub struct Only {
    /// JSON Pointer, from the entry.
    pub member: &'static str,
    /// What has to stand there.
    pub is: &'static [&'static str],
}

/// A field with a row in its JSON.
#[derive(Debug, Packed)]
pub struct RowField {
    /// The field.
    pub path: FieldPath,
    /// JSON Pointer of the row, from the field's value.
    pub pointer: &'static str,
    /// The columns, as the metadata describes them.
    pub columns: Reference,
    /// The row as it stands, for a request that changes one.
    pub current: Option<Reference>,
    /// Whether the entries that a cell has stay in front of the new ones, unless the person wants them replaced.
    pub keep: bool,
}

/// Something that a request makes, and the request that removes it.
#[derive(Debug, Packed)]
pub struct Made {
    /// What it is.
    pub what: Kind,
    /// When it is made; none for always.
    pub when: Option<When>,
    /// What it is called.
    pub name: Template,
    /// What the thing is called that it is in: the table of a row or a column, the base of a table or a token. None for others.
    pub inside: Option<Template>,
    /// JSON Pointer of the list of which every entry was made; the templates point to the first. None for one thing.
    pub each: Option<&'static str>,
    /// Two texts that have to be the same, or the page does not remove it.
    pub same: Option<(Template, Template)>,
    /// The operation that removes it.
    pub operation: Operation,
    /// Where its token comes from.
    pub credential: Option<Reference>,
    /// Its fields.
    pub presets: &'static [Preset],
}

/// The request that looks up an entry of a list by its id, for a list that came in part.
#[derive(Debug, Packed)]
pub struct Lookup {
    /// The operation, whose response is the entry.
    pub operation: Operation,
    /// Where its token comes from.
    pub credential: Option<Reference>,
    /// Its fields.
    pub presets: &'static [Preset],
    /// What the step has reached then, in a sentence.
    pub outcome: Template,
}

/// An output that stands in for a value of another step.
#[derive(Debug, Packed)]
pub struct Substitute {
    /// The place among the outputs.
    pub output: usize,
    /// The value that it stands in for.
    pub of: Reference,
}

/// Two rows to hold against each other.
#[derive(Debug, Packed)]
pub struct Compare {
    /// The row as it was.
    pub before: Option<Reference>,
    /// The row or update that was sent, as JSON.
    pub sent: Option<Template>,
    /// JSON Pointer in the answer to the row as it is.
    pub after: &'static str,
    /// The columns, as the metadata describes them.
    pub columns: Option<Reference>,
}
