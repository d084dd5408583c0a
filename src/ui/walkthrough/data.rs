//! Each walkthrough, in a part of the page of its own: who opens one fetches that one.

use crate::data::Data;
use crate::ui::later::{NotLoaded, later};
use crate::walkthroughs::{self, each_walkthrough};
use std::pin::Pin;

/// Returns what a part has.
type Get = fn() -> Data;

/// The work of fetching a part. It is boxed, so that what follows is there once for all of them.
pub(super) type Fetching = Pin<Box<dyn Future<Output = Result<Get, NotLoaded>>>>;

macro_rules! fetch_each {
    ($($place:literal $fetch:ident $name:ident $file:literal;)*) => {
        use walkthroughs::{$($name),*};

        $(
            later! {
                async fn $fetch() -> Get, $name in $name;
            }
        )*

        /// Fetches a walkthrough, by its place in the list.
        pub(super) fn fetch(walkthrough: usize) -> Fetching {
            match walkthrough {
                $($place => Box::pin($fetch()),)*
                _ => Box::pin(async { Err(NotLoaded) }),
            }
        }
    };
}
each_walkthrough!(fetch_each);
