//! The row of a request cell by cell, by the columns that the page has received of its table.

use super::spot::Spot;
use crate::ui::dynamic::{Memo, dynamic, memo};
use crate::ui::form::doubts::told;
use crate::ui::form::{RowForm, json_field, received, row_editor};
use crate::ui::later::later;
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::catalogue::{FieldPath, Operation, Place};
use playground_core::row::{self, Column};

/// The member beside a row that says which one is changed.
const ID: &str = "row_id";

/// What stands above the JSON of a row: its cells, or what is missing for them.
pub(super) fn cells(spot: Spot) -> AnyView {
    let columns = memo(move || received::columns(spot.of).unwrap_or_default());
    dynamic(move || match columns.with(String::is_empty) {
        true => unknown(spot),
        false => form(spot, columns),
    })
}

/// Says which operation gives the columns.
fn unknown(spot: Spot) -> AnyView {
    let is_named =
        memo(move || !received::base(spot.of).is_empty() && !received::table(spot.of).is_empty());
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
        current: current(spot, columns),
    };
    by_cells(row, columns)
}

/// Returns the row that the form changes, as it stands, if it changes one.
fn current(spot: Spot, columns: Memo<String>) -> Option<Memo<Option<String>>> {
    let path = spot.path();
    let (above, _) = path.steps.rsplit_once('/')?;
    let id = FieldPath {
        place: Place::Body,
        steps: [above, "/", ID].concat().into(),
    };
    let operation: &'static Operation = spot.of.operation;
    operation.schema_at(&id)?;
    let id = memo(move || spot.form().text(&id).trim().to_owned());
    let base = memo(move || received::base(spot.of));
    Some(memo(move || {
        // What was sent here may have changed it.
        spot.form().track_outcome();
        base.with(|base| id.with(|id| columns.with(|columns| received::row(base, id, columns))))
    }))
}

later! {
    /// The cells, and what SeaTable would not store as it is written.
    fn by_cells(row: RowForm, columns: Memo<String>) in editors {
        sheets::forms();
        let doubts = memo(move || row.text.with(|text| columns.with(|columns| row::doubts(text, "", columns))));
        view! {
            {row_editor(row, row.current.map(as_it_stands))}
            {dynamic(move || doubts.with(|doubts| (!doubts.is_empty()).then(|| told(doubts))))}
        }
    }
}

/// Says whether the cells show what the row has, or which operation gives it.
fn as_it_stands(current: Memo<Option<String>>) -> AnyView {
    let is_known = memo(move || current.with(Option::is_some));
    view! {
        <p class="hint">
            {dynamic(move || match is_known.get() {
                true => "Each field shows what the row had when the page received it. Only cells that you change are sent.".into_any(),
                false => view! {
                    "The page has not received this row, or it may have changed since. "
                    <a href="#/reference/base/getRow">"Get the row"</a>
                    " and come back: then each field shows what stands there. A cell that you leave empty keeps its value."
                }
                .into_any(),
            })}
        </p>
    }
    .into_any()
}
