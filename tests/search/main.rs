//! The search over all operations finds what people mean.
#![cfg(not(target_arch = "wasm32"))]
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod table;

use arazzo::Catalogue;
use std::path::Path;
use table::{QUERIES, Rank};

#[test]
fn the_table_names_operations_that_there_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let catalogue = Catalogue::read(&folder).unwrap();
    for (query, rank) in QUERIES {
        let meant = match rank {
            Rank::First(one) => std::slice::from_ref(one),
            Rank::Among(these) => these,
        };
        for name in meant {
            let known = catalogue.operations().iter();
            let mut known = known.map(|known| format!("{}/{}", known.area.name(), known.id));
            assert!(known.any(|known| known == *name), "{query}: {name}");
        }
    }
}
