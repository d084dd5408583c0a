//! Getting something that a form wants from another operation, and the way back with it.

use super::choices::fill;
use super::{learned, tokens};
use crate::browser::location;
use crate::ui::dynamic::dynamic;
use crate::ui::form::FormOf;
use crate::ui::session::{Errand, session};
use leptos::prelude::*;
use playground_core::catalogue::{FieldPath, Operation};
use playground_core::form::RequestForm;
use playground_core::known::{Facet, Kind, Known, Offer};
use playground_core::route::Route;
use playground_core::words;

/// The most operations that are named.
const NAMED: usize = 2;

/// The most things that the way back offers.
const OFFERED: usize = 3;

/// Names the operations that give what a field wants; for none the token.
pub(super) fn givers(of: FormOf, kind: Kind, facet: Facet, field: Option<FieldPath>) -> AnyView {
    let own = of.operation;
    // Who logs in has no token yet for an operation that lists people.
    if own.token.is_none() && kind == Kind::User {
        return ().into_any();
    }
    let givers = learned::rules().givers(kind, facet, own.area);
    let others = givers
        .into_iter()
        .filter(|ruled| ruled.area != own.area || ruled.id != own.id);
    let link = |(place, ruled): (usize, &playground_core::known::Ruled)| {
        let giver = Route::operation(ruled.area.name(), ruled.id).to_string();
        let (href, field) = (giver.clone(), field.clone());
        let leave = move |_| set_out(of, field.clone(), giver.clone());
        let or = (place > 0).then_some(" or ");
        view! { {or} <a href=href on:click=leave>{ruled.id}</a> }
    };
    let links: Vec<_> = others.take(NAMED).enumerate().map(link).collect();
    let one = words::known::one(kind);
    (!links.is_empty())
        .then(|| view! { <p class="hint givers">{links} " gives " {one} "."</p> })
        .into_any()
}

/// Remembers the form that somebody leaves by another link to one of these operations.
pub(super) fn leave(of: FormOf, field: &FieldPath, giver: String) {
    let want = learned::of(of.operation).and_then(|ruled| ruled.want(field));
    let is_giver = want.is_some_and(|want| {
        let givers = learned::rules().givers(want.kind, want.facet, of.operation.area);
        let mut givers = givers.into_iter();
        givers.any(|ruled| Route::operation(ruled.area.name(), ruled.id).to_string() == giver)
    });
    if is_giver && giver != address(of.operation) {
        set_out(of, Some(field.clone()), giver);
    }
}

/// Remembers the form that somebody leaves.
fn set_out(of: FormOf, field: Option<FieldPath>, giver: String) {
    let errand = Errand {
        desk: of.desk,
        operation: of.operation,
        field,
        address: address(of.operation),
        giver,
    };
    session().change_values(|values| {
        // Who sets out from the same form again does not want to come back twice.
        values
            .errands
            .retain(|other| other.desk != errand.desk || other.field != errand.field);
        values.errands.push(errand);
    });
}

/// Returns the errand on which somebody has come to an operation.
pub(super) fn on_the_way_to(of: FormOf) -> Option<Errand> {
    let address = address(of.operation);
    session().with_values(|values| {
        let mut errands = values.errands.iter().rev();
        errands.find(|errand| errand.giver == address).cloned()
    })
}

fn address(operation: &Operation) -> String {
    Route::operation(operation.area.name(), &operation.id).to_string()
}

/// The way back to the form that somebody has come from, with what the answer gave for it.
pub(super) fn back(of: FormOf) -> AnyView {
    let address = Route::operation(of.operation.area.name(), &of.operation.id).to_string();
    dynamic(move || {
        let errands = session().with_values(|values| values.errands.clone());
        let errand = errands
            .into_iter()
            .rev()
            .find(|errand| errand.giver == address)?;
        let offers = learned::with(|known| found(known, of, &errand));
        let mut ways: Vec<_> = offers
            .into_iter()
            .map(|offer| way(errand.clone(), Some(offer)))
            .collect();
        if ways.is_empty() {
            ways.push(way(errand, None));
        }
        Some(view! { <p class="controls back">{ways}</p> })
    })
}

/// Lists what this operation has given for the form of an errand.
fn found(known: &Known, of: FormOf, errand: &Errand) -> Vec<Offer> {
    let Some(ruled) = learned::of(errand.operation) else {
        return Vec::new();
    };
    let form = session().form(errand.desk);
    let offers = form.with_untracked(|form: &RequestForm| match &errand.field {
        Some(field) => known.offers(ruled, form, field),
        None => known.tokens(ruled, form),
    });
    let own = of.operation;
    let is_from_here = |offer: &Offer| {
        let origin = offer.origin.filter(|origin| origin.area == own.area);
        origin.is_some_and(|origin| origin.id == own.id)
    };
    let offers = offers.unwrap_or_default().into_iter();
    offers.filter(is_from_here).take(OFFERED).collect()
}

fn way(errand: Errand, offer: Option<Offer>) -> AnyView {
    let id = errand.operation.id.as_ref();
    let label = match &offer {
        Some(offer) => words::known::back_with(id, &words::known::name(offer)),
        None => words::known::back(id),
    };
    let go = move |_| {
        match (&errand.field, &offer) {
            (Some(field), Some(offer)) => fill(errand.desk, field, offer),
            (None, Some(offer)) => tokens::take(errand.desk, offer),
            (_, None) => {}
        }
        session().change_values(|values| values.errands.retain(|other| *other != errand));
        location::go(&errand.address);
    };
    view! { <button type="button" on:click=go>{label}</button> }.into_any()
}
