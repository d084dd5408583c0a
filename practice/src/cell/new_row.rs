//! What a new row has before anything is written to it.

use super::write;
use crate::json::{Value, json};
use crate::time::DateTime;
use crate::world::{Column, ColumnType, Ids, Row};

/// Gives a new row the next number in every auto-number column.
pub(crate) fn number_row(columns: &mut [Column], row: &mut Row, now_ms: u64) {
    for column in columns
        .iter_mut()
        .filter(|column| column.kind == ColumnType::AutoNumber)
    {
        let used = column
            .data
            .get("max_used_auto_number")
            .and_then(Value::as_u64)
            .unwrap_or(0);
        let digits = column
            .data
            .get("digits")
            .and_then(Value::as_u64)
            .unwrap_or(4)
            .min(20);
        let number = format!(
            "{:0width$}",
            used + 1,
            width = usize::try_from(digits).unwrap_or(4)
        );
        let prefix = match column.setting("prefix_type") {
            Some("date") => DateTime::from_ms(now_ms).year_month_day(),
            _ => column.setting("prefix").unwrap_or_default().to_owned(),
        };
        let text = if prefix.is_empty() {
            number
        } else {
            format!("{prefix}-{number}")
        };
        row.set(&column.key, text.into());
        if column.data.is_null() {
            column.data = json!({});
        }
        column.data["max_used_auto_number"] = (used + 1).into();
    }
}

/// Writes the columns' default values, as `apply_default` asks.
pub(crate) fn fill_defaults(ids: &mut Ids, columns: &mut [Column], row: &mut Row, now_ms: u64) {
    for column in columns
        .iter_mut()
        .filter(|column| !column.kind.is_computed())
    {
        let enabled = column
            .data
            .get("enable_fill_default_value")
            .and_then(Value::as_bool);
        let Some(default) = column.data.get("default_value").cloned() else {
            continue;
        };
        if enabled != Some(true) {
            continue;
        }
        let value = match (column.kind, default.as_str()) {
            (ColumnType::Date, Some("current_date")) => DateTime::from_ms(now_ms).iso().into(),
            // The default of a select column is the id of an option.
            (kind, Some(id)) if kind.is_select() => option_name(column, id),
            _ => default,
        };
        let stored = write::store(ids, column, &value);
        row.set(&column.key, stored);
    }
}

fn option_name(column: &Column, id: &str) -> Value {
    let name = column.option("id", id, "name").unwrap_or(id);
    if column.kind == ColumnType::MultipleSelect {
        json!([name])
    } else {
        name.into()
    }
}
