//! The people of the team.

use crate::world::{Ids, User};

struct Person {
    name: &'static str,
    login: &'static str,
    is_admin: bool,
    device_code: Option<&'static str>,
}

/// The first is the one whose credentials are handed out.
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

/// Returns the users.
pub(super) fn users(ids: &mut Ids, now_ms: u64) -> Vec<User> {
    PEOPLE
        .iter()
        .map(|person| person.user(ids, now_ms))
        .collect()
}

impl Person {
    fn user(&self, ids: &mut Ids, now_ms: u64) -> User {
        User {
            id: ids.user(),
            number: ids.number(),
            name: self.name.to_owned(),
            contact_email: format!("{}@practice.example", self.login),
            login_id: format!("practice-{}", self.login),
            password: "practice-password".to_owned(),
            avatar: User::AVATAR.to_owned(),
            token: ids.token("account"),
            workspace_id: ids.number(),
            is_admin: self.is_admin,
            is_staff: self.is_admin,
            is_active: true,
            created_ms: now_ms,
            last_login_ms: None,
            force_2fa: false,
            device_code: self.device_code.map(str::to_owned),
        }
    }
}
