//! Whether an answer is what the walkthrough hoped for.

use super::fill;
use super::model::{Comparison, Operand, Output, Pick, Reference, Template, Test};
use super::value::Value;
use crate::http::Answer;
use crate::json::Kind;
use std::cmp::Ordering;

/// How much of a found value a verdict quotes, in characters.
const QUOTED: usize = 80;

/// What an answer is checked against, besides itself.
pub(super) struct Context<'a> {
    /// The answer.
    pub(super) answer: &'a Answer,
    /// The outputs of the step, to know which places of the answer are secret.
    pub(super) outputs: &'a [Output],
    /// Finds the value of an earlier step, and whether it is secret.
    pub(super) value: &'a dyn Fn(Reference) -> Option<(&'a Value, bool)>,
}

/// Checks one condition: whether it holds, and what was found.
pub(super) fn check(test: &Test, context: &Context<'_>) -> (bool, String) {
    match *test {
        Test::Compare(left, comparison, right) => {
            let (left, right) = (context.find(left), context.find(right));
            (holds(&left.value, comparison, &right.value), left.quote())
        }
        Test::All(tests) => {
            let results: Vec<_> = tests.iter().map(|test| check(test, context)).collect();
            (results.iter().all(|(held, _)| *held), join(&results))
        }
        Test::Any(tests) => {
            let results: Vec<_> = tests.iter().map(|test| check(test, context)).collect();
            (results.iter().any(|(held, _)| *held), join(&results))
        }
        Test::Contains {
            pointer,
            key,
            equals,
        } => contains(context, pointer, key, equals),
    }
}

fn join(results: &[(bool, String)]) -> String {
    results
        .iter()
        .map(|(_, found)| found.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}

/// A side of a comparison, looked up.
struct Found {
    value: Scalar,
    secret: bool,
}

/// A value as comparisons see it.
enum Scalar {
    Absent,
    Null,
    Boolean(bool),
    Number(String),
    Text(String),
    /// An array or an object, by its JSON text.
    Composite(String),
}

impl Context<'_> {
    fn find(&self, operand: Operand) -> Found {
        let mut secret = false;
        let value = match operand {
            Operand::Status => Scalar::Number(self.answer.status.to_string()),
            Operand::Header(name) => self
                .answer
                .header(name)
                .map_or(Scalar::Absent, |text| Scalar::Text(text.to_owned())),
            Operand::Body(pointer) => {
                secret = self.hides(pointer);
                self.body(pointer)
            }
            Operand::Value(reference) => match (self.value)(reference) {
                Some((value, hidden)) => {
                    secret = hidden;
                    scalar(value)
                }
                None => Scalar::Absent,
            },
            Operand::Text(text) => Scalar::Text(text.to_owned()),
            Operand::Number(text) => Scalar::Number(text.to_owned()),
            Operand::Boolean(value) => Scalar::Boolean(value),
            Operand::Null => Scalar::Null,
        };
        Found { value, secret }
    }

    fn body(&self, pointer: &str) -> Scalar {
        let body = &self.answer.body;
        let Some(node) = body.pointer(pointer) else {
            return Scalar::Absent;
        };
        match body.kind(node) {
            Kind::Null => Scalar::Null,
            Kind::Boolean => Scalar::Boolean(body.source(node) == b"true"),
            Kind::Number => Scalar::Number(body.text(node).into_owned()),
            Kind::String => Scalar::Text(body.string(node).unwrap_or_default()),
            Kind::Object | Kind::Array => Scalar::Composite(body.text(node).into_owned()),
        }
    }

    /// Whether the place in the answer is a secret output or has one inside.
    fn hides(&self, pointer: &str) -> bool {
        self.outputs.iter().any(|output| match output.pick {
            Pick::Body(place) => output.secret && place.starts_with(pointer),
            Pick::Header(_) => false,
        })
    }
}

fn scalar(value: &Value) -> Scalar {
    match value.json().as_bytes() {
        [b'"', ..] => Scalar::Text(value.plain().to_owned()),
        b"null" => Scalar::Null,
        b"true" => Scalar::Boolean(true),
        b"false" => Scalar::Boolean(false),
        [b'[' | b'{', ..] => Scalar::Composite(value.json().to_owned()),
        _ => Scalar::Number(value.json().to_owned()),
    }
}

impl Found {
    fn quote(&self) -> String {
        let text = match &self.value {
            Scalar::Absent => "nothing there",
            _ if self.secret => "a secret",
            Scalar::Null => "null",
            Scalar::Boolean(true) => "true",
            Scalar::Boolean(false) => "false",
            Scalar::Number(text) | Scalar::Text(text) | Scalar::Composite(text) => text,
        };
        match text.char_indices().nth(QUOTED) {
            Some((end, _)) => [&text[..end], "…"].concat(),
            None => text.to_owned(),
        }
    }
}

/// Compares. What is absent is comparable with nothing, so that no condition on it holds.
fn holds(left: &Scalar, comparison: Comparison, right: &Scalar) -> bool {
    if matches!(left, Scalar::Absent) || matches!(right, Scalar::Absent) {
        return false;
    }
    let ordering = compare(left, right);
    match comparison {
        Comparison::Equal => ordering == Some(Ordering::Equal),
        Comparison::NotEqual => ordering != Some(Ordering::Equal),
        Comparison::Less => ordering == Some(Ordering::Less),
        Comparison::LessOrEqual => matches!(ordering, Some(Ordering::Less | Ordering::Equal)),
        Comparison::Greater => ordering == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => matches!(ordering, Some(Ordering::Greater | Ordering::Equal)),
    }
}

/// Orders two values of one type; none where their types have no order between them.
fn compare(left: &Scalar, right: &Scalar) -> Option<Ordering> {
    match (left, right) {
        (Scalar::Number(left), Scalar::Number(right)) => numbers(left, right),
        (Scalar::Text(left), Scalar::Text(right)) => {
            Some(left.to_ascii_lowercase().cmp(&right.to_ascii_lowercase()))
        }
        (Scalar::Boolean(left), Scalar::Boolean(right)) if left == right => Some(Ordering::Equal),
        (Scalar::Composite(left), Scalar::Composite(right)) if left == right => {
            Some(Ordering::Equal)
        }
        (Scalar::Null, Scalar::Null) => Some(Ordering::Equal),
        _ => None,
    }
}

/// Orders two numbers; whole ones exactly, since 64-bit ids do not fit into a float.
fn numbers(left: &str, right: &str) -> Option<Ordering> {
    if let (Ok(left), Ok(right)) = (left.parse::<i64>(), right.parse::<i64>()) {
        return Some(left.cmp(&right));
    }
    left.parse::<f64>()
        .ok()?
        .partial_cmp(&right.parse::<f64>().ok()?)
}

fn contains(context: &Context<'_>, pointer: &str, key: &str, equals: Template) -> (bool, String) {
    let Some(wanted) = fill::template(equals, |from| (context.value)(from).map(|(value, _)| value))
    else {
        return (false, "the value to look for is missing".to_owned());
    };
    let body = &context.answer.body;
    let array = body
        .pointer(pointer)
        .filter(|&node| body.kind(node) == Kind::Array);
    let Some(array) = array else {
        return (false, "no list there".to_owned());
    };
    let mut count = 0;
    let mut place = None;
    for item in body.children(array) {
        count += 1;
        if place.is_none()
            && body
                .member(item, key)
                .and_then(|node| body.string(node))
                .as_ref()
                == Some(&wanted)
        {
            place = Some(count);
        }
    }
    match place {
        Some(place) => (true, format!("entry {place} of {count}")),
        None => (false, format!("none of {count} entries")),
    }
}
