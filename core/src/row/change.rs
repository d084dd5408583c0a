//! What a write changed in a row.

use crate::json::{Document, Kind, NodeId};

/// A cell that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The member's name: a column's name or key, as the rows have it.
    pub column: String,
    /// The exact text before; `null` where there was none.
    pub before: String,
    /// The exact text after; `null` where there is none.
    pub after: String,
}

/// Returns the members of two row objects that differ in value, whatever their spelling. Names that begin with `_` are
/// SeaTable's own and left out. What is no object has no members, and a missing one counts as `null`.
pub fn changes(before: &str, after: &str) -> Vec<Change> {
    let [before, after] = [before, after].map(Row::parse);
    let mut changes = Vec::new();
    for (row, is_new) in [(&before, false), (&after, true)] {
        for id in row.members() {
            let Some(name) = row.0.key(id).map(|key| key.text()) else {
                continue;
            };
            let (old, new) = (before.find(&name), after.find(&name));
            // Of members with the same name the last counts; those that both rows have were looked at already.
            let is_first_sight = if is_new {
                old.is_none() && new == Some(id)
            } else {
                old == Some(id)
            };
            if !is_first_sight || name.starts_with('_') {
                continue;
            }
            let is_same = match (old, new) {
                (Some(old), Some(new)) => before.0.same(old, &after.0, new),
                (old, new) => before.is_nothing(old) && after.is_nothing(new),
            };
            if !is_same {
                changes.push(Change {
                    before: before.text(old),
                    after: after.text(new),
                    column: name.into_owned(),
                });
            }
        }
    }
    changes
}

struct Row(Document);

impl Row {
    fn parse(text: &str) -> Self {
        Self(Document::parse(text.as_bytes().to_vec()))
    }

    fn object(&self) -> Option<NodeId> {
        let is_object = |&id: &NodeId| self.0.fault().is_none() && self.0.kind(id) == Kind::Object;
        self.0.root().filter(is_object)
    }

    fn members(&self) -> impl Iterator<Item = NodeId> {
        self.object().into_iter().flat_map(|id| self.0.children(id))
    }

    fn find(&self, name: &str) -> Option<NodeId> {
        self.0.member(self.object()?, name)
    }

    fn is_nothing(&self, id: Option<NodeId>) -> bool {
        id.is_none_or(|id| self.0.kind(id) == Kind::Null)
    }

    fn text(&self, id: Option<NodeId>) -> String {
        id.map_or_else(|| "null".into(), |id| self.0.text(id))
            .into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> Vec<String> {
        let tell =
            |change: Change| format!("{}: {} -> {}", change.column, change.before, change.after);
        changes(before, after).into_iter().map(tell).collect()
    }

    #[test]
    fn only_values_that_differ_are_changes() {
        let before = r#"{"_id":"a","_mtime":"1","Name":"a","Size":1,"Tags":["x","y"],"Gone":true,"Null":null,"Twice":1,"Twice":2}"#;
        let after = r#"{"_id":"a","_mtime":"2","New":[ 1 ],"Tags": [ "x", "y" ],"Name":"b","Size":1.0,"Also":null,"Twice":3,"Twice":2}"#;
        assert_eq!(
            told(before, after),
            [
                "Name: \"a\" -> \"b\"",
                "Gone: true -> null",
                "New: null -> [ 1 ]"
            ]
        );
        assert_eq!(told(before, before), [""; 0]);
    }

    #[test]
    fn what_is_no_row_has_no_members() {
        assert_eq!(told("null", r#"{"a":1}"#), ["a: null -> 1"]);
        assert_eq!(told(r#"{"a":1}"#, "{\"a\":2"), ["a: 1 -> null"]);
        assert_eq!(told("", "[1]"), [""; 0]);
    }
}
