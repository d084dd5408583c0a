//! Members whose names are data: a name and a value each.

use super::nested;
use super::spot::Spot;
use crate::ui::dynamic::{memo, words};
use leptos::prelude::*;
use playground_core::catalogue::{Member, Schema};
use playground_core::words;

/// The members of an object beside those that are known.
pub(super) fn named(object: Spot, known: &'static [Member], schema: &'static Schema) -> AnyView {
    let names = memo(move || object.read(|form, path| form.further_names(path, known)));
    let new = RwSignal::new(String::new());
    let refused = RwSignal::new(false);
    let add = move || {
        let name = new.get_untracked();
        let mut is_there = false;
        object.edit(|form, path| is_there = form.add_member(path, &name, known));
        refused.set(!is_there);
        if is_there {
            new.set(String::new());
        }
    };
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.ctrl_key() && !event.meta_key() {
            // It would send the form.
            event.prevent_default();
            add();
        }
    };
    let id = format!("{}-new", object.id());
    view! {
        <For each=move || names.get() key=String::clone children=move |name| member(object, name, known, schema) />
        <div class="field part">
            <label for=id.clone()>{words::part::new_name(&object.name())}</label>
            <div class="together">
                <input id=id.clone() type="text" autocomplete="off" aria-describedby=format!("{id}-fault")
                    prop:value=move || new.get() on:input=move |event| new.set(event_target_value(&event)) on:keydown=enter />
                <button type="button" id=format!("{id}-add") aria-label=words::part::add_to(&object.name()) on:click=move |_| add()>"Add"</button>
            </div>
            <p class="fault" role="alert" id=format!("{id}-fault")>{words(move || if refused.get() { "Enter a name that isn't there yet." } else { "" })}</p>
        </div>
    }
    .into_any()
}

fn member(
    object: Spot,
    name: String,
    known: &'static [Member],
    schema: &'static Schema,
) -> AnyView {
    let spot = object.member(&name, schema, false);
    let id = format!("{}-name", spot.id());
    let (before, gone) = (name.clone(), name.clone());
    let rename = move |event| {
        let new = event_target_value(&event);
        object.edit(|form, path| {
            form.rename_member(path, &before, &new, known);
        });
    };
    let remove = move |_| object.edit(|form, path| form.remove_member(path, &gone));
    let tools = view! {
        <span class="tools">
            <input id=id type="text" autocomplete="off" aria-label=words::part::name_of(&name)
                prop:value=name.clone() on:change=rename />
            <button type="button" aria-label=words::part::out(&name) on:click=remove>"✕"</button>
        </span>
    };
    nested::with_tools(spot, tools.into_any())
}
