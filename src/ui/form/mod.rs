//! The form of a request, on any desk: the address line, the fields, and Send.
//!
//! It knows neither walkthroughs nor the reference: what only those know of a field is told it ([`FormOf`]).

mod address;
mod again;
mod cell;
mod columns_editor;
mod confirm;
mod doubts;
mod draft;
pub(super) mod elsewhere;
mod field;
mod json_field;
mod offer;
mod parts;
mod received;
mod row_editor;
mod send;
mod shell;
mod token;
pub(super) mod unseen;

use super::session::{DeskForm, DeskId, session};
pub(super) use address::address;
pub(super) use again::watch;
pub(super) use columns_editor::{columns_form, fits as takes_columns};
pub(super) use confirm::{About, Asking};
pub(super) use doubts::question as doubted;
pub(super) use draft::Drafted;
pub(super) use field::{fault, fault_id, row};
pub(super) use json_field::{setter, text};
use leptos::prelude::AnyView;
pub(super) use parts::fields;
use playground_core::catalogue::{FieldPath, Operation};
use playground_core::form::Origin;
pub(super) use received::columns;
pub(super) use row_editor::{RowForm, editor as row_editor};
pub(super) use send::send_line;
pub(super) use shell::{Press, id, shell};
pub(super) use token::told;

/// What a form is of, and what is known of its fields where it stands.
#[derive(Clone, Copy)]
pub(super) struct FormOf {
    /// The desk.
    pub(super) desk: DeskId,
    /// What is sent.
    pub(super) operation: &'static Operation,
    /// The request as it stands in the form.
    pub(super) drafted: Drafted,
    /// What only the place of the form knows of its fields.
    pub(super) around: &'static Around,
}

/// What only the place where a form stands knows of its fields.
pub(super) struct Around {
    /// Says where a value comes from.
    pub(super) source: fn(DeskId, Origin) -> Option<AnyView>,
    /// The words of the button that takes back what was typed over a value that was filled in.
    pub(super) restore: &'static str,
    /// What stands below the control of a field: what to enter, and what there is to choose from.
    pub(super) below: fn(FormOf, &FieldPath) -> Option<AnyView>,
}

impl FormOf {
    /// Returns the form.
    fn form(self) -> DeskForm {
        session().form(self.desk)
    }
}
