//! What belongs to the answer of a step: resolved with its outputs.

use super::{leak, sentence, value, when};
use crate::areas::Catalogue;
use crate::call;
use crate::document::Document;
use crate::expression;
use crate::extension::{self, Extension};
use crate::fault::Faults;
use crate::filler::{self, Filling};
use crate::kinds;
use crate::sent;
use crate::template::Writer;
use crate::values::Values;
use crate::yaml::{Position, Text};
use playground_core::catalogue::Operation;
use playground_core::walkthrough::{Compare, Lookup, Made, Substitute};
use playground_core::walkthrough::{Reference, Template};

/// What belongs to the answer: resolved with the outputs of the step.
pub(crate) struct After {
    pub(crate) made: Vec<Made>,
    pub(crate) lookup: Option<Lookup>,
    pub(crate) outcome: Option<Template>,
    pub(crate) compare: Option<Compare>,
    /// The step that this one stands in for, and the values.
    pub(crate) instead_of: Option<(usize, Vec<Substitute>)>,
}

/// Resolves what belongs to the answer.
pub(crate) fn after(
    extension: &Extension<'_>,
    place: usize,
    document: &Document<'_>,
    catalogue: &Catalogue,
    values: &mut Values,
    faults: &mut Faults,
) -> After {
    let mut made = Vec::new();
    for thing in &extension.made {
        made.extend(self::made(thing, document, catalogue, values, faults));
    }
    let lookup = extension.lookup.as_ref();
    let lookup = lookup.and_then(|it| self::lookup(it, document, catalogue, values, faults));
    After {
        made,
        lookup,
        outcome: extension
            .outcome
            .and_then(|text| sentence(text, values, faults)),
        compare: extension.compare.as_ref().map(|compare| Compare {
            before: compare.before.and_then(|text| value(text, values, faults)),
            sent: compare.sent.and_then(|text| json(text, values, faults)),
            after: leak(&compare.after.pointer),
            columns: compare.columns.and_then(|text| value(text, values, faults)),
        }),
        instead_of: extension
            .instead_of
            .and_then(|id| instead_of(id, place, values, faults)),
    }
}

fn made(
    made: &extension::Made<'_>,
    document: &Document<'_>,
    catalogue: &Catalogue,
    values: &mut Values,
    faults: &mut Faults,
) -> Option<Made> {
    let operation = call::operation(made.operation, document, catalogue, faults)?;
    made_with(made, operation, false, values, faults)
}

/// Resolves what an operation makes that is sent by itself. The request that removes it has the token of the request that made it.
pub(crate) fn made_by_itself(
    made: &extension::Made<'_>,
    maker: &Operation,
    catalogue: &Catalogue,
    faults: &mut Faults,
) -> Option<Made> {
    let name = &made.operation.text;
    let (area, id) = name.split_once('/').unwrap_or((maker.area.name(), name));
    let found = catalogue.operation(area, id).and_then(Result::ok);
    let Some(operation) = found.filter(|found| found.token == maker.token) else {
        let expected = "one of the area that takes the same kind of token, or AREA/ID of another";
        faults.push(
            made.operation.at,
            format!("the operation \"{name}\""),
            expected,
        );
        return None;
    };
    let mut values = Values::new(std::iter::empty());
    let resolved = made_with(made, operation, true, &mut values, faults)?;
    sent::check_made(maker, made.at, &resolved, faults);
    Some(resolved)
}

fn made_with(
    made: &extension::Made<'_>,
    operation: Operation,
    own_token: bool,
    values: &mut Values,
    faults: &mut Faults,
) -> Option<Made> {
    let what = kinds::of(made.what, faults);
    let filling = Filling {
        at: made.at,
        parameters: &made.parameters,
        body: made.body.as_ref(),
        whole: true,
        answered: true,
        own_token,
    };
    let (credential, presets) = filler::fill(&filling, &operation, values, faults);
    let presets: Vec<_> = presets.into_iter().map(|(preset, _)| preset).collect();
    Some(Made {
        what: what?,
        when: when(made.when.as_ref(), values, faults),
        name: sentence(made.name, values, faults)?,
        inside: match made.inside {
            Some(inside) => Some(sentence(inside, values, faults)?),
            None => None,
        },
        each: made.each.as_ref().map(|each| leak(&each.pointer)),
        same: same(&made.same, made.at, values, faults),
        operation,
        credential,
        presets: presets.leak(),
    })
}

fn lookup(
    lookup: &extension::Lookup<'_>,
    document: &Document<'_>,
    catalogue: &Catalogue,
    values: &mut Values,
    faults: &mut Faults,
) -> Option<Lookup> {
    let operation = call::operation(lookup.operation, document, catalogue, faults)?;
    let filling = Filling {
        at: lookup.at,
        parameters: &lookup.parameters,
        body: None,
        whole: true,
        answered: true,
        own_token: false,
    };
    let (credential, presets) = filler::fill(&filling, &operation, values, faults);
    let presets: Vec<_> = presets.into_iter().map(|(preset, _)| preset).collect();
    Some(Lookup {
        operation,
        credential,
        presets: presets.leak(),
        outcome: sentence(lookup.outcome, values, faults)?,
    })
}

/// Reads an expression whose value is taken as JSON, what the step itself has sent among them.
fn json(text: &Text, values: &Values, faults: &mut Faults) -> Option<Template> {
    let expression = expression::whole(text, faults)?;
    let mut writer = Writer::answered(true);
    writer.value(&expression, text.at, &mut |expression, at| {
        values.resolve(expression, at, faults)
    });
    Some(writer.finish())
}

/// Reads the two texts that have to be the same.
fn same(
    texts: &[&Text],
    at: Position,
    values: &Values,
    faults: &mut Faults,
) -> Option<(Template, Template)> {
    match texts {
        [] => None,
        [one, other] => Some((
            sentence(one, values, faults)?,
            sentence(other, values, faults)?,
        )),
        _ => {
            let found = format!("{} texts under \"same\"", texts.len());
            faults.push(at, found, "two");
            None
        }
    }
}

fn instead_of(
    id: &Text,
    place: usize,
    values: &Values,
    faults: &mut Faults,
) -> Option<(usize, Vec<Substitute>)> {
    let Some(step) = values.step(&id.text).filter(|step| *step < place) else {
        let found = format!("\"{}\"", id.text);
        faults.push(id.at, found, "an earlier stepId, or \"inputs\"");
        return None;
    };
    let mut substitutes = Vec::new();
    for (output, given) in values.given(place).iter().enumerate() {
        let value = values.given(step).iter().position(|g| g.name == given.name);
        substitutes.extend(value.map(|value| Substitute {
            output,
            of: Reference { step, value },
        }));
    }
    if substitutes.is_empty() {
        faults.push(
            id.at,
            "a step that returns nothing of what the other one returns",
            "outputs of the same names",
        );
    }
    Some((step, substitutes))
}
