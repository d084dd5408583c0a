//! The form of any operation, as deep as its schema says: a control for each kind of value, items and members, and JSON for all that
//! nobody wants to fill in field by field.
//!
//! All state is in the entries of the form. What stands in no entry (which view of a value is shown, how far a list is drawn) may go
//! with the view. Steps of walkthroughs have none of this.

mod cells;
mod control;
mod items;
mod kinds;
mod members;
mod moment;
mod named;
mod nested;
mod row;
mod scalars;
mod spot;
mod switch;

use super::FormOf;
use crate::ui::dynamic::{dynamic, flag};
use leptos::prelude::*;
use playground_core::catalogue::{BodyKind, Field, Layout, Operation, Place};
use playground_core::form::Origin;
use playground_core::words;
use spot::Spot;

/// The fields of an operation.
pub(in crate::ui) fn fields(of: FormOf) -> AnyView {
    let operation: &'static Operation = of.operation;
    let in_place = |is_body: bool| -> Vec<Spot> {
        let fields = operation.fields();
        let fields = fields.filter(|field: &Field<'_>| (field.place == Place::Body) == is_body);
        fields.map(|field| Spot::of_field(of, field)).collect()
    };
    let is_json = matches!(&operation.body, Some(body) if body.kind == BodyKind::Json);
    let body = Spot::body(of).filter(|body| is_json && body.layout() != Layout::Json);
    let body = match body {
        Some(body) => row::body(body),
        None => spots(in_place(true)),
    };
    view! { {spots(in_place(false))} {body} }.into_any()
}

/// Some places, those that need not be filled in folded.
fn spots(spots: Vec<Spot>) -> AnyView {
    let (needed, optional): (Vec<_>, Vec<_>) = spots.into_iter().partition(|spot| spot.required);
    let count = optional.len();
    // Few fields stand open: it takes longer to open them than to read them. So do those of something that was opened already.
    let is_part = optional
        .iter()
        .all(|spot| spot.with_path(|path| path.level() > 1));
    // A body without any of its values says nothing, whatever the documents call optional.
    let is_body = optional
        .iter()
        .all(|spot| spot.with_path(|path| path.place == Place::Body));
    let is_read = needed.is_empty() && (count < if is_body { 8 } else { 4 } || is_part);
    let is_open = is_read || untrack(|| optional.iter().any(|spot| is_filled(*spot)));
    view! {
        {needed.into_iter().map(row::row).collect_view()}
        {(count > 0).then(|| fold(is_open, words::part::optional(count), move || optional.iter().map(|spot| row::row(*spot)).collect_view().into_any()))}
    }
    .into_any()
}

/// Something that is drawn when it is opened.
fn fold(
    is_open: bool,
    title: String,
    draw: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(is_open);
    let drawn = RwSignal::new(is_open);
    let toggle = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        drawn.set(true);
        open.update(|open| *open = !*open);
    };
    view! {
        <details class="optional" prop:open=flag(move || open.get())>
            <summary on:click=toggle>{title}</summary>
            {dynamic(move || drawn.get().then(&draw))}
        </details>
    }
    .into_any()
}

/// Whether something stands at a place or below it.
fn is_filled(spot: Spot) -> bool {
    spot.read(|form, path| form.origin(path) != Origin::Empty || !form.below(path).is_empty())
}
