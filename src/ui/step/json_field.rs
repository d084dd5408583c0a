//! A field that takes JSON: what is wrong with it, and a repair at one press.

use crate::ui::dynamic::{dynamic, memo, truth, value};
use crate::ui::later::later;
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::json::{Document, repair};
use playground_core::words;

/// The text as the field has it.
pub(super) fn text(key: StepKey, place: usize) -> Memo<String> {
    let run = session().run(key.walkthrough);
    memo(move || run.with(|run| run.field(key.step, place).text))
}

/// The control.
pub(super) fn control(
    key: StepKey,
    place: usize,
    id: String,
    fault: Memo<Option<String>>,
) -> AnyView {
    let run = session().run(key.walkthrough);
    let text = text(key, place);
    let set = move |text: String| run.update(|run| run.set_field(key.step, place, text));
    let rows = value(move || {
        text.with(|text| text.lines().count().clamp(3, 16))
            .to_string()
    });
    let broken = memo(move || text.with(|text| told(text)));
    view! {
        <textarea id=id rows=rows spellcheck="false" autocapitalize="off" prop:value=value(move || text.get())
            on:input=move |event| set(event_target_value(&event))
            aria-invalid=truth(move || fault.get().is_some() || broken.get().is_some())></textarea>
        {dynamic(move || broken.get().map(|told| mend(key, place, told)))}
    }
    .into_any()
}

later! {
    /// Says what is wrong with a text, and offers the repair if there is one.
    fn mend(key: StepKey, place: usize, told: String) in editors {
        let text = text(key, place);
        let run = session().run(key.walkthrough);
        let set = move |text: String| run.update(|run| run.set_field(key.step, place, text));
        view! {
            <p class="fault broken">
                {told} " "
                {dynamic(move || text.with(|text| repair(text)).map(|repaired| view! {
                    <button type="button" on:click=move |_| set(repaired.clone())>"Repair"</button>
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
