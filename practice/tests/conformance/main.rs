//! What is known of SeaTable 6.2, fact by fact, against the library and over HTTP.
//!
//! Each fact names the section of the API dossier that it proves.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod body;
mod client;
mod facts;

use client::Client;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Something that SeaTable does.
pub(crate) struct Fact {
    /// The section of the dossier that says so.
    pub(crate) section: &'static str,
    /// What it is.
    pub(crate) claim: &'static str,
    /// Fails where it is not so. Every fact gets a fresh world.
    pub(crate) check: fn(&Client),
}

fn check_all(client: fn() -> Client) {
    let broken: Vec<String> = facts::all()
        .filter(|fact| catch_unwind(AssertUnwindSafe(|| (fact.check)(&client()))).is_err())
        .map(|fact| format!("section {}: {}", fact.section, fact.claim))
        .collect();
    assert!(
        broken.is_empty(),
        "{} facts are not kept:\n{}",
        broken.len(),
        broken.join("\n")
    );
}

#[test]
fn the_library_keeps_every_fact() {
    check_all(Client::library);
    let asked = client::asked();
    let untold: Vec<_> = practice::routes()
        .filter(|route| !asked.contains(route))
        .collect();
    assert!(untold.is_empty(), "no fact about {untold:#?}");
}

#[test]
fn the_http_server_keeps_every_fact() {
    check_all(Client::http);
}

#[test]
fn every_fact_is_told_once() {
    let mut claims: Vec<&str> = facts::all().map(|fact| fact.claim).collect();
    let count = claims.len();
    claims.sort_unstable();
    claims.dedup();
    assert_eq!(claims.len(), count);
    assert!(count > 80, "{count} facts");
}
