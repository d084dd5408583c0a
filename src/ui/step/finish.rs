//! What stands below the last step once it is done: what the walkthrough has done, and where to go from there.

use crate::ui::dynamic::{dynamic, shown_when};
use crate::ui::session::{Practice, StepKey, session};
use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::route::Route;
use playground_core::walkthrough::{Action, Status};
use playground_core::words;

/// The id of its heading.
pub(super) const HEADING: &str = "finished";

/// Looks back at the walkthrough, and leads to the base, to what cleans up, and to the next walkthrough.
pub(super) fn last(key: StepKey) -> AnyView {
    let session = session();
    let title = session.walkthrough(key).title;
    let has_made = move || {
        session
            .made
            .with(|made| made.iter().any(|thing| thing.by == title && thing.can_go()))
    };
    let next = CONTENTS.get(key.walkthrough + 1).map(|next| {
        let link = Route::walkthrough(next.id).to_string();
        view! { <a class="primary" href=link>"Next walkthrough: " {next.title}</a> }
    });
    view! {
        <section class="finished">
            <h3 id=HEADING tabindex="-1">"Walkthrough complete"</h3>
            {dynamic(move || { session.track_outcome(key); done(key) })}
            <p class="controls">
                {next}
                {dynamic(move || { session.track_outcome(key); base(key) })}
                {shown_when(has_made, || view! { <a href=Route::Made.to_string()>"Remove what you made"</a> })}
            </p>
        </section>
    }
    .into_any()
}

/// What each step that sent something has reached, in the walkthrough's own words where it has some.
fn done(key: StepKey) -> AnyView {
    let walkthrough = session().walkthrough(key);
    let steps = walkthrough.steps.iter().enumerate();
    let told = session().run(key).with_untracked(|run| {
        let sent = steps.filter(|(place, step)| {
            matches!(step.action, Action::Send(_)) && run.status(*place) == Status::Done
        });
        let told = sent.map(|(place, step)| {
            let outcome = run.outcome(place, words::criterion::position);
            let link = key.at(place).link();
            view! { <li><a href=link>{step.title}</a> {outcome.map(|outcome| view! { <small>{outcome}</small> })}</li> }
        });
        told.collect_view()
    });
    view! { <ul>{told}</ul> }.into_any()
}

/// Leads to the base in SeaTable. What stands in for SeaTable in practice has no such page.
fn base(key: StepKey) -> Option<AnyView> {
    let session = session();
    if session.practice.get() != Practice::Off {
        return None;
    }
    let (name, path) = session.run(key).with_untracked(|run| {
        let base = run.base()?;
        Some((base.name.to_owned(), base.path()))
    })?;
    let link = session
        .server
        .with_untracked(|server| [server.origin(), &path].concat());
    Some(
        view! { <a href=link target="_blank" rel="noopener noreferrer">"Open “" {name} "” in SeaTable"</a> }
            .into_any(),
    )
}
