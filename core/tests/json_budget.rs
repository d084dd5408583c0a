//! What the index of an answer weighs. It is counted, so that the budget holds on every machine.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generator;

use generator::rows;
use playground_core::json::Builder;

/// How much comes at a time, in bytes.
const CHUNK: usize = 64 * 1024;

/// The most that the index may weigh for rows, in bytes for each byte of text: with the text itself that makes four times the text.
const ROWS: f64 = 3.0;

/// The most that it may weigh for any text of some megabytes. A value has 16 bytes in the index and at least two in the text; what tells
/// the lines apart takes a little more.
const ANY: f64 = 9.0;

/// Indexes a text as it comes from the network, and returns the bytes of index for each byte of text.
fn weight(text: &str) -> f64 {
    let mut builder = Builder::with_capacity(text.len());
    for chunk in text.as_bytes().chunks(CHUNK) {
        builder.feed(chunk);
    }
    let document = builder.finish();
    assert_eq!(document.fault(), None);
    ratio(document.index_size(), text.len())
}

fn ratio(index: usize, text: usize) -> f64 {
    let whole = |bytes: usize| f64::from(u32::try_from(bytes).unwrap());
    whole(index) / whole(text)
}

/// Returns ten megabytes of the same, as one array.
fn many(value: &str) -> String {
    let count = 10_000_000 / (value.len() + 1);
    format!("[{}0]", format!("{value},").repeat(count))
}

#[test]
fn rows_with_their_index_take_less_than_four_times_their_text() {
    // Room grows by leaps: there are lucky and unlucky sizes.
    for size in [
        100_000, 1_000_000, 3_000_000, 6_000_000, 10_000_000, 50_000_000,
    ] {
        let weight = weight(&rows(size, "{}"));
        assert!(weight < ROWS, "{size} bytes of rows: {weight}");
    }
}

#[test]
fn numbers_weigh_by_their_digits() {
    for (number, most) in [
        ("1234567", 2.5),
        ("1234", 4.0),
        ("123", 5.0),
        ("12", 6.0),
        ("1", ANY),
    ] {
        let weight = weight(&many(number));
        assert!(weight < most, "numbers like {number}: {weight}");
    }
}

#[test]
fn no_shape_weighs_more_than_nine_times_its_text() {
    let deep = 5_000_000;
    for (shape, text) in [
        ("empty arrays", many("[]")),
        ("pairs", many("[[],[]]")),
        (
            "brackets",
            format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        ),
        (
            "members without names",
            format!(r#"{{{}"":0}}"#, r#""":0,"#.repeat(deep / 3)),
        ),
    ] {
        let weight = weight(&text);
        assert!(weight < ANY, "{shape}: {weight}");
    }
}

#[test]
fn a_long_string_weighs_nothing() {
    let weight = weight(&format!(r#""{}""#, "long ".repeat(2_000_000)));
    assert!(weight < 0.001, "{weight}");
}
