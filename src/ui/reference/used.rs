//! The steps of walkthroughs that send an operation.

use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::route::Route;
use playground_core::words;

/// Lists them; nothing where no walkthrough sends it.
pub(super) fn list(steps: &'static [(usize, usize)]) -> Option<AnyView> {
    if steps.is_empty() {
        return None;
    }
    let rows = steps.iter().filter_map(|&(place, step)| {
        let walkthrough = CONTENTS.get(place)?;
        let number = walkthrough.numbers.get(step)?;
        let address = Route::step(walkthrough.id, number).to_string();
        let title = walkthrough.steps.get(step)?;
        Some(view! { <li>{walkthrough.title} ", " <a href=address>{words::reference::step(number, title)}</a></li> })
    });
    let list = view! {
        <section>
            <h2>"In the walkthroughs"</h2>
            <ul>{rows.collect_view()}</ul>
        </section>
    };
    Some(list.into_any())
}
