//! The members of an object, each in its field.

use super::spot::Spot;
use super::{fold, is_filled, kinds, named, spots};
use leptos::prelude::*;
use playground_core::catalogue::{Further, Layout, Schema, Shape};
use playground_core::words;

/// The fields of the body.
pub(super) fn of_body(body: Spot) -> AnyView {
    match body.layout() {
        Layout::Kinds(_) => kinds::kinds(body),
        _ => of_kind(body, body.schema),
    }
}

/// The members of an object. Those of one that need not be there are folded, and nothing of it is sent until something is in it.
pub(super) fn members(object: Spot) -> AnyView {
    let fields = move || of_kind(object, object.schema);
    if object.required {
        return fields();
    }
    let is_open = untrack(|| is_filled(object));
    fold(is_open, words::part::fill_in(&object.name()), fields)
}

/// The members that an object of a kind has.
pub(super) fn of_kind(object: Spot, kind: &'static Schema) -> AnyView {
    let Shape::Object { members, further } = &kind.shape else {
        return ().into_any();
    };
    let spot = |member: &'static playground_core::catalogue::Member| {
        object.member(&member.name, &member.schema, member.required)
    };
    view! {
        {spots(members.iter().map(spot).collect())}
        {match further {
            Further::Of(schema) => Some(named::named(object, members, schema)),
            Further::None | Further::Any => None,
        }}
    }
    .into_any()
}
