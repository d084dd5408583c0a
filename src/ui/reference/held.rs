//! How the response to an operation agrees with SeaTable's documents.

use super::form::Noted;
use crate::browser::task;
use crate::ui::dynamic::{dynamic, effect};
use crate::ui::exchange::Agreement;
use crate::ui::form::FormOf;
use crate::ui::later::later;
use crate::ui::prose::Inline;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::documented::{Difference, Held, Inspection};
use playground_core::http::Exchange;
use playground_core::reference::Note;
use playground_core::words::documented as words;
use std::sync::Arc;

/// How many values are looked at at a time.
const STEPS: usize = 5_000;

/// Holds each response of a desk against the documents, once both are there.
pub(super) fn watched(of: FormOf, Noted(noted): Noted) -> Agreement {
    let agreement = Agreement {
        held: RwSignal::new(None),
        told,
    };
    let form = session().form(of.desk);
    effect(move || {
        form.track_outcome();
        if let (Some(note), Some(exchange)) = (noted.get(), form.exchange()) {
            task::spawn(async move {
                // Without it the response is there all the same.
                if let Ok(inspect) = inspector().await {
                    inspect(agreement, note, exchange);
                }
            });
        }
    });
    agreement
}

later! {
    /// Fetches what looks into a response.
    async fn inspector() -> fn(Agreement, &'static Note, Arc<Exchange>), inspect in held;
}

fn inspect(agreement: Agreement, note: &'static Note, exchange: Arc<Exchange>) {
    task::spawn(async move {
        let Some(answer) = exchange.answer() else {
            return;
        };
        let mut inspection = Inspection::new(answer, note.answers);
        let step = || inspection.advance(&answer.body, STEPS);
        task::in_steps(Box::new(step)).await;
        let held = Arc::new(inspection.held(note.faults));
        let _ = agreement.held.try_set(Some((exchange.clone(), held)));
    });
}

later! {
    /// Tells how a response agrees.
    fn told(agreement: Agreement, exchange: Arc<Exchange>, goal: RwSignal<Option<String>>) in held {
        tell(agreement, exchange, goal)
    }
}

/// Where nothing differs, a quiet line.
fn tell(agreement: Agreement, exchange: Arc<Exchange>, goal: RwSignal<Option<String>>) -> AnyView {
    dynamic(move || {
        let Some(held) = agreement.of(&exchange) else {
            return ().into_any();
        };
        let summary = words::summary(&held);
        if held.differences.is_empty() {
            return view! { <p class="quiet-wire">{summary}</p> }.into_any();
        }
        let entries = grouped(&held).into_iter().map(|(known, differences)| {
            let differences = differences.into_iter();
            let differences = differences.map(|one| entry(one, exchange.clone(), goal));
            let known = known.map(|html| view! { <li>"Known: " <Inline html /></li> });
            view! { {differences.collect_view()} {known} }
        });
        view! {
            <details class="differences">
                <summary>{summary}</summary>
                <ul>{entries.collect_view()}</ul>
                {words::undescribed(&held).map(|told| view! { <p>{told}</p> })}
            </details>
        }
        .into_any()
    })
}

/// Differences that one known fault explains, or none.
type Group<'a> = (Option<&'static str>, Vec<&'a Difference>);

/// Puts together what one known fault explains. What nothing explains comes first.
fn grouped(held: &Held) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = vec![(None, Vec::new())];
    for difference in &held.differences {
        match groups
            .iter_mut()
            .find(|(known, _)| *known == difference.known)
        {
            Some((_, group)) => group.push(difference),
            None => groups.push((difference.known, vec![difference])),
        }
    }
    groups
}

/// What differs. Where it stands in the body, its place leads to the line in the tree.
fn entry(
    difference: &Difference,
    exchange: Arc<Exchange>,
    goal: RwSignal<Option<String>>,
) -> AnyView {
    let told = words::difference(difference);
    let Some(node) = difference.first else {
        return view! { <li>{told}</li> }.into_any();
    };
    let place = words::place(difference);
    let show = move |_| goal.set(exchange.answer().map(|answer| answer.body.pointer_of(node)));
    view! {
        <li><button type="button" class="link" title="Show in the response" on:click=show>{place}</button> " " {told}</li>
    }
    .into_any()
}
