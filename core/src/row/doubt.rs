//! What SeaTable would drop or change of a row, asked about before the row is sent.

use super::{CellFault, Column, fault, read};
use crate::json::{Document, Kind, NodeId};

/// What is doubtful in a row: the cell of this name, or that there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The name of the column, as the row has it; empty where no cell is meant.
    pub column: String,
    /// Why.
    pub why: Why,
}

/// Why a cell is doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It does not suit its column.
    Unsuitable(CellFault),
    /// It stands under the key of the column that has this name.
    ByKey(String),
    /// The table has no such column.
    NoColumn,
    /// A row is to be changed, and no cell of it is.
    NoChange,
    /// The list has no row.
    NoRow,
}

/// Lists what is doubtful in the row objects of a text: the list that it is, or the one row. `rest` is the JSON Pointer from an
/// entry to its row, `columns` the columns from the metadata. SeaTable answers all of it with success.
pub fn doubts(text: &str, rest: &str, columns: &str) -> Vec<Doubt> {
    let document = Document::parse(text.as_bytes().to_vec());
    let columns = Column::list(columns);
    let mut doubts = Vec::new();
    let Some(root) = document
        .root()
        .filter(|_| document.fault().is_none() && !columns.is_empty())
    else {
        return doubts;
    };
    if document.kind(root) == Kind::Array {
        if document.len(root) == 0 {
            doubts.push(Doubt::of_none(Why::NoRow));
        }
        for entry in 0..document.len(root) {
            let row = document.pointer(&["/", &entry.to_string(), rest].concat());
            row.into_iter()
                .for_each(|row| in_row(&document, row, rest, &columns, &mut doubts));
        }
    } else if let Some(row) = document.pointer(rest) {
        in_row(&document, row, rest, &columns, &mut doubts);
    }
    doubts
}

impl Doubt {
    fn of_none(why: Why) -> Self {
        Self {
            column: String::new(),
            why,
        }
    }
}

fn in_row(
    document: &Document,
    row: NodeId,
    rest: &str,
    columns: &[Column],
    doubts: &mut Vec<Doubt>,
) {
    if document.kind(row) != Kind::Object {
        return;
    }
    // An empty row can be added; where one is changed, what is written stands beside its id.
    let nothing = Doubt::of_none(Why::NoChange);
    if !rest.is_empty() && document.len(row) == 0 && !doubts.contains(&nothing) {
        doubts.push(nothing);
    }
    for cell in document.children(row) {
        let Some(name) = document.key(cell).map(|key| key.text()) else {
            continue;
        };
        let why = match columns.iter().find(|column| column.name == name) {
            Some(_) if document.kind(cell) == Kind::Null => None,
            Some(column) => fault(
                &column.kind,
                &read(&column.kind, Some(&document.text(cell))),
            )
            .map(Why::Unsuitable),
            None => Some(unknown(&name, columns)),
        };
        let doubt = why.map(|why| Doubt {
            column: name.into_owned(),
            why,
        });
        doubts.extend(doubt.filter(|doubt| !doubts.contains(doubt)));
    }
}

fn unknown(name: &str, columns: &[Column]) -> Why {
    let column = columns.iter().find(|column| column.key == name);
    column.map_or(Why::NoColumn, |column| Why::ByKey(column.name.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &str = r#"[{"key":"0000","name":"Name","type":"text"},{"key":"a1","name":"Age","type":"number"},
        {"key":"b2","name":"Due","type":"date","data":{"format":"YYYY-MM-DD"}},
        {"key":"c3","name":"Pictures","type":"image"},{"key":"d4","name":"Sum","type":"formula"},
        {"key":"e5","name":"Size","type":"single-select","data":{"options":[{"name":"small"}]}}]"#;

    fn names(text: &str, rest: &str) -> Vec<String> {
        let doubts = doubts(text, rest, COLUMNS).into_iter();
        doubts.map(|doubt| doubt.column).collect()
    }

    #[test]
    fn what_seatable_would_drop_or_change_is_asked_about() {
        let rows = r#"[{"Name":"a","Age":"abc","No such column":"X"},{"Name":"b","0000":"c","Due":"13/31/2025"},
            {"Pictures":["/asset/x/a.pdf"],"Sum":1,"Size":"large","Age":"abc"}]"#;
        assert_eq!(
            names(rows, ""),
            [
                "Age",
                "No such column",
                "0000",
                "Due",
                "Pictures",
                "Sum",
                "Size"
            ]
        );
        let update = r#"[{"row_id":"x","row":{"Age":"12"}}]"#;
        assert_eq!(names(update, "/row"), ["Age"]);
        assert_eq!(
            names(
                r#"{"row":{"Age":[],"Size":["small"],"Pictures":"a.png"}}"#,
                "/row"
            ),
            ["Age", "Size", "Pictures"]
        );
        let by_key = Why::ByKey("Name".to_owned());
        assert_eq!(doubts(rows, "", COLUMNS)[2].why, by_key);
    }

    #[test]
    fn a_request_that_would_write_nothing_is_asked_about() {
        let why = |text, rest| {
            let doubts = doubts(text, rest, COLUMNS).into_iter();
            doubts.map(|doubt| doubt.why).collect::<Vec<_>>()
        };
        let unchanged =
            r#"[{"row_id":"x","row":{}},{"row_id":"y","row":{}},{"row_id":"z","row":{"Age":1}}]"#;
        assert_eq!(why(unchanged, "/row"), [Why::NoChange]);
        assert_eq!(why(r#"{"row_id":"x","row":{}}"#, "/row"), [Why::NoChange]);
        assert_eq!(why("[]", ""), [Why::NoRow]);
        assert_eq!(why("[{}]", ""), [], "an empty row can be added");
    }

    #[test]
    fn what_seatable_takes_is_sent_without_a_question() {
        let row = r#"[{"Name":"a","Age":12.5,"Due":"20.06.2030","Pictures":["https://x.example/a.PNG?x=1.pdf","/asset/x/a","/b.jpeg"],
            "Size":"small"},{"Name":null,"Age":null,"Sum":null},{"Due":"2030-06-20T10:00:00Z"},{"Due":"6/20/2030"}]"#;
        assert_eq!(names(row, ""), [""; 0]);
        for text in ["", "[", "[1]", "{}", "null"] {
            assert_eq!(names(text, ""), [""; 0]);
        }
        assert_eq!(
            doubts(r#"[{"a":1}]"#, "", "null"),
            [],
            "nothing is known of the columns"
        );
    }
}
