//! The state: everything that SeaTable would keep in its databases.

mod activity;
mod asset;
mod base;
#[cfg(not(target_arch = "wasm32"))]
mod big;
mod column;
mod credentials;
mod grant;
mod ids;
mod link;
mod places;
mod record;
mod row;
mod seed;
mod snapshot;
mod team;
mod view;

pub(crate) use activity::{Activity, Deed};
pub(crate) use asset::{Asset, DownloadLink, UploadLink};
pub(crate) use base::{Base, Origin, Table};
pub(crate) use column::{Column, ColumnType};
pub use credentials::Credentials;
pub(crate) use grant::{ApiGrant, ApiToken, BaseGrant, Permission};
pub(crate) use ids::Ids;
pub(crate) use link::{Link, Side};
pub(crate) use places::Places;
pub(crate) use record::Record;
pub(crate) use row::Row;
pub(crate) use snapshot::Snapshot;
pub(crate) use team::{Group, Team, User, Workspace};
pub(crate) use view::View;

/// A SeaTable server's whole state.
#[derive(Clone, Debug)]
pub struct World {
    pub(crate) ids: Ids,
    pub(crate) team: Team,
    pub(crate) users: Vec<User>,
    pub(crate) groups: Vec<Group>,
    pub(crate) bases: Vec<Base>,
    /// The bases that were deleted and can come back.
    pub(crate) trash: Vec<Base>,
    pub(crate) snapshots: Vec<Snapshot>,
    pub(crate) records: Vec<Record>,
    pub(crate) api_tokens: Vec<ApiToken>,
    pub(crate) upload_links: Vec<UploadLink>,
    pub(crate) download_links: Vec<DownloadLink>,
}

impl World {
    /// Returns the seed world: a team called Practice GmbH with a few bases. The same moment always
    /// gives the same world.
    pub fn practice(now_ms: u64) -> Self {
        seed::world(now_ms)
    }

    /// Returns the rows of a table in the base that the credentials name, with column names as
    /// keys; none if there is no such table.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn rows(&self, table: &str) -> Vec<serde_json::Map<String, serde_json::Value>> {
        let Some(base) = self.bases.first() else {
            return Vec::new();
        };
        let Some(table) = base.tables.iter().find(|t| t.name == table) else {
            return Vec::new();
        };
        table
            .rows
            .iter()
            .map(|row| {
                crate::json::Value::Object(crate::cell::row(base, table, row, true)).to_string()
            })
            .filter_map(|row| serde_json::from_str(&row).ok())
            .collect()
    }

    pub(crate) fn base(&self, uuid: &str) -> Option<&Base> {
        self.bases.iter().find(|base| base.uuid == uuid)
    }

    pub(crate) fn user(&self, id: &str) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    /// Finds a user by contact e-mail, login id or internal id: SeaTable logs in with any of them.
    pub(crate) fn user_by_login(&self, name: &str) -> Option<&User> {
        self.users.iter().find(|user| {
            user.contact_email.eq_ignore_ascii_case(name)
                || user.login_id == name
                || user.id == name
        })
    }

    /// Returns what a user may do in a base: what is in a workspace of theirs, or shared with them or a group of theirs.
    pub(crate) fn permission(&self, user: &str, base: &Base) -> Option<Permission> {
        let mut workspaces = self.workspaces(user).into_iter();
        if workspaces.any(|workspace| workspace.id == base.workspace_id) {
            return Some(Permission::ReadWrite);
        }
        let shares = self.records.iter().filter(|share| share.owner == base.uuid);
        let mut own = shares.filter(|share| match share.kind {
            "share" => share.has("email", user),
            "group share" => self
                .groups_of(user)
                .any(|group| share.has("group_id", &group.id.to_string())),
            _ => false,
        });
        own.find_map(|share| Permission::parse(share.text("permission")))
    }

    /// Returns the groups that a user is in.
    pub(crate) fn groups_of<'a>(&'a self, user: &'a str) -> impl Iterator<Item = &'a Group> {
        let groups = self.groups.iter();
        groups.filter(move |group| group.members.iter().any(|member| member == user))
    }

    /// Returns the workspaces that a user may enter: the personal one, then those of the groups.
    pub(crate) fn workspaces(&self, user: &str) -> Vec<Workspace> {
        let personal = self.user(user).map(|user| Workspace {
            id: user.workspace_id,
            name: "personal".to_owned(),
            owner: user.id.clone(),
            group_id: None,
        });
        let groups = self.groups_of(user).map(|group| Workspace {
            id: group.workspace_id,
            name: group.name.clone(),
            owner: format!("{}@seafile_group", group.id),
            group_id: Some(group.id),
        });
        personal.into_iter().chain(groups).collect()
    }
}
