//! The walkthroughs that the build put into the page.

use super::model::Walkthrough;
use super::packed::{Packed, Unpacker};
use std::sync::LazyLock;

/// Every walkthrough, in the order in which the page lists them.
pub static ALL: LazyLock<&[Walkthrough]> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/walkthroughs.bin"));
    let texts = include_str!(concat!(env!("OUT_DIR"), "/walkthroughs.txt"));
    Packed::unpack(&mut Unpacker::new(bytes, texts))
});

/// Returns the walkthrough of that id.
pub fn find(id: &str) -> Option<&'static Walkthrough> {
    ALL.iter().find(|walkthrough| walkthrough.id == id)
}
