//! A link to a form as it is filled in, and a form that was opened by one.

use crate::browser::location;
use crate::ui::dynamic::{dynamic, effect_after};
use crate::ui::exchange::Copy;
use crate::ui::form::FormOf;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::form::{Link, Origin, RequestForm};
use playground_core::route::Route;
use playground_core::words;

/// Fills a form with what its address has, now and when another link to the same page is opened, and says what of that is ignored.
/// Nothing is sent.
pub(super) fn opened(of: FormOf) -> AnyView {
    let ignored = RwSignal::new(None::<String>);
    let form = session().form(of.desk);
    let open = move |query: &str| {
        form.edit(&mut |form| ignored.set(words::link::ignored(&form.open_link(query))));
    };
    let own = route(of);
    if let Some(query) = untrack(|| query(&own)) {
        open(&query);
    }
    effect_after(move |before: Option<Option<String>>| {
        let query = query(&own);
        let is_other = before.is_some_and(|before| before != query);
        if let Some(query) = query.as_deref().filter(|_| is_other) {
            open(query);
        }
        query
    });
    dynamic(move || {
        let told = ignored.get()?;
        Some(view! { <p class="needs" role="note">{told}</p> })
    })
}

/// Returns what the address has for a page, if it is the address of that page and has anything.
fn query(own: &Route) -> Option<String> {
    session().address.with(|address| {
        let is_own = address.route == *own && !address.query.is_empty();
        is_own.then(|| address.query.clone())
    })
}

fn route(of: FormOf) -> Route {
    Route::operation(of.operation.area.name(), &of.operation.id)
}

/// Says of a value that the link has brought it.
pub(super) fn source(origin: Origin) -> Option<AnyView> {
    let is_by_link = origin == Origin::Link;
    is_by_link.then(|| view! { <span class="from">"from the link"</span> }.into_any())
}

/// The button that copies a link to the form as it stands, and what the link leaves out.
pub(super) fn button(of: FormOf) -> AnyView {
    let form = session().form(of.desk);
    let link = move || form.with(RequestForm::link).unwrap_or_default();
    let address = move || {
        let route = route(of).to_string();
        let Link { query, .. } = untrack(link);
        location::whole(&match query.as_str() {
            "" => route,
            query => [&route, "?", query].concat(),
        })
    };
    view! {
        <p class="link">
            <Copy label="Copy a link to this form" text=address />
            {dynamic(move || {
                let told = words::link::left_out(&link().left_out);
                told.map(|told| view! { " " <span class="hint">{told}</span> })
            })}
        </p>
    }
    .into_any()
}
