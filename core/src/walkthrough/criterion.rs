//! Whether an answer is what the walkthrough expected.

use super::comparison::{Scalar, holds};
use super::fill;
use super::found::Found;
use super::model::{Operand, Output, Pick, Reference, Test};
use super::seek;
use super::value::Given;
use super::window::Window;
use crate::http::Answer;
use crate::json::{Kind, NodeId, pointer};

/// How much of a found value a verdict quotes, in characters.
const QUOTED: usize = 80;

/// What an answer is checked against, besides itself.
pub(super) struct Context<'a> {
    /// The answer.
    pub(super) answer: &'a Answer,
    /// The outputs of the step, to know which places of the answer are secret.
    pub(super) outputs: &'a [Output],
    /// Finds the value of an earlier step, and whether it is secret.
    pub(super) value: &'a dyn Fn(Reference) -> Option<(&'a Given, bool)>,
    /// The part of the list that was asked for, where it comes in parts.
    pub(super) window: Option<Window>,
    /// Finds the cell of the column that an earlier value names, in the row that the answer is.
    pub(super) cell: &'a dyn Fn(Reference) -> Option<NodeId>,
}

/// Checks one condition: whether it holds, and what was found.
pub(super) fn check(test: &Test, context: &Context<'_>) -> (bool, Found) {
    match *test {
        Test::Compare(left, comparison, right) => {
            let (left, right) = (context.find(left), context.find(right));
            (holds(&left.value, comparison, &right.value), left.shown())
        }
        Test::All(tests) => {
            let results: Vec<_> = tests.iter().map(|test| check(test, context)).collect();
            (results.iter().all(|(held, _)| *held), each(results))
        }
        Test::Any(tests) => {
            let results: Vec<_> = tests.iter().map(|test| check(test, context)).collect();
            (results.iter().any(|(held, _)| *held), each(results))
        }
        Test::Contains {
            pointer,
            key,
            equals,
        } => seek::contains(context, pointer, key, equals),
        Test::Cell { column, file } => seek::cell(context, column, file),
    }
}

/// Returns the earlier values that a condition needs.
pub(super) fn needs(test: &Test) -> Vec<Reference> {
    let of = |operand: &Operand| match *operand {
        Operand::Value(from) => Some(from),
        _ => None,
    };
    match test {
        Test::Compare(left, _, right) => of(left).into_iter().chain(of(right)).collect(),
        Test::All(tests) | Test::Any(tests) => tests.iter().flat_map(needs).collect(),
        Test::Contains { equals, .. } => fill::references(*equals).collect(),
        Test::Cell { column, file } => {
            let file = fill::references(*file);
            file.chain([*column]).collect()
        }
    }
}

fn each(results: Vec<(bool, Found)>) -> Found {
    Found::Each(results.into_iter().map(|(_, found)| found).collect())
}

/// A side of a comparison, looked up.
struct Side {
    value: Scalar,
    secret: bool,
}

impl Context<'_> {
    fn find(&self, operand: Operand) -> Side {
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
                    Scalar::of(value)
                }
                None => Scalar::Absent,
            },
            Operand::Text(text) => Scalar::Text(text.to_owned()),
            Operand::Number(text) => Scalar::Number(text.to_owned()),
            Operand::Boolean(value) => Scalar::Boolean(value),
            Operand::Null => Scalar::Null,
        };
        Side { value, secret }
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
            Pick::Body(place) => output.kind.is_secret() && pointer::is_within(place, pointer),
            Pick::Header(_) | Pick::Sent(_) => false,
        })
    }
}

impl Side {
    fn shown(&self) -> Found {
        let text = match &self.value {
            Scalar::Absent => return Found::Nothing,
            _ if self.secret => return Found::Secret,
            Scalar::Null => "null",
            Scalar::Boolean(true) => "true",
            Scalar::Boolean(false) => "false",
            Scalar::Number(text) | Scalar::Text(text) | Scalar::Composite(text) => text,
        };
        let end = text.char_indices().nth(QUOTED).map(|(end, _)| end);
        let shown = end.and_then(|end| text.get(..end)).unwrap_or(text);
        Found::Value {
            text: shown.to_owned(),
            is_cut: end.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::Comparison;
    use super::*;
    use crate::catalogue::ValueKind;
    use crate::json::Document;

    const BODY: &str = r#"{"token": "fake-token", "n": 9007199254740993, "half": 0.50, "s": "Yes",
        "none": null, "list": [1], "ok": true}"#;

    const OUTPUTS: &[Output] = &[Output {
        name: "token",
        pick: Pick::Body("/token"),
        kind: ValueKind::Secret,
        required: true,
    }];

    fn checked(left: Operand, comparison: Comparison, right: Operand) -> (bool, Found) {
        let answer = Answer {
            decoded: None,
            status: 200,
            headers: vec![("etag".to_owned(), "x".to_owned())],
            body: Document::parse(BODY.as_bytes().to_vec()),
        };
        let context = Context {
            answer: &answer,
            outputs: OUTPUTS,
            value: &|_| None,
            window: None,
            cell: &|_| None,
        };
        check(&Test::Compare(left, comparison, right), &context)
    }

    #[test]
    fn numbers_compare_by_value_and_whole_ones_exactly() {
        let n = |right| {
            checked(
                Operand::Body("/n"),
                Comparison::Equal,
                Operand::Number(right),
            )
            .0
        };
        assert!(n("9007199254740993"));
        assert!(!n("9007199254740992"));
        let half = Operand::Body("/half");
        assert!(checked(half, Comparison::Equal, Operand::Number("0.5")).0);
        assert!(
            checked(
                Operand::Status,
                Comparison::GreaterOrEqual,
                Operand::Number("200")
            )
            .0
        );
        assert!(!checked(Operand::Status, Comparison::Less, Operand::Number("200")).0);
        assert!(
            checked(
                Operand::Status,
                Comparison::LessOrEqual,
                Operand::Number("2e2")
            )
            .0
        );
    }

    #[test]
    fn texts_compare_without_regard_to_case_and_types_never_mix() {
        let s = Operand::Body("/s");
        assert!(checked(s, Comparison::Equal, Operand::Text("yes")).0);
        assert!(
            checked(
                Operand::Header("etag"),
                Comparison::NotEqual,
                Operand::Text("y")
            )
            .0
        );
        assert!(!checked(Operand::Status, Comparison::Equal, Operand::Text("200")).0);
        assert!(checked(Operand::Body("/none"), Comparison::Equal, Operand::Null).0);
        assert!(
            checked(
                Operand::Body("/ok"),
                Comparison::Equal,
                Operand::Boolean(true)
            )
            .0
        );
        assert!(checked(Operand::Body("/list"), Comparison::NotEqual, Operand::Null).0);
    }

    #[test]
    fn nothing_holds_of_what_is_not_there() {
        for comparison in [Comparison::Equal, Comparison::NotEqual, Comparison::Less] {
            let (held, found) = checked(Operand::Body("/x"), comparison, Operand::Null);
            assert_eq!((held, found), (false, Found::Nothing));
        }
    }

    #[test]
    fn what_was_found_never_shows_a_secret() {
        for pointer in ["/token", ""] {
            let (_, found) = checked(Operand::Body(pointer), Comparison::NotEqual, Operand::Null);
            assert_eq!(found, Found::Secret, "at {pointer:?}");
        }
    }

    #[test]
    fn what_was_found_is_quoted_in_short() {
        for (length, is_cut) in [(QUOTED + 1, true), (QUOTED, false)] {
            let side = Side {
                value: Scalar::Text("ä".repeat(length)),
                secret: false,
            };
            let text = "ä".repeat(QUOTED);
            assert_eq!(side.shown(), Found::Value { text, is_cut });
        }
    }
}
