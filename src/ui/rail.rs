//! The left rail: the search, the walkthroughs with their progress, and the reference. On a phone it is a drawer.

mod areas;
mod reference;
mod results;
mod search;

use super::session::{StepKey, session};
use crate::browser::{clock, page, task};
use crate::ui::dynamic::{Memo, dynamic, effect, flag, memo, shown_when, value, words};
use crate::walkthroughs::CONTENTS;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use playground_core::route::Route;
use playground_core::walkthrough::{Outline, Run, Status, is_around};

use reference::{fetch_lists, lists};
use results::results;
use search::{Search, SearchBox};

/// The element's id, for the button that opens the drawer.
pub(super) const ID: &str = "contents";

/// The rail.
#[component]
pub(super) fn Rail() -> impl IntoView {
    let session = session();
    let search = Search::new();
    // Whether what the reference lists is there. It is fetched once the page is quiet, and when somebody comes near.
    let listed = RwSignal::new(false);
    let fetch = move || {
        task::spawn(async move {
            // The rail may be gone by the time the page is quiet.
            if listed.try_get_untracked() == Some(false)
                && let Ok(prepare) = fetch_lists().await
            {
                let _ = listed.try_set(prepare().await);
            }
        });
    };
    task::spawn(async move {
        clock::quiet().await;
        fetch();
    });
    // Who has gone somewhere has found it. On a phone the rail lies over the page until then.
    effect(move || {
        session.address.track();
        search.text.set(String::new());
        session.drawer.set(false);
    });
    let closed = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && session.drawer.get_untracked() {
            session.drawer.set(false);
            page::focus_first(".drawer-button".to_owned());
        }
    };
    view! {
        <nav class="rail" class:open=flag(move || session.drawer.get()) id=ID tabindex="-1" aria-label="Contents" on:keydown=closed class:searching=flag(move || search.is_on()) on:pointerenter=move |_| fetch()>
            <SearchBox search begins=fetch />
            {shown_when(move || search.is_on(), move || results(search))}
            <div class="contents">
            <h2>"Walkthroughs"</h2>
            <ol class="guides">
                {CONTENTS.iter().enumerate().map(|(index, walkthrough)| guide(index, walkthrough)).collect_view()}
            </ol>
            {shown_when(move || session.made.with(|made| !made.is_empty()), move || view! {
                <p class="rail-link"><a href=Route::Made.to_string()>"Made by you"</a></p>
            })}
            {dynamic(move || match listed.get() {
                true => lists(),
                false => view! { <h2><a href="#/reference">"Reference"</a></h2> }.into_any(),
            })}
            </div>
        </nav>
    }
}

fn guide(index: usize, walkthrough: &'static Outline) -> impl IntoView {
    let session = session();
    let here = memo(move || {
        session.address.with(|address| {
            matches!(&address.route, Route::Walkthrough { id, .. } if id == walkthrough.id)
        })
    });
    let done = memo(move || {
        let run = session.opened_run(index);
        run.map_or((0, 0), |run| run.with(Run::progress))
    });
    let progress = move || match done.get() {
        (0, _) => "none",
        (done, total) if done == total => "all",
        (done, total) if done * 2 < total => "some",
        _ => "most",
    };
    let told = move || match done.get() {
        (0, _) => ", not begun".to_owned(),
        (done, total) => format!(", {done} of {total} steps done"),
    };
    let link = Route::walkthrough(walkthrough.id).to_string();
    view! {
        <li aria-current=current(here, "page")>
            <a href=link>
                <span class="ring" data-progress=value(progress) aria-hidden="true"></span>
                <span>{walkthrough.title}</span>
                <span class="unseen">{words(told)}</span>
            </a>
            {shown_when(move || here.get(), move || {
                let titles = walkthrough.steps.iter().enumerate();
                let links = titles.map(|(step, title)| step_link(title, StepKey { walkthrough: index, step }));
                view! { <ol class="steps">{links.collect_view()}</ol> }
            })}
        </li>
    }
}

fn step_link(title: &'static str, key: StepKey) -> impl IntoView {
    let session = session();
    let done = memo(move || {
        let run = session.opened_run(key.walkthrough);
        run.is_some_and(|run| run.with(|run| run.is_ticked(key.step)))
    });
    // Of two ways to the same, the one that was taken.
    let away = move || match session.opened_run(key.walkthrough) {
        Some(run) => run.with(|run| run.status(key.step)) == Status::Unneeded,
        None => is_around(key.number()),
    };
    let open = super::walkthrough::open_step(key.walkthrough);
    let here = memo(move || open.get() == key.step);
    let link = key.link();
    view! {
        <li hidden=flag(away) class:done=flag(move || done.get()) aria-current=current(here, "step")>
            <a href=link>{title} <span class="unseen">{words(move || if done.get() { ", done" } else { "" })}</span></a>
        </li>
    }
}

/// The value of `aria-current`: absent anywhere else.
fn current(here: Memo<bool>, kind: &'static str) -> Signal<Option<&'static str>> {
    Signal::derive(move || here.get().then_some(kind))
}
