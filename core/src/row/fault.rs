//! What is wrong with what was typed into a cell.

use super::cell::is_number;
use super::date::Moment;
use super::stamp::Stamp;
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
        (_, Cell::Json(json)) if json == "null" => return None,
        (ColumnKind::Number | ColumnKind::Rate { .. }, Cell::Json(json)) => (
            true,
            if json.starts_with('"') {
                "Write the number without quotes."
            } else {
                "This column takes a number."
            },
        ),
        (
            ColumnKind::MultipleSelect(_)
            | ColumnKind::Collaborator
            | ColumnKind::Image
            | ColumnKind::File,
            Cell::Json(_),
        ) => (true, "This column takes a list: [ ]."),
        (ColumnKind::Select(_), Cell::Json(_)) => {
            (true, "This column takes the name of one option.")
        }
        (ColumnKind::Number, Cell::Text(text)) => (
            !is_number(text),
            "This is no number. Write digits, with a point before decimals: 1.5.",
        ),
        (ColumnKind::Rate { most }, Cell::Text(text)) => (
            !is_number(text) || text.parse().map_or(true, |rate: u32| rate > *most),
            "A rating is a whole number, from 0 to the highest of the column.",
        ),
        (ColumnKind::Date { time, .. }, Cell::Text(text)) => date(text, *time),
        // A form that the control does not have may be one that SeaTable reads.
        (ColumnKind::Date { day_first, .. }, Cell::Json(json)) => {
            (!is_date(json, *day_first), NO_DATE)
        }
        (ColumnKind::Duration { seconds }, Cell::Text(text)) => (
            duration::parse(text, *seconds).is_none(),
            if *seconds {
                "Write hours, minutes and seconds: 1:30:00."
            } else {
                "Write hours and minutes: 1:30."
            },
        ),
        (ColumnKind::Checkbox, Cell::Json(_)) => (
            true,
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
        (ColumnKind::Image, Cell::List(addresses)) => (
            addresses.iter().any(|address| is_other_file(address)),
            "This does not end like the name of a picture. An image column shows nothing else: put other files into a file column.",
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

/// What is said of a date that there is not.
const NO_DATE: &str =
    "This is no date of the calendar, and SeaTable would leave the cell empty. Choose another.";

/// Whether a JSON string is a date that SeaTable reads.
fn is_date(json: &str, day_first: bool) -> bool {
    let text = json
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    text.is_some_and(|text| Stamp::read(text, day_first).is_some())
}

fn date(text: &str, with_time: bool) -> (bool, &'static str) {
    match Moment::read(text) {
        Some(moment) if moment.time.is_some() == with_time => (
            moment.day.len() > "2030-06-20".len(),
            "Write the year with four digits.",
        ),
        _ => (true, NO_DATE),
    }
}

/// Of a column without options nothing is known but that.
fn option(options: &[String], names: &[String]) -> (bool, &'static str) {
    (
        !options.is_empty() && names.iter().any(|name| !options.contains(name)),
        "The column has no such option, and SeaTable would add it. Choose one that is there.",
    )
}

/// The endings of pictures that browsers or SeaTable show.
const PICTURES: [&str; 14] = [
    "png", "jpg", "jpeg", "jfif", "gif", "webp", "svg", "bmp", "ico", "avif", "heic", "heif",
    "tif", "tiff",
];

/// Whether an address ends like the name of a file that is no picture.
fn is_other_file(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| {
        let is_plain = ending.len() <= 5 && ending.bytes().all(|b| b.is_ascii_alphanumeric());
        is_plain
            && !PICTURES
                .iter()
                .any(|picture| picture.eq_ignore_ascii_case(ending))
    })
}

/// Whether a text is a number that is not farther from 0 than this one.
fn is_within(text: &str, most: &str) -> bool {
    let size = text.strip_prefix('-').unwrap_or(text);
    is_number(text) && compare_numbers(size, most).is_some_and(Ordering::is_le)
}
