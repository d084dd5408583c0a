//! Which page of the reference an address names, and what has to be fetched for it.

use super::{data, list, operation};
use crate::browser::page;
use crate::ui::dynamic::effect;
use crate::ui::later::{Drawing, Fetching, NotLoaded, later, part};
use crate::ui::session::session;
use crate::ui::sheets;
use crate::ui::title;
use leptos::prelude::*;
use playground_core::catalogue::Area;
use playground_core::reference::Index;
use playground_core::route::Route;
use playground_core::words;
use std::pin::Pin;

/// The page that an address names.
pub(super) fn page(of: Option<String>, id: Option<String>) -> AnyView {
    let Some(of) = of else {
        return with(|| Box::pin(data::index()), all);
    };
    let named = Area::named(&of);
    match (named, id) {
        (Some(area), Some(id)) => with(
            move || Box::pin(data::forms(area)),
            move |forms| operation::page(forms, &id),
        ),
        (Some(area), None) => with(
            || Box::pin(data::index()),
            move |index| of_area(index, area),
        ),
        (None, None) => with(|| Box::pin(data::index()), move |index| lead_on(index, &of)),
        (None, Some(_)) => nothing(&of),
    }
}

later! {
    /// The list of all operations.
    fn all(index: &'static Index) in lists {
        sheets::operations();
        list::all(index)
    }
}

later! {
    /// The list of the operations of an area.
    fn of_area(index: &'static Index, area: Area) in lists {
        sheets::operations();
        list::area(index, area)
    }
}

/// Something that is being fetched.
pub(in crate::ui) type Fetched<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// Draws a page once what it needs is there.
pub(in crate::ui) fn with<T: Copy + 'static>(
    fetch: impl Fn() -> Fetched<T> + Send + Sync + 'static,
    draw: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView {
    part(Box::new(move || -> Fetching {
        let (fetched, draw) = (fetch(), draw.clone());
        Box::pin(async move {
            let what = fetched.await?;
            Ok(Box::new(move || draw(what)) as Drawing)
        })
    }))
}

/// Shows the head of a page. Who has gone there from another page is told by its heading, however late it comes.
pub(super) fn head(name: String, above: AnyView) -> AnyView {
    if session().moved.get_untracked() {
        page::focus_soon("heading");
    }
    let heading = name.clone();
    effect(move || title::set(&name));
    view! {
        <p class="eyebrow">{above}</p>
        <h1 id="heading" tabindex="-1">{heading}</h1>
    }
    .into_any()
}

/// Goes on from SeaTable's own name for a page to the operation. Where the old one is gone, the address keeps the name, so that its
/// page says so.
fn lead_on(index: &'static Index, name: &str) -> AnyView {
    let Some(found) = index.by_slug(name) else {
        return nothing(name);
    };
    let session = session();
    let query = session
        .address
        .with_untracked(|address| address.query.clone());
    let is_gone = index.slug(name).filter(|slug| !slug.says.is_empty());
    let from = is_gone.map(|slug| ["from=", slug.name].concat());
    let query: Vec<_> = from.into_iter().chain(Some(query)).collect();
    let query: Vec<_> = query.iter().map(String::as_str).collect();
    let query: Vec<_> = query.into_iter().filter(|part| !part.is_empty()).collect();
    let route = Route::operation(found.area.name(), found.id).to_string();
    let address = match query.as_slice() {
        [] => route,
        query => [route.as_str(), "?", &query.join("&")].concat(),
    };
    // After this was drawn: it is drawn anew then.
    effect(move || session.lead_on(&address));
    view! { <p class="later">"Loading …"</p> }.into_any()
}

/// What an address shows that names nothing.
pub(super) fn nothing(name: &str) -> AnyView {
    view! {
        {head("Not in the reference".to_owned(), view! { <a href="#/reference">"Reference"</a> }.into_any())}
        <p class="lede">{words::reference::unknown(name)} " " <a href="#/reference">"See all operations"</a></p>
    }
    .into_any()
}

/// Returns the address of an area.
pub(in crate::ui) fn link(area: Area) -> String {
    let of = Some(area.name().to_owned());
    Route::Reference { of, id: None }.to_string()
}
