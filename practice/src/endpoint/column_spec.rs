//! How a column comes out of what a client asks for.

use super::target;
use crate::Object;
use crate::cell;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::world::{Base, Column, ColumnType, Ids, Link};

const DATE_FORMATS: &[&str] = &[
    "YYYY-MM-DD",
    "YYYY-MM-DD HH:mm",
    "M/D/YYYY",
    "M/D/YYYY HH:mm",
    "DD/MM/YYYY",
    "DD.MM.YYYY",
    "DD.MM.YYYY HH:mm",
];
const MAX_COLUMNS: usize = 500;

/// Adds the column that `spec` describes to a table and returns its place.
pub(crate) fn add(
    ids: &mut Ids,
    base: &mut Base,
    table: usize,
    spec: &Object,
) -> Result<usize, Fault> {
    let name = target::required(spec, "column_name")?;
    check_name(&base.tables[table].columns, name)?;
    let kind = kind(spec, "column_type")?;
    let columns = &base.tables[table].columns;
    if columns.is_empty() && !kind.may_be_first() {
        return Err(data_error(format!(
            "{} cannot be the first column",
            kind.as_str()
        )));
    }
    if columns.len() >= MAX_COLUMNS {
        return Err(Fault::base(400, "exceed_columns_limit", "too many columns"));
    }
    let key = match columns.is_empty() {
        true => "0000".to_owned(),
        false => ids.short(columns.iter().map(|column| column.key.as_str())),
    };
    let wanted = spec.get("column_data").filter(|data| data.is_object());
    let wanted = wanted.cloned().unwrap_or_else(|| json!({}));
    let data = match kind {
        ColumnType::Link => add_link(ids, base, table, &key, &wanted)?,
        ColumnType::LinkFormula => link_formula(base, table, &wanted)?,
        _ => data(ids, kind, wanted)?,
    };
    let mut column = Column::new(key, name, kind, data);
    if kind == ColumnType::Formula {
        cell::prepare_formula(&base.tables[table], &mut column);
    }
    Ok(insert(
        &mut base.tables[table].columns,
        column,
        target::text(spec, "anchor_column"),
    ))
}

/// Puts a column after its anchor, or at the end.
fn insert(columns: &mut Vec<Column>, column: Column, anchor: Option<&str>) -> usize {
    let anchor = anchor.and_then(|anchor| {
        columns
            .iter()
            .position(|column| column.key == anchor || column.name == anchor)
    });
    let position = anchor.map_or(columns.len(), |anchor| anchor + 1);
    columns.insert(position, column);
    position
}

/// Checks the name of a new column. SeaTable answers a bare JSON string here.
pub(crate) fn check_name(columns: &[Column], name: &str) -> Result<(), Fault> {
    if name.contains(['.', '{', '}', '`']) {
        return Err(data_error(format!("column name {name} is invalid")));
    }
    if columns.iter().any(|column| column.name == name) {
        return Err(Fault::json(400, format!("Column {name} exists.").into()));
    }
    Ok(())
}

/// Reads a column type.
pub(crate) fn kind(spec: &Object, member: &str) -> Result<ColumnType, Fault> {
    let name = target::required(spec, member)?;
    let unknown = || data_error(format!("column type {name} is invalid"));
    ColumnType::parse(name).ok_or_else(unknown)
}

/// Completes the settings of a column that stands for itself.
pub(crate) fn data(ids: &mut Ids, kind: ColumnType, mut wanted: Value) -> Result<Value, Fault> {
    match kind {
        ColumnType::Number => {
            for (name, default) in [
                ("format", "number"),
                ("decimal", "dot"),
                ("thousands", "no"),
            ] {
                fill(&mut wanted, name, default);
            }
        }
        ColumnType::Date => {
            fill(&mut wanted, "format", "YYYY-MM-DD");
            let format = wanted["format"].as_str().unwrap_or_default();
            // `DD/MM/YYYY HH:mm` stands in the document, and the server refuses it.
            if !DATE_FORMATS.contains(&format) {
                return Err(data_error(format!("date format {format} is invalid")));
            }
        }
        ColumnType::Duration => {
            fill(&mut wanted, "format", "duration");
            fill(&mut wanted, "duration_format", "h:mm");
        }
        ColumnType::SingleSelect | ColumnType::MultipleSelect => {
            wanted = select(ids, kind, &wanted);
        }
        ColumnType::Geolocation => fill(&mut wanted, "geo_format", "lng_lat"),
        ColumnType::AutoNumber => {
            fill(&mut wanted, "format", "0000");
            if wanted.get("digits").is_none() {
                wanted["digits"] = 4.into();
            }
            wanted["max_used_auto_number"] = 0.into();
        }
        ColumnType::Formula => require(&wanted, "formula")?,
        ColumnType::Button => require(&wanted, "button_type")?,
        ColumnType::Rate if wanted.get("rate_max_number").is_none() => {
            return Err(data_error("rate_max_number is required".to_owned()));
        }
        _ if wanted.as_object().is_some_and(Object::is_empty) => return Ok(Value::Null),
        _ => {}
    }
    Ok(wanted)
}

fn fill(data: &mut Value, name: &str, default: &str) {
    if data
        .get(name)
        .and_then(Value::as_str)
        .is_none_or(str::is_empty)
    {
        data[name] = default.into();
    }
}

fn require(data: &Value, name: &str) -> Result<(), Fault> {
    match data.get(name) {
        Some(Value::String(_)) => Ok(()),
        _ => Err(data_error(format!("{name} is required"))),
    }
}

fn select(ids: &mut Ids, kind: ColumnType, wanted: &Value) -> Value {
    let mut column = Column::new(String::new(), "", kind, json!({ "options": [] }));
    for option in wanted
        .get("options")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let option = cell::new_option(ids, &column, option);
        column.change_options(|options| options.push(option));
    }
    column.data
}

/// Makes a link, and its column on the other side.
fn add_link(
    ids: &mut Ids,
    base: &mut Base,
    table: usize,
    key: &str,
    wanted: &Value,
) -> Result<Value, Fault> {
    let other = wanted.get("other_table").and_then(Value::as_str);
    let other = target::position(base, other, other).map_err(|_| {
        data_error(format!(
            "other_table {} not found",
            other.unwrap_or_default()
        ))
    })?;
    let id = ids.short(base.links.iter().map(|link| link.id.as_str()));
    let (first, second) = (base.tables[table].id.clone(), base.tables[other].id.clone());
    let data = json!({
        "display_column_key": "0000", "table_id": first, "other_table_id": second,
        "is_internal_link": true, "is_multiple": true, "is_row_from_view": false,
        "other_view_id": "", "link_id": id, "array_type": "text", "array_data": null,
        "result_type": "array",
    });
    base.links.push(Link::new(id, &first, &second));
    if first != second {
        let name = free_name(&base.tables[other].columns, &base.tables[table].name);
        let columns = &mut base.tables[other].columns;
        let taken = columns
            .iter()
            .map(|column| column.key.as_str())
            .chain([key]);
        let back = ids.short(taken);
        columns.push(Column::new(back, &name, ColumnType::Link, data.clone()));
    }
    Ok(data)
}

fn free_name(columns: &[Column], wanted: &str) -> String {
    let mut name = wanted.to_owned();
    let mut number = 0;
    while columns.iter().any(|column| column.name == name) {
        number += 1;
        name = format!("{wanted}({number})");
    }
    name
}

/// Turns the column names of a link formula into keys.
fn link_formula(base: &Base, table: usize, wanted: &Value) -> Result<Value, Fault> {
    require(wanted, "formula")?;
    let table = &base.tables[table];
    let link = wanted
        .get("link_column")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let link = table
        .column_position(link)
        .and_then(|position| table.columns.get(position));
    let link = link.filter(|column| column.kind == ColumnType::Link);
    let link = link.ok_or_else(|| data_error("link_column is invalid".to_owned()))?;
    let other = link
        .setting("link_id")
        .and_then(|id| base.link(id))
        .and_then(|link| {
            let side = link.side(&table.id)?;
            base.table(&link.tables[side.other() as usize])
        });
    let other = other.ok_or_else(|| data_error("link_column is invalid".to_owned()))?;
    let mut data = wanted.clone();
    data["link_column_key"] = link.key.clone().into();
    data["operated_columns"] = json!([link.key]);
    data["result_type"] = "array".into();
    for (name, key) in LINKED_COLUMNS {
        let Some(wanted) = wanted.get(name).and_then(Value::as_str) else {
            continue;
        };
        let position = other.column_position(wanted);
        let column = position.and_then(|position| other.columns.get(position));
        let column = column.ok_or_else(|| data_error(format!("{name} is invalid")))?;
        data[*key] = column.key.clone().into();
    }
    if wanted["formula"] == "count_links" {
        data["result_type"] = "number".into();
    }
    Ok(data)
}

const LINKED_COLUMNS: &[(&str, &str)] = &[
    ("level1_linked_column", "level1_linked_column_key"),
    ("summary_column", "summary_column_key"),
    ("searched_column", "searched_column_key"),
    ("comparison_column", "comparison_column_key"),
];

pub(crate) fn data_error(text: String) -> Fault {
    Fault::base(400, "column_data_error", text)
}
