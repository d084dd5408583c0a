//! The options of select columns, and which of them belong together.

use super::record::success;
use super::{columns, target};
use crate::Object;
use crate::cell;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route};
use crate::world::{Base, BaseGrant, Column, Ids};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", OPTIONS, Handler::Write(add)),
    ("PUT", OPTIONS, Handler::Write(update)),
    ("DELETE", OPTIONS, Handler::Write(delete)),
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/column-cascade-settings/",
        Handler::Write(cascade),
    ),
];

const OPTIONS: &str = "/api-gateway/api/v2/dtables/{base_uuid}/column-options/";

fn add(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    change(call, grant, |ids, column, body| {
        for wanted in target::array(body, "options")? {
            let option = cell::new_option(ids, column, wanted);
            column.change_options(|options| options.push(option));
        }
        Ok(())
    })
}

fn update(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    change(call, grant, |_, column, body| {
        let wanted = target::array(body, "options")?;
        column.change_options(|options| {
            for wanted in wanted.iter().filter_map(Value::as_object) {
                let id = wanted.get("id");
                let option = options.iter_mut().find(|option| option.get("id") == id);
                if let Some(option) = option.and_then(Value::as_object_mut) {
                    option.extend(wanted.clone());
                }
            }
        });
        Ok(())
    })
}

fn delete(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    change(call, grant, |_, column, body| {
        let names = target::array(body, "option_names")?;
        column.change_options(|options| {
            options.retain(|option| !option.get("name").is_some_and(|name| names.contains(name)));
        });
        Ok(())
    })
}

fn cascade(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let (_, base) = call.world.open(&grant.base_uuid)?;
    let position = target::table_of_body(base, &body)?;
    let table = &mut base.tables[position];
    let child = columns::column(table, &body, "child_column")?;
    let parent = columns::column(table, &body, "parent_column")?;
    let settings = json!({
        "cascade_column_key": table.columns[parent].key,
        "cascade_settings": body.get("cascade_settings"),
    });
    let child = &mut table.columns[child];
    // Makes sure that the settings are an object.
    child.change_options(|_| {});
    child.data["cascade_settings"] = settings;
    Ok(success())
}

fn change(
    call: &mut Call<'_>,
    grant: &BaseGrant,
    with: fn(&mut Ids, &mut Column, &Object) -> Result<(), Fault>,
) -> Answer {
    let body = call.json()?;
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    with(ids, select_column(base, &body)?, &body)?;
    Ok(success())
}

fn select_column<'a>(base: &'a mut Base, body: &Object) -> Result<&'a mut Column, Fault> {
    let position = target::table_of_body(base, body)?;
    let table = &mut base.tables[position];
    let position = columns::column(table, body, "column")?;
    let column = &mut table.columns[position];
    if !column.kind.is_select() {
        return Err(Fault::base(
            400,
            "parameter_error",
            "the column has no options",
        ));
    }
    Ok(column)
}
