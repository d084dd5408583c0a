//! The items of a list: they come, go and move.

use super::nested;
use super::spot::Spot;
use crate::browser::page;
use crate::ui::dynamic::{Memo, dynamic, flag, memo, shown_when, words};
use crate::ui::form::{columns_form, takes_columns};
use leptos::prelude::*;
use playground_core::catalogue::Layout;
use playground_core::form::RequestForm;
use playground_core::words;

/// So many items are drawn at first, and so many more each time that more are asked for.
const DRAWN: usize = 40;

/// The list.
pub(super) fn items(list: Spot) -> AnyView {
    if let Some(field) = list.field().filter(takes_columns) {
        return columns_form(list.of.desk, field.path(), list.of.operation);
    }
    let Layout::Items(item) = list.layout() else {
        return ().into_any();
    };
    let count = memo(move || list.read(RequestForm::item_count));
    let most = RwSignal::new(DRAWN);
    let drawn = memo(move || count.get().min(most.get()));
    let spot = move |place: usize| list.item(place, item);
    let add = move |_| {
        let place = count.get_untracked();
        most.update(|most| *most = (*most).max(place + 1));
        list.edit(|form, path| form.add_item(path));
        page::focus_soon(spot(place).id());
    };
    let left = move || count.get() - drawn.get();
    view! {
        <For each=move || 0..drawn.get() key=|place| *place children=move |place| item_row(list, spot(place), place, count) />
        {shown_when(move || left() > 0, move || view! {
            <p><button type="button" on:click=move |_| most.update(|most| *most += DRAWN)>{words(move || words::part::more_items(left()))}</button></p>
        })}
        <p class="tools">
            <button type="button" id=format!("{}-add", list.id()) aria-label=words::part::add_to(&list.name()) on:click=add>"Add"</button>
            {empty_button(list, count)}
        </p>
    }
    .into_any()
}

/// An item with what can be done with it.
fn item_row(list: Spot, spot: Spot, place: usize, count: Memo<usize>) -> AnyView {
    let id = spot.id();
    let name = spot.name();
    let button = move |name: &str, place: usize| format!("{}-{place}-{name}", list.id());
    let swap = move |other: usize, name: &'static str| {
        list.edit(|form, path| form.swap_items(path, place, other));
        // At an end, only the other button is left.
        page::focus_soon(match name {
            "up" if other == 0 => button("down", other),
            "down" if other + 1 >= untrack(|| count.get()) => button("up", other),
            name => button(name, other),
        });
    };
    let remove = move |_| {
        list.edit(|form, path| form.remove_item(path, place));
        let left = untrack(|| count.get());
        page::focus_soon(match left {
            left if place < left => button("out", place),
            _ => format!("{}-add", list.id()),
        });
    };
    let is_last = flag(move || place + 1 >= count.get());
    let tools = view! {
        <span class="tools">
            <button type="button" id=format!("{id}-up") aria-label=words::part::up(&name) disabled=place == 0
                on:click=move |_| swap(place - 1, "up")>"↑"</button>
            <button type="button" id=format!("{id}-down") aria-label=words::part::down(&name) disabled=is_last
                on:click=move |_| swap(place + 1, "down")>"↓"</button>
            <button type="button" id=format!("{id}-out") aria-label=words::part::out(&name) on:click=remove>"✕"</button>
        </span>
    };
    nested::with_tools(spot, tools.into_any())
}

/// Has a list sent that has nothing in it.
fn empty_button(list: Spot, count: Memo<usize>) -> AnyView {
    let is_sent = memo(move || list.text() == "[]");
    let press = move |_| {
        let text = if is_sent.get_untracked() { "" } else { "[]" };
        list.edit(|form, path| form.gather(path, text.to_owned()));
    };
    dynamic(move || {
        (count.get() == 0).then(|| {
            view! {
                <button class="quiet" type="button" on:click=press>
                    {words(move || if is_sent.get() { "Leave it out" } else { "Send it empty" })}
                </button>
            }
        })
    })
}
