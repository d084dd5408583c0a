//! The rules of the catalogue: no fault, and nothing that names a thing left out.

use arazzo::Catalogue;
use playground_core::catalogue::Place;
use playground_core::known::Rules;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogue")
}

fn rules(catalogue: &Catalogue) -> Rules {
    let rules = arazzo::read_rules(&folder(), catalogue);
    Rules(
        rules
            .unwrap_or_else(|faults| panic!("{}", faults.join("\n")))
            .leak(),
    )
}

#[test]
fn every_parameter_of_a_path_is_known_for_what_it_names() {
    let catalogue = Catalogue::read(&folder()).unwrap();
    let rules = rules(&catalogue);
    let mut missing = Vec::new();
    for operation in catalogue.operations() {
        let ruled = rules.of(operation.area, &operation.id);
        let in_path = operation
            .parameters
            .iter()
            .filter(|one| one.place == Place::Path);
        for parameter in in_path {
            let is_known = ruled.is_some_and(|ruled| {
                let mut wants = ruled.wants.iter();
                wants.any(|want| want.place == Place::Path && want.steps == parameter.name)
            });
            if !is_known {
                missing.push(format!("{}: {}", operation.id, parameter.name));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn parameters_and_members_that_are_called_ids_are_known() {
    let catalogue = Catalogue::read(&folder()).unwrap();
    let rules = rules(&catalogue);
    let mut missing = Vec::new();
    for operation in catalogue.operations() {
        let ruled = rules.of(operation.area, &operation.id);
        for field in operation
            .fields()
            .filter(|field| is_name_of_thing(field.name))
        {
            if ruled.and_then(|ruled| ruled.want(&field.path())).is_none() {
                missing.push(format!(
                    "{}.{}: {}",
                    operation.area.name(),
                    operation.id,
                    field.name
                ));
            }
        }
    }
    missing.retain(|field| !NAMES_SOMETHING_NEW.contains(&field.as_str()));
    assert!(missing.is_empty(), "{missing:#?}");
}

fn is_name_of_thing(field: &str) -> bool {
    let endings = [
        "_id",
        "_uuid",
        "table_name",
        "view_name",
        "base_name",
        "dtable_name",
        "user_id",
    ];
    endings.iter().any(|ending| field.ends_with(ending))
}

/// What has the name of a new thing, or an id that is made up.
const NAMES_SOMETHING_NEW: [&str; 3] = [
    "base.createTable: table_name",
    "base.renameTable: new_table_name",
    "system-admin.updateUser: login_id",
];

#[test]
fn what_is_wanted_is_given_somewhere() {
    let catalogue = Catalogue::read(&folder()).unwrap();
    let rules = rules(&catalogue);
    let mut missing = Vec::new();
    for ruled in rules.0 {
        for want in ruled.wants {
            if rules.givers(want.kind, want.facet, ruled.area).is_empty() {
                missing.push(format!(
                    "{} {}: {:?}.{:?}",
                    ruled.id, want.steps, want.kind, want.facet
                ));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
