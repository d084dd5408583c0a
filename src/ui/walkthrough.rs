//! The page of a walkthrough: its heading, and its steps below each other, one of them open.
//!
//! What draws it is a part of the page, and each walkthrough is another. Both are fetched at once.

mod data;

use super::later::{Drawing, later, part};
use super::session::{Practice, Session, StepKey, session};
use super::step::StepCard;
use super::step::practice::resumer;
use crate::browser::{clock, page, task};
use crate::data::Data;
use crate::ui::dynamic::{Memo, effect, flag, memo, shown_when, words};
use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::route::Route;
use playground_core::walkthrough::Run;
use playground_core::words;

/// Returns which step of a walkthrough stands open: the one in the address, or the first that is not done.
///
/// Without one in the address, a step that was just done stays open, so that its answer can be read.
pub(super) fn open_step(walkthrough: usize) -> Memo<usize> {
    let session = session();
    let total = CONTENTS.get(walkthrough).map_or(0, |it| it.steps.len());
    memo(move || {
        let named = session.address.with(|address| match &address.route {
            Route::Walkthrough {
                step: Some(step), ..
            } => CONTENTS
                .get(walkthrough)?
                .numbers
                .iter()
                .position(|number| number == step),
            _ => None,
        });
        match named {
            Some(step) => step,
            None => session.opened_run(walkthrough).map_or(0, |run| {
                run.with_untracked(Run::first_undone)
                    .unwrap_or(total.saturating_sub(1))
            }),
        }
    })
}

/// What draws the page of a walkthrough.
type Draw = fn(usize, Data) -> AnyView;

later! {
    /// Returns it. Who comes by a link to an operation does without.
    pub(super) async fn drawer() -> Draw, draw in walkthrough;
}

/// The page, once what draws it and the walkthrough are there.
pub(super) fn page(index: usize) -> AnyView {
    part(Box::new(move || {
        Box::pin(async move {
            let draw = drawer().await?;
            let get = data::fetch(index).await?;
            Ok(Box::new(move || draw(index, get())) as Drawing)
        })
    }))
}

fn draw(index: usize, walkthrough: Data) -> AnyView {
    let session = session();
    session.begin_run(index, walkthrough);
    task::spawn(async move {
        clock::painted().await;
        session.stands.set(true);
        session.framed.set(true);
    });
    effect(move || {
        if matches!(session.practice.get(), Practice::On(_)) {
            task::spawn(async move {
                if let Ok(resume) = resumer().await {
                    resume(session, index);
                }
            });
        }
    });
    // Who has gone there from another page is told by its heading, however late it comes; a link to a step leads to that one.
    let heading = heading(session);
    if session.moved.get_untracked() || heading != "heading" {
        page::focus_soon(heading);
    }
    view! { <WalkthroughPage index /> }.into_any()
}

/// The id of the heading that the address leads to: of a step that it names, else of the page.
pub(super) fn heading(session: Session) -> String {
    session
        .address
        .with_untracked(|address| match &address.route {
            Route::Walkthrough {
                step: Some(step), ..
            } if step != "1" => ["step-", step].concat(),
            _ => "heading".to_owned(),
        })
}

/// Takes up the walkthroughs of which the tab has noted something, once the page is quiet.
pub(super) fn resume(session: Session) {
    task::spawn(async move {
        clock::quiet().await;
        if session.has_noted() {
            resume_noted(session);
        }
    });
}

fn resume_noted(session: Session) {
    for place in session.noted_walkthroughs() {
        begin(session, place, |_, _| ());
    }
}

/// Fetches a walkthrough, begins it, and does what then comes.
pub(super) fn begin(session: Session, place: usize, then: fn(Session, usize)) {
    task::spawn(async move {
        if let Ok(get) = data::fetch(place).await {
            session.begin_run(place, get());
            then(session, place);
        }
    });
}

/// The page.
#[component]
fn WalkthroughPage(
    /// The walkthrough, by its place in the list.
    index: usize,
) -> impl IntoView {
    let walkthrough = CONTENTS.get(index)?;
    let open = open_step(index);
    let steps = (0..walkthrough.steps.len()).map(|step| {
        let key = StepKey {
            walkthrough: index,
            step,
        };
        view! { <StepCard key open=Signal::derive(move || open.get() == step) /> }
    });
    effect(move || session().take_way_to(index, open.get()));
    let run = session().whole_run(index);
    let begun = memo(move || run.with(|run| run.progress().0 > 0));
    Some(view! {
        <p class="eyebrow">
            {format!("Walkthrough {} of {} · {} steps", index + 1, CONTENTS.len(), walkthrough.count())}
        </p>
        <h1 id="heading" tabindex="-1">{walkthrough.title}</h1>
        <p class="lede">{walkthrough.summary}</p>
        {shown_when(move || begun.get(), move || controls(index))}
        {steps.collect_view()}
    })
}

later! {
    /// What can be done with a walkthrough as a whole, once it is begun.
    fn controls(index: usize) in answers {
        view! { <Controls index /> }
    }
}

/// Sends what remains, or begins anew.
#[component]
fn Controls(
    /// The walkthrough, by its place in the list.
    index: usize,
) -> impl IntoView {
    let session = session();
    let run = session.whole_run(index);
    effect(move || session.forget_stale_refusals(index));
    let busy = move || {
        session
            .remaining
            .with(|remaining| remaining.running.is_some())
    };
    let finished = memo(move || run.with(Run::first_undone).is_none());
    let told = move || {
        if busy() {
            return "Sending the steps that remain …".to_owned();
        }
        session
            .remaining
            .with(|remaining| match &remaining.stopped {
                Some((walkthrough, stop)) if *walkthrough == index => {
                    words::step::stopped(stop, session.whole_run(index).walkthrough())
                }
                _ => String::new(),
            })
    };
    view! {
        <p class="controls">
            <button type="button" disabled=flag(move || busy() || finished.get())
                on:click=move |_| session.run_rest(index)>{words(move || if busy() { "Running …" } else { "Run the rest" })}</button>
            <button type="button" disabled=flag(busy) on:click=move |_| session.restart(index)>"Start over"</button>
            <span class="hint" role="status">{words(told)}</span>
        </p>
    }
}
