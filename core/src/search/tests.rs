use super::*;
use crate::catalogue::{Area, Harm, Method};

const fn listed(
    area: Area,
    id: &'static str,
    title: &'static str,
    method: Method,
    path: &'static str,
) -> Listed {
    Listed {
        area,
        id,
        title,
        group: "",
        method,
        path,
        token: None,
        harm: match method {
            Method::Get => Harm::Reads,
            Method::Post => Harm::Adds,
            Method::Put => Harm::Changes,
            Method::Delete => Harm::Removes,
        },
        deprecated: false,
        is_practised: true,
        words: "",
        fields: &[],
    }
}

const ROWS: &str = "/api/v2/dtables/{base_uuid}/rows/";
const USERS: &str = "/api/v2.1/admin/users/";

static OPERATIONS: [Listed; 5] = [
    listed(Area::Base, "deleteRow", "Delete rows", Method::Delete, ROWS),
    listed(Area::Base, "listRows", "List rows", Method::Get, ROWS),
    listed(Area::Base, "appendRows", "Add rows", Method::Post, ROWS),
    listed(
        Area::SystemAdmin,
        "listUsers",
        "List all users",
        Method::Get,
        USERS,
    ),
    listed(
        Area::TeamAdmin,
        "listTeamUsers",
        "List the team's users",
        Method::Get,
        "/api/v2.1/org/{org_id}/admin/users/",
    ),
];

fn found(text: &str) -> Vec<&'static str> {
    let titles = ["Write rows and read them"];
    let index = Index::new(&OPERATIONS, titles.into_iter());
    let results = index.find(text);
    assert_eq!(results.all, results.best.len());
    let name = |found| match found {
        Found::Operation(place) => OPERATIONS[place].id,
        Found::Walkthrough(place) => titles[place],
    };
    results.best.into_iter().map(name).collect()
}

#[test]
fn nothing_is_found_where_nothing_fits() {
    for text in ["", "  ", "/", "xyzzy", "/nowhere/", "the "] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn what_has_the_most_of_the_words_is_found() {
    assert_eq!(found("delete rows xyzzy"), ["deleteRow"]);
    assert_eq!(found("write"), ["Write rows and read them"]);
}

#[test]
fn less_harm_comes_first_among_equals() {
    assert_eq!(found("rows")[..3], ["listRows", "appendRows", "deleteRow"]);
}

#[test]
fn an_area_can_be_named() {
    assert_eq!(found("system admin users")[0], "listUsers");
    assert_eq!(found("team admin users")[0], "listTeamUsers");
}

#[test]
fn a_method_and_a_path_are_found_as_they_are_typed() {
    assert_eq!(found("DELETE /api/v2/dtables/1234/rows/"), ["deleteRow"]);
    assert_eq!(found("POST rows"), ["appendRows"]);
    assert_eq!(
        found("https://x.org/api/v2.1/org/7/admin/users/?page=1")[0],
        "listTeamUsers"
    );
}
