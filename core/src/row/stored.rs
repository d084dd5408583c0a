//! What was sent, held against what was stored, column by column.

use super::stamp::Stamp;
use super::{Cell, Column, ColumnKind, read};
use crate::json::{self, Document, Kind, NodeId, compare_numbers};
use std::cmp::Ordering;

/// A cell that was not stored as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unstored {
    /// The column's name, as it was sent.
    pub column: String,
    /// The exact text that was sent.
    pub sent: String,
    /// The exact text that is stored; `null` where there is none.
    pub stored: String,
}

/// Lists the cells of a row that were not stored as they were sent. What was sent is the row, or an update with its `row_id` and
/// `row`; both rows have their cells by the names of their columns. Nothing for another row than the one that was sent.
pub fn unstored(sent: &str, stored: &str, columns: &str) -> Vec<Unstored> {
    let columns = Column::list(columns);
    let id = json::member(sent, "", "row_id");
    let update = json::member(sent, "", "row").filter(|_| id.is_some());
    let is_other = update.is_some() && id != json::member(stored, "", "_id");
    let document = Document::parse(update.as_deref().unwrap_or(sent).as_bytes().to_vec());
    let is_row = Document::parse(stored.as_bytes().to_vec());
    let is_row = is_row
        .root()
        .is_some_and(|root| is_row.kind(root) == Kind::Object);
    let Some(root) = document
        .root()
        .filter(|_| is_row && !is_other && !columns.is_empty())
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for cell in document.children(root) {
        let Some(name) = document.key(cell).map(|key| key.text()) else {
            continue;
        };
        // Of members with the same name the last counts.
        if document.member(root, &name) != Some(cell) {
            continue;
        }
        let sent = document.text(cell).into_owned();
        let stored = json::member(stored, "", &name).unwrap_or_else(|| "null".to_owned());
        let column = columns.iter().find(|column| column.name == name);
        if !column.is_some_and(|column| is_same(&column.kind, &sent, &stored)) {
            let column = name.into_owned();
            found.push(Unstored {
                column,
                sent,
                stored,
            });
        }
    }
    found
}

fn is_same(kind: &ColumnKind, sent: &str, stored: &str) -> bool {
    if is_nothing(sent) {
        return is_nothing(stored);
    }
    let (text, other) = (plain(sent), plain(stored));
    match kind {
        ColumnKind::Number | ColumnKind::Rate { .. } => {
            compare_numbers(&text, &other) == Some(Ordering::Equal)
        }
        ColumnKind::Date { time, day_first } => {
            let both = Stamp::read(&text, *day_first).zip(Stamp::read(&other, false));
            both.is_some_and(|(sent, stored)| sent.is_same(stored, *time))
        }
        _ => match (read(kind, Some(sent)), read(kind, Some(stored))) {
            (Cell::List(sent), Cell::List(stored)) => {
                sent.iter().all(|item| stored.contains(item)) && stored.len() <= sent.len()
            }
            (Cell::Text(sent), Cell::Text(stored)) => sent.trim_end() == stored.trim_end(),
            _ => same_json(sent, stored),
        },
    }
}

/// Whether an empty cell comes of it, or is it.
fn is_nothing(json: &str) -> bool {
    matches!(json, "null" | "\"\"" | "[]" | "{}" | "false")
}

/// Returns the content of a string, and any other value as it is written.
pub(super) fn plain(json: &str) -> String {
    let document = Document::parse(json.as_bytes().to_vec());
    let text = document.root().and_then(|root| document.string(root));
    text.unwrap_or_else(|| json.to_owned())
}

/// Whether two values are the same, and two lists entry by entry. The server may order the members of an object in another way,
/// and add some.
fn same_json(one: &str, other: &str) -> bool {
    let [sent, stored] = [one, other].map(|text| Document::parse(text.as_bytes().to_vec()));
    let Some((root, of_stored)) = sent.root().zip(stored.root()) else {
        return false;
    };
    let is_list = |document: &Document, id| document.kind(id) == Kind::Array;
    if is_list(&sent, root) && is_list(&stored, of_stored) {
        let mut pairs = sent.children(root).zip(stored.children(of_stored));
        return sent.len(root) == stored.len(of_stored)
            && pairs.all(|(one, other)| is_within(&sent, one, &stored, other));
    }
    is_within(&sent, root, &stored, of_stored)
}

fn is_within(sent: &Document, one: NodeId, stored: &Document, other: NodeId) -> bool {
    if sent.kind(one) != Kind::Object || stored.kind(other) != Kind::Object {
        return sent.same(one, stored, other);
    }
    sent.children(one).all(|member| {
        let name = sent.key(member).map(|key| key.text());
        let there = name.and_then(|name| stored.member(other, &name));
        there.is_some_and(|there| sent.same(member, stored, there))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &str = r#"[{"name":"Name","type":"text"},{"name":"Age","type":"number"},{"name":"Due","type":"date",
        "data":{"format":"YYYY-MM-DD"}},{"name":"At","type":"date","data":{"format":"DD/MM/YYYY HH:mm"}},{"name":"Took","type":"duration",
        "data":{"duration_format":"h:mm"}},{"name":"Tags","type":"multiple-select"},{"name":"Done","type":"checkbox"},
        {"name":"Files","type":"file"},{"name":"Where","type":"geolocation","data":{"geo_format":"lng_lat"}},{"name":"Sum","type":"formula"},
        {"name":"Changed","type":"mtime"}]"#;

    fn names(sent: &str, stored: &str) -> Vec<String> {
        let found = unstored(sent, stored, COLUMNS).into_iter();
        found.map(|unstored| unstored.column).collect()
    }

    #[test]
    fn what_is_stored_in_another_form_is_stored() {
        let sent = r#"{"Name":"a ","Age":1.50,"Due":"20.06.2030","At":"20/6/2030 23:55","Took":"5400","Tags":["b","a"],"Done":false,
            "Files":[{"name":"x","size":1.0}],"Where":{"lng":8.0,"lat":50},"Name":"b"}"#;
        let stored = r#"{"_id":"x","Name":"b","Age":1.5,"Due":"2030-06-20T00:00:00+02:00","At":"2030-06-20T23:55:00+02:00","Took":5400,
            "Tags":["a","b"],"Done":null,"Files":[{"size":1,"name":"x"}],"Where":{"lat":50,"lng":8},"Changed":"2030-01-01T00:00:00Z"}"#;
        assert_eq!(names(sent, stored), [""; 0]);
        assert_eq!(
            names(r#"{"Name":null,"Tags":[],"Age":null}"#, r#"{"_id":"x"}"#),
            [""; 0]
        );
    }

    #[test]
    fn what_was_dropped_or_changed_is_told() {
        let sent = r#"{"Age":"abc","Due":"13/31/2025","At":"2030-06-20T23:55:00Z","Took":"long","Done":1,"Sum":5,"No such column":"X"}"#;
        let stored = r#"{"_id":"x","Age":null,"Due":null,"At":"2030-06-20T23:55:00+01:00","Took":null,"Done":false,"Sum":7,"Changed":"1"}"#;
        assert_eq!(
            names(sent, stored),
            ["Age", "Due", "At", "Took", "Done", "Sum", "No such column"]
        );
        let first = unstored(sent, stored, COLUMNS).remove(0);
        assert_eq!(
            (first.sent.as_str(), first.stored.as_str()),
            ("\"abc\"", "null")
        );
    }

    #[test]
    fn an_update_is_held_against_its_own_row() {
        let update = r#"{"row_id":"x","row":{"Name":"a"}}"#;
        assert_eq!(names(update, r#"{"_id":"x","Name":"b"}"#), ["Name"]);
        assert_eq!(names(update, r#"{"_id":"y","Name":"b"}"#), [""; 0]);
        for (sent, stored) in [("", "{}"), ("[]", "{}"), (update, "null"), (update, "")] {
            assert_eq!(names(sent, stored), [""; 0]);
        }
    }
}
