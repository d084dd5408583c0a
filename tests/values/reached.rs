//! From a fresh page in practice, operations that want ids are reached without typing one.

use crate::person::Person;
use playground_core::known::Kind;

/// Operations, each with what a person types who knows no id; a question mark for what has to be offered although it need not be there.
const OPERATIONS: [(&str, &[(&str, &str)]); 43] = [
    ("authentication.listApiTokens", &[]),
    (
        "authentication.createApiToken",
        &[("body/app_name", "New"), ("body/permission", "rw")],
    ),
    ("authentication.createTempApiToken", &[]),
    ("authentication.updateApiToken", &[("body/permission", "r")]),
    ("authentication.deleteApiToken", &[]),
    ("authentication.getBaseTokenWithAccountToken", &[]),
    ("base.getMetadata", &[]),
    ("base.listCollaborators", &[]),
    ("base.listRows", &[]),
    ("base.getRow", &[]),
    ("base.lockRows", &[]),
    ("base.unlockRows", &[]),
    ("base.deleteRow", &[]),
    ("base.appendRows", &[("body/rows", "[{}]")]),
    ("base.listViews", &[]),
    ("base.getView", &[]),
    (
        "base.createView",
        &[("body/name", "New"), ("body/type", "table")],
    ),
    ("base.listColumns", &[]),
    (
        "base.insertColumn",
        &[
            ("body/table_name", "?"),
            ("body/column_name", "New"),
            ("body/column_type", "text"),
        ],
    ),
    ("base.deleteColumn", &[]),
    ("base.renameTable", &[("body/new_table_name", "New")]),
    (
        "base.duplicateTable",
        &[("body/is_duplicate_records", "false")],
    ),
    (
        "base.createTable",
        &[("body/table_name", "New"), ("body/columns", "[]")],
    ),
    (
        "file.uploadFile",
        &[("body/parent_dir", "?"), ("body/relative_path", "files")],
    ),
    ("file.getFileDownloadLink", &[]),
    ("file.deleteBaseAsset", &[]),
    (
        "base.sendToastNotification",
        &[
            ("body/to_user", "?"),
            ("body/toast_type", "success"),
            ("body/detail", "{\"msg\": \"Hello\"}"),
        ],
    ),
    ("base.updateView", &[("body/name", "New")]),
    ("user.getBaseAttachmentUploadLink", &[]),
    (
        "user.createBase",
        &[("body/name", "New"), ("body/workspace_id", "?")],
    ),
    ("user.copyBaseFromWorkspace", &[]),
    ("user.deleteBase", &[("body/name", "?")]),
    ("team-admin.listTeamUsers", &[]),
    ("team-admin.getUser", &[]),
    ("team-admin.updateUser", &[("body/name", "New")]),
    ("team-admin.enforceTwofactor", &[("body/force_2fa", "true")]),
    ("team-admin.disableTwoFactor", &[]),
    ("team-admin.deleteUser", &[]),
    ("team-admin.listBases", &[]),
    ("team-admin.listGroups", &[]),
    (
        "team-admin.addUser",
        &[
            ("body/email", "new@practice.example"),
            ("body/name", "New"),
            ("body/password", "secret"),
        ],
    ),
    ("system-admin.getUser", &[]),
    ("system-admin.listUsers", &[]),
];

#[test]
fn operations_that_want_ids_are_reached_without_typing_one() {
    let mut kinds: Vec<Kind> = Vec::new();
    let mut missed = Vec::new();
    for (name, given) in OPERATIONS {
        let mut person = Person::new();
        if let Err(why) = person.call(name, given) {
            missed.push(format!("{name}: {why} after {:?}", person.called));
        }
        for kind in person.chosen {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
    assert!(kinds.len() >= 7, "{kinds:?}");
}
