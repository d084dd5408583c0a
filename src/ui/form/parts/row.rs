//! A place of a form as it is drawn: one control with its label, or its parts in a group.

use super::spot::Spot;
use super::{cells, control, items, kinds, members, scalars, switch};
use crate::ui::dynamic::{dynamic, flag, memo, shown_when, words};
use crate::ui::form::{field, json_field, offer, unseen};
use leptos::prelude::*;
use playground_core::auth::Secret;
use playground_core::catalogue::{Layout, Place, Role, Shape};
use playground_core::form::Origin;
use playground_core::typed;
use playground_core::words;

/// A place as a row of the form.
pub(super) fn row(spot: Spot) -> AnyView {
    with_tools(spot, None)
}

/// A place, with what can be done with it as a whole.
pub(super) fn with_tools(spot: Spot, tools: Option<AnyView>) -> AnyView {
    // Only the body has parts.
    let field = spot.field();
    let layout = match field {
        Some(field) if !field.is_json() => Layout::Control,
        _ => spot.layout(),
    };
    let parts = match layout {
        Layout::Control => return single(spot, tools, control::control),
        Layout::Scalars(_) => return single(spot, tools, scalars::control),
        Layout::Json => return single(spot, tools, json),
        Layout::Items(_) => switch::switch(spot, "the list", items::items),
        Layout::Members(..) => switch::switch(spot, "the object", members::members),
        Layout::Kinds(_) => switch::switch(spot, "the object", kinds::kinds),
    };
    group(spot, tools, parts)
}

/// One control with its label, what is told of its value, and what is wrong with it.
fn single(
    spot: Spot,
    tools: Option<AnyView>,
    control: fn(Spot, String, Memo<Option<String>>) -> AnyView,
) -> AnyView {
    let id = spot.id();
    let fault = spot.fault();
    let form = spot.form();
    let is_json = spot.layout() == Layout::Json;
    // A field of JSON tells itself what is wrong with its text; here only that it has none.
    let is_told = move || !is_json || spot.text().trim().is_empty();
    let is_set = memo(move || {
        let is_own = matches!(form.origin(&spot.path()), Origin::Yours | Origin::Emptied);
        is_own && form.is_filled(&spot.path())
    });
    view! {
        <div class="field part">
            {label(spot, &id)}
            {dynamic(move || field::source(spot.of, form.origin(&spot.path())))}
            {shown_when(move || is_set.get(), move || view! {
                <button class="quiet" type="button" on:click=move |_| form.give_back(&spot.path())>{spot.of.around.restore}</button>
            })}
            {(!is_json).then(|| empty_button(spot))}
            {tools}
            {control(spot, id.clone(), fault)}
            {(!is_json).then(|| unseen_note(spot))}
            <p class="hint" id=format!("{id}-hint")>{words::part::range(spot.schema)}</p>
            <p class="fault" role="alert" id=format!("{id}-fault")>{words(move || fault.get().filter(|_| is_told()).unwrap_or_default())}</p>
            {spot.field().and_then(|field| offer::row(spot.of, field, fault))}
            {spot.with_path(|path| (spot.of.around.below)(spot.of, path))}
        </div>
    }
    .into_any()
}

/// The ids of what describes a control.
pub(super) fn described(id: &str) -> String {
    format!("{id}-hint {id}-fault")
}

fn label(spot: Spot, id: &str) -> AnyView {
    view! {
        <label for=id.to_owned()>{spot.name()} {needed(spot)}</label>
    }
    .into_any()
}

fn needed(spot: Spot) -> Option<AnyView> {
    let mark = || view! { <span class="required" title="needed">" *"</span> }.into_any();
    spot.required.then(mark)
}

/// The body, which has no name of its own.
pub(super) fn body(body: Spot) -> AnyView {
    let id = body.id();
    let fault = body.fault();
    view! {
        <div class="body" id=id.clone()>
            {switch::switch(body, "the body", members::of_body)}
            <p class="fault" role="alert" id=format!("{id}-fault")>{words(move || fault.get().unwrap_or_default())}</p>
        </div>
    }
    .into_any()
}

/// The parts of a place, in a group of that name.
fn group(spot: Spot, tools: Option<AnyView>, parts: AnyView) -> AnyView {
    let id = spot.id();
    let fault = spot.fault();
    view! {
        <fieldset class="parts" class:lacks=flag(move || fault.with(Option::is_some)) id=id.clone() aria-describedby=format!("{id}-fault")>
            <legend>{spot.name()} {needed(spot)}</legend>
            {tools}
            {parts}
            <p class="fault" role="alert" id=format!("{id}-fault")>{words(move || fault.get().unwrap_or_default())}</p>
            {spot.with_path(|path| (spot.of.around.below)(spot.of, path))}
        </fieldset>
    }
    .into_any()
}

fn json(spot: Spot, id: String, fault: Memo<Option<String>>) -> AnyView {
    let is_row = spot.schema.role == Some(Role::Row);
    view! {
        {is_row.then(|| cells::cells(spot))}
        {json_field::control(spot.of, spot.path(), id, fault)}
    }
    .into_any()
}

/// Has an optional text sent empty, or left out again. Offered where the person is.
fn empty_button(spot: Spot) -> Option<AnyView> {
    let form = spot.form();
    let is_text = matches!(spot.schema.shape, Shape::Text { .. });
    let is_hidden = spot.field().is_some_and(|field| field.is_all_secret());
    let has_place = spot.with_path(|path| matches!(path.place, Place::Query | Place::Body));
    (is_text && has_place && !is_hidden && !spot.required).then(|| {
        let is_sent = memo(move || form.is_sent_empty(&spot.path()));
        let press = move |_| {
            let is_sent = is_sent.get_untracked();
            spot.set(String::new());
            form.send_empty(&spot.path(), !is_sent);
        };
        shown_when(move || spot.text().is_empty(), move || view! {
            <button class="quiet empty" class:on=flag(move || is_sent.get()) type="button" on:click=press>
                {words(move || if is_sent.get() { "Leave it out" } else { "Send it empty" })}
            </button>
        })
    })
}

/// Tells what nobody sees in a text that the person typed; ids and logins lose it, and passwords may have it.
fn unseen_note(spot: Spot) -> Option<AnyView> {
    let is_secret = matches!(spot.schema.shape, Shape::Secret);
    let is_name = matches!(spot.schema.shape, Shape::Text { .. })
        && !spot.schema.role.is_some_and(Role::is_identifier);
    (is_secret || is_name).then(|| {
        let set = Callback::new(move |text| spot.set(text));
        let hides = |secret: Option<&Secret>| secret.is_some_and(Secret::hides_something);
        let text = memo(move || match is_secret {
            true => spot.form().secret(&spot.path(), hides).then(String::new),
            false => Some(spot.text()).filter(|text| typed::hides_something(text)),
        });
        dynamic(move || {
            text.get()
                .map(|text| unseen::note(Some(text).filter(|_| !is_secret), set))
        })
    })
}
