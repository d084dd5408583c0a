//! The JSON of an answer as a tree of lines, of which only the visible ones are in the page.

mod copied;
mod find;
mod keys;
mod line;
mod place;
mod ruler;
mod state;
mod tools;

use super::{Response, Uses, scroll};
use crate::ui::dynamic::{effect, flag};
use crate::ui::session::DeskId;
use leptos::prelude::*;
pub(in crate::ui) use place::plain;
use playground_core::http::Exchange;
use playground_core::json::Document;
use playground_core::words;
use playground_core::words::size;
pub(super) use state::TreeState;
use std::sync::Arc;

/// The height of a row, in CSS pixels; the style sheet has the same.
const HEIGHT: usize = 21;

/// The tree of an answer, with its tools.
pub(super) fn tree(response: Response) -> AnyView {
    let Some(answer) = response.exchange.shown() else {
        return ().into_any();
    };
    let notes = notes(&answer.body);
    let state = TreeState::new(
        response.desk,
        response.exchange.clone(),
        response.uses,
        "tree",
    );
    state.agreement.set_value(response.agreement);
    super::mark_changes(response, state);
    view! {
        {tools::tools(state)}
        {notes}
        {lines(state, "The response as JSON")}
        {place::line(state)}
    }
    .into_any()
}

/// The beginning of an answer that is on its way. It is only looked at.
pub(super) fn head(desk: DeskId, exchange: Arc<Exchange>) -> AnyView {
    let state = TreeState::new(desk, exchange, Uses::NONE, "head");
    lines(state, "The beginning of the response")
}

/// Says what is not as JSON wants it.
fn notes(document: &Document) -> AnyView {
    let fault = document.fault().map(|fault| {
        let excerpt = document.excerpt(fault.offset, 24);
        view! {
            <p class="quiet-wire bad">
                {words::json::response(fault)}
                " " <code>{excerpt.before}<mark>{if excerpt.after.is_empty() { "⟨end⟩".to_owned() } else { excerpt.after }}</mark></code>
            </p>
        }
    });
    let tolerated = match document.tolerated() {
        0 => None,
        count => Some(words::view::control_characters(count)),
    };
    view! { {fault} {tolerated.map(|text| view! { <p class="quiet-wire">{text}</p> })} }.into_any()
}

/// The scrolling part.
fn lines(state: TreeState, label: &'static str) -> AnyView {
    let typed = StoredValue::new((String::new(), 0.0));
    let wrapped = state.session.wrapped;
    let draw = move |first: usize, end: usize| {
        state.selecting.drawn();
        state
            .with(|document| {
                state.lines.with(|lines| {
                    let mut placed = lines.rows(document, first).peekable();
                    // The first line may begin above the first row.
                    let above = placed
                        .peek()
                        .map_or(0, |placed| first.saturating_sub(placed.row));
                    let placed = placed.take_while(|placed| placed.row < end);
                    let lines = state.needle.with(|needle| {
                        placed
                            .map(|placed| line::row(state, document, &placed, needle.as_ref()))
                            .collect_view()
                    });
                    let up = format!("-{}px", above * HEIGHT);
                    view! { <div role="presentation" style:margin-top=up>{lines}</div> }.into_any()
                })
            })
            .into_any()
    };
    let scroll = state.scroll;
    // What was chosen before the tree was drawn is shown as soon as it is.
    effect(move || {
        let active = state.active.get_untracked();
        if scroll.node.get().is_some() && active > 0 {
            state.go(active);
        }
    });
    view! {
        <div class="tree" class:wrapped=flag(move || wrapped.get()) role="tree" tabindex="0" aria-label=label node_ref=scroll.node
            id=state.id.get_value() aria-activedescendant=Signal::derive(move || {
                let line = state.active.get();
                let (row, rows) = state.lines.with(|lines| state.place_of(lines, line))?;
                scroll.draws(row, rows).then(|| format!("{}-{line}", state.id.get_value()))
            })
            on:scroll=move |_| scroll.scrolled() on:keydown=move |event| if !state.selecting.pressed(&event) { keys::pressed(state, typed, &event) }>
            {ruler::ruler(state)}
            {scroll::rows(scroll, draw)}
        </div>
    }
    .into_any()
}

/// Says how many there are.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        size::count(count),
        if count == 1 { one } else { many }
    )
}
