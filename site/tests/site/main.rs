//! The file server, spoken to as a browser would, and the container that does the same.

// A test that cannot go on says so by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod client;
mod container;
mod folder;
mod packed;
mod told;
