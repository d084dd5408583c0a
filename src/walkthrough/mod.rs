//! The guided walkthroughs: the Arazzo documents as the page holds them, and how one is run.

mod comparison;
mod criterion;
mod draft;
mod embedded;
mod fill;
mod model;
mod run;
mod show;
mod value;
mod view;

pub use draft::draft;
pub use embedded::{ALL, find};
pub use model::{
    Action, Call, Comparison, Criterion, Form, Input, Note, Operand, Output, Part, Pick, Preset,
    Reference, Step, Template, Test, Walkthrough,
};
pub use run::{Run, Ticket};
pub use view::{FieldView, Missing, Origin, Status, Use, User, ValueView, Verdict};
