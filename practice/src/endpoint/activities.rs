//! What was done to the rows of a base, as four lists show it.

use super::base_token::base_of_uuid;
use super::target;
use super::team::page;
use crate::Object;
use crate::cell;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::time;
use crate::world::{Activity, Base, BaseGrant, Deed, Ids, Row};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/operations/",
        Handler::Read(list_operations),
    ),
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/activities/",
        Handler::Read(list_of_row),
    ),
    (
        "GET",
        "/api/v2.1/dtable-activities/",
        Handler::Account(list_days),
    ),
    (
        "GET",
        "/api/v2.1/dtable-activities/detail/",
        Handler::Account(list_of_day),
    ),
];

/// A base remembers so many.
const MOST: usize = 300;
/// The length of a date without its time.
const DAY: usize = 10;
const WEEK_MS: u64 = 7 * 86_400_000;

/// Who does something, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Author<'a> {
    pub(super) name: &'a str,
    pub(super) now_ms: u64,
}

impl Base {
    /// Notes what was done to rows of a table: each as it was and as it is.
    pub(super) fn note(
        &mut self,
        ids: &mut Ids,
        author: Author<'_>,
        table: usize,
        rows: &[(Option<Row>, Option<Row>)],
    ) {
        let skipped = rows.len().saturating_sub(MOST);
        for (before, after) in &rows[skipped..] {
            let deed = match (before, after) {
                (None, _) => Deed::Insert,
                (_, None) => Deed::Delete,
                _ => Deed::Modify,
            };
            let Some(row) = after.as_ref().or(before.as_ref()) else {
                continue;
            };
            let table = &self.tables[table];
            let of = |row: &Option<Row>, key: &str| row.as_ref()?.cells.get(key).cloned();
            let mut row_data = Vec::new();
            for column in &table.columns {
                let (old, new) = (of(before, &column.key), of(after, &column.key));
                if old == new {
                    continue;
                }
                let shown = |stored: Option<Value>| {
                    stored.map_or_else(|| "".into(), |stored| cell::shown(column, &stored))
                };
                let data = if column.data.is_null() {
                    json!({})
                } else {
                    column.data.clone()
                };
                let mut cell = json!({
                    "column_key": column.key, "column_name": column.name,
                    "column_type": column.kind.as_str(), "column_data": data, "value": shown(new),
                });
                if deed != Deed::Insert {
                    cell["old_value"] = shown(old);
                }
                row_data.push(cell);
            }
            let name = table
                .columns
                .first()
                .and_then(|column| row.cells.get(&column.key));
            let activity = Activity {
                id: ids.number(),
                row_id: row.id.clone(),
                user: author.name.to_owned(),
                deed,
                done_ms: author.now_ms,
                table_id: table.id.clone(),
                table_name: table.name.clone(),
                row_name: name.cloned().unwrap_or_else(|| "".into()),
                row_data: row_data.into(),
            };
            self.activities.push(activity);
        }
        let forgotten = self.activities.len().saturating_sub(MOST);
        self.activities.drain(..forgotten);
    }
}

/// The operations as dtable-server keeps them, each as a text.
fn list_operations(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let base = target::base(call, grant)?;
    let operations = base.activities.iter().rev().map(|activity| {
        json!({
            "author": activity.user, "app": app(call, activity), "op_time": activity.done_ms,
            "operation": operation(activity).to_string(), "op_id": activity.id,
        })
    });
    let operations = page(call, operations.collect());
    ok(json!({ "operations": operations }))
}

/// Returns the name of the API-Token behind an activity; null if a user did it.
fn app(call: &Call<'_>, activity: &Activity) -> Value {
    let is_user = call.world.user(&activity.user).is_some();
    json!((!is_user).then_some(activity.user.as_str()))
}

fn operation(activity: &Activity) -> Value {
    let cells = |member: &str| {
        let mut cells = Object::new();
        for cell in activity.row_data.as_array().into_iter().flatten() {
            let key = cell["column_key"].as_str().unwrap_or_default();
            cells.insert(key.to_owned(), cell[member].clone());
        }
        Value::Object(cells)
    };
    let mut operation = json!({
        "op_type": activity.deed.as_str(), "table_id": activity.table_id, "row_id": activity.row_id,
    });
    match activity.deed {
        Deed::Insert => operation["row_data"] = cells("value"),
        Deed::Modify => operation["updated"] = cells("value"),
        Deed::Delete => {}
    }
    if activity.deed != Deed::Insert {
        operation["old_row"] = cells("old_value");
    }
    operation
}

fn list_of_row(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let base = target::base(call, grant)?;
    let row_id = call
        .query("row_id")
        .ok_or_else(|| target::missing("row_id"))?;
    let activities: Vec<&Activity> = base
        .activities
        .iter()
        .rev()
        .filter(|activity| activity.row_id == row_id)
        .collect();
    let count = activities.len();
    let shown = activities.into_iter().map(|activity| {
        json!({
            "id": activity.id, "dtable_uuid": base.uuid, "row_id": activity.row_id,
            "op_user": activity.user, "op_type": activity.deed.as_str(),
            "op_time": time::utc_millis(activity.done_ms),
            "detail": {
                "table_id": activity.table_id, "table_name": activity.table_name,
                "row_name": activity.row_name, "row_data": activity.row_data,
            },
        })
    });
    let body = json!({ "activities": page(call, shown.collect()), "total_count": count });
    ok(body)
}

/// Counts what was done in the last week, by base and day.
fn list_days(call: &mut Call<'_>, user: &str) -> Answer {
    let since = call.now_ms().saturating_sub(WEEK_MS);
    let mut days = Vec::new();
    for base in &call.world.bases {
        if call.world.permission(user, base).is_none() {
            continue;
        }
        let mut last: Option<(String, [usize; 3])> = None;
        let recent = base
            .activities
            .iter()
            .filter(|activity| activity.done_ms >= since);
        for activity in recent {
            let date = time::iso(activity.done_ms);
            match &mut last {
                Some((day, counts)) if day[..DAY] == date[..DAY] => {
                    *day = date;
                    counts[activity.deed as usize] += 1;
                }
                other => {
                    days.extend(other.take().map(|day| show_day(call, base, day)));
                    let mut counts = [0; 3];
                    counts[activity.deed as usize] += 1;
                    *other = Some((date, counts));
                }
            }
        }
        days.extend(last.map(|day| show_day(call, base, day)));
    }
    let days = page(call, days.into());
    ok(json!({ "table_activities": days }))
}

fn show_day(call: &Call<'_>, base: &Base, (date, counts): (String, [usize; 3])) -> Value {
    let mut day = call.show_base(
        base,
        "dtable_uuid workspace_id dtable_name dtable_icon dtable_color",
    );
    day["op_date"] = date.into();
    for (deed, count) in Deed::ALL.into_iter().zip(counts) {
        day[deed.as_str()] = count.into();
    }
    day
}

fn list_of_day(call: &mut Call<'_>, _user: &str) -> Answer {
    let base = base_of_uuid(call, call.query("dtable_uuid").unwrap_or_default())?;
    let date = call
        .query("op_date")
        .ok_or_else(|| call.fault(400, "op_date invalid."))?;
    let day = date.get(..DAY).unwrap_or(date);
    let activities = base.activities.iter().rev();
    let of_day = activities.filter(|activity| time::iso(activity.done_ms).starts_with(day));
    let shown = of_day.map(|activity| detail(call, base, activity));
    let body = json!({ "activities": page(call, shown.collect()) });
    ok(body)
}

fn detail(call: &Call<'_>, base: &Base, activity: &Activity) -> Value {
    let user = call.world.user(&activity.user);
    // What an API-Token did has its name for an author.
    let of_user =
        |name: &str| user.map_or_else(|| json!(activity.user), |user| call.user_member(user, name));
    json!({
        "dtable_uuid": base.uuid, "row_id": activity.row_id, "op_type": activity.deed.as_str(),
        "author_email": activity.user, "author_name": of_user("name"),
        "author_contact_email": of_user("contact_email"), "op_time": time::iso(activity.done_ms),
        "table_id": activity.table_id, "table_name": activity.table_name, "row_count": 1,
        "row_name": activity.row_name, "row_name_option": "", "row_data": activity.row_data,
        "op_app": app(call, activity), "avatar_url": of_user("avatar_url"),
    })
}
