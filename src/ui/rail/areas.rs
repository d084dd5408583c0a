//! The areas of the reference, each folded to its groups, and those to their operations.

use super::current;
use crate::ui::dynamic::{Memo, effect, memo, shown_when, truth};
use crate::ui::reference::{Here, address, groups, link, of_area};
use leptos::prelude::*;
use playground_core::catalogue::Area;
use playground_core::reference::{Index, Listed};
use playground_core::words;

/// All areas.
pub(super) fn areas(index: &'static Index, here: Memo<Here>) -> AnyView {
    let areas = Area::ALL.into_iter().map(|area| {
        let operations = of_area(index, area);
        let name = words::reference::area(area);
        let is_here = memo(move || here.with(|here| here.area == Some(area)));
        let inside = groups(&operations);
        branch(name, operations.len(), is_here, move || {
            let link = view! { <a href=link(area)>"All of this area"</a> };
            let page = memo(move || here.with(|here| here.is_all_of(area)));
            let groups = inside
                .clone()
                .into_iter()
                .map(move |(name, operations)| group(name, operations, here));
            view! {
                <ul>
                    <li aria-current=current(page, "page")>{link}</li>
                    {groups.collect_view()}
                </ul>
            }
            .into_any()
        })
    });
    view! { <ul class="areas">{areas.collect_view()}</ul> }.into_any()
}

fn group(name: &'static str, operations: Vec<&'static Listed>, here: Memo<Here>) -> AnyView {
    let all = operations.clone();
    let is_here = memo(move || here.with(|here| all.iter().any(|one| here.is(one))));
    branch(name, operations.len(), is_here, move || {
        let operations = operations.iter().map(|one| operation(one, here));
        view! { <ul class="calls">{operations.collect_view()}</ul> }.into_any()
    })
}

fn operation(one: &'static Listed, here: Memo<Here>) -> AnyView {
    let is_here = memo(move || here.with(|here| here.is(one)));
    view! { <li aria-current=current(is_here, "page")><a href=address(one)>{one.title}</a></li> }
        .into_any()
}

/// Something that unfolds. What the page shows stands open.
fn branch(
    name: &'static str,
    count: usize,
    is_here: Memo<bool>,
    inside: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    effect(move || open.set(is_here.get()));
    view! {
        <li>
            <button class="branch" type="button" aria-expanded=truth(move || open.get()) on:click=move |_| open.update(|open| *open = !*open)>
                {name} " " <small>{count}</small>
            </button>
            {shown_when(move || open.get(), inside)}
        </li>
    }
    .into_any()
}

/// Links to the pages of all areas.
pub(super) fn area_links() -> AnyView {
    let links = Area::ALL
        .into_iter()
        .map(|area| view! { <li><a href=link(area)>{words::reference::area(area)}</a></li> });
    view! { <ul class="calls">{links.collect_view()}</ul> }.into_any()
}
