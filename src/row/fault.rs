//! What is wrong with what was typed into a cell.

use super::cell::is_number;
use super::date::Moment;
use super::{Cell, ColumnKind, duration};
use crate::json::compare_numbers;
use std::cmp::Ordering;

/// Says what is wrong with what was typed, and what to do. SeaTable reports hardly any of this: it drops, keeps half or
/// changes what it cannot store, and answers with success.
pub fn fault(kind: &ColumnKind, cell: &Cell) -> Option<&'static str> {
    let (is_wrong, words) = match (kind, cell) {
        (_, Cell::Unset) => return None,
        (ColumnKind::Locked, _) => (
            true,
            "Rows cannot fill this column: SeaTable does, or another request. Leave it out.",
        ),
        (ColumnKind::Number | ColumnKind::Rate { .. }, Cell::Json(json)) => {
            (json.starts_with('"'), "Write the number without quotes.")
        }
        (ColumnKind::Number, Cell::Text(text)) => (
            !is_number(text),
            "This is no number. Write digits, with a point before decimals: 1.5.",
        ),
        (ColumnKind::Rate { most }, Cell::Text(text)) => (
            !is_number(text) || text.parse().map_or(true, |rate: u32| rate > *most),
            "A rating is a whole number, from 0 to the highest of the column.",
        ),
        (ColumnKind::Date { time }, Cell::Text(text)) => date(text, *time),
        (ColumnKind::Duration { seconds }, Cell::Text(text)) => (
            duration::parse(text, *seconds).is_none(),
            if *seconds {
                "Write hours, minutes and seconds: 1:30:00."
            } else {
                "Write hours and minutes: 1:30."
            },
        ),
        (ColumnKind::Checkbox, Cell::Json(json)) => (
            json != "null",
            "SeaTable stores everything but true as false. Write true or false.",
        ),
        (ColumnKind::Select(options), Cell::Text(name)) => {
            option(options, std::slice::from_ref(name))
        }
        (ColumnKind::MultipleSelect(options), Cell::List(names)) => option(options, names),
        (ColumnKind::Collaborator, Cell::List(ids)) => (
            ids.iter().any(|id| !id.contains('@')),
            "People go by ids that end in @auth.local, not by names. The base's list of collaborators has them.",
        ),
        (ColumnKind::Email, Cell::Text(text)) => (
            !text.is_empty() && !text.contains('@'),
            "An email address has an @ in it.",
        ),
        (ColumnKind::Url, Cell::Text(text)) => (
            text.contains(' '),
            "A web address has no spaces. Write %20 for each.",
        ),
        (ColumnKind::Place { country: true }, Cell::Text(text)) => {
            (text.is_empty(), "Name a country or region.")
        }
        (ColumnKind::Place { .. }, Cell::Place { lng, lat }) => (
            !is_within(lng, "180") || !is_within(lat, "90"),
            "Write both as numbers: the longitude from -180 to 180, the latitude from -90 to 90.",
        ),
        (ColumnKind::Other, Cell::Text(text)) => (
            text.starts_with(['{', '[', '"']),
            "This is not complete JSON. As it is, it goes out as text.",
        ),
        _ => return None,
    };
    is_wrong.then_some(words)
}

fn date(text: &str, with_time: bool) -> (bool, &'static str) {
    match Moment::read(text) {
        Some(moment) if moment.time.is_some() == with_time => (
            moment.day.len() > "2030-06-20".len(),
            "Write the year with four digits.",
        ),
        _ => (
            true,
            "This is no date of the calendar, and SeaTable would leave the cell empty. Choose another.",
        ),
    }
}

/// Of a column without options nothing is known but that.
fn option(options: &[String], names: &[String]) -> (bool, &'static str) {
    (
        !options.is_empty() && names.iter().any(|name| !options.contains(name)),
        "The column has no such option, and SeaTable would add it. Choose one that is there.",
    )
}

/// Whether a text is a number that is not farther from 0 than this one.
fn is_within(text: &str, most: &str) -> bool {
    let size = text.strip_prefix('-').unwrap_or(text);
    is_number(text) && compare_numbers(size, most).is_some_and(Ordering::is_le)
}
