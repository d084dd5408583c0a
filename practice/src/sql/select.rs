//! SELECT.

use super::evaluate::Scope;
use super::function::is_of_group;
use super::name::{self, SYSTEM_FIELDS, unquote};
use super::{Outcome, Session, refused};
use crate::Object;
use crate::cell::{self, SortKey, sort_key};
use crate::fault::Fault;
use crate::json::json;
use crate::world::{ColumnType, Row, Table};
use serde_json::Value;
use sqlite3_parser::ast::{
    As, Expr, FromClause, Literal, OneSelect, ResultColumn, Select, SelectTable, SortOrder,
    SortedColumn,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// So many rows are returned if the statement sets no limit …
const DEFAULT_LIMIT: usize = 100;
/// … and never more than so many.
const MAX_LIMIT: usize = 10_000;

/// Runs a SELECT statement.
pub(super) fn run(session: &Session<'_>, select: &Select<'_>) -> Result<Outcome, Fault> {
    let OneSelect::Select {
        distinctness,
        columns,
        from,
        where_clause,
        group_by,
        having,
        ..
    } = &select.body.select
    else {
        return Err(refused("unsupported statement"));
    };
    if select.with.is_some() || select.body.compounds.is_some() {
        return Err(refused(
            "unsupported statement: UNION, INTERSECT, EXCEPT and WITH",
        ));
    }
    let base = &*session.base;
    let table = &base.tables[table(session, from.as_ref())?];
    let scope = Scope {
        base,
        table,
        rows: &[],
        parameters: session.parameters,
        depth: 0,
    };

    let mut rows: Vec<&Row> = Vec::new();
    for row in &table.rows {
        let row_scope = Scope {
            rows: &[row],
            ..scope
        };
        if where_clause.map_or(Ok(true), |condition| row_scope.holds(condition))? {
            rows.push(row);
        }
    }
    let outputs = outputs(table, columns, session.convert)?;
    let is_grouped = group_by.is_some() || outputs.iter().any(Output::is_of_group);
    let mut groups = group(scope, rows, group_by.unwrap_or_default(), is_grouped)?;
    if let Some(condition) = having {
        let mut kept = Vec::new();
        for group in groups {
            if (Scope {
                rows: &group,
                ..scope
            })
            .holds(condition)?
            {
                kept.push(group);
            }
        }
        groups = kept;
    }
    let mut groups = sort(scope, groups, select.order_by.unwrap_or_default(), &outputs)?;
    let (offset, limit) = limits(scope, select)?;
    let mut results = Vec::new();
    let mut seen = BTreeSet::new();
    for group in groups.drain(..) {
        let result = project(
            session,
            Scope {
                rows: &group,
                ..scope
            },
            &outputs,
        )?;
        let is_new = distinctness.is_none() || seen.insert(Value::from(result.clone()).to_string());
        if is_new {
            results.push(result.into());
        }
        if results.len() >= offset.saturating_add(limit) {
            break;
        }
    }
    results.drain(..offset.min(results.len()));
    let metadata = outputs
        .iter()
        .map(|output| output.metadata(table))
        .collect();
    Ok(Outcome {
        metadata: Some(metadata),
        results: Some(results),
    })
}

fn table(session: &Session<'_>, from: Option<&FromClause<'_>>) -> Result<usize, Fault> {
    let joins = from
        .and_then(|from| from.joins.as_ref())
        .is_some_and(|joins| !joins.is_empty());
    match from.and_then(|from| from.select) {
        Some(SelectTable::Table(table, _, None)) if !joins => name::table(session.base, table),
        _ if joins => Err(refused("unsupported statement: JOIN")),
        _ => Err(refused(
            "unsupported statement: only one table can be queried",
        )),
    }
}

/// A member of each result.
enum Output<'a> {
    /// A column, by its place.
    Column { place: usize, key: String },
    /// A system field.
    Field(&'static str),
    /// Anything that is computed.
    Computed {
        key: String,
        expression: &'a Expr<'a>,
    },
}

impl Output<'_> {
    fn is_of_group(&self) -> bool {
        matches!(self, Self::Computed { expression, .. } if is_of_group(expression))
    }

    fn key(&self) -> &str {
        match self {
            Self::Column { key, .. } | Self::Computed { key, .. } => key,
            Self::Field(name) => name,
        }
    }

    fn metadata(&self, table: &Table) -> Value {
        match self {
            Self::Column { place, .. } => {
                let column = &table.columns[*place];
                json!({
                    "key": column.key, "name": column.name, "type": column.kind.as_str(),
                    "data": column.data,
                })
            }
            _ => json!({ "key": self.key(), "name": self.key(), "type": "text", "data": null }),
        }
    }
}

fn outputs<'a>(
    table: &Table,
    columns: &'a [ResultColumn<'a>],
    convert: bool,
) -> Result<Vec<Output<'a>>, Fault> {
    let at = |place: usize| {
        let column = &table.columns[place];
        let key = if convert { &column.name } else { &column.key };
        Output::Column {
            place,
            key: key.clone(),
        }
    };
    let mut outputs = Vec::new();
    for column in columns {
        match column {
            ResultColumn::Star | ResultColumn::TableStar(_) => {
                let places = (0..table.columns.len())
                    .filter(|&place| table.columns[place].kind != ColumnType::Button);
                outputs.extend(places.map(at));
                outputs.extend(SYSTEM_FIELDS.iter().map(|field| Output::Field(field)));
            }
            ResultColumn::Expr(expression, alias) => {
                let name = plain_name(expression);
                let place = name.as_ref().and_then(|name| {
                    let column = name::column(table, name)?;
                    table
                        .columns
                        .iter()
                        .position(|other| other.key == column.key)
                });
                let field = SYSTEM_FIELDS
                    .iter()
                    .find(|field| Some(**field) == name.as_deref());
                outputs.push(match (alias, place, field) {
                    (Some(As::As(alias) | As::Elided(alias)), _, _) => Output::Computed {
                        key: unquote(alias.0),
                        expression,
                    },
                    (None, Some(place), _) => at(place),
                    (None, None, Some(field)) => Output::Field(field),
                    (None, None, None) => Output::Computed {
                        key: title(expression),
                        expression,
                    },
                });
            }
        }
    }
    Ok(outputs)
}

fn plain_name(expression: &Expr<'_>) -> Option<String> {
    match expression {
        Expr::Id(id) => Some(unquote(id.0)),
        Expr::Name(name) | Expr::Qualified(_, name) => Some(unquote(name.0)),
        _ => None,
    }
}

/// Names what has no name of its own, such as `COUNT(*)`.
fn title(expression: &Expr<'_>) -> String {
    match expression {
        Expr::FunctionCallStar { name, .. } => format!("{}(*)", name.0.to_ascii_uppercase()),
        Expr::FunctionCall { name, args, .. } => {
            let arguments: Vec<String> = args
                .unwrap_or_default()
                .iter()
                .filter_map(plain_name)
                .collect();
            format!("{}({})", name.0.to_ascii_uppercase(), arguments.join(", "))
        }
        _ => plain_name(expression).unwrap_or_else(|| "expression".to_owned()),
    }
}

/// Puts rows that agree in the grouping expressions together, in the order of their values.
fn group<'a>(
    scope: Scope<'_>,
    rows: Vec<&'a Row>,
    by: &[Expr<'_>],
    is_grouped: bool,
) -> Result<Vec<Vec<&'a Row>>, Fault> {
    if !is_grouped {
        return Ok(rows.into_iter().map(|row| vec![row]).collect());
    }
    if by.is_empty() {
        return Ok(vec![rows]);
    }
    let mut groups: BTreeMap<Vec<SortKey>, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let mut key = Vec::with_capacity(by.len());
        for expression in by {
            key.push(sort_key(
                &Scope {
                    rows: &[row],
                    ..scope
                }
                .value(expression)?,
            ));
        }
        groups.entry(key).or_default().push(row);
    }
    Ok(groups.into_values().collect())
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Direction {
    Up(SortKey),
    Down(Reverse<SortKey>),
}

fn sort<'a>(
    scope: Scope<'_>,
    groups: Vec<Vec<&'a Row>>,
    order: &[SortedColumn<'_>],
    outputs: &[Output<'_>],
) -> Result<Vec<Vec<&'a Row>>, Fault> {
    let mut keyed = Vec::with_capacity(groups.len());
    for group in groups {
        let mut key = Vec::with_capacity(order.len());
        for column in order {
            let expression = meant(&column.expr, outputs);
            let value = sort_key(
                &Scope {
                    rows: &group,
                    ..scope
                }
                .value(expression)?,
            );
            key.push(match column.order {
                Some(SortOrder::Desc) => Direction::Down(Reverse(value)),
                _ => Direction::Up(value),
            });
        }
        keyed.push((key, group));
    }
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(keyed.into_iter().map(|(_, group)| group).collect())
}

/// An alias in ORDER BY stands for its expression.
fn meant<'a>(expression: &'a Expr<'a>, outputs: &'a [Output<'a>]) -> &'a Expr<'a> {
    let name = plain_name(expression);
    let aliased = outputs.iter().find_map(|output| match output {
        Output::Computed { key, expression } if Some(key) == name.as_ref() => Some(*expression),
        _ => None,
    });
    aliased.unwrap_or(expression)
}

fn limits(scope: Scope<'_>, select: &Select<'_>) -> Result<(usize, usize), Fault> {
    let Some(limit) = select.limit else {
        return Ok((0, DEFAULT_LIMIT));
    };
    let number = |expression: &Expr<'_>| {
        let value = match expression {
            Expr::Literal(Literal::Numeric(text)) => text.parse().ok(),
            other => scope
                .value(other)?
                .as_u64()
                .and_then(|number| usize::try_from(number).ok()),
        };
        value.ok_or_else(|| refused("LIMIT and OFFSET need a whole number"))
    };
    let offset = limit.offset.as_ref().map_or(Ok(0), number)?;
    Ok((offset, number(&limit.expr)?.min(MAX_LIMIT)))
}

fn project(
    session: &Session<'_>,
    scope: Scope<'_>,
    outputs: &[Output<'_>],
) -> Result<Object, Fault> {
    let mut result = Object::new();
    let fields = scope
        .rows
        .first()
        .map(|row| cell::system_fields(row))
        .unwrap_or_default();
    for output in outputs {
        let value = match output {
            Output::Column { place, .. } => {
                let column = &scope.table.columns[*place];
                let read =
                    |row: &&Row| cell::value(scope.base, scope.table, row, column, session.convert);
                scope.rows.first().map(read).unwrap_or_default()
            }
            Output::Field(name) => fields.get(*name).cloned().unwrap_or_default(),
            Output::Computed { expression, .. } => scope.value(expression)?,
        };
        result.insert(output.key().to_owned(), value);
    }
    Ok(result)
}
