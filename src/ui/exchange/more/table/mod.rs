//! The rows of an answer as a table.

mod grid;
mod keys;
mod state;

use super::super::Response;
use super::super::copy::CopyLater;
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;
use playground_core::table;
use playground_core::words::size;
use state::TableState;

/// The table, with a choice of which list where the answer has several.
pub(super) fn table(response: Response) -> AnyView {
    let sources = response
        .exchange
        .shown()
        .map(|answer| table::sources(&answer.body));
    let sources = sources.unwrap_or_default();
    let longest = sources
        .iter()
        .enumerate()
        .max_by_key(|(place, source)| (source.len, usize::MAX - place));
    let chosen = RwSignal::new(longest.map_or(0, |(place, _)| place));
    let options = sources.iter().enumerate().map(|(place, source)| {
        let name = if source.label.is_empty() { "all of it" } else { &source.label };
        let words = format!("{name} ({})", size::count(source.len));
        view! { <option value=place.to_string() selected=chosen.get_untracked() == place>{words}</option> }
    });
    let choice = (sources.len() > 1).then(|| {
        view! {
            <select aria-label="Which list" on:change=move |event| chosen.set(event_target_value(&event).parse().unwrap_or(0))>
                {options.collect_view()}
            </select>
        }
    });
    let arrays: Vec<_> = sources.iter().map(|source| source.array).collect();
    view! {
        <div class="tools">{choice}</div>
        {dynamic(move || arrays.get(chosen.get()).map(|array| {
            let state = TableState::new(&response, *array);
            view! {
                {grid::grid(state)}
                <div class="place">
                    <code>{state.told()}</code>
                    <span class="grow"></span>
                    <CopyLater label="Copy as CSV" text=move || state.csv() />
                </div>
            }
        }))}
    }
    .into_any()
}
