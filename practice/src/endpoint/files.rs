//! Files with an API-Token: links for upload and download, deletion.

use super::base_token::base_in;
use super::record::success;
use super::workspaces::workspace;
use crate::encoding;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::time::DateTime;
use crate::world::{ApiGrant, Base, DownloadLink, Permission, UploadLink};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/dtable/app-upload-link/",
        Handler::Api(upload_link),
    ),
    (
        "GET",
        "/api/v2.1/dtable/app-download-link/",
        Handler::Api(download_link),
    ),
    (
        "DELETE",
        "/api/v2.1/dtable/app-asset/",
        Handler::Api(delete),
    ),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable-asset-upload-link/",
        Handler::Account(upload_link_for_user),
    ),
];

const MINUTE_MS: u64 = 60_000;
const UPLOAD_LIFE_MS: u64 = 15 * MINUTE_MS;
const DOWNLOAD_LIFE_MS: u64 = 120 * MINUTE_MS;

fn upload_link(call: &mut Call<'_>, grant: &ApiGrant) -> Answer {
    may_write(grant)?;
    let workspace_id = base(call, grant)?.workspace_id;
    let mut body = asset_upload_link(call, &grant.base_uuid);
    body["workspace_id"] = workspace_id.into();
    ok(body)
}

/// The document calls the query parameter `base_name`, SeaTable's web client sends `name`.
fn upload_link_for_user(call: &mut Call<'_>, _user: &str) -> Answer {
    let workspace = workspace(call, call.parameter("workspace_id"))?;
    let name = call.query("base_name").or_else(|| call.query("name"));
    let uuid = base_in(call, workspace, name.unwrap_or_default())?
        .uuid
        .clone();
    let body = asset_upload_link(call, &uuid);
    ok(body)
}

/// Makes a link for the files and images of rows.
fn asset_upload_link(call: &mut Call<'_>, base_uuid: &str) -> Value {
    let month = DateTime::from_ms(call.now_ms()).year_month();
    let mut body = new_upload_link(call, base_uuid, "");
    body["img_relative_path"] = format!("images/{month}").into();
    body["file_relative_path"] = format!("files/{month}").into();
    body
}

/// Makes a link to a folder of the base.
pub(super) fn new_upload_link(call: &mut Call<'_>, base_uuid: &str, folder: &'static str) -> Value {
    let now_ms = call.now_ms();
    let id = call.world.ids.uuid();
    let body = json!({
        "upload_link": format!("{}/seafhttp/upload-api/{id}", call.request.origin()),
        "parent_path": format!("/asset/{base_uuid}{folder}"),
    });
    let links = &mut call.world.upload_links;
    links.retain(|link| link.expires_ms > now_ms);
    let expires_ms = now_ms + UPLOAD_LIFE_MS;
    links.push(UploadLink {
        id,
        base_uuid: base_uuid.to_owned(),
        folder,
        expires_ms,
    });
    body
}

fn download_link(call: &mut Call<'_>, grant: &ApiGrant) -> Answer {
    let path = asset_path(call)?;
    new_download_link(call, grant, path)
}

/// Makes a link to a file.
pub(super) fn new_download_link(call: &mut Call<'_>, grant: &ApiGrant, path: String) -> Answer {
    // The document says 404 here; the real server answers 400.
    let missing = || Fault::web(400, format!("path {path} not found."));
    base(call, grant)?.asset(&path).ok_or_else(missing)?;
    let now_ms = call.now_ms();
    let id = call.world.ids.uuid();
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = encoding::segment(name);
    let link = format!("{}/seafhttp/files/{id}/{name}", call.request.origin());
    let links = &mut call.world.download_links;
    links.retain(|link| link.expires_ms > now_ms);
    let expires_ms = now_ms + DOWNLOAD_LIFE_MS;
    links.push(DownloadLink {
        id,
        base_uuid: grant.base_uuid.clone(),
        path,
        expires_ms,
    });
    ok(json!({ "download_link": link }))
}

fn delete(call: &mut Call<'_>, grant: &ApiGrant) -> Answer {
    let path = asset_path(call)?;
    delete_asset(call, grant, &path)
}

/// Deletes a file.
pub(super) fn delete_asset(call: &mut Call<'_>, grant: &ApiGrant, path: &str) -> Answer {
    may_write(grant)?;
    let missing = || Fault::web(404, "File not found.");
    let (_, base) = call.world.open(&grant.base_uuid)?;
    base.asset(path).ok_or_else(missing)?;
    base.assets.retain(|asset| asset.path != path);
    Ok(success())
}

/// Returns the base that the API-Token is for.
pub(super) fn base<'a>(call: &'a Call<'_>, grant: &ApiGrant) -> Result<&'a Base, Fault> {
    let missing = || Fault::web(404, "dtable not found.");
    call.world.base(&grant.base_uuid).ok_or_else(missing)
}

/// Refuses whoever may only read.
pub(super) fn may_write(grant: &ApiGrant) -> Result<(), Fault> {
    match grant.permission {
        Permission::ReadWrite => Ok(()),
        Permission::Read => Err(Fault::web(403, "Permission denied.")),
    }
}

/// Returns the path of the query, with the leading slash that Python's client leaves out.
pub(super) fn asset_path(call: &Call<'_>) -> Result<String, Fault> {
    let path = call
        .query("path")
        .ok_or_else(|| Fault::web(400, "path invalid."))?;
    Ok(format!("/{}", path.trim_start_matches('/')))
}
