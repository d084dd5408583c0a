//! A walkthrough as the build made it out of an Arazzo document: already checked, nothing to parse.
//!
//! The strict loader (crate `arazzo`) fills these records, and they are packed into the page. The inputs of the Arazzo workflow become the
//! first step, so that every value has one kind of address: a step and the place among the values it gives.

use super::extras::Extras;
use crate::catalogue::{FieldPath, Operation, ValueKind};
pub use crate::form::Reference;
use crate::packed::Packed;

/// A walkthrough: one Arazzo workflow.
#[derive(Debug, Packed)]
pub struct Walkthrough {
    /// The workflowId; also the name of its file and of its address.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// One or two sentences under the heading, plain text.
    pub summary: &'static str,
    /// The steps. If the workflow has inputs, the first asks for them.
    pub steps: &'static [Step],
}

impl Walkthrough {
    /// One that is not there: it has no steps.
    pub const NONE: Self = Self {
        id: "",
        title: "",
        summary: "",
        steps: &[],
    };

    /// Returns the number of a step; empty where it has no such step.
    pub fn number(&self, step: usize) -> &'static str {
        self.steps.get(step).map_or("", |step| step.number)
    }
}

/// A step of a walkthrough.
#[derive(Debug, Packed)]
pub struct Step {
    /// The stepId.
    pub id: &'static str,
    /// What the page counts it by: `2`, and `2a` for the first step of the way around that.
    pub number: &'static str,
    /// The heading.
    pub title: &'static str,
    /// The explanation, as HTML made from CommonMark at build time; raw HTML is refused there.
    pub prose: &'static str,
    /// Asides that stay folded until asked for.
    pub notes: &'static [Note],
    /// What the step does.
    pub action: Action,
    /// The other steps of which this one shows something: what they were given, gave or reached.
    pub shows: &'static [usize],
}

/// An aside: a heading and its text.
#[derive(Debug, Packed)]
pub struct Note {
    /// The heading.
    pub title: &'static str,
    /// The text, as HTML made at build time.
    pub prose: &'static str,
}

/// What a step does.
#[derive(Debug, Packed)]
pub enum Action {
    /// Asks the person for values.
    Provide(&'static [Input]),
    /// Sends a request.
    Send(&'static Call),
}

/// A value that the person brings along.
#[derive(Debug, Packed)]
pub struct Input {
    /// The name, as in the Arazzo document.
    pub name: &'static str,
    /// The label.
    pub title: &'static str,
    /// A sentence for below the field, plain text; may be empty.
    pub hint: &'static str,
    /// What it is, by the field that takes it.
    pub kind: ValueKind,
    /// Whether the walkthrough cannot go on without it. What is left empty fills no field.
    pub required: bool,
    /// Whether only the way around takes it, which then needs it.
    pub around: bool,
    /// What stands in the field at first; may be empty. A secret has none.
    pub default: &'static str,
}

/// The request of a step.
#[derive(Debug, Packed)]
pub struct Call {
    /// The operation.
    pub operation: Operation,
    /// Where the token comes from; none for an operation that wants none.
    pub credential: Option<Reference>,
    /// The fields that the walkthrough fills.
    pub presets: &'static [Preset],
    /// What must hold for the step to count as done. Never empty.
    pub criteria: &'static [Criterion],
    /// The values that the step gives to later ones.
    pub outputs: &'static [Output],
    /// What only this page does with the step.
    pub extras: Extras,
}

/// A field that the walkthrough fills.
#[derive(Debug, Packed)]
pub struct Preset {
    /// The field.
    pub path: FieldPath,
    /// What is filled in.
    pub template: Template,
}

/// Text with values in it: the concatenation of its parts.
#[derive(Clone, Copy, Debug, Packed)]
pub struct Template {
    /// The parts, in order.
    pub parts: &'static [TemplatePart],
}

/// A part of a template.
#[derive(Clone, Copy, Debug, Packed)]
pub enum TemplatePart {
    /// Text as it stands.
    Literal(&'static str),
    /// A value from an earlier step.
    Value {
        /// Which one.
        from: Reference,
        /// How it is written.
        form: Form,
    },
    /// A value in the answer of the step itself, by JSON Pointer. Only where the answer is there: in what was made,
    /// and in the outcome.
    Answer {
        /// Where it stands.
        pointer: &'static str,
        /// How it is written.
        form: Form,
    },
    /// A value of the request that the step itself has sent. Only where its answer is there, as above.
    Sent {
        /// Where it stood.
        place: Sent,
        /// How it is written.
        form: Form,
    },
    /// Where the criterion that looks for an entry has found it: `4 of 4`. In the outcome only.
    Position,
}

/// A place in the request that a step has sent. What a person changed in the form is what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Sent {
    /// A path parameter, by its name.
    Path(&'static str),
    /// A query parameter, by its name.
    Query(&'static str),
    /// A JSON Pointer into the body. The members of a form are texts.
    Body(&'static str),
}

/// How a value is written into a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Form {
    /// A string without its quotes and escapes, anything else as its JSON text.
    Plain,
    /// The exact JSON text of the value.
    Json,
    /// Escaped for the inside of a JSON string that the template has opened.
    InString,
    /// A path: a slash before each of its parts, and none at the end. The parts stand as they are.
    Path,
    /// A path inside an address: as above, and the parts are percent-encoded.
    Address,
    /// For the inside of the backticks of SQL: its own are doubled.
    Name,
}

/// A condition on the answer.
#[derive(Debug, Packed)]
pub struct Criterion {
    /// The condition as the Arazzo document words it.
    pub text: &'static str,
    /// What is checked.
    pub test: Test,
}

/// What a criterion checks.
#[derive(Clone, Copy, Debug, Packed)]
pub enum Test {
    /// Compares two operands.
    Compare(Operand, Comparison, Operand),
    /// All of them hold.
    All(&'static [Self]),
    /// At least one of them holds.
    Any(&'static [Self]),
    /// The array at `pointer` has an object whose member `key` is the string that `equals` gives:
    /// the JSONPath `$.a.b[?@.key == "…"]`.
    Contains {
        /// JSON Pointer of the array.
        pointer: &'static str,
        /// The member of its items.
        key: &'static str,
        /// The wanted text.
        equals: Template,
    },
    /// The member of the answer that an earlier value names has a file in it: an address, percent-encoded or not, that
    /// ends in this path. The page's own, for cells.
    Cell {
        /// The value with the member's name.
        column: Reference,
        /// The end of the file's path.
        file: Template,
    },
}

/// A side of a comparison.
#[derive(Clone, Copy, Debug, Packed)]
pub enum Operand {
    /// `$statusCode`.
    Status,
    /// `$response.body#/pointer`.
    Body(&'static str),
    /// `$response.header.name`.
    Header(&'static str),
    /// A value of an earlier step.
    Value(Reference),
    /// A string.
    Text(&'static str),
    /// A number, as written.
    Number(&'static str),
    /// `true` or `false`.
    Boolean(bool),
    /// `null`.
    Null,
}

/// How two operands are compared. Strings compare without regard to ASCII case, as Arazzo wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// A value that a step gives to later ones.
#[derive(Debug, Packed)]
pub struct Output {
    /// The name, as in the Arazzo document.
    pub name: &'static str,
    /// Where in the answer it stands.
    pub pick: Pick,
    /// What it is.
    pub kind: ValueKind,
    /// Whether the steps that take it wait for it. False below a choice of which none may be chosen.
    pub required: bool,
}

/// Where in an answer a value stands.
#[derive(Clone, Copy, Debug, Packed)]
pub enum Pick {
    /// At a JSON Pointer in the body. An index that a [`super::Choice`] stands for is the one of other tools.
    Body(&'static str),
    /// In a header.
    Header(&'static str),
    /// Not in the answer, but in the request that was sent.
    Sent(Sent),
}
