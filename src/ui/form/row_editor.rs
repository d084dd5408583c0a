//! The row of a request as a form: a control for every column, typed by the base's own columns.
//!
//! The JSON of the field is the only state. The form is read from it at each keystroke, and a change of a cell is an edit of
//! that text, so that neither loses what the other cannot show.

use super::cell::control;
use super::field::fault_id;
use crate::ui::dynamic::{Memo, dynamic, flag, memo, words};
use leptos::prelude::*;
use playground_core::json;
use playground_core::row::{self, Cell, Column, ColumnKind};
use playground_core::words;

/// A row as the form edits it.
#[derive(Clone, Copy)]
pub(in crate::ui) struct RowForm {
    /// What the ids of its controls begin with.
    pub(in crate::ui) ids: StoredValue<String>,
    /// The text that the row is in.
    pub(in crate::ui) text: Memo<String>,
    /// Takes another text.
    pub(in crate::ui) set: Callback<String>,
    /// JSON Pointer of the row, from the root of the text.
    pub(in crate::ui) pointer: &'static str,
    /// The columns of the table.
    pub(in crate::ui) columns: Memo<Vec<Column>>,
    /// The row as it stands in the base, as exact JSON; none where the request makes a new one.
    pub(in crate::ui) current: Option<Memo<Option<String>>>,
}

/// A cell of the form, and how to change it.
#[derive(Clone, Copy)]
pub(super) struct Field {
    row: RowForm,
    column: StoredValue<Column>,
    /// The cell as it stands in the base, as exact JSON; none where the request makes a new row.
    current: Memo<Option<String>>,
    /// What the draft has for it, as exact JSON.
    draft: Memo<Option<String>>,
    /// What the draft had before the control was emptied: while a date is typed, it is none for a moment.
    emptied: StoredValue<Option<String>>,
    /// What the control shows.
    pub(super) cell: Memo<Cell>,
}

impl Field {
    fn new(row: RowForm, column: Column) -> Self {
        let name = StoredValue::new(column.name.clone());
        let column = StoredValue::new(column);
        let current = memo(move || {
            let current = row.current?.get()?;
            name.with_value(|name| json::member(&current, "", name))
        });
        let draft = memo(move || {
            row.text
                .with(|text| name.with_value(|name| json::member(text, row.pointer, name)))
        });
        let cell = memo(move || {
            let json = draft.get().or_else(|| current.get());
            // An empty cell of the base is no value that has to be shown as JSON.
            let json = json.filter(|json| json != "null");
            column.with_value(|column| row::read(&column.kind, json.as_deref()))
        });
        Self {
            row,
            column,
            current,
            draft,
            emptied: StoredValue::default(),
            cell,
        }
    }

    /// Does something with the column.
    pub(super) fn with_column<T>(self, look: impl FnOnce(&Column) -> T) -> T {
        self.column.with_value(look)
    }

    /// Says what is wrong with the draft; nothing where all is well.
    pub(super) fn fault(self) -> &'static str {
        let cell = self.cell.get();
        let fault = self.with_column(|column| row::fault(&column.kind, &cell));
        fault
            .filter(|_| self.draft.with(Option::is_some))
            .map_or("", words::row::fault)
    }

    /// Takes what was typed or chosen.
    pub(super) fn set(self, cell: &Cell) {
        let is_value = |json: &String| json != "null";
        let draft = self.draft.get_untracked().filter(is_value);
        let draft = draft.or_else(|| self.emptied.get_value());
        let current = self.current.get_untracked().filter(is_value);
        let json = self.with_column(|column| {
            let json = row::write(&column.kind, cell)?;
            let (draft, current) = (draft.as_deref(), current.as_deref());
            Some(row::with_zone(&column.kind, json, draft, current))
        });
        self.emptied.set_value(draft.filter(|_| json.is_none()));
        self.set_json(json, current.as_deref());
    }

    /// Takes the JSON of a cell. What the cell has already is not sent; what is emptied is sent as `null`.
    fn set_json(self, json: Option<String>, current: Option<&str>) {
        let is_current =
            self.with_column(|column| row::is_current(&column.kind, json.as_deref(), current));
        let json = match json {
            _ if is_current && self.row.current.is_some() => None,
            None if current.is_some() => Some("null".to_owned()),
            json => json,
        };
        let text = self.row.text.get_untracked();
        let edited = self.with_column(|column| {
            json::set_member(&text, self.row.pointer, &column.name, json.as_deref())
        });
        if let Some(text) = edited {
            self.row.set.run(text);
        }
    }
}

/// The form of the row, above the JSON that it edits.
pub(in crate::ui) fn editor(row: RowForm, above: Option<AnyView>) -> AnyView {
    let RowForm { text, columns, .. } = row;
    let usable = memo(move || {
        text.with(|text| {
            json::member(text, row.pointer, "").is_some() || is_object(text, row.pointer)
        })
    });
    let told = move || match usable.get() {
        true => "",
        false if text.with(|text| text.trim().is_empty()) => {
            "The row comes once the steps before this one are done."
        }
        false => "The JSON below has no row that a form can show. Correct it there.",
    };
    view! {
        <fieldset class="row-form" disabled=flag(move || !usable.get())>
            <legend>"The row, cell by cell"</legend>
            <p class="hint">{words(told)}</p>
            {above}
            {dynamic(move || columns.get().into_iter().map(|column| cell(Field::new(row, column))).collect_view())}
        </fieldset>
    }
    .into_any()
}

fn is_object(text: &str, pointer: &str) -> bool {
    json::set_member(text, pointer, "", None).is_some()
}

fn cell(field: Field) -> AnyView {
    let (name, type_name, locked) = field.with_column(|column| {
        (
            column.name.clone(),
            column.type_name.clone(),
            column.kind == ColumnKind::Locked,
        )
    });
    let id = field.row.ids.with_value(|ids| [ids, "-", &name].concat());
    let changed = memo(move || field.draft.get().is_some());
    view! {
        <div class="field cell" class:changed=flag(move || changed.get())>
            <label for=id.clone()>{name}</label> <small class="type">{type_name}</small>
            {if locked { view! { <p class="masked" id=id.clone()>{words(move || locked_text(field))}</p> }.into_any() } else { control(field, id.clone()) }}
            <p class="fault" role="alert" id=fault_id(&id)>{words(move || field.fault())}</p>
        </div>
    }
    .into_any()
}

/// What a column shows that only SeaTable fills.
fn locked_text(field: Field) -> String {
    let text = field.current.get().filter(|json| json != "null");
    text.unwrap_or_else(|| "filled by SeaTable".to_owned())
}
