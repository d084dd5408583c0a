//! `x-playground`, with every name in it resolved.

use crate::areas::Catalogue;
use crate::call;
use crate::choice;
use crate::document::Document;
use crate::expression::{self, Expression};
use crate::extension::{self, Extension};
use crate::fault::Faults;
use crate::filler::{self, Filling};
use crate::template::Writer;
use crate::values::Values;
use crate::yaml::{Position, Text};
use playground_core::catalogue::{Field, Operation, Place};
use playground_core::walkthrough::{
    ActsOn, Choice, Compare, Lookup, Made, RowField, Substitute, Thing, Variant, When,
};
use playground_core::walkthrough::{Criterion, Form, Preset, Reference, Template, Test};

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

/// What belongs to the answer: resolved with the outputs of the step.
pub(crate) struct After {
    pub(crate) made: Vec<Made>,
    pub(crate) lookup: Option<Lookup>,
    pub(crate) outcome: Option<Template>,
    pub(crate) compare: Option<Compare>,
    /// The step that this one stands in for, and the values.
    pub(crate) instead_of: Option<(usize, Vec<Substitute>)>,
}

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

fn when(when: Option<&(&Text, Vec<&Text>)>, values: &Values, faults: &mut Faults) -> Option<When> {
    let (value, is) = when?;
    Some(When {
        value: self::value(value, values, faults)?,
        is: leak_all(is),
    })
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
        let found = format!("\"{name}\", which is no list or object of the body");
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

const THINGS: [(&str, Thing); 7] = [
    ("row", Thing::Row),
    ("column", Thing::Column),
    ("file", Thing::File),
    ("token", Thing::Token),
    ("table", Thing::Table),
    ("base", Thing::Base),
    ("user", Thing::User),
];

fn made(
    made: &extension::Made<'_>,
    document: &Document<'_>,
    catalogue: &Catalogue,
    values: &mut Values,
    faults: &mut Faults,
) -> Option<Made> {
    let what = THINGS.iter().find(|(word, _)| *word == made.what.text);
    if what.is_none() {
        let words: Vec<_> = THINGS.iter().map(|(word, _)| *word).collect();
        let found = format!("\"{}\"", made.what.text);
        faults.push(made.what.at, found, words.join(" or "));
    }
    let operation = call::operation(made.operation, document, catalogue, faults)?;
    let filling = Filling {
        at: made.at,
        parameters: &made.parameters,
        body: made.body.as_ref(),
        whole: true,
        answered: true,
    };
    let (credential, presets) = filler::fill(&filling, &operation, values, faults);
    let presets: Vec<_> = presets.into_iter().map(|(preset, _)| preset).collect();
    Some(Made {
        what: what?.1,
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

/// Reads a text with values in it, the answer of the step among them.
fn sentence(text: &Text, values: &Values, faults: &mut Faults) -> Option<Template> {
    let pieces = expression::pieces(&text.text, |offset| text.position(offset));
    let pieces = pieces
        .map_err(|(at, expected)| faults.push(at, "an expression that cannot be read", expected))
        .ok()?;
    let mut writer = Writer::answered(true);
    writer.pieces(&pieces, Form::Plain, &mut |expression, at| {
        let from = values.resolve(expression, at, faults)?;
        if values
            .get(from)
            .is_some_and(super::values::Given::is_secret)
        {
            faults.push(at, "a secret in a sentence", "a value that may be shown");
        }
        Some(from)
    });
    Some(writer.finish())
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
            "a step that gives nothing of what the other one gives",
            "outputs of the same names",
        );
    }
    Some((step, substitutes))
}

pub(crate) fn value(text: &Text, values: &Values, faults: &mut Faults) -> Option<Reference> {
    let expression: Expression = expression::whole(text, faults)?;
    values.resolve(&expression, text.at, faults)
}

pub(crate) fn pointer(text: &Text, faults: &mut Faults) -> Option<&'static str> {
    match expression::pointer(&text.text) {
        Ok(pointer) if !pointer.is_empty() => Some(leak(&pointer)),
        _ => {
            let found = format!("\"{}\"", text.text);
            faults.push(text.at, found, "a JSON Pointer, such as /name");
            None
        }
    }
}

pub(crate) fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

pub(crate) fn leak_all(texts: &[&Text]) -> &'static [&'static str] {
    let texts: Vec<_> = texts.iter().map(|text| leak(&text.text)).collect();
    texts.leak()
}
