//! The team, its users and groups.

use crate::Object;

/// The team.
#[derive(Clone, Debug)]
pub(crate) struct Team {
    pub(crate) org_id: u64,
    pub(crate) name: String,
    pub(crate) settings: Object,
    /// Requests answered since the world began.
    pub(crate) api_calls: u64,
    /// Addresses of deleted users: SeaTable never gives them to another.
    pub(crate) former_emails: Vec<String>,
}

/// A user of the team.
#[derive(Clone, Debug)]
pub(crate) struct User {
    /// The internal id, ending in `@auth.local`.
    pub(crate) id: String,
    pub(crate) number: u64,
    pub(crate) name: String,
    pub(crate) contact_email: String,
    pub(crate) login_id: String,
    pub(crate) password: String,
    /// The path of the picture.
    pub(crate) avatar: String,
    pub(crate) token: String,
    pub(crate) workspace_id: u64,
    /// Whether this user looks after the team …
    pub(crate) is_admin: bool,
    /// … or after the whole server.
    pub(crate) is_staff: bool,
    pub(crate) is_active: bool,
    pub(crate) created_ms: u64,
    pub(crate) last_login_ms: Option<u64>,
    /// Whether an admin wants this user to set up two-factor authentication. Without a device there is no
    /// logging in then.
    pub(crate) force_2fa: bool,
    /// The code that the user's device shows. A practice device shows the same code all the time.
    pub(crate) device_code: Option<String>,
}

impl User {
    /// The picture of whoever has uploaded none.
    pub(crate) const AVATAR: &'static str = "media/avatars/default.png";
}

/// A group of users, which has a workspace of its own.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) workspace_id: u64,
    pub(crate) created_ms: u64,
    pub(crate) members: Vec<String>,
    /// Those who look after it; the first one owns it.
    pub(crate) admins: Vec<String>,
}

impl Group {
    /// Returns the id of the user who owns it.
    pub(crate) fn owner(&self) -> &str {
        self.admins.first().map(String::as_str).unwrap_or_default()
    }
}

/// A place for bases.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) owner: String,
    /// The group it belongs to; none for a user's own workspace.
    pub(crate) group_id: Option<u64>,
}
