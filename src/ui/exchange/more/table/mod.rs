//! The rows of an answer as a table.

mod grid;
mod keys;
mod state;

use super::super::Response;
use super::super::copy::CopyLater;
use super::Goal;
use crate::ui::dynamic::{dynamic, flag, memo, shown_when, truth, words};
use crate::ui::text::clipped;
use leptos::prelude::*;
use playground_core::json::{Document, NodeId};
use playground_core::table::{self, Table};
use playground_core::words;
use playground_core::words::size;
use state::TableState;

/// So many bytes of a value are shown in a line.
const LINE: usize = 300;

/// The table, with a choice of which list where the answer has several.
pub(super) fn table(response: Response, goal: Goal) -> AnyView {
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
        {choice.map(|choice| view! { <div class="tools">{choice}</div> })}
        {dynamic(move || arrays.get(chosen.get()).map(|array| {
            let state = TableState::new(&response, *array, goal);
            view! {
                {tools(state)}
                {grid::grid(state)}
                {cell(state)}
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

/// What there is to be shown besides: the columns of SeaTable, and the row that was written.
fn tools(state: TableState) -> AnyView {
    let seatables = memo(move || {
        state
            .table
            .with(|table| table.as_ref().map_or(0, Table::seatables))
    });
    let is_there = memo(move || state.mine.with(|mine| !mine.is_empty()));
    shown_when(
        move || seatables.get() > 0 || is_there.get(),
        move || {
            let words = words(move || words::view::seatables(seatables.get()));
            let whole = state.whole;
            view! {
                <div class="tools">
                    {shown_when(move || is_there.get(), move || view! {
                        <button type="button" on:click=move |_| state.go_to_mine()>"Jump to my row"</button>
                    })}
                    {(seatables.get_untracked() > 0).then(|| view! {
                        <button type="button" aria-pressed=truth(move || whole.get())
                            on:click=move |_| state.show_seatables(!whole.get_untracked())>{words}</button>
                    })}
                </div>
            }
        },
    )
}

/// The JSON of the chosen cell, as far as it fits a line, and the way to all of it.
fn cell(state: TableState) -> AnyView {
    let look = move |look: fn(&Document, NodeId) -> String| {
        let node = state.chosen();
        node.and_then(|node| state.with(|document| look(document, node)))
            .unwrap_or_default()
    };
    view! {
        <div class="place here">
            <code>{words(move || look(Document::dotted_of))}</code>
            <code class="line">{words(move || look(beginning))}</code>
            <button type="button" disabled=flag(move || state.chosen().is_none()) on:click=move |_| state.open()>"Show in the JSON"</button>
        </div>
    }
    .into_any()
}

/// The exact text of a value, as far as a line can show it.
fn beginning(document: &Document, node: NodeId) -> String {
    let source = document.source(node);
    String::from_utf8_lossy(clipped(source, LINE)).into_owned()
}
