//! The row of a request cell by cell, by the columns that the page has received of its table.

use super::spot::Spot;
use crate::ui::dynamic::{Memo, dynamic, memo};
use crate::ui::form::{RowForm, json_field, row_editor};
use crate::ui::later::later;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::catalogue::{Operation, Place, Role};
use playground_core::http::Exchange;
use playground_core::metadata;
use playground_core::row::{self, Column};
use playground_core::words;

/// What stands above the JSON of a row: its cells, or what is missing for them.
pub(super) fn cells(spot: Spot) -> AnyView {
    let columns = memo(move || columns(spot).unwrap_or_default());
    dynamic(move || match columns.with(String::is_empty) {
        true => unknown(spot),
        false => form(spot, columns),
    })
}

/// Returns the columns of the table that the form names, as exact JSON; none where the page has not received them.
fn columns(spot: Spot) -> Option<String> {
    let (base, table) = (base(spot), table(spot));
    let named = |exchange: &Exchange| {
        let answer = exchange.answer().filter(|answer| answer.is_success())?;
        let address = exchange.request.url.shown().to_ascii_lowercase();
        let is_of_base = address.contains(&base.to_ascii_lowercase());
        is_of_base.then(|| metadata::columns(&answer.body, &table))?
    };
    let is_known = !base.is_empty() && !table.is_empty();
    is_known.then(|| session().find_in_exchanges(&named))?
}

/// Returns what the form has for the base: what stands in the path.
fn base(spot: Spot) -> String {
    let operation: &'static Operation = spot.of.operation;
    let field = operation.fields().find(|field| field.place == Place::Path);
    let text = field.map(|field| spot.form().text(&field.path()));
    text.unwrap_or_default().trim().to_owned()
}

fn table(spot: Spot) -> String {
    let operation: &'static Operation = spot.of.operation;
    let field = operation.field_for(Role::TableName);
    let text = field.map(|field| spot.form().text(&field.path()));
    text.unwrap_or_default()
}

/// Says which operation gives the columns.
fn unknown(spot: Spot) -> AnyView {
    let is_named = memo(move || !base(spot).is_empty() && !table(spot).is_empty());
    view! {
        <p class="hint">
            {dynamic(move || match is_named.get() {
                true => view! {
                    "The page has not received the columns of this table. "
                    <a href="#/reference/base/getMetadata">"Get the metadata of the base"</a>
                    " and come back: then each cell has a field. Until then the row is JSON."
                }
                .into_any(),
                false => "Once base and table are entered, each cell has a field of its own, if the page knows the columns.".into_any(),
            })}
        </p>
    }
    .into_any()
}

fn form(spot: Spot, columns: Memo<String>) -> AnyView {
    let text = json_field::text(spot.of.desk, spot.path());
    // A row that is not there yet is one without cells.
    let text = memo(move || {
        text.with(|text| {
            if text.trim().is_empty() {
                "{}".to_owned()
            } else {
                text.clone()
            }
        })
    });
    let row = RowForm {
        ids: StoredValue::new(format!("{}-cell", spot.id())),
        text,
        set: json_field::setter(spot.of.desk, spot.path()),
        pointer: "",
        columns: memo(move || columns.with(|columns| Column::list(columns))),
        current: None,
    };
    by_cells(row, columns)
}

later! {
    /// The cells, and what SeaTable would not store as it is written.
    fn by_cells(row: RowForm, columns: Memo<String>) in editors {
        let doubts = memo(move || row.text.with(|text| columns.with(|columns| row::doubts(text, "", columns))));
        view! {
            {row_editor(row, None)}
            {dynamic(move || {
                let doubts = doubts.get();
                (!doubts.is_empty()).then(|| view! {
                    <div class="warning doubts" role="status">
                        <p>"SeaTable reports success here, but may not store all of it:"</p>
                        <ul>{doubts.iter().map(|doubt| view! { <li>{words::row::doubt(doubt)}</li> }).collect_view()}</ul>
                    </div>
                })
            })}
        }
    }
}
