//! Cells computed over the rows that a link joins.

use super::order::sort_key;
use super::read::{Reader, linked_rows};
use crate::formula;
use crate::json::Value;
use crate::number;
use crate::world::{Column, Row, Table};

/// Reads a cell of a link-formula column.
pub(super) fn value(reader: Reader<'_>, table: &Table, row: &Row, column: &Column) -> Value {
    let error = || Value::from(formula::ERROR);
    let link = column
        .setting("link_column_key")
        .and_then(|key| table.column(key));
    let Some(link) = link else { return error() };
    let rows = linked_rows(reader.base, table, row, link);
    let values = |setting: &str| -> Vec<Value> {
        let key = column.setting(setting).unwrap_or_default();
        let cell = |(other, linked): &(&Table, &Row)| {
            Some(reader.value(other, linked, other.column(key)?))
        };
        rows.iter().filter_map(cell).collect()
    };
    match column.setting("formula") {
        Some("count_links") => rows.len().into(),
        Some("lookup") => values("level1_linked_column_key").into(),
        Some("rollup") => {
            let method = column.setting("summary_method").unwrap_or_default();
            rollup(&values("summary_column_key"), method)
        }
        Some(search @ ("findmax" | "findmin")) => {
            let searched = values("searched_column_key");
            let compared = values("comparison_column_key");
            find(&searched, &compared, search == "findmax")
        }
        _ => error(),
    }
}

fn rollup(values: &[Value], method: &str) -> Value {
    let numbers: Vec<f64> = values.iter().filter_map(number::float).collect();
    let sum = numbers.iter().sum::<f64>();
    let number = match method {
        "concatenate" => return formula::concatenated(values).into(),
        "average" if numbers.is_empty() => None,
        "average" => Some(sum / numbers.len() as f64),
        "max" => numbers.iter().copied().reduce(f64::max),
        "min" => numbers.iter().copied().reduce(f64::min),
        _ => Some(sum),
    };
    number.and_then(formula::finite).unwrap_or_default()
}

/// Returns what stands in the compared column where the searched one is largest or smallest.
fn find(searched: &[Value], compared: &[Value], largest: bool) -> Value {
    let filled = searched
        .iter()
        .zip(compared)
        .filter(|(value, _)| !value.is_null());
    let order = |a: &(&Value, &Value), b: &(&Value, &Value)| sort_key(a.0).cmp(&sort_key(b.0));
    let found = if largest {
        filled.max_by(order)
    } else {
        filled.min_by(order)
    };
    found.into_iter().map(|(_, value)| value.clone()).collect()
}
