//! How written values are stored. SeaTable refuses no value of a cell: what it cannot use becomes
//! another value or none, without a word.

use crate::Object;
use crate::json::{Value, json};
use crate::number;
use crate::time::DateTime;
use crate::world::{Column, ColumnType, Ids, Row};

/// Writes the named cells of a row. Names of no column and computed columns are passed over.
pub(crate) fn fill(ids: &mut Ids, columns: &mut [Column], row: &mut Row, cells: &Object) {
    for (name, value) in cells.iter() {
        let column = columns.iter_mut().find(|column| column.name == *name);
        if let Some(column) = column.filter(|column| !column.kind.is_computed()) {
            let stored = store(ids, column, value);
            row.set(&column.key, stored);
        }
    }
}

/// Turns a written value into the stored one. An unknown option is added to its column.
pub(crate) fn store(ids: &mut Ids, column: &mut Column, value: &Value) -> Value {
    if value.is_null() {
        return Value::Null;
    }
    match column.kind {
        ColumnType::Text | ColumnType::Email | ColumnType::Url => text(value),
        ColumnType::LongText => text(value.get("text").unwrap_or(value)),
        ColumnType::Number => number(value),
        ColumnType::Rate | ColumnType::Department => integer(value),
        ColumnType::Duration => duration(value),
        ColumnType::Date => date(column, value),
        // Anything but a boolean counts as not ticked, the number 1 too.
        ColumnType::Checkbox => value.as_bool().unwrap_or(false).into(),
        ColumnType::SingleSelect => option(ids, column, value),
        ColumnType::MultipleSelect => match value {
            Value::Array(names) => names.iter().map(|name| option(ids, column, name)).collect(),
            _ => Value::Null,
        },
        ColumnType::Image | ColumnType::Collaborator => array_of(value, Value::is_string),
        ColumnType::File => array_of(value, Value::is_object),
        ColumnType::Geolocation | ColumnType::DigitalSign if value.is_object() => value.clone(),
        _ => Value::Null,
    }
}

fn text(value: &Value) -> Value {
    match value {
        Value::String(_) => value.clone(),
        Value::Number(_) | Value::Bool(_) => value.to_string().into(),
        _ => Value::Null,
    }
}

fn number(value: &Value) -> Value {
    match value {
        Value::Number(_) => value.clone(),
        Value::String(text) => number::parse(text.trim()).unwrap_or_default(),
        _ => Value::Null,
    }
}

fn integer(value: &Value) -> Value {
    let number = number(value);
    match number::float(&number) {
        // A whole number keeps its digits, however many.
        Some(float) if float.fract() != 0.0 => number::write(float.trunc()),
        _ => number,
    }
}

/// Reads seconds, or hours, minutes and seconds with colons; keeps seconds.
fn duration(value: &Value) -> Value {
    let Some(clock) = value.as_str().filter(|text| text.contains(':')) else {
        return integer(value);
    };
    let parts: Option<Vec<u64>> = clock
        .split(':')
        .map(|part| number::natural(part.trim()).filter(|part| *part < 1 << 32))
        .collect();
    match parts.as_deref() {
        Some(&[h, m]) => (h * 3600 + m * 60).into(),
        Some(&[h, m, s]) => (h * 3600 + m * 60 + s).into(),
        _ => Value::Null,
    }
}

fn date(column: &Column, value: &Value) -> Value {
    let format = column.setting("format").unwrap_or_default();
    let day_first = format.starts_with("DD/");
    let Some(date) = value
        .as_str()
        .and_then(|text| DateTime::parse(text, day_first))
    else {
        return Value::Null;
    };
    let date = if format.ends_with("HH:mm") {
        date
    } else {
        date.midnight()
    };
    date.iso().into()
}

fn option(ids: &mut Ids, column: &mut Column, value: &Value) -> Value {
    let Some(name) = value.as_str().filter(|name| !name.is_empty()) else {
        return Value::Null;
    };
    if let Some(id) = column.option("name", name, "id") {
        return id.into();
    }
    let option = new_option(ids, column, &json!({ "name": name }));
    let id = option["id"].clone();
    column.change_options(|options| options.push(option));
    id
}

/// Completes an option as the client described it; an id of its own is kept.
pub(crate) fn new_option(ids: &mut Ids, column: &Column, wanted: &Value) -> Value {
    let text = |name: &str, default: &str| -> Value {
        wanted
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or(default)
            .into()
    };
    let mut option = json!({
        "id": text("id", ""),
        "name": text("name", ""),
        "color": text("color", "#89D2EA"),
        "textColor": text("textColor", "#212529"),
    });
    // Only who sends one gets one.
    if let Some(border) = wanted.get("borderColor") {
        option["borderColor"] = border.clone();
    }
    if option["id"] == "" {
        let taken = column
            .options()
            .iter()
            .filter_map(|option| option["id"].as_str());
        option["id"] = ids.short(taken).into();
    }
    option
}

fn array_of(value: &Value, wanted: fn(&Value) -> bool) -> Value {
    match value {
        Value::Array(items) => items.iter().filter(|item| wanted(item)).cloned().collect(),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(kind: ColumnType, data: &Value, value: &Value) -> Value {
        let mut column = Column::new("k1k1".to_owned(), "C", kind, data.clone());
        store(&mut Ids::new(), &mut column, value)
    }

    #[test]
    fn a_one_does_not_tick_a_checkbox() {
        assert_eq!(
            stored(ColumnType::Checkbox, &Value::Null, &json!(1)),
            json!(false)
        );
        assert_eq!(
            stored(ColumnType::Checkbox, &Value::Null, &json!(true)),
            json!(true)
        );
    }

    #[test]
    fn a_duration_is_kept_in_seconds() {
        for (written, seconds) in [
            (json!("5400"), 5400),
            (json!("1:10:30"), 4230),
            (json!(7), 7),
        ] {
            assert_eq!(
                stored(ColumnType::Duration, &Value::Null, &written),
                json!(seconds)
            );
        }
    }

    #[test]
    fn a_date_without_a_time_in_its_format_loses_the_time() {
        let with = |format: &str| {
            stored(
                ColumnType::Date,
                &json!({ "format": format }),
                &json!("20.06.2030 23:55"),
            )
        };
        assert_eq!(with("YYYY-MM-DD"), json!("2030-06-20T00:00:00+01:00"));
        assert_eq!(with("YYYY-MM-DD HH:mm"), json!("2030-06-20T23:55:00+01:00"));
    }

    #[test]
    fn an_unknown_option_is_created_once() {
        let mut ids = Ids::new();
        let mut column = Column::new(
            "k1k1".to_owned(),
            "C",
            ColumnType::MultipleSelect,
            Value::Null,
        );
        let first = store(&mut ids, &mut column, &json!(["new", "newer", "new"]));
        assert_eq!(first[0], first[2]);
        assert_eq!(column.options().len(), 2);
    }

    #[test]
    fn no_type_takes_a_value_that_it_cannot_show() {
        for &kind in ColumnType::ALL {
            let value = stored(kind, &Value::Null, &json!({ "odd": [1] }));
            let kept = matches!(kind, ColumnType::Geolocation | ColumnType::DigitalSign);
            assert_eq!(value.is_object(), kept, "{kind:?}");
        }
    }
}
