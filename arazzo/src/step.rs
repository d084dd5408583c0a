//! A step of a document as it was written.

use crate::document::{check_name, name};
use crate::expression::{self, Expression};
use crate::extension::{self, Extension};
use crate::fault::Faults;
use crate::members::{entries, items, members, text, word};
use crate::yaml::{Content, Node, Position, Text};

/// A step.
#[derive(Debug)]
pub(crate) struct Step<'a> {
    pub(crate) at: Position,
    pub(crate) id: &'a Text,
    pub(crate) description: &'a Text,
    pub(crate) operation: &'a Text,
    pub(crate) parameters: Vec<Parameter<'a>>,
    pub(crate) body: Option<Body<'a>>,
    pub(crate) criteria: Vec<Criterion<'a>>,
    pub(crate) outputs: Vec<Output<'a>>,
    pub(crate) extension: Extension<'a>,
}

/// A parameter that the walkthrough fills.
#[derive(Debug)]
pub(crate) struct Parameter<'a> {
    pub(crate) name: &'a Text,
    pub(crate) place: &'a Text,
    pub(crate) value: &'a Node,
}

/// The body that the walkthrough fills.
#[derive(Debug)]
pub(crate) struct Body<'a> {
    pub(crate) content_type: &'a Text,
    pub(crate) payload: &'a Node,
}

/// A success criterion.
#[derive(Debug)]
pub(crate) struct Criterion<'a> {
    pub(crate) condition: &'a Text,
    pub(crate) is_query: bool,
}

/// A value that the step gives.
#[derive(Debug)]
pub(crate) struct Output<'a> {
    pub(crate) name: &'a Text,
    /// `None` if it could not be read.
    pub(crate) value: Option<Expression>,
}

/// Reads a step; `None` if something that cannot be left out is missing.
pub(crate) fn read<'a>(node: &'a Node, faults: &mut Faults) -> Option<Step<'a>> {
    let keys = [
        "stepId",
        "description",
        "operationId",
        "parameters?",
        "requestBody?",
        "successCriteria",
        "outputs?",
        "x-playground?",
    ];
    let [
        id,
        description,
        operation,
        parameters,
        body,
        criteria,
        outputs,
        extension,
    ] = members(node, "a step", keys, faults);
    let id = id.and_then(|id| name(id, "the stepId", faults));
    let description = description.and_then(|prose| text(prose, "the description", faults));
    let operation = operation.and_then(|id| text(id, "the operationId", faults));
    let parameters = parameters
        .map(|list| self::parameters(list, faults))
        .unwrap_or_default();
    let body = body.and_then(|body| self::body(body, faults));
    let outputs = outputs
        .map(|outputs| self::outputs(outputs, faults))
        .unwrap_or_default();
    let criteria = criteria
        .map(|list| self::criteria(list, faults))
        .unwrap_or_default();
    let extension = extension
        .map(|node| extension::read(node, faults))
        .unwrap_or_default();
    let (id, description, operation) = (id?, description?, operation?);
    Some(Step {
        at: node.at,
        id,
        description,
        operation,
        parameters,
        body,
        criteria,
        outputs,
        extension,
    })
}

pub(crate) fn parameters<'a>(node: &'a Node, faults: &mut Faults) -> Vec<Parameter<'a>> {
    let mut parameters = Vec::new();
    for item in items(node, "parameters", faults) {
        let [name, place, value] = members(item, "a parameter", ["name", "in", "value"], faults);
        word(place, &["path", "query", "header"], faults);
        let name = name.and_then(|name| text(name, "the name", faults));
        let place = place.and_then(|place| text(place, "the place", faults));
        if let (Some(name), Some(place), Some(value)) = (name, place, value) {
            parameters.push(Parameter { name, place, value });
        }
    }
    parameters
}

pub(crate) fn body<'a>(node: &'a Node, faults: &mut Faults) -> Option<Body<'a>> {
    let keys = ["contentType", "payload"];
    let [content_type, payload] = members(node, "the requestBody", keys, faults);
    let content_type = text(content_type?, "the contentType", faults)?;
    Some(Body {
        content_type,
        payload: payload?,
    })
}

pub(crate) fn criteria<'a>(node: &'a Node, faults: &mut Faults) -> Vec<Criterion<'a>> {
    let mut criteria = Vec::new();
    let list = items(node, "criteria", faults);
    if list.is_empty() {
        faults.push(node.at, "no criterion", "at least one");
    }
    for item in list {
        let keys = ["condition", "context?", "type?"];
        let [condition, context, kind] = members(item, "a criterion", keys, faults);
        word(kind, &["simple", "jsonpath"], faults);
        word(context, &["$response.body"], faults);
        let is_query = matches!(kind.map(|kind| &kind.content),
            Some(Content::Scalar(text)) if text.text == "jsonpath");
        if is_query != context.is_some() {
            let expected = "\"context\" with type jsonpath, and only there";
            faults.push(
                item.at,
                "a criterion whose context does not fit its type",
                expected,
            );
        }
        if let Some(condition) = condition.and_then(|node| text(node, "the condition", faults)) {
            criteria.push(Criterion {
                condition,
                is_query,
            });
        }
    }
    criteria
}

pub(crate) fn outputs<'a>(node: &'a Node, faults: &mut Faults) -> Vec<Output<'a>> {
    let mut outputs = Vec::new();
    for (name, value) in entries(node, "outputs", faults) {
        check_name(name, faults);
        let value = text(value, "an expression", faults);
        let value = value.and_then(|value| expression::whole(value, faults));
        outputs.push(Output { name, value });
    }
    outputs
}
