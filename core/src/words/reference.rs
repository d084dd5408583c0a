//! What the reference says of areas and operations, beside their notes.

use crate::auth::TokenKind;
use crate::catalogue::{Area, Operation};
use crate::http::Quota;

/// Names an area.
pub fn area(area: Area) -> &'static str {
    match area {
        Area::Authentication => "Authentication",
        Area::Base => "Base",
        Area::File => "Files",
        Area::User => "User account",
        Area::TeamAdmin => "Team admin",
        Area::SystemAdmin => "System admin",
        Area::Scheduler => "Python scheduler",
    }
}

/// Says what the operations of an area are for, and who may call them.
pub fn about(area: Area) -> &'static str {
    match area {
        Area::Authentication => {
            "Log in, and create, list and delete the tokens that all other requests need."
        }
        Area::Base => {
            "Rows, columns, tables, views, links and comments inside one base. The requests need a Base-Token of that base."
        }
        Area::File => {
            "Upload, download and delete the files and images of one base. The requests need an API-Token of that base."
        }
        Area::User => {
            "Everything that your account may do: bases, groups, sharing, forms, automations. The requests need your Account-Token."
        }
        Area::TeamAdmin => {
            "Users, groups, bases and settings of a team. The requests need the Account-Token of an admin of that team."
        }
        Area::SystemAdmin => {
            "Users, teams, bases and settings of a whole server. The requests need the Account-Token of a system admin, which only a \
             server of your own has: SeaTable Cloud refuses them."
        }
        Area::Scheduler => {
            "Runs and statistics of Python scripts. The requests go to the Python scheduler, a service of its own with a token of its own."
        }
    }
}

/// Says who may call the operations of an area, where the token alone does not let everybody.
pub fn caller(area: Area) -> Option<&'static str> {
    match area {
        Area::TeamAdmin => {
            Some("Only for admins of the team: for anybody else, SeaTable responds with 403.")
        }
        Area::SystemAdmin => {
            Some("Only for system admins of a server of your own. It can’t run on SeaTable Cloud.")
        }
        _ => None,
    }
}

/// Warns of a request that the chosen server will refuse.
pub fn not_on_cloud() -> &'static str {
    "This request can’t succeed on SeaTable Cloud, which has no system admins. Choose a server of your own, or practice."
}

/// Says which token an operation needs.
pub fn token(kind: Option<TokenKind>) -> &'static str {
    match kind {
        Some(TokenKind::Account) => "an Account-Token",
        Some(TokenKind::Api) => "an API-Token",
        Some(TokenKind::Base) => "a Base-Token",
        Some(TokenKind::Scheduler) => "a token of the Python scheduler",
        None => "no token",
    }
}

/// Says how many requests of its kind SeaTable accepts.
pub fn rate(quota: &Quota) -> String {
    let (of_cloud, of_own) = quota.per_minute();
    let (of_cloud, of_own) = (thousands(of_cloud), thousands(of_own));
    let of = match quota {
        Quota::Base(_) => "requests a minute for each base",
        Quota::Login => "logins a minute",
        Quota::Web => "requests a minute",
    };
    format!(
        "SeaTable Cloud accepts {of_cloud} {of}, a server of your own {of_own} unless its admin has set another limit."
    )
}

fn thousands(number: usize) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands},{rest:03}"),
    }
}

/// Says what has to be known before an operation is sent.
pub fn flags(operation: &Operation) -> Vec<&'static str> {
    let flags = operation.flags;
    [
        (
            operation.deprecated,
            "SeaTable’s documents say that it should no longer be used.",
        ),
        (
            flags.asynchronous,
            "SeaTable responds before the work is done. The response names a task whose state you can ask for.",
        ),
        (
            flags.binary_answer,
            "The response is a file, whatever the documents call its media type.",
        ),
        (
            flags.body_on_delete,
            "It has a request body on DELETE, which some proxies drop.",
        ),
        (
            flags.ambiguous_path,
            "Another operation has the same method and path: SeaTable tells them apart by the value in the path.",
        ),
    ]
    .into_iter()
    .filter_map(|(holds, words)| holds.then_some(words))
    .collect()
}

/// Counts operations.
pub fn count(operations: usize) -> String {
    match operations {
        1 => "1 operation".to_owned(),
        count => format!("{count} operations"),
    }
}

/// Names a step of a walkthrough by its number.
pub fn step(number: &str, title: &str) -> String {
    format!("step {number}: {title}")
}

/// Says that the reference has nothing of that name.
pub fn unknown(name: &str) -> String {
    format!("No operation of SeaTable’s API is called “{name}”.")
}
