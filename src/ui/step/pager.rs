//! The next page of a list, and the one before.

use crate::catalogue::{Operation, Place};
use crate::ui::dynamic::dynamic;
use crate::ui::session::{StepKey, session};
use crate::walkthrough::Call;
use leptos::prelude::*;

/// How many entries a page has where the request does not say.
const USUAL: usize = 25;

/// Buttons that lead through the pages. Nothing where the request knows no pages, or there is one only.
pub(super) fn pager(key: StepKey, call: &'static Call) -> impl IntoView {
    let session = session();
    let run = session.run(key.walkthrough);
    let page = place(&call.operation, "page")?;
    let size = place(&call.operation, "per_page")?;
    let number = move |place: usize| {
        run.with(|run| run.field(key.step, place).text.trim().parse::<usize>().ok())
    };
    let turn = move |to: usize| {
        run.update(|run| run.set_field(key.step, page, to.to_string()));
        session.send_as_it_stands(key);
    };
    Some(dynamic(move || {
        session.outcomes(key).track();
        let here = number(page).unwrap_or(1);
        let count = run.with_untracked(|run| run.entry_count(key.step))?;
        let more = count >= number(size).unwrap_or(USUAL);
        if here < 2 && !more {
            return None;
        }
        Some(view! {
            <p class="pager">
                <button type="button" disabled=here < 2 on:click=move |_| turn(here - 1)>"Previous page"</button>
                <span>{format!("Page {here}")}</span>
                <button type="button" disabled=!more on:click=move |_| turn(here + 1)>"Next page"</button>
            </p>
        })
    }))
}

fn place(operation: &Operation, name: &str) -> Option<usize> {
    operation
        .fields
        .iter()
        .position(|field| field.name == name && field.place == Place::Query)
}
