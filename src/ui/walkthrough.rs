//! The page of a walkthrough: its heading, and its steps below each other, one of them open.

use super::session::{StepKey, session};
use super::step::StepCard;
use crate::ui::dynamic::{flag, memo, shown_when, words};
use crate::ui::later::later;
use crate::walkthroughs::ALL;
use leptos::prelude::*;
use playground_core::route::Route;
use playground_core::walkthrough::Run;
use playground_core::words;

/// Returns which step of a walkthrough stands open: the one in the address, or the first that is not done.
///
/// Without one in the address, a step that was just done stays open, so that its answer can be read.
pub(super) fn open_step(walkthrough: usize) -> Memo<usize> {
    let session = session();
    let run = session.whole_run(walkthrough);
    let total = ALL
        .get(walkthrough)
        .map_or(0, |walkthrough| walkthrough.steps.len());
    memo(move || {
        let named = session.address.with(|address| match &address.route {
            Route::Walkthrough {
                step: Some(step), ..
            } => Some(*step),
            _ => None,
        });
        match named {
            Some(step) => step.clamp(1, total.max(1)) - 1,
            None => run.with_untracked(|run| run.first_undone().unwrap_or(total.saturating_sub(1))),
        }
    })
}

/// The page.
#[component]
pub(super) fn WalkthroughPage(
    /// The walkthrough, by its place in the list.
    index: usize,
) -> impl IntoView {
    let walkthrough = ALL.get(index)?;
    let open = open_step(index);
    let steps = (0..walkthrough.steps.len()).map(|step| {
        let key = StepKey {
            walkthrough: index,
            step,
        };
        view! { <StepCard key open=Signal::derive(move || open.get() == step) /> }
    });
    let run = session().whole_run(index);
    let begun = memo(move || run.with(|run| run.progress().0 > 0));
    Some(view! {
        <p class="eyebrow">
            {format!("Walkthrough {} of {} · {} steps", index + 1, ALL.len(), walkthrough.steps.len())}
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
    let busy = move || {
        session
            .remaining
            .with(|remaining| remaining.running.is_some())
    };
    let finished = memo(move || run.with(Run::first_undone).is_none());
    let stopped = move || {
        session
            .remaining
            .with(|remaining| match &remaining.stopped {
                Some((walkthrough, stop)) if *walkthrough == index => words::step::stopped(stop),
                _ => String::new(),
            })
    };
    view! {
        <p class="controls">
            <button type="button" disabled=flag(move || busy() || finished.get())
                on:click=move |_| session.run_rest(index)>{words(move || if busy() { "Running …" } else { "Run the rest" })}</button>
            <button type="button" disabled=flag(busy) on:click=move |_| session.restart(index)>"Start over"</button>
            <span class="hint" role="status">{words(stopped)}</span>
        </p>
    }
}
