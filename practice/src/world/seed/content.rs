//! What is in the bases, as calls to the gateway.

use crate::world::{ColumnType, World};
use serde_json::{Value, json};

/// What fills a base; it gets the ids of the team's users.
pub(super) type Script = fn(&Value) -> Vec<Call>;

/// A call below the base's address.
pub(super) struct Call {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) body: Value,
    /// Links rows by their place; their ids are known only when the call is made.
    pub(super) links: Option<Links>,
}

/// Links of the rows of two tables: the first linked row of each pair belongs to `table`.
#[derive(Clone, Copy)]
pub(super) struct Links {
    table: &'static str,
    other_table: &'static str,
    pairs: &'static [(usize, usize)],
}

impl Links {
    /// Writes the body of `createRowLink`.
    pub(super) fn body(self, world: &World, base_uuid: &str) -> Value {
        let tables = world
            .base(base_uuid)
            .map(|base| base.tables.as_slice())
            .unwrap_or_default();
        let table = |name: &str| tables.iter().find(|table| table.name == name);
        let row = |name: &str, place: usize| Some(table(name)?.rows.get(place)?.id.as_str());
        let link = table(self.table).and_then(|table| {
            let column = table
                .columns
                .iter()
                .find(|column| column.kind == ColumnType::Link)?;
            column.setting("link_id")
        });
        let mut map = json!({});
        for &(from, to) in self.pairs {
            if let Some((from, to)) = row(self.table, from).zip(row(self.other_table, to)) {
                map[from] = json!([to]);
            }
        }
        json!({
            "link_id": link, "table_name": self.table, "other_table_name": self.other_table,
            "other_rows_ids_map": map,
        })
    }
}

fn post(path: &'static str, body: Value) -> Call {
    Call {
        method: "POST",
        path,
        body,
        links: None,
    }
}

fn column(table: &str, name: &str, kind: &str, data: &Value) -> Call {
    let body = json!({
        "table_name": table, "column_name": name, "column_type": kind, "column_data": data,
    });
    post("columns/", body)
}

/// The base of the walkthroughs.
pub(super) fn practice_base(_people: &Value) -> Vec<Call> {
    let table = "Table1";
    vec![
        column(table, "Age", "number", &Value::Null),
        column(
            table,
            "Birthday",
            "date",
            &json!({ "format": "YYYY-MM-DD" }),
        ),
        column(
            table,
            "Status",
            "single-select",
            &options(&["new", "active", "gone"]),
        ),
        column(table, "Done", "checkbox", &Value::Null),
        column(table, "Files", "file", &Value::Null),
        column(table, "Pictures", "image", &Value::Null),
        post(
            "rows/",
            json!({ "table_name": table, "rows": [
                { "Name": "Ginger Ale", "Age": 31, "Birthday": "1995-04-12", "Status": "active" },
                { "Name": "Jasmin Tee", "Age": 27, "Birthday": "1999-08-01", "Status": "new" },
                { "Name": "Max Müsli", "Age": 45, "Birthday": "1981-02-28", "Done": true },
            ]}),
        ),
    ]
}

fn options(names: &[&str]) -> Value {
    let colors = ["#FFE7A2", "#9BE3B0", "#D5D5D5", "#C9B8F5"];
    let option = |(name, color)| json!({ "name": name, "color": color, "textColor": "#202428" });
    let options: Vec<Value> = names
        .iter()
        .zip(colors.into_iter().cycle())
        .map(option)
        .collect();
    json!({ "options": options })
}

/// Two linked tables with formulas over the link.
pub(super) fn shop(_people: &Value) -> Vec<Call> {
    vec![
        post(
            "tables/",
            json!({ "table_name": "Customers", "columns": [
                { "column_name": "Name", "column_type": "text" },
                { "column_name": "Mail", "column_type": "email" },
                { "column_name": "Country", "column_type": "single-select" },
            ]}),
        ),
        post(
            "tables/",
            json!({ "table_name": "Orders", "columns": [
                { "column_name": "Order", "column_type": "auto-number",
                  "column_data": { "format": "0000", "digits": 4, "prefix_type": "string", "prefix": "A" } },
                { "column_name": "Amount", "column_type": "number", "column_data": { "format": "euro" } },
                { "column_name": "Pieces", "column_type": "number" },
                { "column_name": "Ordered", "column_type": "date",
                  "column_data": { "format": "YYYY-MM-DD HH:mm" } },
            ]}),
        ),
        column(
            "Customers",
            "Orders",
            "link",
            &json!({ "table": "Customers", "other_table": "Orders" }),
        ),
        column(
            "Orders",
            "Each",
            "formula",
            &json!({ "formula": "round({Amount} / {Pieces}, 2)" }),
        ),
        column(
            "Customers",
            "Number of orders",
            "link-formula",
            &json!({ "formula": "count_links", "link_column": "Orders" }),
        ),
        column(
            "Customers",
            "Turnover",
            "link-formula",
            &json!({
                "formula": "rollup", "link_column": "Orders", "summary_column": "Amount",
                "summary_method": "sum",
            }),
        ),
        post(
            "rows/",
            json!({ "table_name": "Customers", "rows": [
                { "Name": "Blumen Bauer", "Mail": "bauer@practice.example", "Country": "Germany" },
                { "Name": "Chocolats Dubois", "Mail": "dubois@practice.example", "Country": "France" },
                { "Name": "Éva Szabó", "Mail": "szabo@practice.example", "Country": "Hungary" },
            ]}),
        ),
        post(
            "rows/",
            json!({ "table_name": "Orders", "rows": [
                { "Amount": 40, "Pieces": 16, "Ordered": "2026-03-02 09:30" },
                { "Amount": 7.5, "Pieces": 3, "Ordered": "2026-03-05 16:05" },
                { "Amount": 120, "Pieces": 48, "Ordered": "2026-04-01 11:00" },
            ]}),
        ),
        Call {
            method: "POST",
            path: "links/",
            body: Value::Null,
            links: Some(Links {
                table: "Orders",
                other_table: "Customers",
                pairs: &[(0, 0), (1, 0), (2, 1)],
            }),
        },
        Call {
            method: "DELETE",
            path: "tables/",
            body: json!({ "table_name": "Table1" }),
            links: None,
        },
    ]
}

/// A table with a column of every type, and a row that fills what can be written.
pub(super) fn every_column_type(people: &Value) -> Vec<Call> {
    let table = "Types";
    let rating = json!({
        "rate_max_number": 5, "rate_style_color": "#EB00B1", "rate_style_type": "dtable-icon-rate",
    });
    let columns: Vec<(&str, Value)> = vec![
        ("long-text", Value::Null),
        ("number", json!({ "format": "percent" })),
        ("collaborator", Value::Null),
        ("date", json!({ "format": "DD.MM.YYYY HH:mm" })),
        ("duration", json!({ "duration_format": "h:mm" })),
        ("single-select", options(&["small", "medium", "large"])),
        ("multiple-select", options(&["red", "green", "blue"])),
        ("image", Value::Null),
        ("file", Value::Null),
        ("email", Value::Null),
        ("url", Value::Null),
        ("checkbox", Value::Null),
        ("rate", rating),
        ("geolocation", json!({ "geo_format": "lng_lat" })),
        ("formula", json!({ "formula": "{number} * 2" })),
        ("link", json!({ "table": table, "other_table": "Table1" })),
        (
            "link-formula",
            json!({ "formula": "count_links", "link_column": "link" }),
        ),
        ("creator", Value::Null),
        ("ctime", Value::Null),
        ("last-modifier", Value::Null),
        ("mtime", Value::Null),
        ("auto-number", json!({ "format": "0000", "digits": 4 })),
        (
            "button",
            json!({
                "button_type": "modify_row", "button_name": "Go", "button_color": "#4ECCCB",
            }),
        ),
        ("digital-sign", Value::Null),
        ("department-single-select", Value::Null),
    ];
    let first = json!([{ "column_name": "text", "column_type": "text" }]);
    let mut calls = vec![post(
        "tables/",
        json!({ "table_name": table, "columns": first }),
    )];
    calls.extend(
        columns
            .into_iter()
            .map(|(kind, data)| column(table, kind, kind, &data)),
    );
    let cells = json!({
        "text": "ABC", "long-text": "# Heading\n\nSome *text*.", "number": 5,
        "collaborator": [people[0]], "date": "20.06.2030 23:55", "duration": "1:30",
        "single-select": "medium", "multiple-select": ["red", "blue"],
        "image": ["https://practice.invalid/media/pictures/tea.png"],
        "file": [{ "name": "tea.txt", "size": 3, "type": "file",
                   "url": "https://practice.invalid/media/files/tea.txt" }],
        "email": "ada@practice.example", "url": "https://practice.invalid/", "checkbox": true,
        "rate": 4, "geolocation": { "lng": 8.23, "lat": 50.0 },
        "digital-sign": { "username": people[0], "sign_time": "2026-03-02 09:30",
                          "sign_image_url": "/digital-signs/2026-03/practice.png" },
        "department-single-select": 1,
    });
    calls.push(post(
        "rows/",
        json!({ "table_name": table, "rows": [cells, { "text": "empty" }] }),
    ));
    calls
}
