//! Before and after: the cells of a row that are different now.

use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::row::{self, Unstored};

/// The longest value that is shown whole, in characters.
const LONG: usize = 160;

/// The cells that changed. Nothing where the step compares no rows.
pub(super) fn changes(key: StepKey) -> Option<AnyView> {
    let run = session().run(key);
    let changes = run.with_untracked(|run| {
        run.compared(key.step)
            .map(|(before, after)| row::changes(&before, &after))
    })?;
    if changes.is_empty() {
        let is_dropped = run.with_untracked(|run| !run.unstored(key.step).is_empty());
        let words = match is_dropped {
            true => {
                "No cell has changed. SeaTable drops what doesn't suit a column, without an error."
            }
            false => "No cell has changed: the request had no other values for them.",
        };
        return Some(view! { <p class="outcome bad">{words}</p> }.into_any());
    }
    let rows = changes.into_iter().map(|change| {
        view! {
            <tr><th scope="row">{change.column}</th> <td><del>{short(&change.before)}</del></td> <td><ins>{short(&change.after)}</ins></td></tr>
        }
    });
    Some(
        view! {
            <table class="changes">
                <caption>"What changed"</caption>
                <thead><tr><th scope="col">"Column"</th> <th scope="col">"Before"</th> <th scope="col">"After"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any(),
    )
}

fn short(json: &str) -> String {
    let mut out: String = json.chars().take(LONG).collect();
    if out.len() < json.len() {
        out.push('…');
    }
    out
}

/// The cells that were not stored as they were sent. Nothing where all were, or nobody can tell.
pub(super) fn unstored(key: StepKey) -> Option<AnyView> {
    let run = session().run(key);
    let cells = run.with_untracked(|run| run.unstored(key.step));
    if cells.is_empty() {
        return None;
    }
    let rows = cells.into_iter().map(|Unstored { column, sent, stored }| {
        view! {
            <tr><th scope="row">{column}</th> <td>{short(&sent)}</td> <td><strong>{short(&stored)}</strong></td></tr>
        }
    });
    Some(
        view! {
            <table class="changes unstored">
                <caption>"Not stored as sent"</caption>
                <thead><tr><th scope="col">"Column"</th> <th scope="col">"Sent"</th> <th scope="col">"Stored"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any(),
    )
}
