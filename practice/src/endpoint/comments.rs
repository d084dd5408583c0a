//! Comments on rows, and what people are told about them.

use super::record::{Action, Collection, remove, success};
use super::team_users::is_true;
use crate::Object;
use crate::access;
use crate::json::{Value, json};
use crate::number;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::time;
use crate::world::{BaseGrant, Record};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/comments/",
        Handler::Records(&COMMENTS, Action::List),
    ),
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/comments/",
        Handler::Read(create),
    ),
    ("GET", COMMENT, Handler::Records(&ONE_COMMENT, Action::Get)),
    (
        "DELETE",
        COMMENT,
        Handler::Records(&ONE_COMMENT, Action::Remove),
    ),
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/comments-count/",
        Handler::Read(count),
    ),
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/comments-within-days/",
        Handler::Read(list_recent),
    ),
    (
        "GET",
        "/api/v2.1/dtables/{base_uuid}/rows-comments-num/",
        Handler::Read(count_by_row),
    ),
    (
        "GET",
        NOTICES,
        Handler::Records(&NOTIFICATIONS, Action::List),
    ),
    ("PUT", NOTICES, Handler::Read(see_all)),
    (
        "DELETE",
        NOTICES,
        Handler::Records(&NOTIFICATIONS, Action::Clear),
    ),
    (
        "PUT",
        "/api-gateway/api/v2/dtables/{base_uuid}/notifications/{notification_id}/",
        Handler::Read(see_one),
    ),
    (
        "DELETE",
        "/api/v2.1/notifications/",
        Handler::Account(forget_all),
    ),
];

const COMMENT: &str = "/api-gateway/api/v2/dtables/{base_uuid}/comments/{comment_id}/";
const NOTICES: &str = "/api-gateway/api/v2/dtables/{base_uuid}/notifications/";
const DAY_MS: u64 = 86_400_000;

const COMMENTS: Collection = Collection {
    kind: "comment",
    one: "success",
    by: "row_id",
    new: r#"{"id":"$id","author":"$author","comment":"@comment!","dtable_uuid":"$base.uuid","row_id":"@row_id!",
        "created_at":"$utc","updated_at":"$utc","resolved":0}"#,
    ..Collection::COMMON
};

const ONE_COMMENT: Collection = Collection {
    one: "",
    named: "comment_id",
    ..COMMENTS
};

const NOTIFICATIONS: Collection = Collection {
    kind: "notification",
    list: "notification_list",
    ..Collection::COMMON
};

/// Adds a comment, and tells the owner of the base.
fn create(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    access::base_for_writing(call)?;
    call.user.clone_from(&grant.author);
    let answer = COMMENTS.answer(call, Action::Create)?;
    let now_ms = call.now_ms();
    let fields = call.fields();
    let mut detail = json!({ "author": grant.author });
    for member in ["table_id", "row_id", "comment"] {
        detail[member] = fields.get(member).cloned().unwrap_or_default();
    }
    let notice = json!({
        "id": call.world.ids.number(),
        "username": call.world.base(&grant.base_uuid).map(|base| base.owner.as_str()),
        "msg_type": "row_comment", "created_at": time::utc_millis(now_ms), "detail": detail, "seen": 0,
    });
    if let Value::Object(members) = notice {
        let owner = grant.base_uuid.clone();
        call.world.records.push(Record {
            kind: NOTIFICATIONS.kind,
            owner,
            members,
        });
    }
    Ok(answer)
}

fn count(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let count = COMMENTS.found(call, &grant.base_uuid).len();
    ok(json!({ "count": count }))
}

fn count_by_row(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let mut counts = Object::new();
    for comment in COMMENTS.found(call, &grant.base_uuid) {
        let row = comment.text("row_id");
        let count = counts.get(row).and_then(Value::as_u64).unwrap_or_default();
        counts.insert(row.to_owned(), (count + 1).into());
    }
    ok(json!({ "rows_comments_num": counts }))
}

fn list_recent(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let days: u64 = call.query("days").and_then(number::natural).unwrap_or(1);
    let since = time::utc_millis(call.now_ms().saturating_sub(days.saturating_mul(DAY_MS)));
    let comments = COMMENTS.found(call, &grant.base_uuid).into_iter();
    let recent = comments.filter(|comment| *comment.text("created_at") >= *since);
    let recent: Value = recent.map(|comment| COMMENTS.shown(comment)).collect();
    ok(json!({ "comments": recent }))
}

fn see_all(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    see(call, &|notice| notice.owner == grant.base_uuid)
}

fn see_one(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let id = call.parameter("notification_id").to_owned();
    see(call, &|notice| {
        notice.owner == grant.base_uuid && notice.has("id", &id)
    })
}

/// Marks notifications as seen or, if the request says so, as not seen.
fn see(call: &mut Call<'_>, is_meant: &dyn Fn(&Record) -> bool) -> Answer {
    let seen = u8::from(call.form().field("seen").is_none_or(is_true));
    for notice in &mut call.world.records {
        if notice.kind == NOTIFICATIONS.kind && is_meant(notice) {
            notice.members.insert("seen".to_owned(), seen.into());
        }
    }
    Ok(success())
}

/// Deletes what the user who asks was told, in all bases.
fn forget_all(call: &mut Call<'_>, user: &str) -> Answer {
    let records = call.world.records.iter().enumerate();
    let own = records
        .filter(|(_, notice)| notice.kind == NOTIFICATIONS.kind && notice.has("username", user));
    let own: Vec<usize> = own.map(|(place, _)| place).collect();
    remove(call, &own);
    Ok(success())
}
