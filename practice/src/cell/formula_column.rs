//! The settings of a formula column.

use crate::formula;
use crate::json::{Value, json};
use crate::world::{Column, ColumnType, Table};

/// Notes which columns the formula reads and what kind of result it gives.
pub(crate) fn prepare_formula(table: &Table, column: &mut Column) {
    let expression = column.setting("formula").and_then(formula::parse);
    let names = expression
        .as_ref()
        .map(formula::Expression::columns)
        .unwrap_or_default();
    let operated = names
        .iter()
        .filter_map(|name| table.columns.iter().find(|c| c.name == *name));
    let keys: Vec<&str> = operated.map(|column| column.key.as_str()).collect();
    // The kind of the result is seen by computing it with typical cells.
    let typical = |name: &str| {
        let column = table.columns.iter().find(|column| column.name == name)?;
        Some(match column.kind {
            ColumnType::Number | ColumnType::Rate | ColumnType::Duration => json!(1),
            ColumnType::Checkbox => json!(true),
            ColumnType::Date => json!("2030-06-20T00:00:00+01:00"),
            _ => json!("text"),
        })
    };
    let result = expression
        .as_ref()
        .and_then(|e| formula::evaluate(e, &typical));
    let kind = match result {
        Some(Value::Number(_)) => "number",
        Some(Value::Bool(_)) => "bool",
        Some(Value::Array(_)) => "array",
        _ => "string",
    };
    column.data["operated_columns"] = json!(keys);
    column.data["result_type"] = kind.into();
}
