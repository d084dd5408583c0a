//! The payload of a request: a JSON value with expressions in it.
//!
//! Arazzo writes it in two ways. As YAML, a scalar `$…` is an expression and keeps its type. As a text that is JSON,
//! `{$…}` inside a string is replaced by text, and `{$…}` in the place of a value by the value itself.

use crate::expression::{self, Expression, Piece};
use crate::fault::Faults;
use crate::json;
use crate::yaml::{Content, Node, Position, Style, Text};

/// A JSON value with expressions in it.
#[derive(Debug)]
pub(crate) struct Payload {
    pub(crate) at: Position,
    pub(crate) value: Value,
}

/// What a payload is.
#[derive(Debug)]
pub(crate) enum Value {
    Object(Vec<Member>),
    Array(Vec<Payload>),
    String(Vec<Piece>),
    /// A number, `true`, `false` or `null`, as JSON writes it.
    Literal(String),
    Expression(Expression),
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) at: Position,
    pub(crate) key: Vec<Piece>,
    pub(crate) value: Payload,
}

/// Reads a payload; none after a fault.
pub(crate) fn read(node: &Node, faults: &mut Faults) -> Option<Payload> {
    match &node.content {
        Content::Scalar(text) if matches!(text.style, Style::Literal { .. } | Style::Folded) => {
            json::read(text, faults)
        }
        _ => yaml(node, faults),
    }
}

/// Reads a value written in YAML.
pub(crate) fn yaml(node: &Node, faults: &mut Faults) -> Option<Payload> {
    let value = match &node.content {
        Content::Scalar(text) => scalar(text, faults)?,
        Content::Sequence(items) => {
            let items = items
                .iter()
                .map(|item| yaml(item, faults))
                .collect::<Option<_>>()?;
            Value::Array(items)
        }
        Content::Mapping(entries) => {
            let mut members = Vec::new();
            for (key, value) in entries {
                let pieces = pieces(key, faults)?;
                members.push(Member {
                    at: key.at,
                    key: pieces,
                    value: yaml(value, faults)?,
                });
            }
            Value::Object(members)
        }
    };
    Some(Payload { at: node.at, value })
}

fn scalar(text: &Text, faults: &mut Faults) -> Option<Value> {
    if text.text.starts_with('$') {
        return expression::whole(text, faults).map(Value::Expression);
    }
    if text.style == Style::Plain {
        match text.text.as_str() {
            "" | "~" => return Some(Value::Literal("null".to_owned())),
            word if is_literal(word) => return Some(Value::Literal(word.to_owned())),
            _ => {}
        }
    }
    pieces(text, faults).map(Value::String)
}

fn pieces(text: &Text, faults: &mut Faults) -> Option<Vec<Piece>> {
    expression::pieces(&text.text, |offset| text.position(offset))
        .map_err(|(at, expected)| faults.push(at, "an expression that cannot be read", expected))
        .ok()
}

/// Whether a word is a JSON number, boolean or null.
pub(crate) fn is_literal(word: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(word)
        .is_ok_and(|value| !value.is_string() && !value.is_array() && !value.is_object())
}
