//! The row of a step's request as a form.

use crate::ui::dynamic::{flag, memo};
use crate::ui::form::{self, RowForm, row_editor};
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::row::Column;
use playground_core::walkthrough::RowField;

/// The form of the row, above the JSON that it edits.
pub(super) fn editor(key: StepKey, row: &'static RowField) -> AnyView {
    let run = session().run(key);
    let columns =
        memo(move || run.with(|run| run.json(row.columns).map(Column::list).unwrap_or_default()));
    let current = move || run.with(|run| run.current_row(key.step).map(str::to_owned));
    let of_row = RowForm {
        ids: StoredValue::new(format!("cell-{}", key.step)),
        text: form::text(key.into(), row.path.clone()),
        set: form::setter(key.into(), row.path.clone()),
        pointer: row.pointer,
        columns,
        current: row.current.is_some().then(|| memo(current)),
    };
    row_editor(of_row, row.keep.then(|| keep(key).into_any()))
}

/// Whether what is in a cell stays.
fn keep(key: StepKey) -> impl IntoView {
    let run = session().run(key);
    let replaces = memo(move || run.with(|run| run.replaces(key.step)));
    let id = format!("replace-{}", key.step);
    view! {
        <p class="check">
            <input id=id.clone() type="checkbox" prop:checked=flag(move || replaces.get())
                on:change=move |event| run.update(|run| run.set_replaces(key.step, event_target_checked(&event))) />
            <label for=id>"Replace what is in the cell, instead of adding to it"</label>
        </p>
    }
}
