//! Choices from lists in an answer, with every name in them resolved.

use crate::extended::{leak, leak_all, pointer, value};
use crate::extension::{self, Extension};
use crate::fault::Faults;
use crate::values::Values;
use playground_core::walkthrough::Pick;
use playground_core::walkthrough::{Choice, Label, Only};

/// Resolves a choice.
pub(crate) fn resolve(
    choice: &extension::Choice<'_>,
    values: &Values,
    faults: &mut Faults,
) -> Choice {
    let (list, index) = choice.entry.pointer.rsplit_once('/').unwrap_or_default();
    let index = index.parse().unwrap_or_else(|_| {
        let found = format!("\"{}\"", choice.entry.at.text);
        let expected = "an entry of a list, such as $response.body#/rows/0";
        faults.push(choice.entry.at.at, found, expected);
        0
    });
    let mut label = Vec::new();
    for part in &choice.label {
        if part.text.starts_with('$') {
            label.extend(value(part, values, faults).map(Label::Named));
        } else {
            label.extend(pointer(part, faults).map(Label::At));
        }
    }
    let only = choice.only.as_ref().and_then(|(member, is)| {
        Some(Only {
            member: pointer(member, faults)?,
            is: leak_all(is),
        })
    });
    Choice {
        title: leak(&choice.title.text),
        list: leak(list),
        index,
        label: label.leak(),
        only,
        ask: choice.ask,
        none: choice.none.map_or("", |none| leak(&none.text)),
    }
}

/// Demands that an output points into the entry of each choice.
pub(crate) fn check(
    choices: &[Choice],
    extension: &Extension<'_>,
    outputs: &[Pick],
    faults: &mut Faults,
) {
    for written in choices
        .iter()
        .zip(&extension.choices)
        .map(|(_, written)| written)
    {
        let inside = |pick: &Pick| matches!(pick, Pick::Body(pointer) if pointer.starts_with(&written.entry.pointer));
        if !outputs.iter().any(inside) {
            faults.push(
                written.entry.at.at,
                "a choice that no output takes anything of",
                "an output from this entry",
            );
        }
    }
}
