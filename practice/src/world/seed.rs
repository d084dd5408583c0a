//! The seed world: a small team with something to practise on.

use super::{ApiToken, Base, Column, ColumnType, Group, Ids, Permission, Row, Team, User, World};
use crate::{Object, cell};
use serde_json::{Value, json};

/// Returns the seed world.
pub(super) fn world(now_ms: u64) -> World {
    let mut ids = Ids::new();
    let users: Vec<User> = PEOPLE
        .iter()
        .map(|person| person.user(&mut ids, now_ms))
        .collect();
    let members: Vec<String> = users.iter().map(|user| user.id.clone()).collect();
    let group = Group {
        id: ids.number(),
        name: "Sales".to_owned(),
        workspace_id: ids.number(),
        members: members.clone(),
    };
    let team = Team {
        org_id: ids.number(),
        name: "Practice GmbH".to_owned(),
        api_calls: 0,
    };
    let (owner, workspace_id) = match users.first() {
        Some(admin) => (admin.id.clone(), admin.workspace_id),
        None => (String::new(), 0),
    };
    let bases = vec![first_base(&mut ids, &owner, workspace_id, now_ms)];
    let mut world = World {
        ids,
        team,
        users,
        groups: vec![group],
        bases,
        api_tokens: Vec::new(),
        upload_links: Vec::new(),
        download_links: Vec::new(),
    };
    for (app_name, permission) in [
        ("Practice", Permission::ReadWrite),
        ("Practice, read-only", Permission::Read),
    ] {
        add_api_token(&mut world, app_name, permission, &owner, now_ms);
    }
    world
}

struct Person {
    name: &'static str,
    login: &'static str,
    is_admin: bool,
    device_code: Option<&'static str>,
}

const PEOPLE: &[Person] = &[
    Person {
        name: "Ada Admin",
        login: "ada",
        is_admin: true,
        device_code: None,
    },
    Person {
        name: "Ben Beginner",
        login: "ben",
        is_admin: false,
        device_code: None,
    },
    Person {
        name: "Tia Twofactor",
        login: "tia",
        is_admin: false,
        device_code: Some("123456"),
    },
];

impl Person {
    fn user(&self, ids: &mut Ids, now_ms: u64) -> User {
        User {
            id: ids.user(),
            number: ids.number(),
            name: self.name.to_owned(),
            contact_email: format!("{}@practice.example", self.login),
            login_id: format!("practice-{}", self.login),
            password: "practice-password".to_owned(),
            token: ids.token("account"),
            workspace_id: ids.number(),
            is_admin: self.is_admin,
            is_active: true,
            created_ms: now_ms,
            last_login_ms: None,
            force_2fa: false,
            device_code: self.device_code.map(str::to_owned),
        }
    }
}

fn add_api_token(
    world: &mut World,
    app_name: &str,
    permission: Permission,
    owner: &str,
    now_ms: u64,
) {
    let Some(base) = world.bases.first() else {
        return;
    };
    world.api_tokens.push(ApiToken {
        token: world.ids.token("api"),
        app_name: app_name.to_owned(),
        permission,
        base_uuid: base.uuid.clone(),
        generated_by: owner.to_owned(),
        generated_ms: now_ms,
        last_access_ms: now_ms,
    });
}

/// The base of the walkthroughs.
fn first_base(ids: &mut Ids, owner: &str, workspace_id: u64, now_ms: u64) -> Base {
    let mut base = Base::fresh(ids, "Practice base", workspace_id, owner, now_ms);
    if let Some(table) = base.tables.first_mut() {
        table.rows.clear();
        add_column(
            ids,
            &mut table.columns,
            "Age",
            ColumnType::Number,
            number_format(),
        );
        add_column(
            ids,
            &mut table.columns,
            "Birthday",
            ColumnType::Date,
            iso_date(),
        );
        add_column(
            ids,
            &mut table.columns,
            "Status",
            ColumnType::SingleSelect,
            Value::Null,
        );
        add_column(
            ids,
            &mut table.columns,
            "Done",
            ColumnType::Checkbox,
            Value::Null,
        );
        add_column(
            ids,
            &mut table.columns,
            "Files",
            ColumnType::File,
            Value::Null,
        );
        add_column(
            ids,
            &mut table.columns,
            "Pictures",
            ColumnType::Image,
            Value::Null,
        );
        let people = [
            json!({ "Name": "Ginger Ale", "Age": 31, "Birthday": "1995-04-12", "Status": "active" }),
            json!({ "Name": "Jasmin Tee", "Age": 27, "Birthday": "1999-08-01", "Status": "new" }),
            json!({ "Name": "Max Müsli", "Age": 45, "Birthday": "1981-02-28", "Done": true }),
        ];
        for cells in people.iter().filter_map(Value::as_object) {
            add_row(
                ids,
                &mut table.columns,
                &mut table.rows,
                cells,
                owner,
                now_ms,
            );
        }
    }
    base
}

fn number_format() -> Value {
    json!({ "format": "number", "decimal": "dot", "thousands": "no" })
}

fn iso_date() -> Value {
    json!({ "format": "YYYY-MM-DD" })
}

fn add_column(ids: &mut Ids, columns: &mut Vec<Column>, name: &str, kind: ColumnType, data: Value) {
    let key = ids.short(columns.iter().map(|column| column.key.as_str()));
    columns.push(Column::new(key, name, kind, data));
}

fn add_row(
    ids: &mut Ids,
    columns: &mut [Column],
    rows: &mut Vec<Row>,
    cells: &Object,
    owner: &str,
    now_ms: u64,
) {
    let mut row = Row::new(ids, owner, now_ms);
    cell::number_row(columns, &mut row, now_ms);
    cell::fill(ids, columns, &mut row, cells);
    rows.push(row);
}
