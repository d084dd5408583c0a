//! The lists of operations: all of them, and those of an area.

use super::pages::{head, link};
use super::sample;
use crate::browser::page;
use crate::ui::text;
use leptos::prelude::*;
use playground_core::catalogue::Area;
use playground_core::reference::{Index, Listed};
use playground_core::route::Route;
use playground_core::words;
use std::sync::{Mutex, PoisonError};

/// The groups that somebody has opened in the list of all operations: who comes back finds them open.
static OPENED: Mutex<Vec<(Area, &str)>> = Mutex::new(Vec::new());

fn is_opened(area: Area, group: &'static str) -> bool {
    let opened = OPENED.lock().unwrap_or_else(PoisonError::into_inner);
    opened.contains(&(area, group))
}

fn note(area: Area, group: &'static str, is_open: bool) {
    let mut opened = OPENED.lock().unwrap_or_else(PoisonError::into_inner);
    opened.retain(|one| *one != (area, group));
    if is_open {
        opened.push((area, group));
    }
}

/// All operations, by area and group. The groups are folded: a search on the page opens them.
pub(super) fn all(index: &'static Index) -> AnyView {
    let areas = Area::ALL.into_iter().map(|area| {
        let operations = of_area(index, area);
        let count = words::reference::count(operations.len());
        let groups = groups(&operations).into_iter().map(|(group, operations)| {
            view! {
                <details open=is_opened(area, group)>
                    <summary on:click=move |event| note(area, group, page::was_folded(&event))>{group} <small>{operations.len()}</small></summary>
                    {rows(operations)}
                </details>
            }
        });
        view! {
            <section class="area">
                <h2><a href=link(area)>{words::reference::area(area)}</a> <small>{count}</small></h2>
                <p>{words::reference::about(area)}</p>
                <div class="groups">{groups.collect_view()}</div>
            </section>
        }
    });
    let count = words::reference::count(index.operations.len());
    view! {
        {head("Reference".to_owned(), view! { <span>"SeaTable API 6.2 · " {count}</span> }.into_any())}
        <p class="lede">"Every operation of SeaTable’s API, explained, with a form that sends it."</p>
        {areas.collect_view()}
    }
    .into_any()
}

/// The operations of an area, by group.
pub(super) fn area(index: &'static Index, area: Area) -> AnyView {
    let operations = of_area(index, area);
    let count = words::reference::count(operations.len());
    let groups = groups(&operations).into_iter().map(|(group, operations)| {
        view! {
            <section class="group">
                <h2>{group}</h2>
                {rows(operations)}
            </section>
        }
    });
    let above = view! { <a href="#/reference">"Reference"</a> " · " {count} }.into_any();
    view! {
        {head(words::reference::area(area).to_owned(), above)}
        <p class="lede">{words::reference::about(area)}</p>
        {groups.collect_view()}
    }
    .into_any()
}

/// Returns the operations of an area.
pub(in crate::ui) fn of_area(index: &'static Index, area: Area) -> Vec<&'static Listed> {
    let operations = index.operations.iter();
    operations.filter(|one| one.area == area).collect()
}

/// Puts together what is in a group, in the order in which the groups begin.
pub(in crate::ui) fn groups(
    operations: &[&'static Listed],
) -> Vec<(&'static str, Vec<&'static Listed>)> {
    let mut groups: Vec<(&str, Vec<_>)> = Vec::new();
    for &operation in operations {
        match groups.iter_mut().find(|(name, _)| *name == operation.group) {
            Some((_, group)) => group.push(operation),
            None => groups.push((operation.group, vec![operation])),
        }
    }
    groups
}

fn rows(operations: Vec<&'static Listed>) -> AnyView {
    let rows = operations.into_iter().map(|one| {
        let method = one.method.as_str();
        let address = Route::operation(one.area.name(), one.id).to_string();
        view! {
            <li>
                <b class="verb" data-method=method>{method}</b>
                <span>
                    <a href=address>{one.title}</a>
                    {one.deprecated.then(|| view! { " " <small>"(deprecated)"</small> })}
                    {sample::mark(one)}
                </span>
                <code>{text::path(one.path)}</code>
            </li>
        }
    });
    view! { <ul class="operations">{rows.collect_view()}</ul> }.into_any()
}
