//! A place of a form as it is drawn: one control with its label, or its parts in a group.

use super::spot::Spot;
use super::{cells, control, nested, scalars};
use crate::ui::dynamic::{Memo, dynamic, flag, memo, shown_when, words};
use crate::ui::form::{fault_id, field, json_field, offer, unseen};
use crate::ui::later::later;
use leptos::prelude::*;
use playground_core::auth::Secret;
use playground_core::catalogue::{Layout, Place, Role, Shape};
use playground_core::form::Origin;
use playground_core::typed;
use playground_core::words;

/// A place as a row of the form.
pub(super) fn row(spot: Spot) -> AnyView {
    match layout(spot) {
        Layout::Control => single(spot, None, control::control),
        Layout::Scalars(_) => single(spot, None, scalars),
        Layout::Json => single(spot, None, json),
        Layout::Items(_) | Layout::Members(..) | Layout::Kinds(_) => parts(spot),
    }
}

/// Says how a place is laid out. Only the body has parts.
pub(super) fn layout(spot: Spot) -> Layout<'static> {
    match spot.field() {
        Some(field) if !field.is_json() => Layout::Control,
        _ => spot.layout(),
    }
}

later! {
    /// A place that has parts. Most forms have none.
    fn parts(spot: Spot) in nested {
        nested::group(spot, None)
    }
}

later! {
    /// The control of a value that may be of several kinds.
    fn scalars(spot: Spot, id: String, fault: Memo<Option<String>>) in nested {
        scalars::control(spot, id, fault)
    }
}

later! {
    /// The row of a request, cell by cell.
    fn by_cells(spot: Spot) in nested {
        cells::cells(spot)
    }
}

later! {
    /// The body.
    pub(super) fn body(spot: Spot) in nested {
        nested::body(spot)
    }
}

/// One control with its label, what is told of its value, and what is wrong with it.
pub(super) fn single(
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

pub(super) fn needed(spot: Spot) -> Option<AnyView> {
    let mark = || view! { <span class="required"></span> }.into_any();
    spot.required.then(mark)
}

pub(super) fn json(spot: Spot, id: String, fault: Memo<Option<String>>) -> AnyView {
    let is_row = spot.schema.role == Some(Role::Row);
    view! {
        {is_row.then(|| by_cells(spot))}
        {json_field::control(spot.of, spot.path(), id.clone(), &fault_id(&id), fault)}
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
