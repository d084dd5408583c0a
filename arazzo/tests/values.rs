//! The values of the catalogue: what they may say, and the faults of what they may not.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

use arazzo::Catalogue;
use std::path::Path;

#[test]
fn the_rules_of_all_areas_have_no_fault() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogue");
    let catalogue = Catalogue::read(&folder).unwrap();
    let rules = arazzo::read_rules(&folder, &catalogue);
    let rules = rules.unwrap_or_else(|faults| panic!("{}", faults.join("\n")));
    assert!(rules.len() > 300, "{}", rules.len());
}
