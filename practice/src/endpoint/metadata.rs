//! What a base is made of.

use super::target;
use crate::cell;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{BaseGrant, Table};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/metadata/",
        Handler::Read(metadata),
    ),
    // Documented nowhere, but the JavaScript client asks for it.
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/",
        Handler::Read(whole),
    ),
];

const FORMAT_VERSION: u32 = 9;

fn metadata(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let base = target::base(call, grant)?;
    let tables: Vec<Value> = base.tables.iter().map(Table::to_json).collect();
    let body = json!({ "metadata": {
        "format_version": FORMAT_VERSION,
        "version": base.version,
        "settings": { "date_settings": { "first_day_of_week": "Monday" } },
        "tables": tables,
    }});
    ok(body)
}

/// Answers the whole base, rows by column key included.
fn whole(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let base = target::base(call, grant)?;
    let mut tables = Vec::new();
    for whole in &base.tables {
        let rows = whole
            .rows
            .iter()
            .map(|row| cell::row(base, whole, row, false));
        let mut shown = whole.to_json();
        shown["rows"] = rows.collect::<Value>();
        tables.push(shown);
    }
    let body = json!({
        "format_version": FORMAT_VERSION, "version": base.version, "tables": tables,
    });
    ok(body)
}
