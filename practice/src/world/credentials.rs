//! What a client needs to know to try the practice SeaTable.

use super::{Permission, World};
use crate::json::{Value, json};
use serde::{Deserialize, Serialize};

/// The credentials of the seed world.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credentials {
    /// The server's origin. The library leaves it empty, the HTTP server fills it in.
    pub url: String,
    /// An API-Token that may read and write the base.
    pub api_token: String,
    /// The base.
    pub base_uuid: String,
    /// Its name.
    pub base_name: String,
    /// The workspace it is in.
    pub workspace_id: u64,
    /// The e-mail address of a team admin.
    pub username: String,
    /// The admin's password.
    pub password: String,
    /// The admin's Account-Token.
    pub account_token: String,
    /// The team.
    pub org_id: u64,
}

impl Credentials {
    /// Writes them as JSON.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "url": self.url, "api_token": self.api_token, "base_uuid": self.base_uuid,
            "base_name": self.base_name, "workspace_id": self.workspace_id,
            "username": self.username, "password": self.password,
            "account_token": self.account_token, "org_id": self.org_id,
        })
    }
}

impl World {
    /// Returns the credentials of the first base and the first admin.
    pub fn credentials(&self) -> Credentials {
        let mut credentials = Credentials {
            org_id: self.team.org_id,
            ..Credentials::default()
        };
        if let Some(base) = self.bases.first() {
            credentials.base_uuid.clone_from(&base.uuid);
            credentials.base_name.clone_from(&base.name);
            credentials.workspace_id = base.workspace_id;
        }
        let token = self.api_tokens.iter().find(|token| {
            token.base_uuid == credentials.base_uuid && token.permission == Permission::ReadWrite
        });
        if let Some(token) = token {
            credentials.api_token.clone_from(&token.token);
        }
        if let Some(admin) = self.users.iter().find(|user| user.is_admin) {
            credentials.username.clone_from(&admin.contact_email);
            credentials.password.clone_from(&admin.password);
            credentials.account_token.clone_from(&admin.token);
        }
        credentials
    }
}
