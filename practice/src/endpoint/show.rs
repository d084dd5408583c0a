//! How bases, users and groups are shown. Each answer has members of its own; here is what they are by name.

use crate::Object;
use crate::json::Value;
use crate::json::{insert, json};
use crate::route::Call;
use crate::time;
use crate::world::{Base, Group, User};

/// The members of a base in most lists.
pub(crate) const BASE: &str = "id workspace_id uuid name creator modifier created_at updated_at color \
    text_color icon is_encrypted in_storage starred";
/// The members of a base where a team's admin sees it.
pub(crate) const TEAM_BASE: &str = "id workspace_id uuid name created_at updated_at color text_color icon \
    is_encrypted in_storage org_id email group_id owner owner_deleted rows_count";
/// No quota was set.
pub(crate) const NO_QUOTA: i64 = -2;

/// Makes an object of members by their names, which stand in a text with spaces between.
pub(crate) fn members(names: &str, member: &dyn Fn(&str) -> Value) -> Value {
    let mut object = Object::new();
    for name in names.split_ascii_whitespace() {
        insert(&mut object, name, member(name));
    }
    Value::Object(object)
}

impl Call<'_> {
    /// Shows these members of a base.
    pub(crate) fn show_base(&self, base: &Base, names: &str) -> Value {
        members(names, &|name| self.base_member(base, name))
    }

    /// Returns a member of a base. What has no name here is null in SeaTable, as the color of the text.
    pub(crate) fn base_member(&self, base: &Base, name: &str) -> Value {
        let world = &*self.world;
        let mut groups = world.groups.iter();
        let group = groups.find(|group| group.workspace_id == base.workspace_id);
        match name {
            "id" | "dtable_id" => base.id.into(),
            "workspace_id" => base.workspace_id.into(),
            "uuid" | "dtable_uuid" => json!(base.uuid),
            "name" | "dtable_name" => json!(base.name),
            "created_at" => time::iso(base.created_ms).into(),
            "updated_at" => time::iso(base.updated_ms).into(),
            "color" | "dtable_color" => json!(base.color),
            "icon" | "dtable_icon" => json!(base.icon),
            "is_encrypted" => base.password.is_some().into(),
            "in_storage" => true.into(),
            "starred" => self.is_starred(base).into(),
            "deleted" => base.deleted_ms.is_some().into(),
            "delete_time" => base.deleted_ms.map(time::iso).into(),
            "org_id" => world.team.org_id.into(),
            "email" | "creator_email" => json!(base.owner),
            "group_id" => group.map_or_else(|| json!(-1), |group| group.id.into()),
            "group_name" | "type" => match group {
                Some(group) if name == "group_name" => json!(group.name),
                Some(_) => json!("group"),
                None => json!("personal"),
            },
            "owner" if group.is_some() => group.map(|group| group.name.clone()).into(),
            "owner" | "creator" | "modifier" => {
                let owner = world.user(&base.owner);
                json!(owner.map(|user| user.name.as_str()).unwrap_or_default())
            }
            "owner_deleted" => world.user(&base.owner).is_none().into(),
            "rows_count" => base.row_count().into(),
            _ => Value::Null,
        }
    }

    fn is_starred(&self, base: &Base) -> bool {
        let mut records = self.world.records.iter();
        records.any(|record| {
            record.kind == "star"
                && record.owner == self.user
                && record.has("dtable_uuid", &base.uuid)
        })
    }

    /// Shows these members of a user.
    pub(crate) fn show_user(&self, user: &User, names: &str) -> Value {
        members(names, &|name| self.user_member(user, name))
    }

    /// Returns a member of a user. What has no name here is empty for all.
    pub(crate) fn user_member(&self, user: &User, name: &str) -> Value {
        match name {
            "email" | "username" => json!(user.id),
            "id" => user.number.into(),
            "name" | "creator" => json!(user.name),
            "name_pinyin" => user.name.to_ascii_lowercase().into(),
            "contact_email" => json!(user.contact_email),
            "login_id" => json!(user.login_id),
            "avatar_url" => self.avatar_url(user).into(),
            "is_active" => user.is_active.into(),
            "is_org_admin" | "is_admin" => user.is_admin.into(),
            "is_staff" => user.is_staff.into(),
            "is_force_2fa" => user.force_2fa.into(),
            "has_default_device" => user.device_code.is_some().into(),
            "ctime" | "create_time" => time::iso(user.created_ms).into(),
            "last_login" => user.last_login_ms.map(time::iso).into(),
            "role" => json!("default"),
            "quota" | "quota_total" => NO_QUOTA.into(),
            "quota_usage" | "self_usage" | "storage_usage" => 0.into(),
            "workspace_id" => user.workspace_id.into(),
            "org_id" => self.world.team.org_id.into(),
            "org_name" => json!(self.world.team.name),
            _ => "".into(),
        }
    }

    /// Returns the address of a user's picture.
    pub(crate) fn avatar_url(&self, user: &User) -> String {
        format!("{}/{}", self.request.origin(), user.avatar)
    }

    /// Shows these members of a group.
    pub(crate) fn show_group(&self, group: &Group, names: &str) -> Value {
        members(names, &|name| self.group_member(group, name))
    }

    /// Returns a member of a group.
    pub(crate) fn group_member(&self, group: &Group, name: &str) -> Value {
        let owner = self.world.user(group.owner());
        match name {
            "id" | "group_id" => group.id.into(),
            // Where a view is shared with the group.
            "to_group_id" => group.id.to_string().into(),
            "name" | "group_name" => json!(group.name),
            "parent_group_id" => 0.into(),
            "owner" | "creator_email" | "group_owner" => json!(group.owner()),
            "creator_name" => json!(owner.map(|user| user.name.as_str())),
            "creator_contact_email" => json!(owner.map(|user| user.contact_email.as_str())),
            "created_at" | "ctime" => time::iso(group.created_ms).into(),
            "admins" | "group_admins" => json!(group.admins),
            "group_member_count" => group.members.len().into(),
            "avatar_url" => {
                let origin = self.request.origin();
                format!("{origin}/media/avatars/groups/default.png").into()
            }
            "size" => {
                let bases = self.world.bases.iter();
                let bases = bases.filter(|base| base.workspace_id == group.workspace_id);
                stored(bases).into()
            }
            "org_id" => self.world.team.org_id.into(),
            _ => Value::Null,
        }
    }
}

/// Returns how many bytes the files of bases take.
pub(crate) fn stored<'a>(bases: impl Iterator<Item = &'a Base>) -> usize {
    let assets = bases.flat_map(|base| &base.assets);
    assets.map(|asset| asset.bytes.len()).sum()
}
