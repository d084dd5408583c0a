//! Whether two values are the same, whatever their spelling.

use super::{Document, Kind, NodeId, compare_numbers};
use std::cmp::Ordering;

impl Document {
    /// Whether two values mean the same: white space, escapes and the spelling of numbers do not count, the order
    /// of members does.
    pub fn same(&self, id: NodeId, other: &Self, other_id: NodeId) -> bool {
        // Nodes stand in the order of the text, so those of a value are neighbours.
        let count = self.after(id).saturating_sub(id.0);
        count == other.after(other_id).saturating_sub(other_id.0)
            && (0..count).all(|step| {
                let (a, b) = (NodeId(id.0 + step), NodeId(other_id.0 + step));
                // With equal lengths of all parts, the parts stand in one another in the same way.
                self.after(a).wrapping_sub(id.0) == other.after(b).wrapping_sub(other_id.0)
                    && self.same_alone(a, other, b)
                    && (step == 0 || self.same_key(a, other, b))
            })
    }

    /// Compares two values without what they contain.
    fn same_alone(&self, id: NodeId, other: &Self, other_id: NodeId) -> bool {
        let kind = self.kind(id);
        kind == other.kind(other_id)
            && match kind {
                Kind::Object | Kind::Array => true,
                Kind::Number => {
                    compare_numbers(&self.text(id), &other.text(other_id)) == Some(Ordering::Equal)
                }
                _ => {
                    self.source(id) == other.source(other_id)
                        || readable(self.string(id))
                            .is_some_and(|text| Some(text) == other.string(other_id))
                }
            }
    }

    fn same_key(&self, id: NodeId, other: &Self, other_id: NodeId) -> bool {
        match (self.key(id), other.key(other_id)) {
            (Some(a), Some(b)) => {
                a.raw() == b.raw()
                    || readable(Some(a.text().into_owned())).is_some_and(|text| text == b.text())
            }
            (a, b) => a.is_none() && b.is_none(),
        }
    }
}

/// Leaves out what may stand for a lone surrogate: two different ones decode to the same.
fn readable(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.contains(char::REPLACEMENT_CHARACTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &str, right: &str) -> bool {
        let [left, right] = [left, right].map(|text| Document::parse(text.as_bytes().to_vec()));
        left.same(left.root().unwrap(), &right, right.root().unwrap())
    }

    #[test]
    fn spelling_does_not_count() {
        for (left, right) in [
            ("1", "1.0"),
            ("[1e2, {\"a\":[]}]", "[ 100,{ \"a\" : [ ] } ]"),
            (r#""\u00e9\/""#, "\"é/\""),
            (r#"{"\u0061":1}"#, r#"{"a":1}"#),
            (r#""\ud800""#, r#""\ud800""#),
            ("null", "null"),
        ] {
            assert!(same(left, right), "{left} and {right}");
        }
    }

    #[test]
    fn everything_else_does() {
        for (left, right) in [
            ("1", "\"1\""),
            ("true", "false"),
            ("null", "false"),
            ("9007199254740993", "9007199254740992"),
            ("[[1],2]", "[[1,2]]"),
            ("[[],[]]", "[[[]]]"),
            ("[]", "{}"),
            (r#"{"a":1}"#, r#"{"b":1}"#),
            (r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#),
            (r#""\ud800""#, r#""\ud801""#),
            ("[1]", "[1,2]"),
        ] {
            assert!(!same(left, right), "{left} and {right}");
        }
    }
}
