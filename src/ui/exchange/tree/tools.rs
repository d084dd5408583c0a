//! The tools above a tree: find, fold, wrap.

use super::{TreeState, find};
use crate::ui::dynamic::{dynamic, effect_after, shown_when, truth};
use crate::ui::session::Shape;
use leptos::prelude::*;
use playground_core::json::{Document, Fold};
use playground_core::metadata::is_metadata;

/// The levels on offer.
const LEVELS: [usize; 5] = [2, 3, 4, 5, 6];

/// The tools.
pub(super) fn tools(state: TreeState) -> AnyView {
    view! {
        <div class="tools">
            {find::field(state)}
            <span class="grow"></span>
            {shown_when(move || state.mine.with(Option::is_some), move || view! {
                <button type="button" on:click=move |_| state.mine.get_untracked().into_iter().for_each(|row| state.uncover(row))>"Jump to my row"</button>
            })}
            {levels(state)}
            {wrap(state)}
        </div>
    }
    .into_any()
}

/// How many levels are open; and the structure alone, where the answer is a base's metadata.
fn levels(state: TreeState) -> AnyView {
    let deepest = state.with(Document::deepest).unwrap_or_default();
    let has_structure = state.with(is_metadata) == Some(true);
    let offered = LEVELS.into_iter().filter(move |level| *level < deepest);
    let options = offered
        .map(|level| {
            view! { <option value=level.to_string()>{format!("{level} levels")}</option> }
        })
        .collect_view();
    let choose = move |event| {
        let chosen = event_target_value(&event);
        match chosen.as_str() {
            "" => {}
            "structure" => state.shape(Shape::Structure),
            level => state.shape(Shape::Levels(level.parse().unwrap_or(usize::MAX))),
        }
    };
    view! {
        <select aria-label="Fold the response" on:change=choose>
            <option value="">"Fold …"</option>
            <option value="1">"fold all"</option>
            {has_structure.then(|| view! { <option value="structure">"structure only"</option> })}
            {options}
            <option value="all">"unfold all"</option>
        </select>
    }
    .into_any()
}

/// Whether long lines are wrapped.
fn wrap(state: TreeState) -> AnyView {
    let wrapped = state.session.wrapped;
    let set = move || {
        let columns = wrapped
            .get_untracked()
            .then(|| super::ruler::columns(state))
            .flatten();
        state.fold_then(Fold::Wrap(columns), Box::new(|| ()));
    };
    // What is wrapped depends on how wide the page is.
    let listener = window_event_listener(leptos::ev::resize, move |_| {
        if wrapped.get_untracked() {
            set();
        }
    });
    on_cleanup(move || listener.remove());
    effect_after(move |before: Option<bool>| {
        let now = wrapped.get();
        if now || before.is_some() {
            set();
        }
        now
    });
    dynamic(move || {
        view! {
            <button type="button" aria-pressed=truth(move || wrapped.get())
                on:click=move |_| wrapped.update(|wrapped| *wrapped = !*wrapped)>"Wrap"</button>
        }
    })
}
