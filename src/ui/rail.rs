//! The left rail: the walkthroughs with their progress. On a phone it is a drawer.

use super::session::{StepKey, session};
use crate::route::Route;
use crate::walkthrough::{ALL, Status, Walkthrough};
use leptos::prelude::*;

/// The element's id, for the button that opens the drawer.
pub(super) const ID: &str = "contents";

/// The rail.
#[component]
pub(super) fn Rail() -> impl IntoView {
    let session = session();
    // On a phone the rail lies over the page until the reader has gone somewhere.
    Effect::new(move |_| {
        session.address.track();
        session.drawer.set(false);
    });
    view! {
        <nav class="rail" class:open=session.drawer id=ID aria-label="Contents">
            <h2>"Walkthroughs"</h2>
            <ol class="guides">
                {ALL.iter().enumerate().map(|(index, walkthrough)| guide(index, walkthrough)).collect_view()}
            </ol>
        </nav>
    }
}

fn guide(index: usize, walkthrough: &'static Walkthrough) -> impl IntoView {
    let session = session();
    let run = session.run(index);
    let here = Memo::new(move |_| {
        session.address.with(|address| {
            matches!(&address.route, Route::Walkthrough { id, .. } if id == walkthrough.id)
        })
    });
    let total = walkthrough.steps.len();
    let done = Memo::new(move |_| {
        run.with(|run| {
            (0..total)
                .filter(|&step| run.status(step) == Status::Done)
                .count()
        })
    });
    let progress = move || match done.get() {
        0 => "none",
        done if done == total => "all",
        done if done * 2 < total => "some",
        _ => "most",
    };
    let link = Route::Walkthrough {
        id: walkthrough.id.into(),
        step: None,
    }
    .to_string();
    view! {
        <li aria-current=move || here.get().then_some("page")>
            <a href=link>
                <span class="ring" data-progress=progress aria-hidden="true"></span>
                <span>{walkthrough.title}</span>
                <span class="unseen">{move || format!(", {} of {total} steps done", done.get())}</span>
            </a>
            <Show when=move || here.get()>
                <ol class="steps">
                    {(0..total).map(|step| step_link(walkthrough, StepKey { walkthrough: index, step })).collect_view()}
                </ol>
            </Show>
        </li>
    }
}

fn step_link(walkthrough: &'static Walkthrough, key: StepKey) -> impl IntoView {
    let run = session().run(key.walkthrough);
    let done = Memo::new(move |_| run.with(|run| run.status(key.step) == Status::Done));
    let open = super::walkthrough::open_step(key.walkthrough);
    let title = walkthrough
        .steps
        .get(key.step)
        .map_or("", |step| step.title);
    let link = Route::Walkthrough {
        id: walkthrough.id.into(),
        step: Some(key.step + 1),
    }
    .to_string();
    view! {
        <li class:done=done aria-current=move || (open.get() == key.step).then_some("step")>
            <a href=link>{title} <span class="unseen">{move || done.get().then_some(", done")}</span></a>
        </li>
    }
}
