//! A value that is a text, a number or the like: its kind, and the value. What stands in the form is its JSON.

use super::row::described;
use super::spot::Spot;
use crate::ui::dynamic::{Memo, flag, memo, truth, value};
use leptos::prelude::*;
use playground_core::catalogue::{Layout, Schema, Shape};
use playground_core::json::{self, Document};
use playground_core::words;

/// The control.
pub(super) fn control(spot: Spot, id: String, fault: Memo<Option<String>>) -> AnyView {
    let Layout::Scalars(kinds) = spot.layout() else {
        return ().into_any();
    };
    let kinds = StoredValue::new(kinds);
    // While nothing stands there, only the view knows which kind was chosen.
    let chosen = RwSignal::new(0);
    let kind = memo(move || {
        let text = spot.text();
        let is_text = text.starts_with('"');
        let fits = |kind: &&Schema| text_kind(kind) == is_text;
        match text.is_empty() {
            true => chosen.get(),
            false => kinds
                .with_value(|kinds| kinds.iter().position(fits))
                .unwrap_or_default(),
        }
    });
    let is_text =
        move |kind: usize| kinds.with_value(|kinds| kinds.get(kind).is_some_and(text_kind));
    let shown = value(move || plain(&spot.text()));
    let set = move |kind: usize, text: String| {
        spot.set(match text.is_empty() {
            false if is_text(kind) => json::quote(&text),
            _ => text,
        });
    };
    let choose = move |event| {
        if let Ok(kind) = event_target_value(&event).parse() {
            chosen.set(kind);
            set(kind, shown.get_untracked());
        }
    };
    let options = kinds.with_value(|kinds| {
        let options = kinds.iter().enumerate().map(|(place, schema)| {
            let name = words::part::kind(schema);
            view! { <option value=place.to_string() selected=flag(move || kind.get() == place)>{name}</option> }
        });
        options.collect_view()
    });
    view! {
        <div class="together">
            <select id=format!("{id}-kind") aria-label=words::part::kind_of(&spot.name()) on:change=choose>{options}</select>
            <input id=id.clone() type="text" autocomplete="off" aria-describedby=described(&id)
                aria-invalid=truth(move || fault.get().is_some()) prop:value=shown
                on:input=move |event| set(kind.get_untracked(), event_target_value(&event)) />
        </div>
    }
    .into_any()
}

fn text_kind(kind: &&Schema) -> bool {
    matches!(
        kind.shape,
        Shape::Text { .. } | Shape::Secret | Shape::Choice(_)
    )
}

/// Returns a text without what makes it JSON.
fn plain(text: &str) -> String {
    let document = Document::parse(text.as_bytes().to_vec());
    let string = document.root().and_then(|root| document.string(root));
    string.unwrap_or_else(|| text.to_owned())
}
