//! The guided walkthroughs: the Arazzo documents as the page holds them, and how one is run.

mod base;
mod choices;
mod comparison;
mod criterion;
mod defaults;
mod elsewhere;
mod extras;
mod fields;
mod fill;
mod forget;
mod found;
mod inputs;
mod lack;
mod lookup;
mod model;
mod outcome;
mod outline;
mod pick;
mod progress;
mod removal;
mod run;
mod seek;
mod state;
mod status;
mod typed;
mod unsettle;
mod value;
mod values;
mod view;
mod went;
mod window;
mod written;

pub use crate::desk::Ticket;
pub use crate::form::Origin;
pub use base::Base;
pub use choices::{ChoiceView, Entry};
pub use extras::{
    ActsOn, Choice, Compare, Extras, Label, Lookup, Made, Only, RowField, Substitute, Variant, When,
};
pub use found::{Checked, Found, Position, Sought};
pub use model::{
    Action, Call, Comparison, Criterion, Form, Input, Note, Operand, Output, Pick, Preset,
    Reference, Sent, Step, Template, TemplatePart, Test, Walkthrough,
};
pub use outline::{Outline, is_around};
pub use progress::{ActedOn, Decision, Stop};
pub use removal::{Removal, made_by};
pub use run::Run;
pub use view::{FieldView, Missing, Status, Use, User, ValueView, Verdict};
pub use went::Went;
pub use window::{Window, entry_count};
