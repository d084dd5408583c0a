//! SQL.

use super::target;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::sql::{self, Session};
use crate::world::{BaseGrant, Permission};

pub(crate) const ROUTES: &[Route] = &[
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/sql/",
        Handler::Read(query),
    ),
    // Where the Python client posts to.
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/sql",
        Handler::Read(query),
    ),
];

fn query(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let (body, now_ms) = (call.json()?, call.now_ms());
    let missing = || Fault::gateway(400, "sql is required");
    let statement = target::text(&body, "sql").ok_or_else(missing)?;
    let convert = body
        .get("convert_keys")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    let parameters = body.get("parameters").and_then(Value::as_array);
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let mut session = Session {
        ids,
        base,
        may_write: grant.permission == Permission::ReadWrite,
        author: &grant.author,
        now_ms,
        convert,
        parameters: parameters.map(Vec::as_slice).unwrap_or_default(),
    };
    let outcome = sql::run(&mut session, statement)?;
    let body = json!({
        "error_message": "", "is_join_stmt": false, "success": true,
        "metadata": outcome.metadata, "results": outcome.results,
    });
    ok(body)
}
