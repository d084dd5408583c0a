//! Folders of a workspace.

use super::record::{Action, Collection, Scope, success};
use super::workspaces::workspace;
use crate::fault::Fault;
use crate::json::Value;
use crate::number;
use crate::route::{Answer, Call, Handler, Route};

pub(crate) const ROUTES: &[Route] = &[
    (
        "POST",
        "/api/v2.1/workspace/{workspace_id}/folders/",
        Handler::Records(&FOLDERS, Action::Create),
    ),
    ("PUT", FOLDER, Handler::Records(&FOLDERS, Action::Change)),
    ("DELETE", FOLDER, Handler::Account(delete)),
    (
        "POST",
        "/api/v2.1/workspace/{workspace_id}/folder-item-moving/",
        Handler::Account(move_base),
    ),
];

const FOLDER: &str = "/api/v2.1/workspace/{workspace_id}/folders/{folder_id}/";

static FOLDERS: Collection = Collection {
    kind: "folder",
    scope: Scope::Workspace,
    one: "folder",
    named: "folder_id",
    new: r#"{"id":"$id","name":"@name!","workspace_id":"$workspace"}"#,
    ..Collection::COMMON
};

/// Returns the folders of a workspace.
pub(super) fn folders_in(call: &Call<'_>, workspace_id: u64) -> Value {
    let folders = FOLDERS.found(call, &workspace_id.to_string());
    FOLDERS.listed(call, folders)
}

fn delete(call: &mut Call<'_>, _user: &str) -> Answer {
    let id = number::natural(call.parameter("folder_id"));
    if id.is_some() && call.world.bases.iter().any(|base| base.folder == id) {
        return Err(Fault::web(400, "Folder is not empty."));
    }
    FOLDERS.answer(call, Action::Remove)
}

/// Moves a base into a folder, or out of all: `/` is the workspace itself.
fn move_base(call: &mut Call<'_>, _user: &str) -> Answer {
    let workspace_id = workspace(call, call.parameter("workspace_id"))?;
    let form = call.form();
    let (item, goal) = (form.required("item_id")?, form.required("to")?);
    let folders = FOLDERS.found(call, &workspace_id.to_string());
    let is_there = goal == "/" || folders.iter().any(|folder| folder.has("id", goal));
    let mut bases = call.world.bases.iter_mut();
    let base = bases.find(|base| base.workspace_id == workspace_id && base.id.to_string() == item);
    let base = base
        .filter(|_| is_there)
        .ok_or_else(|| Fault::web(404, "dtable or folder not found."))?;
    base.folder = number::natural(goal);
    Ok(success())
}
