//! What fits a field, in which order, and what is gone again.

use crate::scene::{Scene, form, path};
use playground_core::auth::{Secret, Token, TokenKind};
use playground_core::catalogue::Area;
use playground_core::known::{Facet, Kind, Offer};
use serde_json::{Value, json};

const SHOP: &str = "12345678-7e27-46a8-8b18-6cc6f3db2057";
const CRM: &str = "87654321-7e27-46a8-8b18-6cc6f3db2057";

fn table(id: &str, name: &str) -> Value {
    json!({"_id": id, "name": name, "columns": [{"key": "0000", "name": format!("{name} no."), "type": "text"}],
        "views": [{"_id": "0000", "name": format!("All {name}"), "type": "table"}]})
}

/// Knows two bases, with two tables in each.
fn scene() -> Scene {
    let mut scene = Scene::new();
    let bases = json!({"personal": [
        {"id": 1, "workspace_id": 20, "uuid": SHOP, "name": "Shop"}, {"id": 2, "workspace_id": 20, "uuid": CRM, "name": "CRM"}]});
    scene.learn("user.listBases", &[], &bases);
    let shop =
        json!({"metadata": {"tables": [table("0000", "Articles"), table("Ab12", "Orders")]}});
    scene.learn("base.getMetadata", &[("path/base_uuid", SHOP)], &shop);
    let crm = json!({"metadata": {"tables": [table("0000", "People"), table("Ab12", "Articles")]}});
    scene.learn("base.getMetadata", &[("path/base_uuid", CRM)], &crm);
    scene
}

#[test]
fn things_of_the_same_base_come_first() {
    let scene = scene();
    let fields = [("path/base_uuid", SHOP)];
    let offers = scene.offers("base.listRows", &fields, "query/table_name");
    let told: Vec<_> = offers
        .iter()
        .map(|offer| (offer.name.as_str(), offer.elsewhere.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("Orders", None),
            ("Articles", None),
            ("Articles", Some("CRM")),
            ("People", Some("CRM"))
        ]
    );
    let fields = [("path/base_uuid", CRM), ("query/table_name", "Articles")];
    let views = scene.told("base.listRows", &fields, "query/view_name");
    assert_eq!(views[0], "All Articles: All Articles");
}

#[test]
fn a_base_is_found_by_the_name_that_other_fields_have_too() {
    let scene = scene();
    let fields = [("path/workspace_id", "20"), ("path/base_name", "Shop")];
    let offers = scene.told("user.listViewExternalLinks", &fields, "query/table_id");
    assert_eq!(offers[..2], ["Orders: Ab12", "Articles: 0000"]);
    let fields = [
        ("path/workspace_id", "20"),
        ("path/base_name", "Shop"),
        ("query/table_id", "Ab12"),
    ];
    let views = scene.told("user.listViewExternalLinks", &fields, "query/view_id");
    assert_eq!(views[0], "All Orders: 0000");
}

#[test]
fn a_choice_brings_along_what_other_fields_want_of_it() {
    let scene = scene();
    let offers = scene.offers("user.listSnapshots", &[], "path/base_name");
    let along: Vec<_> = offers[0]
        .along
        .iter()
        .map(|(path, text)| (path.steps.as_ref(), text.as_str()))
        .collect();
    assert_eq!(along, [("workspace_id", "20")]);
    let filled = [("path/workspace_id", "20")];
    assert_eq!(
        scene.offers("user.listSnapshots", &filled, "path/base_name")[0].along,
        []
    );
    let rows = scene.offers("base.listRows", &[], "query/table_name");
    assert_eq!(rows[0].along[0].1, CRM);
}

/// Base-Tokens of both bases, which say so themselves.
const OF_SHOP: &str = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjk5OTk5OTk5OTksImR0YWJsZV91dWlkIjoiMTIzNDU2NzgtN2UyNy00NmE4LThiMTgtNmNjNmYzZGIyMDU3IiwidXNlcm5hbWUiOiIiLCJwZXJtaXNzaW9uIjoicnciLCJhcHBfbmFtZSI6IngifQ.fake0000";
const OF_CRM: &str = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjk5OTk5OTk5OTksImR0YWJsZV91dWlkIjoiODc2NTQzMjEtN2UyNy00NmE4LThiMTgtNmNjNmYzZGIyMDU3IiwidXNlcm5hbWUiOiIiLCJwZXJtaXNzaW9uIjoicnciLCJhcHBfbmFtZSI6IngifQ.fake0000";

#[test]
fn the_token_in_use_says_which_base_is_meant() {
    let scene = scene();
    let mut form = form("base.listRows", &[]);
    let path = path("path/base_uuid");
    for (token, name) in [(OF_SHOP, "Shop"), (OF_CRM, "CRM")] {
        form.token = Some(Token::new(TokenKind::Base, &Secret::new(token)));
        let offers = scene
            .known
            .offers(scene.ruled("base.listRows"), &form, &path);
        assert_eq!((offers.len(), offers[0].name.as_str()), (2, name));
    }
}

#[test]
fn tokens_are_offered_for_the_base_that_the_form_is_about() {
    let mut scene = scene();
    for (token, uuid) in [(OF_SHOP, SHOP), (OF_CRM, CRM), (OF_SHOP, SHOP)] {
        let exchanged = json!({"access_token": token, "dtable_uuid": uuid, "app_name": "x"});
        scene.learn("authentication.getBaseTokenWithApiToken", &[], &exchanged);
    }
    let form = form("base.listRows", &[("path/base_uuid", CRM)]);
    let tokens = scene.known.tokens(scene.ruled("base.listRows"), &form);
    assert_eq!((tokens.len(), tokens[0].elsewhere.as_deref()), (2, None));
    assert_eq!(tokens[1].elsewhere.as_deref(), Some("Shop"));
}

#[test]
fn a_form_takes_the_token_by_itself_that_it_can_only_mean() {
    let mut scene = scene();
    let ruled = scene.ruled("base.listRows");
    let (shop, crm) = (Secret::new(OF_SHOP), Secret::new(OF_CRM));
    let taken = |scene: &Scene, fields: &[(&str, &str)], current: Option<&Secret>| {
        let tokens = scene.known.tokens(ruled, &form("base.listRows", fields));
        Offer::token_to_take(&tokens, current).cloned()
    };
    let exchange = |scene: &mut Scene, token: &str, uuid: &str| {
        let exchanged = json!({"access_token": token, "dtable_uuid": uuid, "app_name": "x"});
        scene.learn("authentication.getBaseTokenWithApiToken", &[], &exchanged);
    };
    assert_eq!(taken(&scene, &[], None), None);
    // The only one, though the form does not say which base it is about.
    exchange(&mut scene, OF_SHOP, SHOP);
    assert_eq!(taken(&scene, &[], None), Some(shop.clone()));
    assert_eq!(taken(&scene, &[], Some(&shop)), None);
    let of_crm = [("path/base_uuid", CRM)];
    assert_eq!(taken(&scene, &of_crm, None), None);
    // Of two, the form has to say which one.
    exchange(&mut scene, OF_CRM, CRM);
    assert_eq!(taken(&scene, &[], None), None);
    assert_eq!(taken(&scene, &of_crm, None), Some(crm.clone()));
    assert_eq!(taken(&scene, &of_crm, Some(&shop)), Some(crm.clone()));
    assert_eq!(taken(&scene, &of_crm, Some(&crm)), None);
}

#[test]
fn tokens_that_the_person_brought_are_offered_once() {
    let mut scene = scene();
    for what_for in ["First walkthrough", "listRows"] {
        let token = Token::new(TokenKind::Base, &Secret::new(OF_SHOP));
        scene.known.hold(&token, what_for);
    }
    scene.known.hold(
        &Token::new(TokenKind::Base, &Secret::new("no token")),
        "listRows",
    );
    let form = form("base.listRows", &[("path/base_uuid", SHOP)]);
    let tokens = scene.known.tokens(scene.ruled("base.listRows"), &form);
    assert_eq!(
        (tokens.len(), tokens[0].note.as_str()),
        (1, "First walkthrough")
    );
    assert_eq!(
        (tokens[0].elsewhere.as_deref(), tokens[0].origin),
        (None, None)
    );
}

#[test]
fn parts_of_a_body_have_offers_too() {
    let mut scene = scene();
    let fields = [("path/base_uuid", SHOP), ("query/table_name", "Articles")];
    scene.learn(
        "base.listRows",
        &fields,
        &json!({"rows": [{"_id": "Bko1e60YT-egit2SljWSZA", "Name": "Bees"}]}),
    );
    let fields = [("path/base_uuid", SHOP), ("body/table_name", "Articles")];
    let offers = scene.told("base.deleteRow", &fields, "body/row_ids/0");
    assert_eq!(offers, ["Bees: Bko1e60YT-egit2SljWSZA"]);
    assert!(
        scene
            .offers("base.deleteRow", &fields, "body/row_ids")
            .is_empty()
    );
    let fields = [("path/base_uuid", SHOP), ("query/table_name", "Articles")];
    let columns = scene.told("base.updateView", &fields, "body/filters/3/column_key");
    assert_eq!(columns[0], "Articles no.: 0000");
}

#[test]
fn what_was_removed_is_offered_no_more_with_all_that_was_in_it() {
    let mut scene = scene();
    let fields = [("path/base_uuid", SHOP), ("body/table_name", "Articles")];
    scene.learn("base.deleteTable", &fields, &json!({"success": true}));
    let names = |scene: &Scene, kind| {
        let things = scene.known.things().filter(|thing| thing.kind == kind);
        things.map(|thing| thing.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&scene, Kind::Table), ["Articles", "People", "Orders"]);
    assert_eq!(names(&scene, Kind::Column).len(), 3);
    let fields = [("path/workspace_id", "20"), ("body/name", "CRM")];
    scene.learn("user.deleteBase", &fields, &json!({"success": true}));
    assert_eq!(names(&scene, Kind::Base), ["Shop"]);
    assert_eq!(names(&scene, Kind::Table), ["Orders"]);
    let two = [
        "Bko1e60YT-egit2SljWSZA",
        "RzeUwIhFSp-iNi81-bZvpA",
        "Zzz1e60YT-egit2SljWSZA",
    ];
    let rows: Vec<_> = two.iter().map(|id| json!({"_id": id})).collect();
    let fields = [("path/base_uuid", SHOP), ("query/table_name", "Orders")];
    scene.learn("base.listRows", &fields, &json!({"rows": rows}));
    let ids = json!(two[..2]).to_string();
    let fields = [
        ("path/base_uuid", SHOP),
        ("body/table_name", "Orders"),
        ("body/row_ids", ids.as_str()),
    ];
    scene.learn("base.deleteRow", &fields, &json!({"success": true}));
    assert_eq!(names(&scene, Kind::Row).len(), 1);
}

#[test]
fn a_new_name_counts_for_what_is_inside_as_well() {
    let mut scene = scene();
    let fields = [
        ("path/base_uuid", SHOP),
        ("body/table_name", "Articles"),
        ("body/new_table_name", "Goods"),
    ];
    scene.learn("base.renameTable", &fields, &json!({"success": true}));
    let fields = [("path/base_uuid", SHOP)];
    let tables = scene.told("base.listRows", &fields, "query/table_name");
    assert_eq!(tables[..2], ["Orders: Orders", "Goods: Goods"]);
    let fields = [("path/base_uuid", SHOP), ("query/table_name", "Goods")];
    assert_eq!(
        scene.told("base.listRows", &fields, "query/view_name")[0],
        "All Articles: All Articles"
    );
}

#[test]
fn operations_that_give_a_thing_are_named_readers_first() {
    let scene = Scene::new();
    let givers = |kind, facet, area| {
        let givers = scene.rules.givers(kind, facet, area);
        givers.iter().map(|ruled| ruled.id).collect::<Vec<_>>()
    };
    assert_eq!(givers(Kind::Base, Facet::Name, Area::User)[0], "listBases");
    assert_eq!(givers(Kind::Row, Facet::Id, Area::Base)[0], "querySQL");
    assert_eq!(
        givers(Kind::ApiToken, Facet::Token, Area::File)[0],
        "listApiTokens"
    );
    let accounts = givers(Kind::AccountToken, Facet::Token, Area::User);
    assert_eq!(accounts, ["getAccountTokenfromUsername"]);
    let users = givers(Kind::User, Facet::Email, Area::TeamAdmin);
    let adds = users.iter().position(|id| *id == "addUser").unwrap();
    let reads = users.iter().position(|id| *id == "listTeamUsers").unwrap();
    assert!(reads < adds, "{users:?}");
}
