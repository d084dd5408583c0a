//! Cells of every column type, there and back.

mod given;
mod unshown;
mod written;

use super::*;
use crate::json::{Document, quote};
use ColumnKind as K;

fn every_kind() -> Vec<ColumnKind> {
    let options = || vec!["red".to_owned(), "\"blue\"".to_owned()];
    vec![
        K::Text,
        K::LongText,
        K::Number,
        K::Date {
            time: false,
            day_first: false,
        },
        K::Date {
            time: true,
            day_first: false,
        },
        K::Duration { seconds: false },
        K::Duration { seconds: true },
        K::Checkbox,
        K::Select(options()),
        K::MultipleSelect(options()),
        K::Collaborator,
        K::Rate { most: 5 },
        K::Email,
        K::Url,
        K::Place { country: false },
        K::Place { country: true },
        K::Image,
        K::File,
        K::Locked,
        K::Other,
    ]
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn list(items: &[&str]) -> Cell {
    Cell::List(items.iter().map(|&item| item.to_owned()).collect())
}

fn place(lng: &str, lat: &str) -> Cell {
    Cell::Place {
        lng: lng.to_owned(),
        lat: lat.to_owned(),
    }
}
