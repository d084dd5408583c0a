//! What a request takes from earlier steps: one line of chips, which opens to the fields.

use crate::ui::dynamic::words;
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::auth::TokenKind;
use playground_core::catalogue::{Field, FieldPath};
use playground_core::form::Origin;
use playground_core::walkthrough::{Call, TemplatePart};

/// What stands for a secret, of whatever length it is.
const SECRET: &str = "•••";
/// What stands for a value that has not come yet.
const MISSING: &str = "…";

/// Whether a field is filled with one value of an earlier step and nothing else, so that there is nothing to decide in it.
pub(super) fn is_taken(call: &Call, path: &FieldPath) -> bool {
    let mut presets = call.presets.iter();
    presets.any(|preset| {
        preset.path == *path && matches!(preset.template.parts, [TemplatePart::Value { .. }])
    })
}

/// The chips, and the fields behind them. Nothing where the request takes nothing.
pub(super) fn line(
    key: StepKey,
    token: Option<TokenKind>,
    taken: Vec<Field<'static>>,
    fields: AnyView,
) -> Option<AnyView> {
    if taken.is_empty() && token.is_none() {
        return None;
    }
    let desk = session().form(key.into());
    // What is still missing can be entered here too.
    let is_open = untrack(|| desk.is_waiting());
    let mut chips = Vec::new();
    if let Some(kind) = token {
        let text = move || hidden(desk.with(|form| form.token.is_some()) == Some(true), true);
        chips.push(chip(kind.name(), words(text)));
    }
    for field in taken {
        let text = move || {
            let path = field.path();
            match desk.text(&path) {
                // The form gives no secret as text.
                text if text.is_empty() => {
                    let is_there = !matches!(desk.origin(&path), Origin::Empty | Origin::Emptied);
                    hidden(is_there && field.is_all_secret(), field.required)
                }
                text => text,
            }
        };
        chips.push(chip(field.name, words(text)));
    }
    Some(
        view! { <details class="taken" open=is_open><summary>"From earlier steps " {chips}</summary>{fields}</details> }
            .into_any(),
    )
}

/// What stands for a secret that is there, or for what has not come yet. Nothing for what need not come: its chip is not seen.
fn hidden(is_there: bool, required: bool) -> String {
    match (is_there, required) {
        (true, _) => SECRET,
        (_, true) => MISSING,
        _ => "",
    }
    .to_owned()
}

fn chip(name: &'static str, text: AnyView) -> AnyView {
    view! { <span class="chip"><b>{name}</b> <small>{text}</small></span> " " }.into_any()
}
