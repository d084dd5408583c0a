//! The seed world: a small team with something to practise on.
//!
//! Tables, columns, rows and links are made through the API itself, so that nothing stands in the
//! seed that a client could not have made.

mod content;
mod people;

use super::{ApiToken, Base, Group, Ids, Permission, Team, User, World};
use crate::Object;
use crate::json::{Value, json};
use crate::message::Request;
use crate::token::{self, Claims};

/// Returns the seed world.
pub(super) fn world(now_ms: u64) -> World {
    let mut ids = Ids::new();
    let users = people::users(&mut ids, now_ms);
    let group = Group {
        id: ids.number(),
        name: "Sales".to_owned(),
        workspace_id: ids.number(),
        created_ms: now_ms,
        members: users.iter().map(|user| user.id.clone()).collect(),
        admins: users
            .first()
            .map(|user| user.id.clone())
            .into_iter()
            .collect(),
    };
    let team = Team {
        org_id: ids.number(),
        name: "Practice GmbH".to_owned(),
        settings: settings(),
        api_calls: 0,
        former_emails: Vec::new(),
    };
    let mut world = World {
        ids,
        team,
        users,
        groups: vec![group],
        bases: Vec::new(),
        trash: Vec::new(),
        snapshots: Vec::new(),
        records: Vec::new(),
        api_tokens: Vec::new(),
        upload_links: Vec::new(),
        download_links: Vec::new(),
    };
    if let Some(owner) = world.users.first().cloned() {
        add_bases(&mut world, &owner, now_ms);
        add_api_tokens(&mut world, &owner, now_ms);
    }
    world.team.api_calls = 0;
    world
}

/// What the team's admin may switch; as SeaTable's document shows it.
fn settings() -> Object {
    let names = [
        ("enable_force_2fa", false),
        ("enable_force_sso_login", false),
        ("enable_new_user_email", true),
        ("enable_external_user_access_invite_link", true),
        ("enable_member_modify_name", true),
    ];
    let settings = names.map(|(name, is_on)| (name.to_owned(), json!(is_on)));
    settings.into_iter().collect()
}

fn add_bases(world: &mut World, owner: &User, now_ms: u64) {
    let group = world
        .groups
        .first()
        .map_or(owner.workspace_id, |group| group.workspace_id);
    let bases = [
        ("Practice base", owner.workspace_id, content::PRACTICE_BASE),
        ("Shop", group, content::SHOP),
        ("Every column type", group, content::EVERY_COLUMN_TYPE),
    ];
    for (name, workspace_id, text) in bases {
        let mut base = Base::fresh(&mut world.ids, name, workspace_id, &owner.id, now_ms);
        base.tables.iter_mut().for_each(|table| table.rows.clear());
        // One can be practised on with rows in big-data storage.
        base.has_big_data = name == "Every column type";
        let author = Author::new(&base, owner, now_ms);
        world.bases.push(base);
        for call in content::calls(text, &owner.id) {
            author.send(world, &call);
        }
    }
}

/// The client that writes the seed.
struct Author {
    base_uuid: String,
    authorization: String,
    now_ms: u64,
}

impl Author {
    fn new(base: &Base, owner: &User, now_ms: u64) -> Self {
        let token = token::sign(&Claims {
            exp: now_ms as f64 / 1000.0 + 60.0,
            dtable_uuid: base.uuid.clone(),
            username: owner.id.clone(),
            permission: Some(Permission::ReadWrite.as_str().to_owned()),
            app_name: None,
            practice: true,
        });
        let authorization = format!("Bearer {token}");
        Self {
            base_uuid: base.uuid.clone(),
            authorization,
            now_ms,
        }
    }

    fn send(&self, world: &mut World, call: &Value) {
        let path = call.get("path").and_then(Value::as_str).unwrap_or_default();
        let method = call.get("method").and_then(Value::as_str).unwrap_or("POST");
        let body = content::body(call, world, &self.base_uuid);
        let request = Request {
            method: method.to_owned(),
            path: format!("/api-gateway/api/v2/dtables/{}/{}", self.base_uuid, path),
            headers: vec![("authorization".to_owned(), self.authorization.clone())],
            body: body.to_string().into_bytes(),
            now_ms: self.now_ms,
            ..Request::default()
        };
        // A refused call would leave a gap that the tests of the seed find.
        crate::route::handle(world, &request);
    }
}

fn add_api_tokens(world: &mut World, owner: &User, now_ms: u64) {
    let uuids: Vec<String> = world.bases.iter().map(|base| base.uuid.clone()).collect();
    for base_uuid in uuids {
        for (app_name, permission) in [
            ("Practice", Permission::ReadWrite),
            ("Practice read-only", Permission::Read),
        ] {
            world.api_tokens.push(ApiToken {
                token: world.ids.token("api"),
                app_name: app_name.to_owned(),
                permission,
                base_uuid: base_uuid.clone(),
                generated_by: owner.id.clone(),
                generated_ms: now_ms,
                last_access_ms: now_ms,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::world::{ColumnType, World};

    #[test]
    fn the_seed_has_a_cell_of_every_writable_type() {
        let world = World::practice(1_700_000_000_000);
        let tables = world.bases.iter().flat_map(|base| &base.tables);
        let table = tables
            .into_iter()
            .find(|table| table.name == "Types")
            .unwrap();
        for &kind in ColumnType::ALL {
            let column = table.columns.iter().find(|column| column.kind == kind);
            let column = column.unwrap_or_else(|| panic!("no column {kind:?}"));
            let filled = table
                .rows
                .iter()
                .any(|row| row.cells.contains_key(&column.key));
            assert!(filled || kind.is_computed(), "no cell {kind:?}");
        }
    }

    #[test]
    fn the_same_moment_gives_the_same_world() {
        let [a, b] = [0, 0].map(World::practice);
        assert_eq!(format!("{a:?}"), format!("{b:?}"));
    }

    #[test]
    fn orders_are_linked_to_customers_and_summed_up() {
        let world = World::practice(0);
        let base = &world.bases[1];
        let customers = base
            .tables
            .iter()
            .find(|table| table.name == "Customers")
            .unwrap();
        let rows = customers.rows.iter();
        let rows: Vec<_> = rows
            .map(|row| crate::cell::row(base, customers, row, true))
            .collect();
        assert_eq!(rows[0]["Orders"].as_array().unwrap().len(), 2);
        assert_eq!(rows[0]["Number of orders"], 2);
        assert_eq!(rows[0]["Turnover"], 47.5);
    }
}
