//! What was found, and the way to it by keys.

use super::areas::area_links;
use super::search::{FOUND, Search};
use crate::browser::{location, page};
use crate::ui::dynamic::{Memo, dynamic, effect, memo, truth, words};
use crate::ui::later::later;
use crate::ui::reference::{address, index, mark, with};
use crate::ui::sheets;
use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::reference::{Index, Listed};
use playground_core::route::Route;
use playground_core::search::{self, Found, Results, moved};
use playground_core::words;
use std::sync::OnceLock;

later! {
    /// What was found by what is typed.
    pub(super) fn results(search: Search) in search {
        sheets::operations();
        with(|| Box::pin(index()), move |index| found(search, index))
    }
}

/// Returns the words of all that can be found. They are put in order once.
fn all(index: &'static Index) -> &'static search::Index {
    static WORDS: OnceLock<search::Index> = OnceLock::new();
    let titles = CONTENTS.iter().map(|walkthrough| walkthrough.title);
    WORDS.get_or_init(|| search::Index::new(index.operations, titles))
}

fn found(search: Search, index: &'static Index) -> AnyView {
    let results = memo(move || search.text.with(|text| all(index).find(text)));
    let chosen = RwSignal::new(0);
    effect(move || {
        results.track();
        chosen.set(0);
    });
    effect(move || {
        let is_there = results.with(|results| chosen.get() < results.best.len());
        let id = if is_there {
            id(chosen.get())
        } else {
            String::new()
        };
        page::show(&id);
        search.chosen.set(id);
    });
    on_cleanup(move || search.chosen.set(String::new()));
    effect(move || {
        let key = search.pressed.get();
        if !key.is_empty() {
            search.pressed.set(String::new());
            results.with_untracked(|results| follow(&key, search, chosen, results, index));
        }
    });
    view! {
        <p class="hint" role="status">{words(move || results.with(words::search::count))}</p>
        {dynamic(move || match results.with(|results| results.best.is_empty()) {
            true => none(search),
            false => list(results, chosen, index),
        })}
    }
    .into_any()
}

/// Does what a key asks for.
fn follow(
    key: &str,
    search: Search,
    chosen: RwSignal<usize>,
    results: &Results,
    index: &'static Index,
) {
    let at = chosen.get_untracked();
    match (key, results.best.get(at)) {
        ("Enter", Some(&found)) => {
            location::go(&Hit::new(found, index).address);
            search.text.set(String::new());
            page::focus_soon("heading");
        }
        _ => chosen.set(moved(at, results.best.len(), key)),
    }
}

fn list(results: Memo<Results>, chosen: RwSignal<usize>, index: &'static Index) -> AnyView {
    let best = results.with(|results| results.best.clone());
    let hits = best.into_iter().enumerate().map(|(at, found)| {
        let Hit { address, title, call, place } = Hit::new(found, index);
        let is_chosen = truth(move || chosen.get() == at);
        view! {
            <a class="hit" role="option" tabindex="-1" id=id(at) href=address aria-selected=is_chosen>
                <span>{title}</span>
                {call.map(|one| view! { <code><b class="verb" data-method=one.method.as_str()>{one.method.as_str()}</b>{words::search::path(one.path)}</code> })}
                <small>{place} {call.and_then(mark)}</small>
            </a>
        }
    });
    view! { <div class="hits" role="listbox" id=FOUND aria-label="Results">{hits.collect_view()}</div> }.into_any()
}

/// What is said where nothing fits, and the way on.
fn none(search: Search) -> AnyView {
    view! {
        <p class="none" role="status">{words(move || search.text.with(|text| words::search::none(text)))}</p>
        <h2>"Areas"</h2>
        {area_links()}
    }
    .into_any()
}

fn id(at: usize) -> String {
    format!("{FOUND}-{at}")
}

/// What is shown of a result.
struct Hit {
    address: String,
    title: &'static str,
    call: Option<&'static Listed>,
    place: String,
}

impl Hit {
    fn new(found: Found, index: &'static Index) -> Self {
        let operation = match found {
            Found::Operation(place) => index.operations.get(place),
            Found::Walkthrough(_) => None,
        };
        let walkthrough = match found {
            Found::Walkthrough(place) => CONTENTS.get(place),
            Found::Operation(_) => None,
        };
        match (operation, walkthrough) {
            (Some(one), _) => Self {
                address: address(one),
                title: one.title,
                call: Some(one),
                place: [words::reference::area(one.area), " · ", one.group].concat(),
            },
            (None, walkthrough) => Self {
                address: Route::walkthrough(walkthrough.map_or("", |one| one.id)).to_string(),
                title: walkthrough.map_or("", |one| one.title),
                call: None,
                place: "Walkthrough".to_owned(),
            },
        }
    }
}
