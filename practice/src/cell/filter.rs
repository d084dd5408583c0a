//! Which rows a view shows, and in what order.

use super::order::{SortKey, order, sort_key};
use super::read::value;
use crate::Object;
use crate::json::Value;
use crate::number;
use crate::time::DateTime;
use crate::world::{Base, Column, Row, Table, View};

/// Who looks at a view, and when: some filters ask.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Viewer<'a> {
    pub(crate) user: &'a str,
    pub(crate) now_ms: u64,
}

/// Returns the rows that pass the filters of a view, in the order of its sorts.
pub(crate) fn rows_of_view<'a>(
    base: &Base,
    table: &'a Table,
    view: &View,
    viewer: Viewer<'_>,
) -> Vec<&'a Row> {
    let filters = view.objects("filters");
    let is_or = view
        .settings
        .get("filter_conjunction")
        .is_some_and(|and| and == "Or");
    let passes = |row: &&Row| {
        let mut results = filters
            .iter()
            .map(|filter| passes(base, table, row, filter, viewer));
        filters.is_empty()
            || if is_or {
                results.any(|passes| passes)
            } else {
                results.all(|passes| passes)
            }
    };
    let rows: Vec<&Row> = table.rows.iter().filter(passes).collect();
    let sorts = view.objects("sorts");
    let sorts: Vec<(&Column, bool)> = sorts
        .iter()
        .filter_map(|sort| {
            Some((
                table.column(text(sort, "column_key"))?,
                text(sort, "sort_type") == "down",
            ))
        })
        .collect();
    let key = |row: &&Row| {
        sorts
            .iter()
            .map(|(column, _)| place(base, table, row, column))
            .collect()
    };
    let keys: Vec<Vec<SortKey>> = rows.iter().map(key).collect();
    let descends: Vec<bool> = sorts.iter().map(|(_, descends)| *descends).collect();
    order(&keys, &descends)
        .into_iter()
        .map(|place| rows[place])
        .collect()
}

/// Returns the place of a cell among others: options sort as their column has them.
fn place(base: &Base, table: &Table, row: &Row, column: &Column) -> SortKey {
    let stored = value(base, table, row, column, false);
    let option = column
        .options()
        .iter()
        .position(|option| option["id"] == stored);
    match option {
        Some(place) if column.kind.is_select() => sort_key(&place.into()),
        _ => sort_key(&value(base, table, row, column, true)),
    }
}

fn text<'a>(object: &'a Object, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a row passes a filter. One that is not complete, or whose predicate is unknown here, lets all pass.
fn passes(base: &Base, table: &Table, row: &Row, filter: &Object, viewer: Viewer<'_>) -> bool {
    let Some(column) = table.column(text(filter, "column_key")) else {
        return true;
    };
    let cell = Cell {
        shown: value(base, table, row, column, true),
        stored: value(base, table, row, column, false),
    };
    // The document writes some with a space.
    let predicate = text(filter, "filter_predicate").replace(' ', "_");
    let term = filter.get("filter_term").unwrap_or(&Value::Null);
    match predicate.as_str() {
        "is_empty" => return cell.is_empty(),
        "is_not_empty" => return !cell.is_empty(),
        "include_me" | "is_current_user_ID" => return cell.has(&viewer.user.into()),
        _ => {}
    }
    if let Some(modifier) = filter.get("filter_term_modifier").and_then(Value::as_str) {
        return cell.is_on_day(&predicate, day(modifier, term, viewer.now_ms));
    }
    if is_empty(term) {
        return true;
    }
    cell.holds(&predicate, term)
}

/// A cell with options by name, and as it is stored.
struct Cell {
    shown: Value,
    stored: Value,
}

impl Cell {
    fn is_empty(&self) -> bool {
        is_empty(&self.stored)
    }

    /// Whether it is this, or one of its items is.
    fn has(&self, wanted: &Value) -> bool {
        [&self.shown, &self.stored]
            .into_iter()
            .any(|value| match value {
                Value::Array(items) => items.iter().any(|item| same(item, wanted)),
                value => same(value, wanted),
            })
    }

    fn contains(&self, term: &Value) -> bool {
        plain(&self.shown)
            .to_ascii_lowercase()
            .contains(&plain(term).to_ascii_lowercase())
    }

    fn holds(&self, predicate: &str, term: &Value) -> bool {
        let terms = match term {
            Value::Array(terms) => terms.as_slice(),
            term => std::slice::from_ref(term),
        };
        let number = || (sort_key(&self.shown), sort_key(&number_of(term)));
        let count = self.stored.as_array().map_or(1, Vec::len);
        match predicate {
            "contains" => self.contains(term),
            "does_not_contain" => !self.contains(term),
            "is" | "is_any_of" | "has_any_of" => terms.iter().any(|term| self.has(term)),
            "is_not" | "is_none_of" | "has_none_of" => !terms.iter().any(|term| self.has(term)),
            "has_all_of" => terms.iter().all(|term| self.has(term)),
            "is_exactly" => count == terms.len() && terms.iter().all(|term| self.has(term)),
            "not_equal" => number().0 != number().1,
            _ if self.is_empty() => matches!(predicate, "is_within"),
            "equal" => number().0 == number().1,
            "less" => number().0 < number().1,
            "greater" => number().0 > number().1,
            "less_or_equal" => number().0 <= number().1,
            "greater_or_equal" => number().0 >= number().1,
            _ => true,
        }
    }

    /// Compares the day of a date.
    fn is_on_day(&self, predicate: &str, day: Option<DateTime>) -> bool {
        let (Some(own), Some(day)) = (date_of(&self.shown), day) else {
            return predicate == "is_not";
        };
        match predicate {
            "is" => own == day,
            "is_not" => own != day,
            "is_before" => own < day,
            "is_after" => own > day,
            "is_on_or_before" => own <= day,
            "is_on_or_after" => own >= day,
            _ => true,
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// A checkbox that was never ticked is as one that was unticked.
fn same(value: &Value, wanted: &Value) -> bool {
    value == wanted
        || (value.is_null() && *wanted == false)
        || (!value.is_null() && plain(value) == plain(wanted))
}

/// Returns what a person reads: linked rows by what they show.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        Value::Object(object) => object.get("display_value").map(plain).unwrap_or_default(),
        value => value.to_string(),
    }
}

fn number_of(term: &Value) -> Value {
    match term {
        Value::String(text) => number::parse(text.trim()).unwrap_or_default(),
        term => term.clone(),
    }
}

fn date_of(value: &Value) -> Option<DateTime> {
    DateTime::parse(value.as_str()?, false).map(DateTime::midnight)
}

/// Returns the day that a filter means.
fn day(modifier: &str, term: &Value, now_ms: u64) -> Option<DateTime> {
    let today = DateTime::from_ms(now_ms).midnight();
    let count = || number::natural(&plain(term)).map(|days| days.min(100_000) as i64);
    Some(match modifier {
        "today" => today,
        "tomorrow" => today.plus_days(1),
        "yesterday" => today.plus_days(-1),
        "one_week_ago" => today.plus_days(-7),
        "one_week_from_now" => today.plus_days(7),
        "one_month_ago" => today.plus_months(-1),
        "one_month_from_now" => today.plus_months(1),
        "number_of_days_ago" => today.plus_days(-count()?),
        "number_of_days_from_now" => today.plus_days(count()?),
        _ => date_of(term)?,
    })
}
