//! A value in its fields or as JSON: one switch, and both show the same.

use super::spot::Spot;
use crate::ui::dynamic::{dynamic, memo, shown_when, truth};
use crate::ui::form::{fault_id, json_field};
use leptos::prelude::*;
use playground_core::form::RequestForm;

/// The value, with the switch above it. `what` names it where it is read out.
pub(super) fn switch(spot: Spot, what: &'static str, fields: fn(Spot) -> AnyView) -> AnyView {
    untrack(|| show_fields(spot));
    let is_spread = memo(move || spot.read(|form, path| form.is_spread(path, spot.schema)));
    let as_json = RwSignal::new(!is_spread.get_untracked());
    // Another link that is opened meanwhile fills in JSON again.
    Effect::new(move || {
        if !is_spread.get() && !as_json.get_untracked() {
            untrack(|| show_fields(spot));
        }
    });
    let to_json = move |_| {
        if !as_json.get_untracked() {
            if untrack(move || is_spread.get()) {
                let text = spot.json();
                spot.edit(|form, path| form.gather(path, text.clone()));
            }
            as_json.set(true);
        }
    };
    let to_fields = move |_| {
        untrack(|| show_fields(spot));
        as_json.set(false);
    };
    let id = spot.id();
    let label = format!("How {what} is written: {}", spot.name());
    view! {
        <div class="switch" role="group" aria-label=label>
            <button type="button" id=format!("{id}-as-fields") aria-pressed=truth(move || !as_json.get()) on:click=to_fields>"Fields"</button>
            <button type="button" id=format!("{id}-as-json") aria-pressed=truth(move || as_json.get()) on:click=to_json>"JSON"</button>
        </div>
        {dynamic(move || match (as_json.get(), is_spread.get()) {
            (true, _) => json(spot),
            (false, true) => fields(spot),
            (false, false) => waiting(as_json),
        })}
    }
    .into_any()
}

/// Puts JSON that stands at a place into its fields, as far as there are some for it.
fn show_fields(spot: Spot) {
    let has_text = |form: &RequestForm| {
        spot.with_path(|path| {
            !form.text(path).trim().is_empty() && !form.is_spread(path, spot.schema)
        })
    };
    if spot.form().with_untracked(has_text) == Some(true) {
        let text = spot.json();
        spot.edit(|form, path| {
            form.spread(path, spot.schema, &text);
        });
    }
}

/// The JSON text.
fn json(spot: Spot) -> AnyView {
    let id = format!("{}-json", spot.id());
    let fault = spot.fault();
    view! {
        <div class="field part">
            <label for=id.clone() class="aside">{format!("{} as JSON", spot.name())}</label>
            {json_field::control(spot.of, spot.path(), id, &fault_id(&spot.id()), fault)}
        </div>
    }
    .into_any()
}

/// Says why there are no fields.
fn waiting(as_json: RwSignal<bool>) -> AnyView {
    shown_when(
        || true,
        move || {
            view! {
                <p class="hint waiting" role="status">
                    "The JSON isn't complete, or has a value that no field can show. It is kept as it is. "
                    <button class="quiet" type="button" on:click=move |_| as_json.set(true)>"Show the JSON"</button>
                </p>
            }
        },
    )
}
