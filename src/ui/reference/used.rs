//! The steps of walkthroughs that send an operation.

use crate::walkthroughs::ALL;
use leptos::prelude::*;
use playground_core::catalogue::Operation;
use playground_core::route::Route;
use playground_core::walkthrough::{Action, Walkthrough};
use playground_core::words;

/// Lists them; nothing where no walkthrough sends it.
pub(super) fn list(operation: &'static Operation) -> Option<AnyView> {
    let steps: Vec<_> = ALL.iter().flat_map(|one| steps(one, operation)).collect();
    if steps.is_empty() {
        return None;
    }
    let rows = steps.into_iter().map(|(walkthrough, step, title)| {
        let address = Route::step(walkthrough.id, step).to_string();
        view! { <li>{walkthrough.title} ", " <a href=address>{words::reference::step(step, title)}</a></li> }
    });
    let list = view! {
        <section>
            <h2>"In the walkthroughs"</h2>
            <ul>{rows.collect_view()}</ul>
        </section>
    };
    Some(list.into_any())
}

type Place = (&'static Walkthrough, usize, &'static str);

fn steps(walkthrough: &'static Walkthrough, operation: &Operation) -> Vec<Place> {
    let steps = walkthrough.steps.iter().enumerate();
    let sends = steps.filter(|(_, step)| match step.action {
        Action::Send(call) => {
            let sent = &call.operation;
            sent.area == operation.area && sent.id == operation.id
        }
        Action::Provide(_) => false,
    });
    sends
        .map(|(place, step)| (walkthrough, place, step.title))
        .collect()
}
