//! Tabs, after the pattern of the ARIA Authoring Practices: one tab stop, arrows between the tabs.

use crate::ui::dynamic::{effect_after, truth, value};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// A row of tabs.
#[component]
pub(super) fn Tabs(
    /// The id of the panel that they change.
    of: &'static str,
    /// What they choose between, for screen readers.
    label: &'static str,
    /// Their words.
    names: Vec<&'static str>,
    /// The chosen one.
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let count = names.len();
    let pressed = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => count - 1,
            _ => return,
        };
        event.prevent_default();
        chosen.update(|chosen| *chosen = (*chosen + step) % count.max(1));
    };
    let tab = |(i, name): (usize, &'static str)| {
        let here = move || chosen.get() == i;
        let node = NodeRef::<leptos::html::Button>::new();
        // Focus follows the choice, but only if it is already among the tabs.
        effect_after(move |before: Option<bool>| {
            let now = here();
            if before == Some(false)
                && now
                && let Some(button) = node.get()
            {
                let _ = button.focus();
            }
            now
        });
        view! {
            <button type="button" role="tab" id=id(of, i) aria-controls=of node_ref=node aria-selected=truth(here)
                tabindex=value(move || if here() { "0" } else { "-1" }) on:click=move |_| chosen.set(i)>{name}</button>
        }
    };
    view! {
        <div role="tablist" aria-label=label class="tablist" on:keydown=pressed>
            {names.into_iter().enumerate().map(tab).collect_view()}
        </div>
    }
}

/// What the chosen tab shows.
pub(super) fn panel(of: &'static str, chosen: RwSignal<usize>, content: AnyView) -> AnyView {
    view! { <div role="tabpanel" id=of aria-labelledby=value(move || id(of, chosen.get()))>{content}</div> }
        .into_any()
}

fn id(of: &str, tab: usize) -> String {
    format!("{of}-{tab}")
}
