//! What is known of the harm of an operation.

use crate::catalogue::FieldPath;
use crate::known::Kind;
use crate::packed::Packed;

/// What is known of the harm of an operation, beside its [`Harm`](crate::catalogue::Harm).
#[derive(Clone, Debug, Default, PartialEq, Packed)]
pub struct Risk {
    /// The things that its request names: what it acts on first, then what that is in.
    pub hits: &'static [Hit],
    /// What it takes away as a whole, with all that is in it.
    pub destroys: Option<Whole>,
    /// When it decides for other people what they may do, or what works for them.
    pub enforces: When,
    /// When it changes or adds many things at once.
    pub many: When,
    /// The field with a statement, which says for itself what it does.
    pub statement: Option<FieldPath>,
    /// How what it takes away can be had back.
    pub back: Back,
    /// The operation that shows what it hits, by its place in the catalogue.
    pub shown_by: Option<usize>,
}

/// A thing that a request names.
#[derive(Clone, Debug, PartialEq, Packed)]
pub struct Hit {
    /// The field. `*` stands for any entry of a list.
    pub by: FieldPath,
    /// What it names.
    pub kind: Kind,
}

/// What an operation takes away as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Whole {
    /// The first of the things that the request names.
    Named,
    /// The team of the account whose token is sent: no field names it.
    OwnTeam,
    /// Every base in the trash.
    Trash,
}

/// When something is so.
#[derive(Clone, Debug, Default, PartialEq, Packed)]
pub enum When {
    /// Never.
    #[default]
    Never,
    /// Always.
    Always,
    /// Where one of these is so.
    If(&'static [Case]),
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Packed)]
pub struct Case {
    /// The field.
    pub field: FieldPath,
    /// What stands in it.
    pub is: Is,
}

/// What can stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Is {
    /// Anything.
    Given,
    /// More than one entry.
    Several,
    /// This text, or the value that JSON writes so.
    Text(&'static str),
}

/// How what an operation takes away can be had back. The operations are named by their places in the catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Packed)]
pub enum Back {
    /// No operation brings it back.
    #[default]
    Never,
    /// It goes to the trash, from where this operation restores it.
    Trash(usize),
    /// This operation does the same over again: it was a membership, a share or a setting.
    Anew(usize),
}
