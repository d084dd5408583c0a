//! The metadata of a base, as `getMetadata` gives it: tables, their columns, their views.

use crate::json::{Document, Kind, NodeId};

/// Whether a document is the metadata of a base, so that its structure can be shown by itself.
pub fn is_metadata(document: &Document) -> bool {
    ["/metadata/tables", "/tables"].into_iter().any(|pointer| {
        let first = document
            .pointer(pointer)
            .filter(|&tables| document.kind(tables) == Kind::Array)
            .and_then(|tables| document.children(tables).next());
        first.is_some_and(|table| document.member(table, "columns").is_some())
    })
}

/// Returns the columns of the table of a name, as exact JSON.
pub fn columns(document: &Document, table: &str) -> Option<String> {
    let places = ["/metadata/tables", "/tables"].into_iter();
    let mut tables = places.filter_map(|pointer| document.pointer(pointer));
    let tables = tables.find(|&tables| document.kind(tables) == Kind::Array)?;
    let is_named = |&one: &NodeId| {
        let name = document.member(one, "name");
        name.and_then(|name| document.string(name)).as_deref() == Some(table)
    };
    let found = document.children(tables).find(is_named)?;
    let columns = document.member(found, "columns")?;
    Some(document.text(columns).into_owned())
}

/// Whether a container with so many around it stays open, so that the structure shows and nothing else.
pub fn is_structure(document: &Document, id: NodeId, depth: usize) -> bool {
    let named = |id: NodeId, name: &str| document.key(id).is_some_and(|key| key.text() == name);
    let is_tables = |id: NodeId| named(id, "tables") && document.kind(id) == Kind::Array;
    let parent = document.parent(id);
    let around = parent.and_then(|id| document.parent(id));
    match depth {
        0 => true,
        1..=4 => {
            (depth == 1 && named(id, "metadata"))
                || (depth <= 2 && is_tables(id))
                || parent.is_some_and(is_tables)
                || (around.is_some_and(is_tables) && (named(id, "columns") || named(id, "views")))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Fold, LinePart, Lines};

    #[test]
    fn the_structure_of_a_base_is_its_tables_columns_and_views() {
        let text = r#"{"metadata":{"version":1,"tables":[
            {"_id":"0000","name":"T","columns":[{"key":"0000","name":"Name","data":{"a":1}}],
             "views":[{"name":"Default","filters":[{}]}],"header_settings":{"x":[1]}}],
            "other":{"columns":[1]}}}"#;
        let document = Document::parse(text.as_bytes().to_vec());
        assert!(is_metadata(&document));
        let columns = columns(&document, "T").unwrap();
        assert_eq!(columns, r#"[{"key":"0000","name":"Name","data":{"a":1}}]"#);
        assert_eq!(super::columns(&document, "U"), None);
        let lines = Lines::new(&document).folded(&document, Fold::Where(is_structure));
        let open: Vec<String> = lines
            .window(&document, 0)
            .filter(|placed| placed.line.part == LinePart::Open)
            .map(|placed| document.pointer_of(placed.line.node))
            .collect();
        assert_eq!(
            open,
            [
                "",
                "/metadata",
                "/metadata/tables",
                "/metadata/tables/0",
                "/metadata/tables/0/columns",
                "/metadata/tables/0/views",
            ]
        );
        let empty = Document::parse(br#"{"tables":[]}"#.to_vec());
        assert!(!is_metadata(&empty));
    }
}
