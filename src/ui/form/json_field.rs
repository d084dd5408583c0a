//! A field that takes JSON: what is wrong with it, and a repair at one press.

use super::FormOf;
use crate::ui::dynamic::{Memo, dynamic, memo, truth, value};
use crate::ui::later::later;
use crate::ui::session::{DeskId, session};
use leptos::prelude::*;
use playground_core::catalogue::FieldPath;
use playground_core::json::{Document, repair};
use playground_core::words;

/// The text as the field has it.
pub(in crate::ui) fn text(desk: DeskId, path: FieldPath) -> Memo<String> {
    let form = session().form(desk);
    memo(move || form.text(&path))
}

/// Writes the field.
pub(in crate::ui) fn setter(desk: DeskId, path: FieldPath) -> Callback<String> {
    let form = session().form(desk);
    Callback::new(move |text| form.set(&path, text))
}

/// The control. `told` is the id of the place that has its other faults.
pub(super) fn control(
    of: FormOf,
    path: FieldPath,
    id: String,
    told: &str,
    fault: Memo<Option<String>>,
) -> AnyView {
    let desk = of.desk;
    let text = text(desk, path.clone());
    let set = setter(desk, path.clone());
    let rows = value(move || {
        text.with(|text| text.lines().count().clamp(3, 16))
            .to_string()
    });
    let broken_id = [&*id, "-broken"].concat();
    let broken = memo(move || text.with(|text| broken(text)));
    view! {
        <textarea id=id rows=rows aria-describedby=[told, " ", &*broken_id].concat() prop:value=value(move || text.get())
            on:input=move |event| set.run(event_target_value(&event))
            aria-invalid=truth(move || fault.get().is_some() || broken.get().is_some())></textarea>
        // Not an alert: while somebody types, most texts are no JSON.
        <div id=broken_id aria-live="polite">{dynamic(move || broken.get().map(|told| mend(desk, path.clone(), told)))}</div>
    }
    .into_any()
}

later! {
    /// Says what is wrong with a text, and offers the repair if there is one.
    fn mend(desk: DeskId, path: FieldPath, told: String) in editors {
        let text = text(desk, path.clone());
        let set = setter(desk, path);
        view! {
            <p class="fault broken">
                {told} " "
                {dynamic(move || text.with(|text| repair(text)).map(|repaired| view! {
                    <button type="button" on:click=move |_| set.run(repaired.clone())>"Repair"</button>
                }))}
            </p>
        }
    }
}

/// Says where a text stops being JSON; none where it is JSON, or empty.
fn broken(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    let document = Document::parse(text.as_bytes().to_vec());
    document.fault().map(words::json::draft)
}
