//! What has parts: a group of rows, in fields or as JSON. It is a part of the page of its own.

use super::row::{json, layout, needed, single};
use super::spot::Spot;
use super::{control, items, kinds, members, scalars, switch};
use crate::ui::dynamic::{flag, words};
use leptos::prelude::*;
use playground_core::catalogue::Layout;

/// A place, with what can be done with it as a whole.
pub(super) fn with_tools(spot: Spot, tools: AnyView) -> AnyView {
    let tools = Some(tools);
    match layout(spot) {
        Layout::Control => single(spot, tools, control::control),
        Layout::Scalars(_) => single(spot, tools, scalars::control),
        Layout::Json => single(spot, tools, json),
        Layout::Items(_) | Layout::Members(..) | Layout::Kinds(_) => group(spot, tools),
    }
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
pub(super) fn group(spot: Spot, tools: Option<AnyView>) -> AnyView {
    let id = spot.id();
    let fault = spot.fault();
    let parts = match layout(spot) {
        Layout::Items(_) => switch::switch(spot, "the list", items::items),
        Layout::Kinds(_) => switch::switch(spot, "the object", kinds::kinds),
        _ => switch::switch(spot, "the object", members::members),
    };
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
