//! Find: in keys and values, also in folded ones, from hit to hit.

use super::TreeState;
use crate::browser::finding::{FindKey, find_key};
use crate::browser::{clock, page, task};
use crate::ui::dynamic::{shown_when, words};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use playground_core::json::{Needle, NodeId, Search};
use playground_core::words;
use std::sync::Arc;

/// How many bytes are looked through at a time.
const BYTES: usize = 100_000;

/// What was found.
#[derive(Clone, Copy)]
struct Found {
    state: TreeState,
    search: StoredValue<Option<Search>>,
    /// How many hits there are so far, and whether the search is over.
    count: RwSignal<(usize, bool)>,
    /// The hit that was gone to last, the first being 0.
    at: RwSignal<Option<usize>>,
    /// The number of the last search: an older one is dropped.
    last: StoredValue<u32>,
}

/// The field, with what was found.
pub(super) fn field(state: TreeState) -> AnyView {
    let found = Found {
        state,
        search: StoredValue::new(None),
        count: RwSignal::new((0, true)),
        at: RwSignal::new(None),
        last: StoredValue::new(0),
    };
    let step = Arc::new(move |forward| found.step(forward));
    state.step.set_value(Some(step));
    let sought = state.sought();
    if !sought.is_empty() {
        found.begin(&sought);
    }
    let typed = move |text: String| {
        found.begin(&text);
        state
            .session
            .keep_look(state.desk, |look| look.sought = text);
    };
    let pressed = move |event: KeyboardEvent| {
        match (event.key().as_str(), find_key(&event)) {
            ("Enter", _) if !page::is_send_key(&event) => found.step(!event.shift_key()),
            (_, Some(FindKey::Next)) => found.step(true),
            (_, Some(FindKey::Previous)) => found.step(false),
            ("Escape", _) => page::focus(&state.id.get_value()),
            _ => return,
        }
        event.prevent_default();
    };
    let told = move || match (found.count.get(), found.at.get()) {
        ((0, true), _) => "not found".to_owned(),
        ((0, false), _) => "…".to_owned(),
        ((count, is_over), at) => {
            let more = if is_over { "" } else { "+" };
            match at {
                Some(at) => format!("{} of {count}{more}", at + 1),
                None => format!("{count}{more} found"),
            }
        }
    };
    view! {
        <div class="find">
            <input type="search" id=format!("{}-find", state.id.get_value()) aria-label="Find in the response" aria-keyshortcuts="/" placeholder="Find  /" autocomplete="off"
                prop:value=sought on:input=move |event| typed(event_target_value(&event)) on:keydown=pressed />
            {shown_when(move || state.needle.with(Option::is_some), move || view! {
                <output>{words(told)}</output>
                <button type="button" aria-label="Previous hit" on:click=move |_| found.step(false)>"↑"</button>
                <button type="button" aria-label="Next hit" on:click=move |_| found.step(true)>"↓"</button>
            })}
        </div>
    }
    .into_any()
}

impl Found {
    /// Begins to look for a text.
    fn begin(self, text: &str) {
        let number = self.last.get_value().wrapping_add(1);
        self.last.set_value(number);
        let search = Needle::new(text).map(Search::new);
        let looks = search.is_some();
        self.search.set_value(search);
        self.state.needle.set(Needle::new(text));
        self.at.set(None);
        self.count.set((0, !looks));
        if looks {
            task::spawn(async move {
                // What was typed is drawn first.
                clock::breathe().await;
                let is_old = move || self.last.try_get_value() != Some(number);
                task::in_steps(Box::new(|| is_old() || self.look())).await;
            });
        }
    }

    /// Looks through the next part; true when that was the last.
    fn look(self) -> bool {
        let looked = self.search.try_update_value(|search| {
            let search = search.as_mut()?;
            let is_over = self
                .state
                .with(|document| search.advance(document, BYTES))?;
            Some((search.hits().len(), is_over))
        });
        let Some(Some((count, is_over))) = looked else {
            return true;
        };
        self.count.set((count, is_over));
        if is_over {
            self.state.session.say(words::view::hits(count));
        }
        is_over
    }

    /// Goes to the next hit or the one before; the first time to the first one below the chosen line.
    fn step(self, forward: bool) {
        let chosen = untrack(|| self.state.chosen()).map(|(node, _)| node);
        let next = self.search.with_value(|search| {
            let hits = search.as_ref()?.hits();
            let last = hits.len().checked_sub(1)?;
            let place = match (self.at.get_untracked(), forward) {
                (Some(at), true) => {
                    if at >= last {
                        0
                    } else {
                        at + 1
                    }
                }
                (Some(at), false) => at.checked_sub(1).unwrap_or(last),
                (None, _) => first_from(hits, chosen),
            };
            Some((place, *hits.get(place)?))
        });
        if let Some((place, node)) = next {
            self.at.set(Some(place));
            self.state.uncover(node);
        }
    }
}

/// The first hit that is not above the chosen value.
fn first_from(hits: &[NodeId], chosen: Option<NodeId>) -> usize {
    let place = chosen.map_or(0, |chosen| hits.partition_point(|hit| *hit < chosen));
    if place < hits.len() { place } else { 0 }
}
