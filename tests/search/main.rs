//! The search over all operations finds what people mean.
#![cfg(not(target_arch = "wasm32"))]
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod table;

use playground_core::reference::{Index, Listed};
use playground_core::search::{self, Found};
use seatable_playground::{reference, walkthroughs};
use table::{QUERIES, Rank};

/// All that the page can find.
fn all() -> (&'static [Listed], search::Index) {
    let index: Index = reference::index().unpack();
    let titles = walkthroughs::ALL
        .iter()
        .map(|walkthrough| walkthrough.title);
    let words = search::Index::new(index.operations, titles);
    (index.operations, words)
}

fn name(listed: &Listed) -> String {
    format!("{}/{}", listed.area.name(), listed.id)
}

/// Names the best that was found for a query.
fn found(query: &str, operations: &[Listed], words: &search::Index) -> Vec<String> {
    let best = words.find(query).best.into_iter();
    let names = best.map(|found| match found {
        Found::Operation(place) => name(&operations[place]),
        Found::Walkthrough(place) => format!("walkthrough/{}", walkthroughs::ALL[place].id),
    });
    names.collect()
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let (operations, words) = all();
    let mut wrong = Vec::new();
    for (query, rank) in QUERIES {
        let (meant, places) = match rank {
            Rank::First(one) => (std::slice::from_ref(one), 1),
            Rank::Among(these) => (*these, 3),
        };
        let mut found = found(query, operations, &words);
        found.truncate(5);
        for meant in meant {
            assert!(operations.iter().any(|one| name(one) == *meant), "{meant}");
            if !found.iter().take(places).any(|found| found == meant) {
                wrong.push(format!("{query}: {meant} is not in its place in {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_operation_is_found_by_its_id_and_by_its_title() {
    let (operations, words) = all();
    let mut wrong = Vec::new();
    for one in operations {
        let is_same = |other: &&Listed| other.id.eq_ignore_ascii_case(one.id);
        let same = operations.iter().filter(is_same).count();
        // Titles of several areas are alike, and those of a base come first.
        for (query, most) in [(one.id, same + 1), (one.title, 12)] {
            let found = found(query, operations, &words);
            let place = found.iter().position(|found| *found == name(one));
            if place.is_none_or(|place| place >= most) {
                wrong.push(format!("{query}: {} is at {place:?}", name(one)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A keystroke holds each word that was typed against the distinct words, and then goes once through all. Both have to stay few, so that
/// it is done within a frame on a slow machine: `cargo xtask bench` has the time.
#[test]
fn a_keystroke_looks_at_few_words() {
    let (distinct, all) = all().1.words();
    assert!(distinct < 2_500, "{distinct} distinct words");
    assert!(all < 20_000, "{all} words");
}
