//! What belongs to the request of a step: resolved before its outputs are known.

use super::{leak, pointer, sentence, value, when};
use crate::choice;
use crate::extension::{self, Extension};
use crate::fault::Faults;
use crate::filler::{self, Filling};
use crate::values::Values;
use crate::yaml::{Position, Text};
use playground_core::catalogue::{Field, Operation, Place};
use playground_core::walkthrough::{ActsOn, Choice, RowField, Variant, When};
use playground_core::walkthrough::{Criterion, Preset, Test};

/// What belongs to the request: resolved before the outputs of the step are known.
pub(crate) struct Before {
    pub(crate) variants: Vec<Placed>,
    pub(crate) choices: Vec<Choice>,
    pub(crate) acts_on: Option<ActsOn>,
    pub(crate) row: Option<RowField>,
    /// The criterion that looks into a cell.
    pub(crate) cell: Option<Criterion>,
}

/// A variant with the places of its presets in the document.
pub(crate) type Placed = (Option<When>, Vec<(Preset, Position)>);

/// Resolves what belongs to the request.
pub(crate) fn before(
    extension: &Extension<'_>,
    operation: &Operation,
    values: &mut Values,
    faults: &mut Faults,
) -> Before {
    let mut variants = Vec::new();
    for variant in &extension.variants {
        let when = self::when(variant.when.as_ref(), values, faults);
        let filling = Filling {
            at: variant.at,
            parameters: &variant.parameters,
            body: variant.body.as_ref(),
            whole: false,
            answered: false,
            own_token: false,
        };
        variants.push((when, filler::fill(&filling, operation, values, faults).1));
    }
    let choices = extension.choices.iter();
    let cell = extension.cell.as_ref();
    Before {
        acts_on: extension
            .acts_on
            .and_then(|acts_on| self::acts_on(acts_on, values, faults)),
        cell: cell.and_then(|cell| self::cell(cell, values, faults)),
        variants,
        choices: choices
            .map(|c| choice::resolve(c, values, faults))
            .collect(),
        row: extension
            .row
            .as_ref()
            .and_then(|row| self::row(row, operation, values, faults)),
    }
}

impl Before {
    pub(crate) fn frozen(variants: Vec<Placed>) -> Vec<Variant> {
        let freeze = |(when, presets): Placed| {
            let presets: Vec<_> = presets.into_iter().map(|(preset, _)| preset).collect();
            Variant {
                when,
                presets: presets.leak(),
            }
        };
        variants.into_iter().map(freeze).collect()
    }
}

fn row(
    row: &extension::Row<'_>,
    operation: &Operation,
    values: &Values,
    faults: &mut Faults,
) -> Option<RowField> {
    let at = pointer(row.at, faults)?;
    let (name, rest) = at[1..]
        .split_once('/')
        .map_or((&at[1..], ""), |(name, rest)| (name, rest));
    let is_it = |field: Field<'_>| {
        field.name == name && field.is_json() && field.place == Place::Body && !field.is_whole
    };
    let Some(field) = operation.fields().find(|field| is_it(*field)) else {
        let found = format!("\"{name}\", which isn't a list or object of the body");
        faults.push(row.at.at, found, "the place of the row in the payload");
        return None;
    };
    Some(RowField {
        path: field.path(),
        pointer: leak(&format!("/{rest}")),
        columns: value(row.columns, values, faults)?,
        current: match row.current {
            Some(current) => Some(value(current, values, faults)?),
            None => None,
        },
        keep: row.keep,
    })
}

fn cell(cell: &extension::Cell<'_>, values: &Values, faults: &mut Faults) -> Option<Criterion> {
    Some(Criterion {
        text: leak(&format!("{} has {}", cell.column.text, cell.file.text)),
        test: Test::Cell {
            column: value(cell.column, values, faults)?,
            file: sentence(cell.file, values, faults)?,
        },
    })
}

fn acts_on(
    (name, login): (&Text, Option<&Text>),
    values: &mut Values,
    faults: &mut Faults,
) -> Option<ActsOn> {
    let login = match login {
        Some(login) => Some(sentence(login, values, faults)?),
        None => None,
    };
    let name = sentence(name, values, faults)?;
    Some(ActsOn { name, login })
}
