//! What people type, and the operation that they mean by it.
//!
//! It was written before the ranking, and is what the ranking is made for.

/// Where operations have to stand in the list of what was found.
pub(super) enum Rank {
    /// This one stands first.
    First(&'static str),
    /// All of these stand among the first three.
    Among(&'static [&'static str]),
}

use Rank::{Among, First};

/// Queries, and where the operations that they mean have to stand.
#[rustfmt::skip]
pub(super) const QUERIES: &[(&str, Rank)] = &[
    // Rows.
    ("list rows", First("base/listRows")),
    ("add row", First("base/appendRows")),
    ("insert record", First("base/appendRows")),
    ("get row", First("base/getRow")),
    ("update cell", First("base/updateRow")),
    ("sql", First("base/querySQL")),
    ("lock row", First("base/lockRows")),
    ("link two rows", Among(&["base/createRowLink"])),
    ("who changed a row", First("base/listRowActivities")),
    ("row history", First("base/listRowActivities")),
    ("comment on row", Among(&["base/createRowComment", "base/listRowComments"])),
    ("archive view", First("base/moveRowsToBigData")),
    // Tables, columns and views.
    ("delete column", First("base/deleteColumn")),
    ("add field", First("base/insertColumn")),
    ("rename field", First("base/updateColumn")),
    ("rename table", First("base/renameTable")),
    ("new table", First("base/createTable")),
    ("copy table", First("base/duplicateTable")),
    ("structure of a base", First("base/getMetadata")),
    ("dropdown options", Among(&["base/addSelectOption"])),
    ("hide columns in view", Among(&["base/updateView"])),
    ("column", First("base/listColumns")),
    ("list tables", First("base/getMetadata")),
    // Tokens.
    ("api token", Among(&["authentication/listApiTokens", "authentication/createApiToken"])),
    ("get base token", First("authentication/getBaseTokenWithApiToken")),
    ("revoke token", First("authentication/deleteApiToken")),
    ("temporary token", First("authentication/createTempApiToken")),
    ("account credential", First("authentication/getAccountTokenfromUsername")),
    ("login", Among(&["authentication/getAccountTokenfromUsername"])),
    // Files.
    ("upload image", First("file/uploadFile")),
    ("download attachment", First("file/getFileDownloadLink")),
    ("upload link", First("file/getUploadLink")),
    ("custom folder", Among(&["file/getCustomFiles"])),
    // Bases, sharing, and what stands around a base.
    ("create base", First("user/createBase")),
    ("new dtable", First("user/createBase")),
    ("rename base", First("user/updateBase")),
    ("trash restore base", First("user/restoreTrashedBase")),
    ("share base with group", First("user/createGroupShare")),
    ("unshare base", Among(&["user/deleteUserShare", "user/deleteGroupShare"])),
    ("invite link", Among(&["user/createInviteLink"])),
    ("public link to view", Among(&["user/createViewExternalLink"])),
    ("export base", First("user/exportBase")),
    ("import excel", Among(&["user/importBasefromFile"])),
    ("webhook", Among(&["user/listWebhooks", "user/createWebhook"])),
    ("add hook", First("user/createWebhook")),
    ("backup", Among(&["base/createSnapshot", "user/listSnapshots"])),
    ("my account", First("user/getAccountInfo")),
    ("automation", Among(&["user/listAutomationRules"])),
    ("smtp", Among(&["user/listEmailAccounts"])),
    ("favourite", Among(&["user/listFavorites"])),
    ("sync common dataset", First("user/syncCommonDataset")),
    ("list groups", First("user/listGroups")),
    // What admins do.
    ("add user", First("team-admin/addUser")),
    ("2fa", Among(&["team-admin/enforceTwofactor", "system-admin/enforceTwoFactor"])),
    ("turn on two factor for a user", Among(&["team-admin/enforceTwofactor", "system-admin/enforceTwoFactor"])),
    ("otp off", Among(&["team-admin/disableTwoFactor", "system-admin/disableTwoFactor"])),
    ("admin delete user", Among(&["team-admin/deleteUser", "system-admin/deleteUser"])),
    ("saml", First("team-admin/getSamlConfig")),
    ("sso", Among(&["team-admin/getSamlConfig"])),
    ("reset password", Among(&["team-admin/resetUserPassword", "system-admin/resetUserPassword"])),
    ("create organization", First("system-admin/addTeam")),
    ("system info", First("system-admin/getSystemInformation")),
    ("audit log", First("system-admin/listAuditLogs")),
    ("team admin groups", First("team-admin/listGroups")),
    ("system admin bases", First("system-admin/listAllBases")),
    ("script runs", Among(&["scheduler/listRuns"])),
    // Methods, paths, ids and names of parameters.
    ("listRows", First("base/listRows")),
    ("appendrows", First("base/appendRows")),
    ("row_id", Among(&["base/getRow"])),
    ("POST rows", First("base/appendRows")),
    ("delete /rows", First("base/deleteRow")),
    ("/api/v2.1/workspace", Among(&["user/listWorkspaces"])),
    ("PUT /api/v2.1/admin/users/", Among(&["system-admin/updateUser"])),
    ("/api/v2.1/workspace/127/dtable/Projects/api-tokens/", First("authentication/listApiTokens")),
    ("https://cloud.seatable.io/api2/account/info/", First("user/getAccountInfo")),
    // While typing, with a slip, in another order, one or many.
    ("lis ro", First("base/listRows")),
    ("del col", First("base/deleteColumn")),
    ("metad", First("base/getMetadata")),
    ("colunm", Among(&["base/listColumns"])),
    ("api token permision", First("authentication/updateApiToken")),
    ("webhok", Among(&["user/listWebhooks"])),
    ("rows list", First("base/listRows")),
    ("group member", Among(&["user/getGroupMembers"])),
];
