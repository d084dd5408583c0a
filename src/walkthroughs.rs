//! The walkthroughs that the build put into the page: what lists say of them, and each of them for a part of its own
//! (`src/ui/walkthrough/data.rs`).

use crate::data::data;
use playground_core::walkthrough::{Outline, Walkthrough};
use std::sync::LazyLock;

/// What lists say of every walkthrough, in the order in which the page lists them.
pub static CONTENTS: LazyLock<&[Outline]> = LazyLock::new(|| contents().unpack());

/// Every walkthrough, in the same order. The published page does without: it fetches the one that is opened.
pub static ALL: LazyLock<Vec<Walkthrough>> = LazyLock::new(|| {
    macro_rules! all {
        ($($place:literal $fetch:ident $name:ident $file:literal;)*) => {
            vec![$($name().unpack()),*]
        };
    }
    each_walkthrough!(all)
});

data! {
    /// What lists say of them.
    contents: "contents";
}

// The list that the build makes of `walkthroughs/contents.yaml`.
include!(concat!(env!("OUT_DIR"), "/each_walkthrough.rs"));
pub(crate) use each_walkthrough;

macro_rules! one_each {
    ($($place:literal $fetch:ident $name:ident $file:literal;)*) => {
        data! {
            $(
                /// A walkthrough.
                $name: $file;
            )*
        }
    };
}
each_walkthrough!(one_each);
