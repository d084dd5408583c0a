//! `x-playground`, the page's extension of a step, as it was written.

use crate::expression::{self, Expression};
use crate::fault::Faults;
use crate::members::{describe, items, members, text, word};
use crate::step::{self, Body, Criterion, Output, Parameter};
use crate::yaml::{Content, Node, Position, Text};

/// The extension of a step. Every part may be absent.
#[derive(Debug, Default)]
pub(crate) struct Extension<'a> {
    pub(crate) outputs: Vec<Output<'a>>,
    pub(crate) instead_of: Option<&'a Text>,
    pub(crate) choices: Vec<Choice<'a>>,
    pub(crate) row: Option<Row<'a>>,
    pub(crate) variants: Vec<Variant<'a>>,
    pub(crate) criteria: Vec<Criterion<'a>>,
    pub(crate) cell: Option<Cell<'a>>,
    pub(crate) made: Vec<Made<'a>>,
    pub(crate) lookup: Option<Lookup<'a>>,
    pub(crate) compare: Option<Compare<'a>>,
    pub(crate) outcome: Option<&'a Text>,
    /// The name of the person or base, and the login of a person.
    pub(crate) acts_on: Option<(&'a Text, Option<&'a Text>)>,
}

/// A list in the answer to choose from.
#[derive(Debug)]
pub(crate) struct Choice<'a> {
    pub(crate) title: &'a Text,
    /// The entry that other tools take.
    pub(crate) entry: Pointer<'a>,
    pub(crate) label: Vec<&'a Text>,
    pub(crate) only: Option<(&'a Text, Vec<&'a Text>)>,
    pub(crate) none: Option<&'a Text>,
    pub(crate) ask: bool,
}

/// A place in the answer of the step.
#[derive(Debug)]
pub(crate) struct Pointer<'a> {
    pub(crate) at: &'a Text,
    pub(crate) pointer: String,
}

/// The row in the payload that gets an editor.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    pub(crate) at: &'a Text,
    pub(crate) columns: &'a Text,
    pub(crate) current: Option<&'a Text>,
    pub(crate) keep: bool,
}

/// A cell of the answer that has to have a file in it.
#[derive(Debug)]
pub(crate) struct Cell<'a> {
    pub(crate) column: &'a Text,
    pub(crate) file: &'a Text,
}

/// An earlier value, and the texts that it has to be one of.
type When<'a> = (&'a Text, Vec<&'a Text>);

/// Parameters and members of the body in place of the step's own.
#[derive(Debug)]
pub(crate) struct Variant<'a> {
    pub(crate) at: Position,
    pub(crate) when: Option<When<'a>>,
    pub(crate) parameters: Vec<Parameter<'a>>,
    pub(crate) body: Option<Body<'a>>,
}

/// Something that the step makes, and the request that removes it.
#[derive(Debug)]
pub(crate) struct Made<'a> {
    pub(crate) at: Position,
    pub(crate) what: &'a Text,
    pub(crate) when: Option<When<'a>>,
    pub(crate) name: &'a Text,
    pub(crate) inside: Option<&'a Text>,
    pub(crate) each: Option<Pointer<'a>>,
    pub(crate) same: Vec<&'a Text>,
    pub(crate) operation: &'a Text,
    pub(crate) parameters: Vec<Parameter<'a>>,
    pub(crate) body: Option<Body<'a>>,
}

/// The request that looks up an entry which the list should have.
#[derive(Debug)]
pub(crate) struct Lookup<'a> {
    pub(crate) at: Position,
    pub(crate) operation: &'a Text,
    pub(crate) parameters: Vec<Parameter<'a>>,
    pub(crate) outcome: &'a Text,
}

/// Two rows to hold against each other.
#[derive(Debug)]
pub(crate) struct Compare<'a> {
    pub(crate) before: Option<&'a Text>,
    pub(crate) sent: Option<&'a Text>,
    pub(crate) after: Pointer<'a>,
    pub(crate) columns: Option<&'a Text>,
}

/// Reads the extension.
pub(crate) fn read<'a>(node: &'a Node, faults: &mut Faults) -> Extension<'a> {
    let keys = [
        "outputs?",
        "instead-of?",
        "choices?",
        "row?",
        "variants?",
        "criteria?",
        "cell?",
        "made?",
        "lookup?",
        "compare?",
        "outcome?",
        "acts-on?",
    ];
    let [
        outputs,
        instead_of,
        choices,
        row,
        variants,
        criteria,
        cell,
        made,
        lookup,
        compare,
        outcome,
        acts_on,
    ] = members(node, "x-playground", keys, faults);
    Extension {
        outputs: outputs
            .map(|outputs| step::outputs(outputs, faults))
            .unwrap_or_default(),
        instead_of: instead_of.and_then(|node| text(node, "a stepId or \"inputs\"", faults)),
        choices: each(choices, "choices", faults, choice),
        row: row.and_then(|node| self::row(node, faults)),
        variants: each(variants, "variants", faults, variant),
        criteria: criteria
            .map(|list| step::criteria(list, faults))
            .unwrap_or_default(),
        cell: cell.and_then(|node| self::cell(node, faults)),
        made: each(made, "things made", faults, self::made),
        lookup: lookup.and_then(|node| self::lookup(node, faults)),
        compare: compare.and_then(|node| self::compare(node, faults)),
        outcome: outcome.and_then(|node| text(node, "the outcome", faults)),
        acts_on: acts_on.and_then(|node| self::acts_on(node, faults)),
    }
}

fn each<'a, T>(
    node: Option<&'a Node>,
    what: &str,
    faults: &mut Faults,
    read: fn(&'a Node, &mut Faults) -> Option<T>,
) -> Vec<T> {
    let list = node
        .map(|node| items(node, what, faults))
        .unwrap_or_default();
    list.iter().filter_map(|item| read(item, faults)).collect()
}

fn choice<'a>(node: &'a Node, faults: &mut Faults) -> Option<Choice<'a>> {
    let keys = ["title", "entry", "label", "only?", "none?", "ask?"];
    let [title, entry, label, only, none, ask] = members(node, "a choice", keys, faults);
    let only = only.and_then(|only| {
        let [member, is] = members(only, "\"only\"", ["member", "is"], faults);
        Some((text(member?, "a JSON Pointer", faults)?, texts(is?, faults)))
    });
    word(ask, &["true", "false"], faults);
    let ask =
        matches!(ask.map(|ask| &ask.content), Some(Content::Scalar(text)) if text.text == "true");
    Some(Choice {
        ask,
        title: text(title?, "the title", faults)?,
        entry: pointer(entry?, faults)?,
        label: texts(label?, faults),
        only,
        none: none.and_then(|none| text(none, "words", faults)),
    })
}

fn row<'a>(node: &'a Node, faults: &mut Faults) -> Option<Row<'a>> {
    let keys = ["at", "columns", "current?", "keep?"];
    let [at, columns, current, keep] = members(node, "the row", keys, faults);
    word(keep, &["true", "false"], faults);
    let keep = matches!(keep.map(|keep| &keep.content), Some(Content::Scalar(text)) if text.text == "true");
    Some(Row {
        at: text(at?, "a JSON Pointer", faults)?,
        columns: text(columns?, "an expression", faults)?,
        current: current.and_then(|node| text(node, "an expression", faults)),
        keep,
    })
}

fn variant<'a>(node: &'a Node, faults: &mut Faults) -> Option<Variant<'a>> {
    let keys = ["when?", "parameters?", "requestBody?"];
    let [when, parameters, body] = members(node, "a variant", keys, faults);
    Some(Variant {
        at: node.at,
        when: when.and_then(|node| self::when(node, faults)),
        parameters: parameters
            .map(|list| step::parameters(list, faults))
            .unwrap_or_default(),
        body: body.and_then(|body| step::body(body, faults)),
    })
}

fn when<'a>(node: &'a Node, faults: &mut Faults) -> Option<When<'a>> {
    let [value, is] = members(node, "\"when\"", ["value", "is"], faults);
    Some((text(value?, "an expression", faults)?, texts(is?, faults)))
}

fn cell<'a>(node: &'a Node, faults: &mut Faults) -> Option<Cell<'a>> {
    let [column, file] = members(node, "the cell", ["column", "file"], faults);
    Some(Cell {
        column: text(column?, "an expression", faults)?,
        file: text(file?, "the name of the file", faults)?,
    })
}

/// Reads what an operation makes that is sent by itself.
pub(crate) fn all_made<'a>(node: &'a Node, faults: &mut Faults) -> Vec<Made<'a>> {
    each(Some(node), "things made", faults, made)
}

fn made<'a>(node: &'a Node, faults: &mut Faults) -> Option<Made<'a>> {
    let keys = [
        "what",
        "when?",
        "name",
        "in?",
        "each?",
        "same?",
        "operationId",
        "parameters?",
        "requestBody?",
    ];
    let [
        what,
        when,
        name,
        inside,
        each,
        same,
        operation,
        parameters,
        body,
    ] = members(node, "a thing made", keys, faults);
    Some(Made {
        at: node.at,
        what: text(what?, "the kind of thing", faults)?,
        when: when.and_then(|node| self::when(node, faults)),
        name: text(name?, "the name", faults)?,
        inside: inside.and_then(|node| text(node, "the name of what it is in", faults)),
        each: each.and_then(|node| pointer(node, faults)),
        same: same.map(|same| texts(same, faults)).unwrap_or_default(),
        operation: text(operation?, "the operationId", faults)?,
        parameters: parameters
            .map(|list| step::parameters(list, faults))
            .unwrap_or_default(),
        body: body.and_then(|body| step::body(body, faults)),
    })
}

fn acts_on<'a>(node: &'a Node, faults: &mut Faults) -> Option<(&'a Text, Option<&'a Text>)> {
    let keys = ["name", "login?"];
    let [name, login] = members(node, "\"acts-on\"", keys, faults);
    let login = login.and_then(|node| text(node, "the login", faults));
    Some((text(name?, "the name", faults)?, login))
}

fn lookup<'a>(node: &'a Node, faults: &mut Faults) -> Option<Lookup<'a>> {
    let keys = ["operationId", "parameters", "outcome"];
    let [operation, parameters, outcome] = members(node, "\"lookup\"", keys, faults);
    Some(Lookup {
        at: node.at,
        operation: text(operation?, "the operationId", faults)?,
        parameters: step::parameters(parameters?, faults),
        outcome: text(outcome?, "the outcome", faults)?,
    })
}

fn compare<'a>(node: &'a Node, faults: &mut Faults) -> Option<Compare<'a>> {
    let keys = ["before?", "sent?", "after", "columns?"];
    let [before, sent, after, columns] = members(node, "\"compare\"", keys, faults);
    Some(Compare {
        before: before.and_then(|node| text(node, "an expression", faults)),
        sent: sent.and_then(|node| text(node, "an expression", faults)),
        after: pointer(after?, faults)?,
        columns: columns.and_then(|node| text(node, "an expression", faults)),
    })
}

/// Reads an expression that points into the answer.
fn pointer<'a>(node: &'a Node, faults: &mut Faults) -> Option<Pointer<'a>> {
    let at = text(node, "an expression", faults)?;
    match expression::whole(at, faults)? {
        Expression::Body(pointer) => Some(Pointer { at, pointer }),
        _ => {
            faults.push(at.at, describe(node), "$response.body#/pointer");
            None
        }
    }
}

/// Reads a text or a list of texts.
fn texts<'a>(node: &'a Node, faults: &mut Faults) -> Vec<&'a Text> {
    match &node.content {
        Content::Sequence(list) => list
            .iter()
            .filter_map(|item| text(item, "an item", faults))
            .collect(),
        Content::Scalar(_) => text(node, "an item", faults).into_iter().collect(),
        Content::Mapping(_) => {
            faults.push(node.at, describe(node), "a text or a list of texts");
            Vec::new()
        }
    }
}
