//! What is wrong with a cell of a row, and what is doubtful about it.

use crate::row::{CellFault, Doubt, Why};

/// Says what is wrong with what was typed into a cell, and what to do.
pub fn fault(fault: CellFault) -> &'static str {
    match fault {
        CellFault::Locked => {
            "Rows can't fill this column: SeaTable or another request does. Leave it out."
        }
        CellFault::QuotedNumber => "Write the number without quotes.",
        CellFault::NotANumber => "This column takes a number.",
        CellFault::NotAList => "This column takes a list: [ ].",
        CellFault::NotAnOption => "This column takes the name of one option.",
        CellFault::NoNumber => "Enter a number, for example 1.5.",
        CellFault::NoRating => "Enter a whole number, from 0 to the highest rating of the column.",
        CellFault::NoDurationInSeconds => "Enter hours, minutes and seconds, for example 1:30:00.",
        CellFault::NoDurationInMinutes => "Enter hours and minutes, for example 1:30.",
        CellFault::NoBoolean => {
            "Enter true or false. SeaTable stores everything but true as false."
        }
        CellFault::NoPerson => {
            "Enter IDs that end in @auth.local, not names. The base's list of collaborators has them."
        }
        CellFault::NoPicture => {
            "This doesn't end like the name of a picture. An image column shows nothing else: put other files into a file column."
        }
        CellFault::NoEmail => "An email address has an @ in it.",
        CellFault::SpaceInAddress => "A web address has no spaces. Write %20 for each.",
        CellFault::NoCountry => "Enter a country or region.",
        CellFault::NoPlace => {
            "Enter both as numbers: the longitude from -180 to 180, the latitude from -90 to 90."
        }
        CellFault::IncompleteJson => "This isn't complete JSON. As it is, it is sent as text.",
        CellFault::LongYear => "Write the year with four digits.",
        CellFault::UnknownOption => {
            "The column has no such option, and SeaTable would add it. Choose an existing one."
        }
        CellFault::NoDate => "Choose a date that exists. SeaTable would leave the cell empty.",
    }
}

/// Says what the doubts that follow come to.
pub fn lead(doubts: &[Doubt]) -> &'static str {
    let is_nothing = |doubt: &Doubt| matches!(doubt.why, Why::NoChange | Why::NoRow);
    match doubts.iter().all(is_nothing) {
        true => "The request would be sent and nothing written:",
        false => "SeaTable reports success here, but may not store all of it:",
    }
}

/// Says what is doubtful about a cell.
pub fn doubt(doubt: &Doubt) -> String {
    let column = &doubt.column;
    match &doubt.why {
        Why::Unsuitable(found) => format!("“{column}”: {}", fault(*found)),
        Why::ByKey(name) => format!(
            "“{column}”: This is a key, but rows are written by names, so SeaTable would drop it. Write “{name}”."
        ),
        Why::NoColumn => format!(
            "“{column}”: The table has no such column, and SeaTable would drop the value without an error."
        ),
        Why::NoChange => "No cell of the row is changed, so nothing would be.".to_owned(),
        Why::NoRow => "The list has no row, so nothing would be written.".to_owned(),
    }
}
