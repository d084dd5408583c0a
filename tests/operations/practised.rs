//! The list of what the practice SeaTable answers is what it answers.

use crate::operations;
use playground_core::catalogue::Area;
use std::collections::BTreeSet;
use std::path::Path;

/// Writes the list as it has to be.
fn list() -> String {
    let known: BTreeSet<_> = practice::routes()
        .map(|(method, path)| contract::operation(method, path))
        .collect();
    let mut text =
        "# The operations that the practice SeaTable answers. arazzo/src/practised.rs reads it; \
        tests/operations/practised.rs says what has to stand here.\n"
            .to_owned();
    for area in Area::ALL {
        let is_known =
            |method: &str, path: &str| known.contains(&contract::operation(method, path));
        let of_area = operations().iter().filter(|one| one.area == area);
        let of_area = of_area.filter(|one| is_known(one.method.as_str(), &one.path));
        let ids: Vec<_> = of_area.map(|one| format!("  - {}\n", one.id)).collect();
        if !ids.is_empty() {
            text.push_str(&format!("{}:\n{}", area.name(), ids.concat()));
        }
    }
    text
}

#[test]
fn the_list_has_what_the_practice_seatable_knows() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/practised.yaml");
    let list = list();
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == list,
        "catalogue/practised.yaml has to be:\n{list}"
    );
}
