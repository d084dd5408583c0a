//! Operations that are near at hand: those that were opened last, and those that somebody has pinned.
//!
//! Both are names of operations, and no secrets. What was opened is in memory; what is pinned stays until the tab is closed. "Forget
//! everything" takes both, since they tell what somebody works on.

use super::here::{Here, address};
use crate::browser::storage::{self, Keep};
use crate::ui::dynamic::{Memo, dynamic, effect, effect_after, memo, truth};
use crate::ui::session::{KEPT_PINNED, session};
use leptos::prelude::*;
use playground_core::catalogue::Area;
use playground_core::reference::{Index, Listed};
use playground_core::words;
use std::sync::OnceLock;

/// How many operations are kept that were opened last.
const RECENT: usize = 5;

/// Lists of operations, each by its area and operationId.
struct Kept {
    recent: ArcRwSignal<Vec<String>>,
    pinned: ArcRwSignal<Vec<String>>,
}

/// What stands between names where they are stored.
const SEPARATOR: char = ' ';

fn kept() -> &'static Kept {
    static KEPT: OnceLock<Kept> = OnceLock::new();
    KEPT.get_or_init(|| {
        let stored = storage::get(Keep::Tab, KEPT_PINNED).unwrap_or_default();
        let pinned = stored.split_whitespace().map(str::to_owned).collect();
        Kept {
            recent: ArcRwSignal::new(Vec::new()),
            pinned: ArcRwSignal::new(pinned),
        }
    })
}

fn name(area: Area, id: &str) -> String {
    [area.name(), "/", id].concat()
}

/// Pins an operation, or takes the pin off.
fn toggle(name: &str) {
    kept().pinned.update(|pinned| {
        match pinned.iter().position(|pinned| *pinned == name) {
            Some(at) => drop(pinned.remove(at)),
            None => pinned.push(name.to_owned()),
        }
        storage::set(Keep::Tab, KEPT_PINNED, &pinned.join(&SEPARATOR.to_string()));
    });
}

/// Both lists, as far as there is something in them.
pub(in crate::ui) fn near(index: &'static Index, here: Memo<Here>) -> AnyView {
    let (pinned, recent) = (&kept().pinned, &kept().recent);
    effect(move || {
        let opened = here.with(|here| {
            let (area, id) = here.area.zip(here.id.as_deref())?;
            index.find(area.name(), id)
        });
        if let Some(opened) = opened {
            open(opened);
        }
    });
    let session = session();
    effect_after(move |before: Option<u32>| {
        let times = session.forgotten.get();
        // A single token that is forgotten takes none of them along: what the tab keeps of pins, and the list of requests, go with everything.
        let is_everything = storage::get(Keep::Tab, KEPT_PINNED).is_none()
            && session
                .ledger
                .with_untracked(|ledger| ledger.lines().is_empty());
        if before.is_some_and(|before| before != times) && is_everything {
            pinned.set(Vec::new());
            recent.set(Vec::new());
        }
        times
    });
    view! {
        {dynamic(move || list("Pinned", pinned.get(), index))}
        {dynamic(move || list("Recent", recent.get(), index))}
    }
    .into_any()
}

/// Notes that an operation was opened.
fn open(one: &Listed) {
    let name = name(one.area, one.id);
    kept().recent.update(|recent| {
        recent.retain(|other| *other != name);
        recent.insert(0, name);
        recent.truncate(RECENT);
    });
}

fn list(heading: &'static str, names: Vec<String>, index: &'static Index) -> AnyView {
    let operations = names.iter().filter_map(|name| {
        let (area, id) = name.split_once('/')?;
        index.find(area, id)
    });
    let rows = operations.map(|one| view! { <li><a href=address(one)>{one.title}</a> {pin(one.area, one.id, one.title)}</li> }.into_any());
    let rows: Vec<AnyView> = rows.collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! { <h2>{heading}</h2> <ul class="calls kept">{rows}</ul> }.into_any()
}

/// A button that pins an operation, or takes the pin off.
pub(in crate::ui) fn pin(area: Area, id: &str, title: &str) -> AnyView {
    let name = name(area, id);
    let is_pinned = memo({
        let name = name.clone();
        move || kept().pinned.with(|pinned| pinned.contains(&name))
    });
    let label = words::search::pin(title);
    view! {
        <button class="pin" type="button" aria-label=label aria-pressed=truth(move || is_pinned.get()) on:click=move |_| toggle(&name)>
            {dynamic(move || if is_pinned.get() { "★" } else { "☆" })}
        </button>
    }
    .into_any()
}
