//! Rows whose cells are under the keys of their columns: SeaTable gives them so, unless it is asked for names.

use crate::json::{Document, Kind, NodeId, quote};

/// Returns a row with its cells under the names of their columns, and with the names of options in place of their ids, as the
/// metadata has them. A row that has names already comes back as it is, and so does what is no row.
///
/// Both texts are exact JSON. Everything that is not translated keeps its text.
pub fn named(row: &str, columns: &str) -> String {
    translated(row, columns).unwrap_or_else(|| row.to_owned())
}

fn translated(text: &str, columns: &str) -> Option<String> {
    let row = Document::parse(text.as_bytes().to_vec());
    let metadata = Document::parse(columns.as_bytes().to_vec());
    let columns = columns_of(&metadata)?;
    let root = row.root().filter(|_| row.fault().is_none())?;
    if row.kind(root) != Kind::Object {
        return None;
    }
    let members: Vec<(NodeId, String)> = row
        .children(root)
        .filter_map(|id| Some((id, row.key(id)?.text().into_owned())))
        .collect();
    // A column may be called as another one's key is.
    let (mut keys, mut names) = (0, 0);
    for (_, member) in &members {
        keys += usize::from(columns.iter().any(|column| column.key == *member));
        names += usize::from(columns.iter().any(|column| column.name == *member));
    }
    if keys <= names {
        return None;
    }
    let mut out = String::from("{");
    for (cell, member) in members {
        if out.len() > 1 {
            out.push(',');
        }
        let column = columns.iter().find(|column| column.key == member);
        out.push_str(&quote(column.map_or(&member, |column| &column.name)));
        out.push(':');
        let value = column.and_then(|column| option_names(&metadata, column.id, &row, cell));
        out.push_str(&value.unwrap_or_else(|| row.text(cell).into_owned()));
    }
    out.push('}');
    Some(out)
}

/// A column, as the metadata describes it.
struct Column {
    id: NodeId,
    key: String,
    name: String,
}

fn columns_of(metadata: &Document) -> Option<Vec<Column>> {
    let column = |id| {
        let key = text(metadata, id, "key")?;
        let name = text(metadata, id, "name")?;
        Some(Column { id, key, name })
    };
    let columns = metadata.children(metadata.root()?);
    Some(columns.filter_map(column).collect())
}

fn text(document: &Document, node: NodeId, member: &str) -> Option<String> {
    document.string(document.member(node, member)?)
}

/// Returns the value of a cell with the names of options; `None` if the column has no options, or not this one.
fn option_names(
    metadata: &Document,
    column: NodeId,
    row: &Document,
    cell: NodeId,
) -> Option<String> {
    let options = metadata.member(metadata.member(column, "data")?, "options")?;
    let name = |id: NodeId| {
        let id = row.string(id)?;
        let mut options = metadata.children(options);
        let option = options.find(|&option| text(metadata, option, "id").as_ref() == Some(&id))?;
        Some(quote(&text(metadata, option, "name")?))
    };
    if row.kind(cell) != Kind::Array {
        return name(cell);
    }
    let items = row.children(cell);
    let names = items.map(|id| name(id).unwrap_or_else(|| row.text(id).into_owned()));
    Some(["[", &names.collect::<Vec<_>>().join(","), "]"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &str = r#"[{"key":"0000","name":"Name","type":"text"},{"key":"a1b2","name":"0000","type":"file"},
        {"key":"c3d4","name":"Grö\"ße","type":"single-select","data":{"options":[{"id":"1","name":"klein"},{"id":"2","name":"groß"}]}},
        {"key":"e5f6","name":"Tags","type":"multiple-select","data":{"options":[{"id":"1","name":"a"}]}},
        {"key":"g7h8","name":"Count","type":"number","data":null}]"#;

    #[test]
    fn a_row_by_keys_is_read_as_the_same_row_by_names() {
        let keyed = r#"{"_id":"x","0000":"Max","a1b2":[ {"size":1.0} ],"c3d4":"2","e5f6":["1","9"],"g7h8":1.50,"zzzz":null}"#;
        assert_eq!(
            named(keyed, COLUMNS),
            r#"{"_id":"x","Name":"Max","0000":[ {"size":1.0} ],"Grö\"ße":"groß","Tags":["a","9"],"Count":1.50,"zzzz":null}"#
        );
    }

    #[test]
    fn what_has_names_already_or_is_no_row_stays() {
        for row in [
            r#"{"_id":"x","Name":"Max","0000":[], "Count":1}"#,
            r#"{"0000":[],"Name":"Max"}"#,
            r#"{"_id":"x"}"#,
            "{}",
            "[]",
            "null",
            "{\"0000\":",
            "",
        ] {
            assert_eq!(named(row, COLUMNS), row);
        }
        assert_eq!(named(r#"{"0000":1}"#, "null"), r#"{"0000":1}"#);
        assert_eq!(named(r#"{"0000":1}"#, ""), r#"{"0000":1}"#);
    }
}
