//! The rules on values, held against what SeaTable's documents and the practice SeaTable answer.
#![cfg(not(target_arch = "wasm32"))]
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod examples;
mod learning;
mod offers;
mod person;
mod reached;
mod scene;

use arazzo::Catalogue;
use playground_core::catalogue::Operation;
use playground_core::known::Rules;
use std::path::Path;
use std::sync::OnceLock;

/// Returns all operations and the rules on their values, as the build reads them.
fn read() -> (&'static [Operation], Rules) {
    static READ: OnceLock<(Vec<Operation>, Rules)> = OnceLock::new();
    let (operations, rules) = READ.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
        let catalogue = Catalogue::read(&folder).unwrap();
        let rules = arazzo::read_rules(&folder, &catalogue).unwrap();
        (catalogue.operations().to_vec(), Rules(rules.leak()))
    });
    (operations, *rules)
}
