//! A long list of values of an answer, to go through with the keyboard.

use super::super::scroll::{self, Scroll};
use super::super::selecting::{self, Selecting};
use crate::ui::dynamic::{flag, shown_when, truth};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The height of a row, in CSS pixels; the style sheet has the same.
const HEIGHT: usize = 24;

/// A list.
#[derive(Clone)]
pub(super) struct List {
    /// What it is called, and what its elements' ids begin with.
    pub(super) label: &'static str,
    /// What its elements' ids begin with.
    pub(super) id: &'static str,
    /// How many entries it has.
    pub(super) count: Signal<usize>,
    /// Draws what stands in an entry; none where there is no such entry.
    pub(super) draw: Arc<dyn Fn(usize) -> Option<AnyView> + Send + Sync>,
    /// What is copied of an entry, whole as it is.
    pub(super) text: Arc<dyn Fn(usize) -> Option<String> + Send + Sync>,
    /// Goes where an entry leads.
    pub(super) open: Arc<dyn Fn(usize) + Send + Sync>,
}

/// Shows the list.
pub(super) fn list(list: List) -> AnyView {
    let List {
        label,
        id,
        count,
        draw,
        text,
        open,
    } = list;
    let selecting = Selecting::new(id);
    selecting.writes(selecting::rows(move |place| text(place), "\n"));
    let scroll = Scroll::new(count, HEIGHT);
    let active = RwSignal::new(0usize);
    let go = move |to: usize| {
        let to = to.min(count.get_untracked().saturating_sub(1));
        active.set(to);
        scroll.show(to, 1);
    };
    let pressed = {
        let open = open.clone();
        move |event: KeyboardEvent| {
            if selecting.pressed(&event) {
                return;
            }
            let at = active.get_untracked();
            match event.key().as_str() {
                "ArrowDown" => go(at + 1),
                "ArrowUp" => go(at.saturating_sub(1)),
                "PageDown" => go(at + scroll.page()),
                "PageUp" => go(at.saturating_sub(scroll.page())),
                "Home" => go(0),
                "End" => go(usize::MAX),
                "Enter" if !crate::browser::page::is_send_key(&event) => open(at),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let rows = move |first: usize, end: usize| {
        selecting.drawn();
        let entries = (first..end.min(count.get())).filter_map(|place| {
            let here = move || active.get() == place;
            let content = draw(place)?;
            let open = open.clone();
            Some(view! {
                <div class="entry" class:active=flag(here) role="option" id=format!("{id}-{place}") aria-selected=truth(here)
                    on:click=move |_| go(place) on:dblclick=move |_| open(place)>
                    <span class="line-number aside" aria-hidden="true">{place + 1}</span> {content}
                </div>
            })
        });
        entries.collect_view().into_any()
    };
    view! {
        <div class="list" id=id role="listbox" tabindex="0" aria-label=label node_ref=scroll.node on:scroll=move |_| scroll.scrolled() on:keydown=pressed
            aria-activedescendant=Signal::derive(move || {
                let place = active.get();
                scroll.draws(place, 1).then(|| format!("{id}-{place}"))
            })>
            {scroll::rows(scroll, rows)}
        </div>
        {shown_when(move || count.get() > 0, || view! { <p class="quiet-wire by-key">"Enter or a double click shows an entry in the JSON."</p> })}
    }
    .into_any()
}
