//! Views of a table.

use super::record::success;
use super::target;
use crate::Object;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{Base, BaseGrant, Table, View};

pub(crate) const ROUTES: &[Route] = &[
    ("GET", VIEWS, Handler::Read(list)),
    ("POST", VIEWS, Handler::Write(create)),
    ("GET", VIEW, Handler::Read(get)),
    ("PUT", VIEW, Handler::Write(update)),
    ("DELETE", VIEW, Handler::Write(delete)),
];

const VIEWS: &str = "/api-gateway/api/v2/dtables/{base_uuid}/views/";
const VIEW: &str = "/api-gateway/api/v2/dtables/{base_uuid}/views/{view_name}/";

fn list(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let table = target::table_of_query(target::base(call, grant)?, call)?;
    let views: Vec<Value> = table.views.iter().map(View::to_json).collect();
    ok(json!({ "views": views }))
}

fn create(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let name = target::text(&body, "name").ok_or_else(invalid)?;
    let position = table(call, grant, &body)?;
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let views = &mut base.tables[position].views;
    check_name(views, name)?;
    let mut view = View::new(&ids.short(views.iter().map(|view| view.id.as_str())), name);
    if let Some(kind) = target::text(&body, "type") {
        kind.clone_into(&mut view.kind);
    }
    view.is_locked = body
        .get("is_locked")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    let shown = view.to_json();
    views.push(view);
    ok(shown)
}

fn get(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let table = target::table_of_query(target::base(call, grant)?, call)?;
    let view = &table.views[view(table, call)?];
    ok(view.to_json())
}

fn update(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let table = table(call, grant, &body)?;
    let view = view(&target::base(call, grant)?.tables[table], call)?;
    let (_, base) = call.world.open(&grant.base_uuid)?;
    let views = &mut base.tables[table].views;
    if let Some(name) = target::text(&body, "name").filter(|name| *name != views[view].name) {
        check_name(views, name)?;
        name.clone_into(&mut views[view].name);
    }
    let view = &mut views[view];
    if let Some(locked) = body.get("is_locked").and_then(Value::as_bool) {
        view.is_locked = locked;
    }
    let settings = body
        .iter()
        .filter(|(name, _)| SETTINGS.contains(&name.as_str()));
    view.settings
        .extend(settings.map(|(name, value)| (name.clone(), without_empty(value))));
    ok(view.to_json())
}

/// A list with an empty object in it removes what was set.
fn without_empty(value: &Value) -> Value {
    let is_full = |item: &&Value| item.as_object().is_none_or(|item| !item.is_empty());
    match value {
        Value::Array(items) => items.iter().filter(is_full).cloned().collect(),
        value => value.clone(),
    }
}

/// What a client may set. Filters, sorts and hidden columns are applied to the rows that are listed, the others only shown.
const SETTINGS: &[&str] = &[
    "filters",
    "filter_conjunction",
    "sorts",
    "groupbys",
    "colorbys",
    "hidden_columns",
    "colors",
];

fn delete(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let table = table(call, grant, &Object::new())?;
    let view = view(&target::base(call, grant)?.tables[table], call)?;
    let (_, base) = call.world.open(&grant.base_uuid)?;
    let views = &mut base.tables[table].views;
    if views.len() == 1 {
        return Err(invalid());
    }
    views.remove(view);
    Ok(success())
}

/// Returns the place of the table: the document has it in the query, some clients in the body.
fn table(call: &Call<'_>, grant: &BaseGrant, body: &Object) -> Result<usize, Fault> {
    let base: &Base = target::base(call, grant)?;
    let named = |name| call.query(name).or_else(|| target::text(body, name));
    target::position(base, named("table_id"), named("table_name"))
}

fn view(table: &Table, call: &Call<'_>) -> Result<usize, Fault> {
    let wanted = call.parameter("view_name");
    let mut views = table.views.iter();
    let missing = || Fault::base(404, "view_not_exist", format!("view {wanted} not found"));
    views
        .position(|view| view.name == wanted || view.id == wanted)
        .ok_or_else(missing)
}

fn check_name(views: &[View], name: &str) -> Result<(), Fault> {
    if views.iter().any(|view| view.name == name) {
        Err(invalid())
    } else {
        Ok(())
    }
}

fn invalid() -> Fault {
    Fault::web(400, "params invalid")
}
