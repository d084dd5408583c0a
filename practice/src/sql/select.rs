//! SELECT.

use super::evaluate::Scope;
use super::member::{Member, members};
use super::name;
use super::tree::{Expression, Select};
use super::{Outcome, Session, refused};
use crate::Object;
use crate::cell::{self, SortKey, sort_key};
use crate::fault::Fault;
use crate::json::Value;
use crate::number;
use crate::world::Row;

/// So many rows are returned if the statement sets no limit …
const DEFAULT_LIMIT: usize = 100;
/// … and never more than so many.
const MAX_LIMIT: usize = 10_000;

/// Rows that make one result.
type Group<'a> = Vec<&'a Row>;

/// Runs a SELECT statement.
pub(super) fn run(session: &Session<'_>, select: &Select) -> Result<Outcome, Fault> {
    let base = &*session.base;
    let table = &base.tables[name::table(base, &select.table)?];
    let scope = Scope {
        base,
        table,
        rows: &[],
        parameters: session.parameters,
    };
    let mut rows = Vec::new();
    for row in &table.rows {
        if (Scope {
            rows: &[row],
            ..scope
        })
        .holds(select.condition.as_ref())?
        {
            rows.push(row);
        }
    }
    let members = members(table, &select.outputs, session.convert);
    let is_grouped = !select.group_by.is_empty() || members.iter().any(Member::is_of_group);
    let mut groups = group(scope, rows, &select.group_by, is_grouped)?;
    if let Some(condition) = &select.having {
        let mut kept = Vec::new();
        for group in groups {
            if (Scope {
                rows: &group,
                ..scope
            })
            .holds(Some(condition))?
            {
                kept.push(group);
            }
        }
        groups = kept;
    }
    let groups = sort(scope, groups, select, &members)?;
    let results = results(session, scope, groups, select, &members)?;
    let metadata = members
        .iter()
        .map(|member| member.metadata(table))
        .collect();
    Ok(Outcome {
        metadata: Some(metadata),
        results: Some(results),
    })
}

/// Puts rows that agree in the grouping expressions together, in the order of their values.
fn group<'a>(
    scope: Scope<'_>,
    rows: Group<'a>,
    by: &[Expression],
    is_grouped: bool,
) -> Result<Vec<Group<'a>>, Fault> {
    if !is_grouped {
        return Ok(rows.into_iter().map(|row| vec![row]).collect());
    }
    if by.is_empty() {
        return Ok(vec![rows]);
    }
    let mut sorted_by = Vec::with_capacity(rows.len());
    for row in &rows {
        sorted_by.push(keys(scope, &[row], by.iter())?);
    }
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut last: Option<&Vec<SortKey>> = None;
    for place in cell::order(&sorted_by, &[]) {
        let key = &sorted_by[place];
        match groups.last_mut().filter(|_| last == Some(key)) {
            Some(group) => group.push(rows[place]),
            None => groups.push(vec![rows[place]]),
        }
        last = Some(key);
    }
    Ok(groups)
}

fn keys<'a>(
    scope: Scope<'_>,
    rows: &[&Row],
    by: impl Iterator<Item = &'a Expression>,
) -> Result<Vec<SortKey>, Fault> {
    let mut keys = Vec::new();
    for expression in by {
        keys.push(sort_key(&Scope { rows, ..scope }.value(expression)?));
    }
    Ok(keys)
}

fn sort<'a>(
    scope: Scope<'_>,
    mut groups: Vec<Group<'a>>,
    select: &Select,
    members: &[Member<'_>],
) -> Result<Vec<Group<'a>>, Fault> {
    let mut sorted_by = Vec::with_capacity(groups.len());
    for group in &groups {
        let by = select
            .order_by
            .iter()
            .map(|order| meant(&order.by, members));
        sorted_by.push(keys(scope, group, by)?);
    }
    let descends: Vec<bool> = select.order_by.iter().map(|order| order.descends).collect();
    let places = cell::order(&sorted_by, &descends);
    Ok(places
        .into_iter()
        .map(|place| std::mem::take(&mut groups[place]))
        .collect())
}

/// An alias in ORDER BY stands for its expression.
fn meant<'a>(expression: &'a Expression, members: &'a [Member<'a>]) -> &'a Expression {
    let Expression::Name { name, .. } = expression else {
        return expression;
    };
    let aliased = members.iter().find_map(|member| match member {
        Member::Computed { key, expression } if key == name => Some(*expression),
        _ => None,
    });
    aliased.unwrap_or(expression)
}

fn results(
    session: &Session<'_>,
    scope: Scope<'_>,
    groups: Vec<Group<'_>>,
    select: &Select,
    members: &[Member<'_>],
) -> Result<Vec<Value>, Fault> {
    let offset = whole_number(scope, select.offset.as_ref(), 0)?;
    let most = scope.base.row_limit.unwrap_or(MAX_LIMIT);
    let limit = whole_number(scope, select.limit.as_ref(), DEFAULT_LIMIT)?.min(most);
    let mut results: Vec<Value> = Vec::new();
    for group in groups {
        if results.len() >= offset.saturating_add(limit) {
            break;
        }
        let result = project(
            session,
            Scope {
                rows: &group,
                ..scope
            },
            members,
        )?
        .into();
        if !select.is_distinct || !results.contains(&result) {
            results.push(result);
        }
    }
    results.drain(..offset.min(results.len()));
    Ok(results)
}

fn whole_number(
    scope: Scope<'_>,
    expression: Option<&Expression>,
    default: usize,
) -> Result<usize, Fault> {
    let Some(expression) = expression else {
        return Ok(default);
    };
    let number = number::float(&scope.value(expression)?).filter(|number| *number >= 0.0);
    let number = number.map(|number| number as usize);
    number.ok_or_else(|| refused("LIMIT and OFFSET need a whole number"))
}

fn project(
    session: &Session<'_>,
    scope: Scope<'_>,
    members: &[Member<'_>],
) -> Result<Object, Fault> {
    let mut result = Object::new();
    let row = scope.rows.first();
    let fields = row.map(|row| cell::system_fields(row)).unwrap_or_default();
    for member in members {
        let value = match member {
            Member::Column { place, .. } => {
                let column = &scope.table.columns[*place];
                let value = row
                    .map(|row| cell::value(scope.base, scope.table, row, column, session.convert));
                value.unwrap_or_default()
            }
            Member::Field(name) => fields.get(name).cloned().unwrap_or_default(),
            Member::Computed { expression, .. } => scope.value(expression)?,
        };
        result.insert(member.key().to_owned(), value);
    }
    Ok(result)
}
