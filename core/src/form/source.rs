//! Where the values of a form come from.

use crate::packed::Packed;

/// The address of a value: a step, and the place among the values that it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Packed)]
pub struct Reference {
    /// The step's place in its walkthrough.
    pub step: usize,
    /// The place among the step's inputs or outputs.
    pub value: usize,
}

/// Who filled an entry in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The person.
    Person,
    /// The link that the form was opened by.
    Link,
    /// The page, with what an answer told of: nothing else can stand there.
    Known,
    /// The walkthrough, word for word.
    Walkthrough,
    /// The walkthrough, with a value that a step gives; this is the first in it.
    Step(Reference),
}

/// What a form says of where the text of a field comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It has a value of an earlier step; this is the first in it.
    Step(Reference),
    /// The walkthrough has it, word for word.
    Walkthrough,
    /// The link has it that the form was opened by.
    Link,
    /// The page has filled in what an answer told of.
    Known,
    /// The person typed it.
    Yours,
    /// The person emptied it, so it is not sent.
    Emptied,
    /// Nobody filled it.
    Empty,
}
