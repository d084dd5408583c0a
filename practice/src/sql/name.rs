//! Names in a statement: quoted or not, and what they stand for.

use super::refused;
use crate::fault::Fault;
use crate::world::{Base, Column, ColumnType, Table};
use sqlite3_parser::ast::QualifiedName;

/// The system fields of a row.
pub(super) const SYSTEM_FIELDS: &[&str] = &[
    "_id",
    "_ctime",
    "_mtime",
    "_creator",
    "_last_modifier",
    "_locked",
    "_locked_by",
    "_archived",
];

/// Takes the quotes off a name or a string, and undoubles those within.
pub(super) fn unquote(text: &str) -> String {
    let Some(quote) = text
        .chars()
        .next()
        .filter(|c| matches!(c, '\'' | '"' | '`'))
    else {
        return text.to_owned();
    };
    let inner = text
        .strip_prefix(quote)
        .and_then(|rest| rest.strip_suffix(quote));
    let doubled = format!("{quote}{quote}");
    inner
        .unwrap_or(text)
        .replace(&doubled, quote.encode_utf8(&mut [0; 4]))
}

/// Finds the table of a statement.
pub(super) fn table(base: &Base, name: &QualifiedName<'_>) -> Result<usize, Fault> {
    let name = unquote(name.name.0);
    let position = base.tables.iter().position(|table| table.name == name);
    position.ok_or_else(|| refused(format!("no such table: {name}")))
}

/// Finds a column by name. Buttons have no value to ask for.
pub(super) fn column<'a>(table: &'a Table, name: &str) -> Option<&'a Column> {
    let mut columns = table.columns.iter();
    columns.find(|column| column.name == name && column.kind != ColumnType::Button)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_come_off_in_pairs() {
        for (quoted, plain) in [
            ("Name", "Name"),
            ("`a``b`", "a`b"),
            ("'it''s'", "it's"),
            ("\"\"", ""),
        ] {
            assert_eq!(unquote(quoted), plain);
        }
    }
}
