//! What operations by themselves make, and the requests that remove it.

use crate::{catalogue, name, operations};
use arazzo::{File, made_by_operations};
use playground_core::catalogue::{Area, Harm};
use playground_core::walkthrough::Made;
use std::path::Path;

/// Returns what each operation makes, in the order of the catalogue.
fn made() -> Vec<&'static [Made]> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/made");
    let of_area = |area: Area| {
        let path = folder.join(area.name()).with_extension("yaml");
        let file = File {
            text: std::fs::read_to_string(&path).unwrap(),
            name: path.display().to_string(),
        };
        made_by_operations(&file, catalogue()).unwrap()
    };
    Area::ALL.into_iter().flat_map(of_area).collect()
}

#[test]
fn what_is_made_is_removed_by_what_removes() {
    let made = made();
    assert_eq!(made.len(), operations().len());
    let mut count = 0;
    for (operation, made) in operations().iter().zip(made) {
        for made in made {
            count += 1;
            let name = name(operation);
            assert_eq!(operation.harm, Harm::Adds, "{name}");
            assert!(made.operation.harm >= Harm::Removes, "{name}");
            assert_eq!(made.operation.token, operation.token, "{name}");
            assert!(made.credential.is_none() && made.when.is_none(), "{name}");
        }
    }
    assert!(count > 30, "only {count} things are removed again");
}
