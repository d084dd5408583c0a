//! The page of a walkthrough: its heading, and its steps below each other, one of them open.

use super::session::{StepKey, session};
use super::step::StepCard;
use crate::route::Route;
use crate::ui::dynamic::memo;
use crate::walkthrough::{ALL, Status};
use leptos::prelude::*;

/// Returns which step of a walkthrough stands open: the one in the address, or the first that is not done.
///
/// Without one in the address, a step that was just done stays open, so that its answer can be read.
pub(super) fn open_step(walkthrough: usize) -> Memo<usize> {
    let session = session();
    let run = session.run(walkthrough);
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
            None => run.with_untracked(|run| {
                let undone = (0..total).find(|&step| run.status(step) != Status::Done);
                undone.unwrap_or(total.saturating_sub(1))
            }),
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
    Some(view! {
        <p class="eyebrow">
            {format!("Walkthrough {} of {} · {} steps", index + 1, ALL.len(), walkthrough.steps.len())}
        </p>
        <h1 id="heading" tabindex="-1">{walkthrough.title}</h1>
        <p class="lede">{walkthrough.summary}</p>
        {steps.collect_view()}
    })
}
