//! Adding to a cell: SeaTable replaces the whole list that a cell holds by what is written.

use crate::json::{Document, Kind, NodeId, replace};

/// Puts the entries that a cell already holds before those that the draft has for it: in each list of the row object at
/// the JSON Pointer, from the list with the same name in the current row. A list whose entries the cell holds already becomes what the cell
/// holds. Everything keeps its exact text.
///
/// `None` if the draft is not JSON or has no object there, and where the current row is no JSON object.
pub fn append_to_current(draft: &str, pointer: &str, current_row: &str) -> Option<String> {
    let (new, row) = object(draft, pointer)?;
    let (current, current_row) = object(current_row, "")?;
    let mut out = draft.to_owned();
    let members: Vec<NodeId> = new.children(row).collect();
    // From the last to the first, so that the places before stay what they are.
    for id in members.into_iter().rev() {
        let name = new.key(id)?.text();
        // Of members with the same name, the last is the one that counts.
        if new.kind(id) != Kind::Array || new.member(row, &name) != Some(id) {
            continue;
        }
        let held = current.member(current_row, &name);
        let Some(held) = held.filter(|&held| current.kind(held) == Kind::Array) else {
            continue;
        };
        if current.is_empty(held) {
            continue;
        }
        let source = current.text(held);
        let entries = source.strip_prefix('[')?.strip_suffix(']')?.trim();
        let is_held = |entry| {
            let mut held = current.children(held);
            held.any(|held| new.same(entry, &current, held))
        };
        // Written once, an entry is not added again.
        if new.children(id).all(is_held) {
            out = replace(&out, new.span(id), &[&source])?;
            continue;
        }
        let start = new.span(id).start + 1;
        let inside = draft.get(start..)?;
        let first = draft.len() - inside.trim_start().len();
        let space = draft.get(start..first)?;
        out = replace(&out, first..first, &[entries, ",", space])?;
    }
    Some(out)
}

fn object(text: &str, pointer: &str) -> Option<(Document, NodeId)> {
    let document = Document::parse(text.as_bytes().to_vec());
    let id = document.pointer(pointer)?;
    let is_object = document.fault().is_none() && document.kind(id) == Kind::Object;
    is_object.then_some((document, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upload_adds_to_the_files_that_are_there() {
        let draft = r#"{"updates":[{"row_id":"a","row":{
  "Name": "x", "Files": [ {"name":"new"} ], "Pictures": [], "Tags": ["c"], "Files": [ {"name":"newer"} ], "None": [1]
}}]}"#;
        let current = r#"{"_id":"a","Name":["y"],"Files":[{"size":1.0, "name":"old"} , {}],"Pictures":["p"],
            "Tags":[ "a", "b" ],"None":null}"#;
        let expected = draft
            .replace(
                r#"[ {"name":"newer"} ]"#,
                r#"[ {"size":1.0, "name":"old"} , {}, {"name":"newer"} ]"#,
            )
            .replace("[],", "[\"p\"],")
            .replace(r#"["c"]"#, r#"["a", "b","c"]"#);
        assert_eq!(
            append_to_current(draft, "/updates/0/row", current),
            Some(expected)
        );
    }

    #[test]
    fn what_the_cell_holds_already_is_not_added_again() {
        let current = r#"{"Files":[{"name":"old"},{"size":1,"name":"new"}]}"#;
        let held = |draft| append_to_current(draft, "", current);
        assert_eq!(
            held(r#"{"Files": [ {"size": 1.0, "name": "new"} ]}"#).as_deref(),
            Some(r#"{"Files": [{"name":"old"},{"size":1,"name":"new"}]}"#)
        );
        assert_eq!(
            held(r#"{"Files":[{"name":"new"}]}"#).as_deref(),
            Some(r#"{"Files":[{"name":"old"},{"size":1,"name":"new"},{"name":"new"}]}"#)
        );
    }

    #[test]
    fn a_cell_that_is_empty_or_no_list_changes_nothing() {
        let draft = r#"{"a":[1],"b":2,"c":[3],"d":[]}"#;
        let current = r#"{"a":[],"b":[1],"c":{"x":1},"d":[]}"#;
        assert_eq!(
            append_to_current(draft, "", current).as_deref(),
            Some(draft)
        );
    }

    #[test]
    fn there_have_to_be_two_rows() {
        for (draft, pointer, current) in [
            ("{", "", "{}"),
            ("{}", "", "null"),
            ("{}", "/a", "{}"),
            ("[]", "", "{}"),
            ("{}", "", ""),
        ] {
            assert_eq!(append_to_current(draft, pointer, current), None);
        }
    }
}
