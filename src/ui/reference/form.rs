//! The form of an operation by itself.

use crate::ui::dynamic::dynamic;
use crate::ui::form::{
    self, Around, Drafted, FormOf, Press, address, columns_form, send_line, takes_columns,
};
use crate::ui::prose::Inline;
use crate::ui::session::{Ways, session};
use leptos::prelude::*;
use playground_core::catalogue::{Field, FieldPath, Operation};
use playground_core::http::{prepare_parts, sketch_parts};
use playground_core::reference::{Note, hint};

/// What is said of the operation whose page this is, once that has come. A context of the page.
#[derive(Clone, Copy)]
pub(super) struct Noted(pub(super) RwSignal<Option<&'static Note>>);

/// What the reference knows of the fields of its forms.
static AROUND: Around = Around {
    source: |_, _| None,
    restore: "Restore the default",
    below: hinted,
};

const WAYS: Ways = Ways {
    prepare: prepare_parts,
    sketch: sketch_parts,
    settle: |_, _, _| {},
};

/// Returns what the form of an operation is of; `place` is that of the operation in the catalogue.
pub(super) fn of(place: usize, operation: &'static Operation) -> FormOf {
    let desk = session().open_operation(place, operation, WAYS);
    FormOf {
        desk,
        operation,
        drafted: Drafted::new(desk),
        around: &AROUND,
    }
}

/// The form: what has to be filled in stands open, the rest waits folded.
pub(super) fn form(of: FormOf) -> AnyView {
    let (needed, optional): (Vec<_>, Vec<_>) = of
        .operation
        .fields()
        .enumerate()
        .partition(|(_, field)| field.required);
    let count = optional.len();
    let content = view! {
        {address(of.operation)}
        {rows(of, needed)}
        {(count > 0).then(|| view! {
            <details class="optional" open=true>
                <summary>{if count == 1 { "1 optional value".to_owned() } else { format!("{count} optional values") }}</summary>
                {rows(of, optional)}
            </details>
        })}
        {send_line(of)}
    };
    let (session, desk) = (session(), of.desk);
    let press: Press = Box::new(move |request| session.send(desk, request));
    form::shell(of, press, content.into_any())
}

fn rows(of: FormOf, fields: Vec<(usize, Field<'static>)>) -> AnyView {
    let rows = fields.into_iter().map(|(place, field)| {
        let editor =
            takes_columns(&field).then(|| columns_form(of.desk, field.path(), of.operation));
        (editor, form::row(of, place, field))
    });
    rows.collect_view().into_any()
}

/// What is said of a field.
fn hinted(_: FormOf, path: &FieldPath) -> Option<AnyView> {
    let Noted(noted) = use_context()?;
    let path = path.clone();
    let text = move || noted.get().and_then(|note| hint(note.hints, &path));
    Some(dynamic(move || {
        text().map(|html| view! { <p class="hint"><Inline html /></p> })
    }))
}
