//! What the overlay says of all operations.

use crate::{name, operations};
use playground_core::catalogue::{FieldPath, Harm, Method, Operation, Role, Schema, Shape};

fn ids(is_it: impl Fn(&Operation) -> bool) -> Vec<String> {
    let found = operations().iter().filter(|operation| is_it(operation));
    found.map(name).collect()
}

fn count(harm: Harm) -> usize {
    ids(|operation| operation.harm == harm).len()
}

#[test]
fn each_operation_is_judged() {
    let harms = [
        Harm::Reads,
        Harm::Adds,
        Harm::Changes,
        Harm::Removes,
        Harm::RemovesMuch,
    ];
    assert_eq!(harms.map(count).iter().sum::<usize>(), 381);
    let reads = ids(|one| one.harm == Harm::Reads && one.method != Method::Get);
    assert_eq!(
        reads,
        [
            "authentication getAccountTokenfromUsername",
            "base querySQL",
            "base listRowLinks",
            "user listPublicUserInfos"
        ]
    );
    let much = ids(|one| one.harm == Harm::RemovesMuch);
    assert!(
        much.contains(&"team-admin deleteTeam".to_owned()),
        "{much:?}"
    );
    let removed = |one: &Operation| one.id.starts_with("delete") && one.harm < Harm::Removes;
    assert_eq!(ids(removed), Vec::<String>::new());
}

/// Lists the texts in a schema that sound like an id or a login and are not known for one.
fn unknown_identifiers(name: &str, schema: &Schema, found: &mut Vec<String>) {
    let ends = ["_id", "uuid", "email", "username", "upload_link"];
    let sounds = name == "id" || ends.iter().any(|end| name.ends_with(end));
    match &schema.shape {
        Shape::Text { .. } if sounds && !schema.role.is_some_and(Role::is_identifier) => {
            found.push(name.to_owned());
        }
        Shape::List(item) => unknown_identifiers(name, item, found),
        Shape::OneOf(kinds) => {
            for kind in kinds.iter() {
                unknown_identifiers(name, kind, found);
            }
        }
        Shape::Object { members, .. } => {
            for member in members.iter() {
                unknown_identifiers(&member.name, &member.schema, found);
            }
        }
        _ => {}
    }
}

#[test]
fn no_id_is_left_unknown() {
    for operation in operations() {
        let mut found = Vec::new();
        for parameter in operation.parameters.iter() {
            unknown_identifiers(&parameter.name, &parameter.schema, &mut found);
        }
        if let Some(body) = &operation.body {
            unknown_identifiers("", &body.schema, &mut found);
        }
        assert!(found.is_empty(), "{}: {found:?}", name(operation));
    }
}

/// Whether a name says that its value lets somebody in.
fn sounds_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_word = matches!(name.as_str(), "token" | "secret");
    is_word || name.ends_with("password")
}

fn look(path: &FieldPath, name: &str, schema: &Schema, open: &mut Vec<String>) {
    let is_text = matches!(schema.shape, Shape::Text { .. } | Shape::Integer { .. });
    if sounds_secret(name) && is_text {
        open.push(path.steps.to_string());
    }
    match &schema.shape {
        Shape::List(item) => look(path, name, item, open),
        Shape::OneOf(kinds) => kinds.iter().for_each(|kind| look(path, name, kind, open)),
        Shape::Object { members, .. } => {
            for member in members.iter() {
                look(
                    &path.member(&member.name),
                    &member.name,
                    &member.schema,
                    open,
                );
            }
        }
        _ => {}
    }
}

#[test]
fn what_is_called_a_password_a_token_or_a_secret_is_one() {
    let mut open = Vec::new();
    for operation in operations() {
        for field in operation.fields() {
            look(&field.path(), field.name, field.schema, &mut open);
        }
    }
    assert_eq!(open, Vec::<String>::new());
}

#[test]
fn what_is_called_alike_is_for_the_same() {
    let roles = [
        ("X-SEAFILE-OTP", Role::OneTimeCode),
        ("upload_link", Role::UploadLink),
        ("workspace_id", Role::Workspace),
        ("base_name", Role::BaseName),
        ("page", Role::Page),
        ("per_page", Role::PerPage),
    ];
    for operation in operations() {
        for field in operation.fields() {
            let mut known = roles.iter().filter(|(name, _)| *name == field.name);
            if let Some((_, role)) = known.next() {
                assert!(field.has(*role), "{} {}", name(operation), field.name);
            }
        }
    }
}
