//! The next part of a list, and the one before; and that there may be more of it than came.

use crate::ui::dynamic::dynamic;
use crate::ui::form::FormOf;
use crate::ui::session::{DeskForm, session};
use leptos::prelude::*;
use playground_core::catalogue::{Field, Role};
use playground_core::http::{Body, Exchange};
use playground_core::json;
use playground_core::walkthrough::{Window, entry_count};
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
pub(in crate::ui) fn pager(of: FormOf) -> AnyView {
    let session = session();
    let form = session.form(of.desk);
    let turn = move |field: Field<'static>, to: Option<usize>| {
        if let Some(to) = to {
            form.set(&field.path(), to.to_string());
            session.send_as_it_stands(of.desk);
        }
    };
    dynamic(move || {
        form.track_outcome();
        let exchange = form.exchange()?;
        if let Some(words) = cut_by_sql(&exchange) {
            return Some(view! { <p class="pager"><span>{words}</span></p> }.into_any());
        }
        let by_page = untrack(|| by_page(of, form, &exchange));
        let part = by_page.or_else(|| by_start(of, &exchange))?;
        let Page {
            field,
            before,
            after,
            words,
        } = part;
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
}

fn count(exchange: &Exchange) -> Option<usize> {
    entry_count(&exchange.answer()?.body)
}

fn by_page(of: FormOf, form: DeskForm, exchange: &Exchange) -> Option<Page> {
    let field = of.operation.field_for(Role::Page)?;
    let size = of.operation.field_for(Role::PerPage)?;
    let number = |field: Field<'_>| form.text(&field.path()).trim().parse::<usize>().ok();
    let here = number(field).unwrap_or(1);
    let is_full = count(exchange)? >= number(size).unwrap_or(USUAL);
    Some(Page {
        field,
        before: here.checked_sub(1).filter(|before| *before > 0),
        after: is_full.then_some(here + 1),
        words: format!("Page {here}"),
    })
}

fn by_start(of: FormOf, exchange: &Exchange) -> Option<Page> {
    let field = of.operation.field_for(Role::Start)?;
    let Window { start, size } = Window::of(of.operation, &exchange.request)?;
    let count = count(exchange)?;
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
fn cut_by_sql(exchange: &Exchange) -> Option<String> {
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
