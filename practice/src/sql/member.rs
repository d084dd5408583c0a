//! What a SELECT statement puts into each result.

use super::function::is_of_group;
use super::name::{self, SYSTEM_FIELDS};
use super::tree::{Expression, Output};
use crate::json::{Value, json};
use crate::world::{ColumnType, Table};

/// A member of each result.
pub(super) enum Member<'a> {
    /// A column, by its place.
    Column { place: usize, key: String },
    /// A system field.
    Field(&'static str),
    /// Anything that is computed.
    Computed {
        key: String,
        expression: &'a Expression,
    },
}

impl<'a> Member<'a> {
    fn column(table: &Table, place: usize, convert: bool) -> Self {
        let column = &table.columns[place];
        let key = if convert { &column.name } else { &column.key };
        Self::Column {
            place,
            key: key.clone(),
        }
    }

    fn of(table: &Table, expression: &'a Expression, convert: bool) -> Self {
        let Expression::Name { name, .. } = expression else {
            return Self::Computed {
                key: title(expression),
                expression,
            };
        };
        let place = name::column(table, name).and_then(|column| {
            table
                .columns
                .iter()
                .position(|other| other.key == column.key)
        });
        match (place, SYSTEM_FIELDS.iter().find(|field| *field == name)) {
            (Some(place), _) => Self::column(table, place, convert),
            (None, Some(field)) => Self::Field(field),
            (None, None) => Self::Computed {
                key: name.clone(),
                expression,
            },
        }
    }

    pub(super) fn is_of_group(&self) -> bool {
        matches!(self, Self::Computed { expression, .. } if is_of_group(expression))
    }

    pub(super) fn key(&self) -> &str {
        match self {
            Self::Column { key, .. } | Self::Computed { key, .. } => key,
            Self::Field(name) => name,
        }
    }

    pub(super) fn metadata(&self, table: &Table) -> Value {
        if let Self::Column { place, .. } = self {
            let column = &table.columns[*place];
            let kind = column.kind.as_str();
            return json!({
                "key": column.key, "name": column.name, "type": kind, "data": column.data,
            });
        }
        json!({ "key": self.key(), "name": self.key(), "type": "text", "data": null })
    }
}

/// Returns the members of each result, in the order in which the statement names them.
pub(super) fn members<'a>(table: &Table, outputs: &'a [Output], convert: bool) -> Vec<Member<'a>> {
    let mut members = Vec::new();
    for output in outputs {
        match output {
            Output::Star => {
                for (place, column) in table.columns.iter().enumerate() {
                    if column.kind != ColumnType::Button {
                        members.push(Member::column(table, place, convert));
                    }
                }
                members.extend(SYSTEM_FIELDS.iter().map(|field| Member::Field(field)));
            }
            Output::Expression {
                expression,
                alias: Some(alias),
            } => {
                members.push(Member::Computed {
                    key: alias.clone(),
                    expression,
                });
            }
            Output::Expression {
                expression,
                alias: None,
            } => {
                members.push(Member::of(table, expression, convert));
            }
        }
    }
    members
}

/// Names what has no name of its own, such as `COUNT(*)`.
fn title(expression: &Expression) -> String {
    match expression {
        Expression::Name { name, .. } => name.clone(),
        Expression::Call { name, arguments } => {
            let arguments = match arguments {
                None => "*".to_owned(),
                Some(arguments) => arguments.iter().map(title).collect::<Vec<_>>().join(", "),
            };
            format!("{}({arguments})", name.to_ascii_uppercase())
        }
        _ => "expression".to_owned(),
    }
}
