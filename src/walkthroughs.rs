//! The walkthroughs that the build put into the page.

use playground_core::packed::{Packed, Unpacker};
use playground_core::walkthrough::Walkthrough;
use std::sync::LazyLock;

/// Every walkthrough, in the order in which the page lists them.
pub static ALL: LazyLock<&[Walkthrough]> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/walkthroughs.bin"));
    let texts = include_str!(concat!(env!("OUT_DIR"), "/walkthroughs.txt"));
    Packed::unpack(&mut Unpacker::new(bytes, texts))
});
