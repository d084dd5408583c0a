//! The left rail: the search, the walkthroughs with their progress, and the reference. On a phone it is a drawer.

mod areas;
mod reference;
mod results;
mod search;

use super::session::{StepKey, session};
use crate::browser::{clock, task};
use crate::ui::dynamic::{dynamic, flag, memo, shown_when, value, words};
use crate::walkthroughs::ALL;
use leptos::prelude::*;
use playground_core::route::Route;
use playground_core::walkthrough::{Run, Walkthrough};

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
            if !listed.get_untracked()
                && let Ok(prepare) = fetch_lists().await
            {
                listed.set(prepare().await);
            }
        });
    };
    task::spawn(async move {
        clock::quiet().await;
        fetch();
    });
    // Who has gone somewhere has found it. On a phone the rail lies over the page until then.
    Effect::new(move |_| {
        session.address.track();
        search.text.set(String::new());
        session.drawer.set(false);
    });
    view! {
        <nav class="rail" class:open=flag(move || session.drawer.get()) id=ID aria-label="Contents" class:searching=flag(move || search.is_on()) on:pointerenter=move |_| fetch()>
            <SearchBox search begins=fetch />
            {shown_when(move || search.is_on(), move || results(search))}
            <div class="contents">
            <h2>"Walkthroughs"</h2>
            <ol class="guides">
                {ALL.iter().enumerate().map(|(index, walkthrough)| guide(index, walkthrough)).collect_view()}
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

fn guide(index: usize, walkthrough: &'static Walkthrough) -> impl IntoView {
    let session = session();
    let run = session.whole_run(index);
    let here = memo(move || {
        session.address.with(|address| {
            matches!(&address.route, Route::Walkthrough { id, .. } if id == walkthrough.id)
        })
    });
    let count = walkthrough.steps.len();
    let done = memo(move || run.with(Run::progress));
    let progress = move || match done.get() {
        (0, _) => "none",
        (done, total) if done == total => "all",
        (done, total) if done * 2 < total => "some",
        _ => "most",
    };
    let link = Route::walkthrough(walkthrough.id).to_string();
    view! {
        <li aria-current=current(here, "page")>
            <a href=link>
                <span class="ring" data-progress=value(progress) aria-hidden="true"></span>
                <span>{walkthrough.title}</span>
                <span class="unseen">{words(move || { let (done, total) = done.get(); format!(", {done} of {total} steps done") })}</span>
            </a>
            {shown_when(move || here.get(), move || {
                let links = (0..count).map(|step| step_link(walkthrough, StepKey { walkthrough: index, step }));
                view! { <ol class="steps">{links.collect_view()}</ol> }
            })}
        </li>
    }
}

fn step_link(walkthrough: &'static Walkthrough, key: StepKey) -> impl IntoView {
    let run = session().whole_run(key.walkthrough);
    let done = memo(move || run.with(|run| run.is_ticked(key.step)));
    let open = super::walkthrough::open_step(key.walkthrough);
    let here = memo(move || open.get() == key.step);
    let title = walkthrough
        .steps
        .get(key.step)
        .map_or("", |step| step.title);
    let link = key.link();
    view! {
        <li class:done=flag(move || done.get()) aria-current=current(here, "step")>
            <a href=link>{title} <span class="unseen">{words(move || if done.get() { ", done" } else { "" })}</span></a>
        </li>
    }
}

/// The value of `aria-current`: absent anywhere else.
fn current(here: Memo<bool>, kind: &'static str) -> Signal<Option<&'static str>> {
    Signal::derive(move || here.get().then_some(kind))
}
