//! The request of a step, with every name in it resolved.

use crate::areas::Catalogue;
use crate::condition;
use crate::document::Document;
use crate::expression::Expression;
use crate::fault::Faults;
use crate::filler::{self, Filling};
use crate::step::{self, Step};
use crate::values::Values;
use crate::yaml::{Position, Text};
use playground_core::catalogue::Operation;
use playground_core::walkthrough::{Criterion, Preset, Reference};

/// The request of a step.
pub(crate) struct Resolved {
    pub(crate) operation: Operation,
    pub(crate) credential: Option<Reference>,
    /// The fields that the walkthrough fills, and where it does.
    pub(crate) presets: Vec<(Preset, Position)>,
    pub(crate) criteria: Vec<Criterion>,
}

/// Resolves a step; `None` if its operation is unknown.
pub(crate) fn resolve(
    step: &Step<'_>,
    document: &Document<'_>,
    catalogue: &Catalogue,
    values: &mut Values,
    faults: &mut Faults,
) -> Option<Resolved> {
    let operation = operation(step.operation, document, catalogue, faults)?;
    let (credential, presets) = filler::fill(&Filling::of_step(step), &operation, values, faults);
    let own = step.extension.criteria.iter();
    let criteria = criteria(step.criteria.iter().chain(own), values, faults);
    Some(Resolved {
        operation,
        credential,
        presets,
        criteria,
    })
}

/// Returns the source and the operationId that a step names.
pub(crate) fn name(operation: &Text) -> Option<(&str, &str)> {
    let name = operation.text.strip_prefix("$sourceDescriptions.")?;
    name.split_once('.')
}

pub(crate) fn operation(
    name: &Text,
    document: &Document<'_>,
    catalogue: &Catalogue,
    faults: &mut Faults,
) -> Option<Operation> {
    let Some((area, id)) = self::name(name) else {
        let expected = "$sourceDescriptions.name.operationId";
        faults.push(
            name.at,
            format!("the operation \"{}\"", name.text),
            expected,
        );
        return None;
    };
    if !document
        .sources
        .iter()
        .any(|source| source.name.text == area)
    {
        let expected = "a name from \"sourceDescriptions\"";
        faults.push(name.at, format!("the source \"{area}\""), expected);
        return None;
    }
    match catalogue.operation(area, id) {
        Some(Ok(operation)) => Some(operation),
        Some(Err(found)) => {
            faults.push(
                name.at,
                format!("{found} in \"{id}\""),
                "an operation that is a form",
            );
            None
        }
        None => {
            let hint = catalogue
                .similar(id)
                .map(|id| format!("; there is {id}"))
                .unwrap_or_default();
            let expected = format!("an operationId of the area{hint}");
            faults.push(
                name.at,
                format!("the operation \"{id}\" in \"{area}\""),
                expected,
            );
            None
        }
    }
}

fn criteria<'a>(
    written: impl Iterator<Item = &'a step::Criterion<'a>>,
    values: &Values,
    faults: &mut Faults,
) -> Vec<Criterion> {
    let mut criteria = Vec::new();
    for criterion in written {
        let text = criterion.condition;
        let mut resolve =
            |expression: &Expression, at: Position| values.resolve(expression, at, faults);
        let read = if criterion.is_query {
            condition::contains
        } else {
            condition::simple
        };
        match read(text, &mut resolve) {
            Ok(test) => {
                criteria.push(Criterion {
                    text: text.text.trim().to_owned().leak(),
                    test,
                });
            }
            Err((at, expected)) => {
                faults.push(
                    at,
                    format!("the condition \"{}\"", text.text.trim()),
                    expected,
                );
            }
        }
    }
    criteria
}
