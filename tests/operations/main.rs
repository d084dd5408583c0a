//! All operations of the catalogue: each can be filled in and prepared, and what is sent then is what SeaTable's documents describe.
#![cfg(not(target_arch = "wasm32"))]
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod answers;
mod facts;
mod forms;
mod harm;
mod link;
mod made;
mod places;
mod request;
mod samples;
mod secrets;
mod spread;

use arazzo::Catalogue;
use playground_core::catalogue::Operation;
use std::path::Path;
use std::sync::OnceLock;

/// Returns the catalogue, as the build reads it.
fn catalogue() -> &'static Catalogue {
    static READ: OnceLock<Catalogue> = OnceLock::new();
    let read = || {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
        Catalogue::read(&folder).unwrap()
    };
    READ.get_or_init(read)
}

/// Returns all operations.
fn operations() -> &'static [Operation] {
    catalogue().operations()
}

fn name(operation: &Operation) -> String {
    format!("{} {}", operation.area.name(), operation.id)
}
