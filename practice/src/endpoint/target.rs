//! The base and the table that a request is about.

use crate::Object;
use crate::fault::Fault;
use crate::json::Value;
use crate::route::Call;
use crate::world::{Base, BaseGrant, Ids, Table, View, World};

impl World {
    /// Opens a base for changes, together with the source of ids.
    pub(crate) fn open(&mut self, uuid: &str) -> Result<(&mut Ids, &mut Base), Fault> {
        let base = self.bases.iter_mut().find(|base| base.uuid == uuid);
        Ok((&mut self.ids, base.ok_or_else(no_base)?))
    }
}

/// Returns the base that a grant opens.
pub(crate) fn base<'a>(call: &'a Call<'_>, grant: &BaseGrant) -> Result<&'a Base, Fault> {
    call.world.base(&grant.base_uuid).ok_or_else(no_base)
}

fn no_base() -> Fault {
    Fault::gateway(404, "base not found")
}

/// Returns the place of the table that a body names: by `table_id`, else by `table_name`.
pub(crate) fn table_of_body(base: &Base, body: &Object) -> Result<usize, Fault> {
    position(base, text(body, "table_id"), text(body, "table_name"))
}

/// Returns the table that a query names, in the same way.
pub(crate) fn table_of_query<'a>(base: &'a Base, call: &Call<'_>) -> Result<&'a Table, Fault> {
    let position = position(base, call.query("table_id"), call.query("table_name"))?;
    Ok(&base.tables[position])
}

/// Finds a table. Python's client sends the name as the id too if it looks like one, so an id that
/// is none falls back to the name.
pub(crate) fn position(base: &Base, id: Option<&str>, name: Option<&str>) -> Result<usize, Fault> {
    if id.is_none() && name.is_none() {
        return Err(Fault::base(
            400,
            "parameter_error",
            "table_name is required",
        ));
    }
    let by_id = base
        .tables
        .iter()
        .position(|table| Some(table.id.as_str()) == id);
    let by_name = || {
        base.tables
            .iter()
            .position(|table| Some(table.name.as_str()) == name)
    };
    let missing = || {
        let wanted = name.or(id).unwrap_or_default();
        Fault::base(404, "table_not_exist", format!("table {wanted} not found"))
    };
    by_id.or_else(by_name).ok_or_else(missing)
}

/// Returns a text of a body, if it is there and not empty.
pub(crate) fn text<'a>(body: &'a Object, name: &str) -> Option<&'a str> {
    body.get(name)
        .and_then(Value::as_str)
        .filter(|text| !text.is_empty())
}

/// Returns a text of a body, or says that it is missing.
pub(crate) fn required<'a>(body: &'a Object, name: &str) -> Result<&'a str, Fault> {
    text(body, name).ok_or_else(|| missing(name))
}

/// Returns an array of a body, or says that it is missing.
pub(crate) fn array<'a>(body: &'a Object, name: &str) -> Result<&'a [Value], Fault> {
    body.get(name)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .ok_or_else(|| missing(name))
}

/// Says that a member of the body is missing or of the wrong type.
pub(crate) fn missing(name: &str) -> Fault {
    Fault::base(400, "parameter_error", format!("{name} is invalid"))
}

/// Returns the view that a query names, if it names one.
pub(crate) fn view_of_query<'a>(
    table: &'a Table,
    call: &Call<'_>,
) -> Result<Option<&'a View>, Fault> {
    view(table, call.query("view_id"), call.query("view_name"))
}

/// Finds a view by its id or name, if one is given.
pub(crate) fn view<'a>(
    table: &'a Table,
    id: Option<&str>,
    name: Option<&str>,
) -> Result<Option<&'a View>, Fault> {
    let Some(wanted) = name.or(id) else {
        return Ok(None);
    };
    let mut views = table.views.iter();
    let found = views.find(|view| Some(view.id.as_str()) == id || Some(view.name.as_str()) == name);
    let missing = || Fault::base(404, "view_not_exist", format!("view {wanted} not found"));
    found.map(Some).ok_or_else(missing)
}
