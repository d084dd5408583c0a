//! An object of one of several kinds: which, and the members that one has.

use super::members;
use super::spot::Spot;
use crate::ui::dynamic::{dynamic, flag, memo, truth};
use crate::ui::form::fault_id;
use leptos::prelude::*;
use playground_core::catalogue::{Layout, Schema};
use playground_core::form::RequestForm;
use playground_core::words;

/// The choice, and below it the members.
pub(super) fn kinds(object: Spot) -> AnyView {
    let Layout::Kinds(kinds) = object.layout() else {
        return ().into_any();
    };
    let kinds = StoredValue::new(kinds);
    let read = move |form: &RequestForm, path: &playground_core::catalogue::FieldPath| {
        kinds.with_value(|kinds| form.kind(path, kinds))
    };
    let chosen = memo(move || object.read(read));
    let choose = move |event| {
        if let Ok(kind) = event_target_value(&event).parse() {
            object.edit(|form, path| kinds.with_value(|kinds| form.choose_kind(path, kinds, kind)));
        }
    };
    let names = kinds.with_value(|kinds| names(kinds));
    let options = names.into_iter().enumerate().map(|(kind, name)| {
        view! { <option value=kind.to_string() selected=flag(move || chosen.get() == Some(kind))>{name}</option> }
    });
    let fault = object.fault();
    let id = format!("{}-kind", object.id());
    view! {
        <div class="field part">
            <label for=id.clone()>{words::part::kind_of(&object.name())}</label>
            <select id=id aria-describedby=fault_id(&object.id()) on:change=choose aria-invalid=truth(move || fault.with(Option::is_some))>
                <option value="" disabled=flag(move || chosen.get().is_some()) selected=flag(move || chosen.get().is_none())>"choose …"</option>
                {options.collect_view()}
            </select>
        </div>
        {dynamic(move || {
            let kind = kinds.with_value(|kinds| kinds.get(chosen.get()?).copied())?;
            Some(members::of_kind(object, kind))
        })}
    }
    .into_any()
}

/// Names the kinds, those that sound alike with a number.
fn names(kinds: &[&Schema]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for kind in kinds {
        let name = words::part::kind(kind);
        let alike = names
            .iter()
            .filter(|other| **other == name || other.starts_with(&[&name, " ("].concat()));
        names.push(match alike.count() {
            0 => name,
            count => format!("{name} ({})", count + 1),
        });
    }
    names
}
