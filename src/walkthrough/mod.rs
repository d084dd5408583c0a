//! The guided walkthroughs: the Arazzo documents as the page holds them, and how one is run.

mod model;

pub use model::{
    Action, Call, Comparison, Criterion, Form, Input, Note, Operand, Output, Part, Pick, Preset,
    Reference, Step, Template, Test, Walkthrough,
};
