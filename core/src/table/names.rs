//! The names of columns, options and people, for answers that carry keys and ids only.

use super::shown::People;
use crate::json::{Document, Kind, NodeId};

/// What is known of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    key: String,
    pub(super) name: String,
    /// The ids of its options with their names.
    pub(super) options: Vec<(String, String)>,
}

/// What is known of the columns of one table, or of one SQL answer.
#[derive(Clone, Debug, Default)]
struct Group {
    /// The `_id` of the table; none for an SQL answer.
    table: Option<String>,
    columns: Vec<Named>,
}

/// The names that columns have by the metadata seen so far, and people by the lists of users.
///
/// A key is unique in its table only: the first column of every table is `0000`. So names are taken from the table that knows
/// most of the keys of an answer.
#[derive(Clone, Debug, Default)]
pub struct Names {
    groups: Vec<Group>,
    people: People,
}

impl Names {
    /// Begins without a name.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the names from an answer, if it has any: from the tables of a base's metadata, from the columns beside the
    /// results of an SQL query, or from the users of a base. What was known of the same table, or of an earlier query, goes.
    pub fn read(&mut self, document: &Document) {
        if let Some(users) = document.pointer("/user_list") {
            self.meet(document, users);
        }
        let Some(metadata) = document.pointer("/metadata") else {
            return;
        };
        if document.kind(metadata) == Kind::Array {
            self.take(document, None, metadata);
        } else if let Some(tables) = document.member(metadata, "tables") {
            for table in document.children(tables) {
                let id = text(document, table, "_id").or_else(|| text(document, table, "name"));
                let id = id.unwrap_or_default();
                if let Some(columns) = document.member(table, "columns") {
                    self.take(document, Some(id), columns);
                }
            }
        }
    }

    fn take(&mut self, document: &Document, table: Option<String>, list: NodeId) {
        let column = |column| {
            Some(Named {
                key: text(document, column, "key")?,
                name: text(document, column, "name")?,
                options: options(document, column).unwrap_or_default(),
            })
        };
        let columns = document.children(list).filter_map(column).collect();
        self.groups.retain(|group| group.table != table);
        self.groups.push(Group { table, columns });
    }

    /// Takes the names of people. Despite its name, `email` is the id that cells have.
    fn meet(&mut self, document: &Document, users: NodeId) {
        for user in document.children(users) {
            let id = text(document, user, "email");
            let name = text(document, user, "name").filter(|name| !name.is_empty());
            if let Some(person) = id.zip(name) {
                self.people.retain(|(id, _)| *id != person.0);
                self.people.push(person);
            }
        }
    }

    /// Returns the names of people.
    pub(super) fn people(&self) -> &[(String, String)] {
        &self.people
    }

    /// Returns the names of people.
    pub(super) fn into_people(self) -> People {
        self.people
    }

    /// Returns what is known of each of the keys of an answer, `None` if that is nothing, or where the key is the name of a
    /// column itself.
    pub(super) fn of<'a>(&self, keys: impl Iterator<Item = &'a str> + Clone) -> Vec<Option<Named>> {
        let known = |group: &Group| {
            keys.clone()
                .filter(|key| group.named(key).is_some())
                .count()
        };
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
    /// Returns the column of a key, `None` if it is a name.
    fn named(&self, key: &str) -> Option<&Named> {
        if self.columns.iter().any(|column| column.name == key) {
            return None;
        }
        self.columns.iter().find(|column| column.key == key)
    }
}

/// Returns the column that all groups have for a key: where several tables fit as well, a name that only some of them know
/// could be wrong.
fn agreed(groups: &[&Group], key: &str) -> Option<Named> {
    let (first, others) = groups.split_first()?;
    let mut named = first.named(key)?.clone();
    for other in others {
        let other = other.named(key).filter(|other| other.name == named.name)?;
        if other.options != named.options {
            named.options.clear();
        }
    }
    Some(named)
}

fn text(document: &Document, node: NodeId, member: &str) -> Option<String> {
    document.string(document.member(node, member)?)
}

/// Returns the options of a column, by their ids.
fn options(document: &Document, column: NodeId) -> Option<Vec<(String, String)>> {
    let options = document.member(document.member(column, "data")?, "options")?;
    let option = |option| text(document, option, "id").zip(text(document, option, "name"));
    Some(document.children(options).filter_map(option).collect())
}
