//! Files in the folders that people make in a base.
//!
//! SeaTable's document wraps the links in `dirent`; its own source and its Python client do not.

use super::files::{asset_path, base, delete_asset, may_write, new_download_link, new_upload_link};
use crate::fault::Fault;
use crate::json::json;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::time;
use crate::world::{ApiGrant, Base};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/dtable/custom/app-upload-link/",
        Handler::Api(upload_link),
    ),
    (
        "GET",
        "/api/v2.1/dtable/custom/app-download-link/",
        Handler::Api(download_link),
    ),
    (
        "GET",
        "/api/v2.1/dtable/custom/app-asset-dir/",
        Handler::Api(list),
    ),
    ("GET", FILE, Handler::Api(get)),
    ("DELETE", FILE, Handler::Api(delete)),
];

const FILE: &str = "/api/v2.1/dtable/custom/app-asset-file/";
/// Where a base keeps such folders.
const CUSTOM: &str = "/custom";

fn upload_link(call: &mut Call<'_>, grant: &ApiGrant) -> Answer {
    may_write(grant)?;
    let path = call.query("path").unwrap_or_default();
    let relative_path = path.trim_start_matches('/').to_owned();
    let base = base(call, grant)?;
    folder(base, path)?;
    let workspace_id = base.workspace_id;
    let mut body = new_upload_link(call, &grant.base_uuid, CUSTOM);
    body["relative_path"] = relative_path.into();
    body["workspace_id"] = workspace_id.into();
    ok(body)
}

fn download_link(call: &mut Call<'_>, grant: &ApiGrant) -> Answer {
    let path = custom_path(call)?;
    new_download_link(call, grant, path)
}

fn list(call: &mut Call<'_>, grant: &ApiGrant) -> Answer {
    let path = asset_path(call)?;
    let base = base(call, grant)?;
    let folder = folder(base, &path)?;
    let mut found = json!({ "dir": [], "file": [] });
    for asset in &base.assets {
        let Some(rest) = asset.path.strip_prefix(&folder) else {
            continue;
        };
        let (kind, name) = match rest.split_once('/') {
            Some((name, _)) => ("dir", name),
            None => ("file", rest),
        };
        let entry = json!({ "name": name });
        if let Some(entries) = found[kind].as_array_mut().filter(|e| !e.contains(&entry)) {
            entries.push(entry);
        }
    }
    ok(found)
}

fn get(call: &mut Call<'_>, grant: &ApiGrant) -> Answer {
    let folder = custom_path(call)?;
    let name = call.query("name");
    let name = name.ok_or_else(|| Fault::web(400, "name invalid."))?;
    let path = format!("{}/{name}", folder.trim_end_matches('/'));
    let missing = || Fault::missing("File", name);
    let asset = base(call, grant)?.asset(&path).ok_or_else(missing)?;
    let body = json!({ "dirent": {
        "is_file": true, "obj_name": name, "file_size": asset.bytes.len(),
        "last_update": time::iso(asset.uploaded_ms), "uuid": asset.uuid,
    }});
    ok(body)
}

fn delete(call: &mut Call<'_>, grant: &ApiGrant) -> Answer {
    let path = custom_path(call)?;
    delete_asset(call, grant, &path)
}

/// Returns the path of the query, as it is in the base.
fn custom_path(call: &Call<'_>) -> Result<String, Fault> {
    Ok(format!("{CUSTOM}{}", asset_path(call)?))
}

/// Returns what the paths in a folder begin with. A folder is there as soon as a file is in it; the
/// outermost always is.
fn folder(base: &Base, path: &str) -> Result<String, Fault> {
    let path = path.trim_matches('/');
    if path.is_empty() {
        return Ok(format!("{CUSTOM}/"));
    }
    let folder = format!("{CUSTOM}/{path}/");
    let mut assets = base.assets.iter();
    if assets.any(|asset| asset.path.starts_with(&folder)) {
        return Ok(folder);
    }
    Err(Fault::web(404, "parent_dir not found."))
}
