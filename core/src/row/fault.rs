//! What is wrong with what was typed into a cell.

use super::cell::is_number;
use super::date::Moment;
use super::stamp::Stamp;
use super::{Cell, ColumnKind, duration};
use crate::json::compare_numbers;
use std::cmp::Ordering;

/// What is wrong with what was typed into a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// The column is filled by SeaTable, or by another request.
    Locked,
    /// A number in quotes.
    QuotedNumber,
    /// Something else than a number.
    NotANumber,
    /// Something else than a list.
    NotAList,
    /// Something else than the name of an option.
    NotAnOption,
    /// A text that is no number.
    NoNumber,
    /// No number, or more than the highest rating.
    NoRating,
    /// No duration down to seconds.
    NoDurationInSeconds,
    /// No duration in hours and minutes.
    NoDurationInMinutes,
    /// Neither true nor false.
    NoBoolean,
    /// The name of a person in the place of the id.
    NoPerson,
    /// A file that is no picture.
    NoPicture,
    /// No email address.
    NoEmail,
    /// A web address with spaces.
    SpaceInAddress,
    /// No country or region.
    NoCountry,
    /// Longitude or latitude are no numbers, or out of their ranges.
    NoPlace,
    /// JSON that is not complete.
    IncompleteJson,
    /// A year of more than four digits.
    LongYear,
    /// An option that the column does not have.
    UnknownOption,
    /// No date of the calendar.
    NoDate,
}

/// Returns what is wrong with what was typed. SeaTable reports hardly any of this: it drops, keeps half or
/// changes what it cannot store, and answers with success.
pub fn fault(kind: &ColumnKind, cell: &Cell) -> Option<CellFault> {
    let (is_wrong, fault) = match (kind, cell) {
        (_, Cell::Unset) => return None,
        (ColumnKind::Locked, _) => (true, CellFault::Locked),
        (_, Cell::Json(json)) if json == "null" => return None,
        (ColumnKind::Number | ColumnKind::Rate { .. }, Cell::Json(json)) => (
            true,
            if json.starts_with('"') {
                CellFault::QuotedNumber
            } else {
                CellFault::NotANumber
            },
        ),
        (
            ColumnKind::MultipleSelect(_)
            | ColumnKind::Collaborator
            | ColumnKind::Image
            | ColumnKind::File,
            Cell::Json(_),
        ) => (true, CellFault::NotAList),
        (ColumnKind::Select(_), Cell::Json(_)) => (true, CellFault::NotAnOption),
        (ColumnKind::Number, Cell::Text(text)) => (!is_number(text), CellFault::NoNumber),
        (ColumnKind::Rate { most }, Cell::Text(text)) => (
            !is_number(text) || text.parse().map_or(true, |rate: u32| rate > *most),
            CellFault::NoRating,
        ),
        (ColumnKind::Date { time, .. }, Cell::Text(text)) => date(text, *time),
        // A form that the control does not have may be one that SeaTable reads.
        (ColumnKind::Date { day_first, .. }, Cell::Json(json)) => {
            (!is_date(json, *day_first), CellFault::NoDate)
        }
        (ColumnKind::Duration { seconds }, Cell::Text(text)) => (
            duration::parse(text, *seconds).is_none(),
            if *seconds {
                CellFault::NoDurationInSeconds
            } else {
                CellFault::NoDurationInMinutes
            },
        ),
        (ColumnKind::Checkbox, Cell::Json(_)) => (true, CellFault::NoBoolean),
        (ColumnKind::Select(options), Cell::Text(name)) => {
            option(options, std::slice::from_ref(name))
        }
        (ColumnKind::MultipleSelect(options), Cell::List(names)) => option(options, names),
        (ColumnKind::Collaborator, Cell::List(ids)) => {
            (ids.iter().any(|id| !id.contains('@')), CellFault::NoPerson)
        }
        (ColumnKind::Image, Cell::List(addresses)) => (
            addresses.iter().any(|address| is_other_file(address)),
            CellFault::NoPicture,
        ),
        (ColumnKind::Email, Cell::Text(text)) => {
            (!text.is_empty() && !text.contains('@'), CellFault::NoEmail)
        }
        (ColumnKind::Url, Cell::Text(text)) => (text.contains(' '), CellFault::SpaceInAddress),
        (ColumnKind::Place { country: true }, Cell::Text(text)) => {
            (text.is_empty(), CellFault::NoCountry)
        }
        (ColumnKind::Place { .. }, Cell::Place { lng, lat }) => (
            !is_within(lng, "180") || !is_within(lat, "90"),
            CellFault::NoPlace,
        ),
        (ColumnKind::Other, Cell::Text(text)) => {
            (text.starts_with(['{', '[', '"']), CellFault::IncompleteJson)
        }
        _ => return None,
    };
    is_wrong.then_some(fault)
}

/// Whether a JSON string is a date that SeaTable reads.
fn is_date(json: &str, day_first: bool) -> bool {
    let text = json
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    text.is_some_and(|text| Stamp::read(text, day_first).is_some())
}

fn date(text: &str, with_time: bool) -> (bool, CellFault) {
    match Moment::read(text) {
        Some(moment) if moment.time.is_some() == with_time => {
            (moment.day.len() > "2030-06-20".len(), CellFault::LongYear)
        }
        _ => (true, CellFault::NoDate),
    }
}

/// Of a column without options nothing is known but that.
fn option(options: &[String], names: &[String]) -> (bool, CellFault) {
    (
        !options.is_empty() && names.iter().any(|name| !options.contains(name)),
        CellFault::UnknownOption,
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
