//! What the page has received of the table and the row that a form is about.

use super::FormOf;
use crate::ui::session::session;
use playground_core::catalogue::{Operation, Place, Role};
use playground_core::http::Exchange;
use playground_core::known::Standing;
use playground_core::{metadata, row};
use std::cell::RefCell;

/// Returns the columns of the table that the form names, as exact JSON; none where the page has not received them.
pub(in crate::ui) fn columns(of: FormOf) -> Option<String> {
    let (base, table) = (base(of), table(of));
    let named = |exchange: &Exchange| {
        let answer = exchange.answer().filter(|answer| answer.is_success())?;
        let address = exchange.request.url.shown().to_ascii_lowercase();
        let is_of_base = address.contains(&base.to_ascii_lowercase());
        is_of_base.then(|| metadata::columns(&answer.body, &table))?
    };
    let is_known = !base.is_empty() && !table.is_empty();
    is_known.then(|| session().find_in_exchanges(&named))?
}

/// Returns the row of an id as it stands, by the names of its columns; none where the page cannot be sure of it.
pub(super) fn row(base: &str, id: &str, columns: &str) -> Option<String> {
    let standing = RefCell::new(Standing::of(base, id));
    if !base.is_empty() && !id.is_empty() {
        session().find_in_exchanges(&|exchange| {
            standing.borrow_mut().look(exchange);
            None
        });
    }
    let row = standing.into_inner().row()?;
    Some(row::named(&row, columns))
}

/// Returns what the form has for the base: what stands in the path.
pub(super) fn base(of: FormOf) -> String {
    let operation: &'static Operation = of.operation;
    let field = operation.fields().find(|field| field.place == Place::Path);
    let text = field.map(|field| of.form().text(&field.path()));
    text.unwrap_or_default().trim().to_owned()
}

/// Returns what the form has for the table.
pub(super) fn table(of: FormOf) -> String {
    let operation: &'static Operation = of.operation;
    let field = operation.field_for(Role::TableName);
    let text = field.map(|field| of.form().text(&field.path()));
    text.unwrap_or_default()
}
