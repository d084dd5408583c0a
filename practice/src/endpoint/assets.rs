//! The files of a base, as somebody with an Account-Token looks after them.

use super::base_token::{base_of_uuid, named_base};
use super::files::asset_path;
use super::record::success;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::number;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::time::{self, DateTime};
use crate::world::Asset;

pub(crate) const ROUTES: &[Route] = &[
    ("GET", ASSETS, Handler::Account(list)),
    ("DELETE", ASSETS, Handler::Account(delete)),
    (
        "POST",
        "/api/v2.1/dtable-asset/{base_uuid}/rename/",
        Handler::Account(rename),
    ),
    (
        "GET",
        "/api/v2.1/dtable-recent-asset/{base_uuid}/",
        Handler::Account(list_recent),
    ),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/asset-exists/",
        Handler::Account(exists),
    ),
];

const ASSETS: &str = "/api/v2.1/dtable-asset/{base_uuid}/";

fn show(asset: &Asset) -> Value {
    json!({
        "is_file": true, "obj_name": asset.path.rsplit('/').next().unwrap_or_default(),
        "file_size": asset.bytes.len(), "last_update": time::iso(asset.uploaded_ms),
    })
}

/// Lists a folder. What the document shows of one is files; a folder has no size or date here.
fn list(call: &mut Call<'_>, _user: &str) -> Answer {
    let base = base_of_uuid(call, call.parameter("base_uuid"))?;
    let folder = format!(
        "/{}/",
        call.query("parent_dir")
            .unwrap_or_default()
            .trim_matches('/')
    );
    let folder = folder.replace("//", "/");
    let mut found = Vec::new();
    for asset in &base.assets {
        let Some(rest) = asset.path.strip_prefix(&folder) else {
            continue;
        };
        let entry = match rest.split_once('/') {
            Some((name, _)) => json!({ "is_file": false, "obj_name": name }),
            None => show(asset),
        };
        if !found.contains(&entry) {
            found.push(entry);
        }
    }
    ok(json!({ "dirent_list": found }))
}

/// Deletes a file, or a folder with all that is in it.
fn delete(call: &mut Call<'_>, _user: &str) -> Answer {
    let path = asset_path(call)?;
    let uuid = base_of_uuid(call, call.parameter("base_uuid"))?
        .uuid
        .clone();
    let base = call.world.open(&uuid)?.1;
    let folder = format!("{}/", path.trim_end_matches('/'));
    let count = base.assets.len();
    base.assets
        .retain(|asset| asset.path != path && !asset.path.starts_with(&folder));
    if base.assets.len() == count {
        return Err(Fault::web(404, "File not found."));
    }
    Ok(success())
}

fn rename(call: &mut Call<'_>, _user: &str) -> Answer {
    let form = call.form();
    let path = format!("/{}", form.required("path")?.trim_start_matches('/'));
    let name = form.required("new_name")?;
    let uuid = base_of_uuid(call, call.parameter("base_uuid"))?
        .uuid
        .clone();
    let (folder, _) = path.rsplit_once('/').unwrap_or_default();
    let goal = format!("{folder}/{name}");
    let base = call.world.open(&uuid)?.1;
    if name.contains('/') || base.asset(&goal).is_some() {
        return Err(Fault::web(400, "new_name invalid."));
    }
    let asset = base.assets.iter_mut().find(|asset| asset.path == path);
    asset
        .ok_or_else(|| Fault::web(404, "File not found."))?
        .path = goal;
    Ok(success())
}

/// Lists what was uploaded in the last months, each with what came in it.
fn list_recent(call: &mut Call<'_>, _user: &str) -> Answer {
    let base = base_of_uuid(call, call.parameter("base_uuid"))?;
    let months = call.query("months").and_then(number::natural).unwrap_or(2);
    let today = DateTime::from_ms(call.now_ms());
    let mut list = Vec::new();
    for ago in 0..months.min(120) as i64 {
        let month = today.plus_months(-ago).year_month();
        let files = base.assets.iter();
        let files =
            files.filter(|asset| DateTime::from_ms(asset.uploaded_ms).year_month() == month);
        list.push(json!({ "date": month, "file_items": files.map(show).collect::<Value>() }));
    }
    ok(json!({ "file_list": list }))
}

fn exists(call: &mut Call<'_>, _user: &str) -> Answer {
    let is_there = named_base(call)?.asset(&asset_path(call)?).is_some();
    ok(json!({ "is_exist": is_there }))
}
