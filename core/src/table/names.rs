//! The names of columns, for answers that carry keys only.

use crate::json::{Document, Kind, NodeId};

/// What is known of the columns of one table, or of one SQL answer.
#[derive(Clone, Debug, Default)]
struct Group {
    /// The `_id` of the table; none for an SQL answer.
    table: Option<String>,
    /// Keys with their names.
    columns: Vec<(String, String)>,
}

/// The names that columns have by the metadata seen so far.
///
/// A key is unique in its table only: the first column of every table is `0000`. So names are taken from the table that knows
/// most of the keys of an answer.
#[derive(Clone, Debug, Default)]
pub struct Names {
    groups: Vec<Group>,
}

impl Names {
    /// Begins without a name.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the names from an answer, if it has any: from the tables of a base's metadata, or from the columns beside the
    /// results of an SQL query. What was known of the same table, or of an earlier query, goes.
    pub fn read(&mut self, document: &Document) {
        let Some(metadata) = document.pointer("/metadata") else {
            return;
        };
        if document.kind(metadata) == Kind::Array {
            self.take(document, None, metadata);
        } else if let Some(tables) = document.member(metadata, "tables") {
            for table in document.children(tables) {
                let text = |key| document.string(document.member(table, key)?);
                let id = text("_id").or_else(|| text("name")).unwrap_or_default();
                if let Some(columns) = document.member(table, "columns") {
                    self.take(document, Some(id), columns);
                }
            }
        }
    }

    fn take(&mut self, document: &Document, table: Option<String>, list: NodeId) {
        let text = |column, key| document.string(document.member(column, key)?);
        let column = |column| Some((text(column, "key")?, text(column, "name")?));
        let columns = document.children(list).filter_map(column).collect();
        self.groups.retain(|group| group.table != table);
        self.groups.push(Group { table, columns });
    }

    /// Returns the name for each of the keys of an answer, none where it is not known or where the key is the name of a
    /// column itself.
    pub(super) fn of<'a>(
        &self,
        keys: impl Iterator<Item = &'a str> + Clone,
    ) -> Vec<Option<String>> {
        let known = |group: &Group| keys.clone().filter(|key| group.name(key).is_some()).count();
        let most = self.groups.iter().map(known).max().unwrap_or_default();
        let best: Vec<&Group> = self
            .groups
            .iter()
            .filter(|group| known(group) == most)
            .collect();
        keys.map(|key| agreed(&best, key)).collect()
    }
}

impl Group {
    /// Returns the name of a key, none where it is a name.
    fn name(&self, key: &str) -> Option<&str> {
        if self.columns.iter().any(|(_, name)| name == key) {
            return None;
        }
        let column = self.columns.iter().find(|(known, _)| known == key);
        column.map(|(_, name)| name.as_str())
    }
}

/// Returns the name that all groups have for a key: where several tables fit as well, a name that only some of them know
/// could be wrong.
fn agreed(groups: &[&Group], key: &str) -> Option<String> {
    let (first, others) = groups.split_first()?;
    let name = first.name(key)?;
    let agree = others.iter().all(|group| group.name(key) == Some(name));
    agree.then(|| name.to_owned())
}
