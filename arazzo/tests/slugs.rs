//! What SeaTable's own reference calls the pages of operations: what may stand in the file, and what is found by it.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

use arazzo::{Catalogue, File, Reference};
use playground_core::reference::Index;
use std::path::Path;

/// An operation of two areas, and one that only one has.
fn catalogue() -> Catalogue {
    let operation = |area: &str, id: &str| {
        format!(
            "{{\"area\": \"{area}\", \"id\": \"{id}\", \"title\": \"T\", \"group\": \"G\", \"method\": \"GET\", \
             \"path\": \"/{area}/{id}/\", \"token\": null, \"parameters\": [], \"answers\": []}}"
        )
    };
    let mut catalogue = Catalogue::default();
    for (area, ids) in [("base", ["listRows", "open"]), ("user", ["Open", "close"])] {
        let [one, other] = ids.map(|id| operation(area, id));
        let text = format!("{{\"operations\": [{one}, {other}]}}");
        catalogue.add(&text).unwrap();
    }
    catalogue
}

const SLUGS: &str = "\
order: [user, authentication, system-admin, team-admin, base, file, scheduler]
pages:
  base/listRows: listrows-4
old:
  list-rows:
    operation: base/listRows
    says: It has moved.
  shut: { operation: user/close }
";

fn faults(text: &str) -> Vec<String> {
    let file = File {
        name: "slugs.yaml".to_owned(),
        text: text.to_owned(),
    };
    let named = Reference::default().name_pages(&file, &catalogue());
    let faults = named.err().into_iter().flatten();
    faults.map(|fault| fault.to_string()).collect()
}

#[test]
fn what_is_not_understood_is_told_with_its_place() {
    assert_eq!(faults(SLUGS), [""; 0]);
    for (old, new, fault) in [
        ("old:", "older:", "1:1: slugs without \"old\""),
        (
            "[user,",
            "[users,",
            "1:9: \"users\"; expected each area once",
        ),
        (
            "[user, ",
            "[",
            "1:8: a list without some areas; expected each",
        ),
        (
            "base/listRows:",
            "base/listrows:",
            "3:3: the operation \"base/listrows\"; expected an operation, as AREA/ID",
        ),
        (
            "listrows-4",
            "listrows",
            "3:18: \"listrows\"; expected only what differs from the order",
        ),
        (
            "listrows-4",
            "close",
            "3:18: the name \"close\" a second time; expected one that no page has",
        ),
        (
            "shut:",
            "Shut:",
            "8:3: the name \"Shut\"; expected small letters, digits and hyphens",
        ),
        (
            "shut:",
            "open-1:",
            "8:3: the name \"open-1\" a second time; expected one that no page has",
        ),
        (
            "says:",
            "said:",
            "7:5: the key \"said\"; expected in an old",
        ),
        (
            "It has moved.",
            "See `getRows`.",
            "7:16: `getRows`; expected an operationId of the area",
        ),
    ] {
        let faults = faults(&SLUGS.replacen(old, new, 1));
        let told = ["slugs.yaml:", fault].concat();
        assert!(
            faults.iter().any(|fault| fault.starts_with(&told)),
            "expected {told}, got {faults:#?}"
        );
    }
}

fn all() -> Index {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogue");
    let catalogue = Catalogue::read(&folder).unwrap();
    let reference = Reference::read(&folder, &catalogue).unwrap();
    reference.into_parts().0
}

#[test]
fn an_operation_is_found_by_any_name_that_its_page_has_or_had() {
    let index = all();
    assert_eq!(index.operations.len(), 381);
    for (slug, area, id) in [
        ("add-row", "base", "appendRows"),
        ("appendrows", "base", "appendRows"),
        ("list-rows", "base", "listRows"),
        ("listrows", "base", "listRows"),
        ("ListRows", "base", "listRows"),
        ("insertcolumn", "base", "insertColumn"),
        ("insertcolumn-1", "base", "insertColumn"),
        ("listrows-7", "base", "listRows"),
        ("enforcetwofactor", "system-admin", "enforceTwoFactor"),
        ("enforcetwofactor-1", "team-admin", "enforceTwofactor"),
        ("disabletwofactor", "system-admin", "disableTwoFactor"),
        ("disabletwofactor-1", "team-admin", "disableTwoFactor"),
        ("listgroups", "system-admin", "listGroups"),
        ("listgroups-1", "team-admin", "listGroups"),
        ("listgroups-2", "user", "listGroups"),
        ("deleteinvitelink-1", "user", "deleteInviteLink"),
        ("listcommondataset-1", "user", "listCommonDataset"),
        ("listtrashedbases-1", "user", "listTrashedBases"),
        ("listnotificationrules-1", "user", "listNotificationRules"),
        ("listbasenotifications-2", "base", "listBaseNotifications"),
        ("deletebaseasset-2", "file", "deleteBaseAsset"),
        (
            "team-admin-users-enforce-2fa",
            "team-admin",
            "enforceTwofactor",
        ),
    ] {
        let found = index.by_slug(slug).map(|one| (one.area.name(), one.id));
        assert_eq!(found, Some((area, id)), "{slug}");
    }
    for name in ["nothing", "listrows-x", "listrows-", "-1", ""] {
        assert!(index.by_slug(name).is_none(), "{name}");
    }
    let gone = index.slug("add-row").unwrap();
    assert!(
        gone.says
            .contains("<a href=\"#/reference/base/appendRows\">")
    );
    let listed = index.find("base", "LISTROWS").unwrap();
    assert_eq!(listed.id, "listRows");
}

#[test]
fn each_operation_has_a_page_of_its_own_at_seatable() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogue");
    let catalogue = Catalogue::read(&folder).unwrap();
    let reference = Reference::read(&folder, &catalogue).unwrap();
    let (index, areas) = reference.into_parts();
    for area in areas {
        for (place, note) in area.notes.iter().enumerate() {
            let operation = &area.forms.operations[place];
            let found = index.by_slug(note.slug).unwrap();
            let found = (found.area, found.id);
            assert_eq!(found, (area.area, operation.id.as_ref()), "{}", note.slug);
            assert_eq!(index.operations[area.forms.first + place].id, operation.id);
        }
    }
}
