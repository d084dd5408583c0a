//! The next part of a list, and the one before; and that there may be more of it than came.

use crate::ui::dynamic::dynamic;
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::catalogue::{Field, Role};
use playground_core::http::Body;
use playground_core::json;
use playground_core::walkthrough::{Call, Run, Window};
use playground_core::words::{self, list::SqlCut};

/// How many entries a page has where the request does not say.
const USUAL: usize = 25;

/// How many rows SQL gives without LIMIT.
const WITHOUT_LIMIT: usize = 100;

/// The most rows that SQL gives.
const MOST_BY_SQL: usize = 10_000;

/// Where a list is that came in part.
struct Page {
    /// The parameter that says which part.
    field: Field<'static>,
    /// What it is for the part before; none for the first one.
    before: Option<usize>,
    /// What it is for the part after; none for the last one.
    after: Option<usize>,
    /// Which part it is, in words.
    words: String,
}

/// Buttons that lead through the parts. Nothing where the request knows none, or there is one only.
pub(super) fn pager(key: StepKey, call: &'static Call) -> impl IntoView {
    let session = session();
    let run = session.run(key);
    let turn = move |field: Field<'static>, to: Option<usize>| {
        if let Some(to) = to {
            run.update(|run| run.set_field(key.step, &field.path(), to.to_string()));
            session.send_as_it_stands(key.into());
        }
    };
    dynamic(move || {
        session.track_outcome(key);
        run.with_untracked(|run| {
            if let Some(words) = cut_by_sql(run, key.step) {
                return Some(view! { <p class="pager"><span>{words}</span></p> }.into_any());
            }
            let part = by_page(run, key.step, call).or_else(|| by_start(run, key.step, call))?;
            let Page { field, before, after, words } = part;
            let buttons = before.is_some() || after.is_some();
            buttons.then(|| view! {
                <p class="pager">
                    <button type="button" disabled=before.is_none() on:click=move |_| turn(field, before)>"Previous page"</button>
                    <span>{words}</span>
                    <button type="button" disabled=after.is_none() on:click=move |_| turn(field, after)>"Next page"</button>
                </p>
            }
            .into_any())
        })
    })
}

fn by_page(run: &Run, step: usize, call: &'static Call) -> Option<Page> {
    let field = call.operation.field_for(Role::Page)?;
    let size = call.operation.field_for(Role::PerPage)?;
    let number = |field: Field<'_>| {
        let text = run.field(step, &field.path()).text;
        text.trim().parse::<usize>().ok()
    };
    let here = number(field).unwrap_or(1);
    let is_full = run.entry_count(step)? >= number(size).unwrap_or(USUAL);
    Some(Page {
        field,
        before: here.checked_sub(1).filter(|before| *before > 0),
        after: is_full.then_some(here + 1),
        words: format!("Page {here}"),
    })
}

fn by_start(run: &Run, step: usize, call: &'static Call) -> Option<Page> {
    let field = call.operation.field_for(Role::Start)?;
    let request = &run.exchange(step)?.request;
    let Window { start, size } = Window::of(&call.operation, request)?;
    let count = run.entry_count(step)?;
    let is_cut = count >= size;
    let words = words::list::rows(start, count, is_cut);
    Some(Page {
        field,
        before: (start > 0).then(|| start.saturating_sub(size)),
        after: is_cut.then_some(start + size),
        words,
    })
}

/// Says that SQL gave as many rows as it gives at most.
fn cut_by_sql(run: &Run, step: usize) -> Option<String> {
    let exchange = run.exchange(step)?;
    let Body::Json(body) = &exchange.request.body else {
        return None;
    };
    let sql = json::member(&body.shown(), "", "sql")?.to_ascii_uppercase();
    let answer = &exchange.answer()?.body;
    let count = answer.len(answer.pointer("/results")?);
    let limited = sql.contains(&format!("LIMIT {count}"));
    let is_cut =
        limited || count == MOST_BY_SQL || count == WITHOUT_LIMIT && !sql.contains("LIMIT");
    let why = if limited {
        SqlCut::Limit
    } else if count == MOST_BY_SQL {
        SqlCut::Most
    } else {
        SqlCut::WithoutLimit
    };
    (is_cut && count != 0).then(|| words::list::cut_by_sql(count, why))
}
