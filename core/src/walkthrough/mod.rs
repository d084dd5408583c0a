//! The guided walkthroughs: the Arazzo documents as the page holds them, and how one is run.

mod choose;
mod comparison;
mod criterion;
mod draft;
mod elsewhere;
mod extras;
mod fill;
mod found;
mod lack;
mod lookup;
mod model;
mod outcome;
mod preset;
mod progress;
mod removal;
mod run;
mod seek;
mod settle;
mod show;
mod typed;
mod value;
mod view;
mod window;

pub use choose::{ChoiceView, Entry};
pub use draft::draft;
pub use extras::{
    ActsOn, Choice, Compare, Extras, Label, Lookup, Made, Only, RowField, Substitute, Thing,
    Variant, When,
};
pub use found::{Checked, Found, Position, Sought};
pub use model::{
    Action, Call, Comparison, Criterion, Form, Input, Note, Operand, Output, Part, Pick, Preset,
    Reference, Sent, Step, Template, Test, Walkthrough,
};
pub use progress::{ActedOn, Decision, Stop};
pub use removal::Removal;
pub use run::{Run, Ticket};
pub use view::{FieldView, Missing, Origin, Status, Use, User, ValueView, Verdict};
pub use window::Window;
