//! What is learned from answers, and kept once.

use crate::scene::{START, Scene, answer, form, told};
use playground_core::catalogue::Area;
use playground_core::known::{Facet, Kind, Thing};
use serde_json::{Value, json};

const UUID: &str = "650d8a0d-7e27-46a8-8b18-6cc6f3db2057";
const OTHER: &str = "12345678-7e27-46a8-8b18-6cc6f3db2057";

fn bases() -> Value {
    json!({
        "personal": [{"id": 1, "workspace_id": 20, "uuid": UUID, "name": "Practice base"}],
        "groups": [{"group_id": 51, "group_name": "Teachers", "dtables": [
            {"id": 2, "workspace_id": 30, "uuid": OTHER, "name": "Shop"}]}]
    })
}

fn columns() -> Value {
    json!({"columns": [
        {"key": "0000", "name": "Nr.", "type": "number"}, {"key": "Ab12", "name": "Title", "type": "text"},
        {"key": "Li34", "name": "Parts", "type": "link", "data": {"link_id": "7V2M"}}]})
}

fn things(scene: &Scene, kind: Kind) -> Vec<&Thing> {
    scene
        .known
        .things()
        .filter(|thing| thing.kind == kind)
        .collect()
}

#[test]
fn an_answer_tells_of_things_with_their_values_and_what_they_are_inside_of() {
    let mut scene = Scene::new();
    scene.learn("user.listBases", &[], &bases());
    let [shop, practice] = things(&scene, Kind::Base)[..] else {
        panic!("{:?}", scene.known)
    };
    assert_eq!(
        (practice.name.as_str(), practice.own(Facet::Uuid)),
        ("Practice base", Some(UUID))
    );
    assert_eq!(practice.of(Kind::Workspace, Facet::Id), Some("20"));
    assert_eq!(practice.of(Kind::Group, Facet::Id), None);
    assert_eq!(shop.of(Kind::Group, Facet::Id), Some("51"));
    let origin = practice.origin.unwrap();
    assert_eq!(
        (origin.area, origin.id, origin.at),
        (Area::User, "listBases", START)
    );
    assert_eq!(things(&scene, Kind::Group)[0].name, "Teachers");
}

#[test]
fn a_thing_is_kept_once_and_the_newest_answer_counts() {
    let mut scene = Scene::new();
    scene.learn("user.listBases", &[], &bases());
    let bare = UUID.replace('-', "");
    let exchanged = json!({"access_token": "t.t.t", "dtable_uuid": bare, "dtable_name": "Renamed", "workspace_id": 20});
    scene.learn("authentication.getBaseTokenWithApiToken", &[], &exchanged);
    let bases = things(&scene, Kind::Base);
    assert_eq!(bases.len(), 2);
    assert_eq!(bases[0].name, "Renamed");
    assert_eq!(bases[0].own(Facet::Name), Some("Renamed"));
    assert_eq!(
        bases[0].own(Facet::Id),
        Some("1"),
        "as the first answer said"
    );
    assert_eq!(bases[0].own(Facet::Uuid), Some(UUID), "with its dashes");
    assert_eq!(bases[0].origin.unwrap().at, START + 60);
}

#[test]
fn each_base_has_tables_of_its_own() {
    let mut scene = Scene::new();
    let metadata = |name| json!({"metadata": {"tables": [{"_id": "0000", "name": name, "columns": [], "views": []}]}});
    scene.learn(
        "base.getMetadata",
        &[("path/base_uuid", UUID)],
        &metadata("Articles"),
    );
    scene.learn(
        "base.getMetadata",
        &[("path/base_uuid", OTHER)],
        &metadata("Orders"),
    );
    scene.learn(
        "base.getMetadata",
        &[("path/base_uuid", UUID)],
        &metadata("Renamed"),
    );
    let tables = things(&scene, Kind::Table);
    let names: Vec<_> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names, ["Renamed", "Orders"]);
    assert_eq!(tables[1].of(Kind::Base, Facet::Uuid), Some(OTHER));
}

#[test]
fn a_row_is_called_by_its_first_column_where_the_columns_are_known() {
    let rows = json!({"rows": [
        {"_id": "Bko1e60YT-egit2SljWSZA", "_mtime": "2021", "Title": "Bees", "Nr.": 7},
        {"_id": "RzeUwIhFSp-iNi81-bZvpA", "0000": 8, "Ab12": "Ants"},
        {"_id": "Zzzzzzzzzz-iNi81-bZvpA", "Nr.": null, "Title": null}]});
    let fields = [("path/base_uuid", UUID), ("query/table_name", "Articles")];
    let mut scene = Scene::new();
    scene.learn("base.listRows", &fields, &rows);
    let names = |scene: &Scene| {
        let rows = things(scene, Kind::Row);
        rows.iter()
            .rev()
            .map(|row| row.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&scene), ["Bees", "Ants", ""]);
    scene.learn("base.listColumns", &fields, &columns());
    scene.learn("base.listRows", &fields, &rows);
    assert_eq!(names(&scene), ["7", "8", ""]);
    let row = things(&scene, Kind::Row)[0];
    assert_eq!(row.of(Kind::Table, Facet::Name), Some("Articles"));
    assert_eq!(things(&scene, Kind::Link)[0].name, "Parts");
}

#[test]
fn a_row_that_a_request_changes_is_not_called_as_before() {
    const ROW: &str = "Bko1e60YT-egit2SljWSZA";
    let table = [("path/base_uuid", UUID), ("query/table_name", "Articles")];
    let rows = json!({"rows": [{"_id": ROW, "Title": "Bees", "Nr.": 7}]});
    let mut scene = Scene::new();
    let update = |scene: &mut Scene, row: &str| {
        let fields = [
            ("path/base_uuid", UUID),
            ("body/table_name", "Articles"),
            ("body/updates/0/row_id", ROW),
            ("body/updates/0/row", row),
        ];
        scene.learn("base.updateRow", &fields, &json!({"success": true}));
        things(scene, Kind::Row)[0].name.clone()
    };
    scene.learn("base.listRows", &table, &rows);
    assert_eq!(
        update(&mut scene, r#"{"Title": "Wasps"}"#),
        "",
        "which column is first is not known"
    );
    scene.learn("base.listColumns", &table, &columns());
    scene.learn("base.listRows", &table, &rows);
    assert_eq!(update(&mut scene, r#"{"Title": "Wasps"}"#), "7");
    assert_eq!(update(&mut scene, r#"{"Nr.": 8}"#), "8");
    assert_eq!(update(&mut scene, r#"{"0000": null}"#), "");
    let long = ["ä".repeat(80), "…".to_owned()].concat();
    let row = json!({ "Nr.": "ä".repeat(2_000) }).to_string();
    assert_eq!(update(&mut scene, &row), long);
}

#[test]
fn texts_that_are_json_and_keys_are_read_too() {
    let mut scene = Scene::new();
    let forms = json!({"form_list": [{"token": "t1", "dtable_uuid": UUID, "form_config": "{\"form_name\": \"Survey\"}"}]});
    scene.learn("user.listForms", &[("query/base_name", "Shop")], &forms);
    assert_eq!(things(&scene, Kind::Form)[0].name, "Survey");
    let shared = json!({"group_shared_views": {"4": [{"view_share_id": 9, "uuid": UUID, "name": "Shop", "workspace_id": 3}]}});
    scene.learn("user.listMyGroupViewShares", &[], &shared);
    let share = things(&scene, Kind::GroupViewShare)[0];
    assert_eq!(share.of(Kind::Group, Facet::Id), Some("4"));
    let link = json!({"upload_link": "https://x.example/seafhttp/upload-api/83e701c8", "parent_path": "/asset/u", "workspace_id": 4});
    scene.learn("file.getUploadLink", &[], &link);
    let file = json!([{"name": "bees.png", "id": "1", "size": 9}]);
    scene.learn(
        "file.uploadFile",
        &[("body/relative_path", "images/2021-03/")],
        &file,
    );
    assert_eq!(
        things(&scene, Kind::Asset)[0].own(Facet::Path),
        Some("images/2021-03/bees.png")
    );
}

#[test]
fn of_a_long_list_the_first_are_kept_and_that_is_told() {
    let mut scene = Scene::new();
    let rows: Vec<_> = (0..1000)
        .map(|i| json!({"_id": format!("row{i:019}"), "Name": format!("{i}")}))
        .collect();
    let fields = [("path/base_uuid", UUID), ("query/table_name", "Articles")];
    scene.learn("base.listRows", &fields, &json!({"rows": rows}));
    assert_eq!(things(&scene, Kind::Row).len(), 200);
    let cut = scene.known.cut(Kind::Row).unwrap();
    assert_eq!((cut.of, cut.origin.id), (1000, "listRows"));
    scene.learn(
        "base.listRows",
        &fields,
        &json!({"rows": [{"_id": "another000000000000000"}]}),
    );
    assert_eq!(scene.known.cut(Kind::Row), None);
}

#[test]
fn what_was_refused_or_is_no_json_teaches_nothing() {
    let mut scene = Scene::new();
    let form = form("user.listBases", &[]);
    for (status, body) in [
        (403, bases()),
        (200, json!("text")),
        (200, json!(null)),
        (200, json!({"personal": 7})),
    ] {
        scene.learn_of(&form, &answer(status, &body));
    }
    assert_eq!(scene.known.things().count(), 0);
}

#[test]
fn a_credential_shows_in_no_debug() {
    let mut scene = Scene::new();
    let secret = "fake1111fake1111";
    scene.learn(
        "authentication.getAccountTokenfromUsername",
        &[],
        &json!({"token": secret}),
    );
    let token = json!({"app_name": "App", "api_token": secret, "permission": "rw"});
    let fields = [
        ("path/workspace_id", "20"),
        ("path/base_name", "Practice base"),
    ];
    scene.learn("authentication.createApiToken", &fields, &token);
    assert_eq!(scene.known.things().count(), 2);
    assert!(!format!("{:?}", scene.known).contains(secret));
    let form = form("user.listBases", &[]);
    let offers = scene
        .known
        .tokens(scene.ruled("user.listWorkspaces"), &form);
    assert_eq!(offers.iter().map(told).collect::<Vec<_>>(), [": *"]);
    assert!(!format!("{offers:?}").contains(secret));
}
