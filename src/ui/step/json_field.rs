//! A field that takes JSON: what is wrong with it, and a repair at one press.

use crate::ui::dynamic::{dynamic, memo, truth, value};
use crate::ui::later::later;
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::catalogue::FieldPath;
use playground_core::json::{Document, repair};
use playground_core::words;

/// The text as the field has it.
pub(super) fn text(key: StepKey, path: FieldPath) -> Memo<String> {
    let run = session().run(key);
    memo(move || run.with(|run| run.field(key.step, &path).text))
}

/// Writes the field.
pub(super) fn setter(key: StepKey, path: FieldPath) -> Callback<String> {
    let run = session().run(key);
    Callback::new(move |text| run.update(|run| run.set_field(key.step, &path, text)))
}

/// The control.
pub(super) fn control(
    key: StepKey,
    path: FieldPath,
    id: String,
    fault: Memo<Option<String>>,
) -> AnyView {
    let text = text(key, path.clone());
    let set = setter(key, path.clone());
    let rows = value(move || {
        text.with(|text| text.lines().count().clamp(3, 16))
            .to_string()
    });
    let broken = memo(move || text.with(|text| told(text)));
    view! {
        <textarea id=id rows=rows spellcheck="false" autocapitalize="off" prop:value=value(move || text.get())
            on:input=move |event| set.run(event_target_value(&event))
            aria-invalid=truth(move || fault.get().is_some() || broken.get().is_some())></textarea>
        {dynamic(move || broken.get().map(|told| mend(key, path.clone(), told)))}
    }
    .into_any()
}

later! {
    /// Says what is wrong with a text, and offers the repair if there is one.
    fn mend(key: StepKey, path: FieldPath, told: String) in editors {
        let text = text(key, path.clone());
        let set = setter(key, path);
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
fn told(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    let document = Document::parse(text.as_bytes().to_vec());
    document.fault().map(words::json::draft)
}
