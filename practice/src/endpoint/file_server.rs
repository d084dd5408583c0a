//! The file server: the links are the credentials, no token is asked for.

use crate::fault::Fault;
use crate::json::json;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{Asset, Base};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/seafhttp/protocol-version",
        Handler::Open(protocol_version),
    ),
    (
        "POST",
        "/seafhttp/upload-api/{upload_link}",
        Handler::Open(upload),
    ),
    (
        "GET",
        "/seafhttp/files/{download_link}/{path}",
        Handler::Open(download),
    ),
    (
        "GET",
        "/workspace/{workspace_id}/asset/{base_uuid}/{path}",
        Handler::Account(asset),
    ),
];

/// The file server's own status for a name that it does not take.
const BAD_FILE_NAME: u16 = 440;

fn protocol_version(_: &mut Call<'_>) -> Answer {
    ok(json!({ "version": 2 }))
}

fn upload(call: &mut Call<'_>) -> Answer {
    let now_ms = call.now_ms();
    let mut links = call.world.upload_links.iter();
    let link = links.find(|link| link.id == call.parameter("upload_link"));
    let link = link
        .filter(|link| link.expires_ms > now_ms)
        .ok_or_else(no_link)?;
    let (base_uuid, root) = (link.base_uuid.clone(), link.folder);
    let form = call.form();
    let file = form
        .file("file")
        .ok_or_else(|| Fault::files(400, "No file in multipart form."))?;
    if form
        .field("parent_dir")
        .map(|dir| dir.trim_end_matches('/'))
        != Some(&format!("/asset/{base_uuid}{root}"))
    {
        return Err(Fault::files(403, "Permission denied."));
    }
    let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
    if name.is_empty() {
        return Err(Fault::files(BAD_FILE_NAME, "Invalid filename."));
    }
    let folder = form.field("relative_path").unwrap_or_default();
    let folder = format!("{root}/{folder}");
    let folder = folder.trim_matches('/');
    if folder.split('/').any(|part| matches!(part, "." | "..")) {
        return Err(Fault::files(400, "Invalid relative path."));
    }
    let (ids, base) = call.world.open(&base_uuid)?;
    let replace = form.field("replace") == Some("1");
    let name = if replace {
        name.to_owned()
    } else {
        free_name(base, folder, name)
    };
    let (id, size) = (ids.hex(40), file.bytes.len());
    let path = path(folder, &name);
    base.assets.retain(|asset| asset.path != path);
    base.assets.push(Asset {
        path,
        uuid: ids.uuid(),
        uploaded_ms: now_ms,
        bytes: file.bytes.clone(),
    });
    if call.query("ret-json").is_none() {
        return Ok(Response::new(200, "text/plain", id));
    }
    ok(json!([{ "name": name, "id": id, "size": size }]))
}

fn path(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        format!("/{name}")
    } else {
        format!("/{folder}/{name}")
    }
}

/// Numbers a name that is taken: `a.txt`, `a(1).txt`, `a(2).txt`.
fn free_name(base: &Base, folder: &str, name: &str) -> String {
    let (stem, extension) = match name.rfind('.').filter(|&dot| dot > 0) {
        Some(dot) => name.split_at(dot),
        None => (name, ""),
    };
    let mut free = name.to_owned();
    let mut number = 0;
    while base.asset(&path(folder, &free)).is_some() {
        number += 1;
        free = format!("{stem}({number}){extension}");
    }
    free
}

fn download(call: &mut Call<'_>) -> Answer {
    let now_ms = call.now_ms();
    let mut links = call.world.download_links.iter();
    let link = links.find(|link| link.id == call.parameter("download_link"));
    let link = link
        .filter(|link| link.expires_ms > now_ms)
        .ok_or_else(no_link)?;
    let asset = call
        .world
        .base(&link.base_uuid)
        .and_then(|base| base.asset(&link.path));
    asset
        .map(file)
        .ok_or_else(|| Fault::files(404, "File not found."))
}

/// The address that a file cell holds. Browsers with a session open it; here the Account-Token does.
fn asset(call: &mut Call<'_>, _user: &str) -> Answer {
    let missing = || Fault::web(404, "File not found.");
    let base = call
        .world
        .base(call.parameter("base_uuid"))
        .ok_or_else(missing)?;
    let path = format!("/{}", call.parameter("path"));
    base.asset(&path).map(file).ok_or_else(missing)
}

fn file(asset: &Asset) -> Response {
    Response::new(200, "application/octet-stream", asset.bytes.clone())
}

fn no_link() -> Fault {
    Fault::files(403, "Access token not found.")
}
