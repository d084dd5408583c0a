//! What is wrong with a cell of a row, and what is doubtful about it.

use crate::row::{CellFault, Doubt, Why};

/// Says what is wrong with what was typed into a cell, and what to do.
pub fn fault(fault: CellFault) -> &'static str {
    match fault {
        CellFault::Locked => {
            "Rows cannot fill this column: SeaTable does, or another request. Leave it out."
        }
        CellFault::QuotedNumber => "Write the number without quotes.",
        CellFault::NotANumber => "This column takes a number.",
        CellFault::NotAList => "This column takes a list: [ ].",
        CellFault::NotAnOption => "This column takes the name of one option.",
        CellFault::NoNumber => {
            "This is no number. Write digits, with a point before decimals: 1.5."
        }
        CellFault::NoRating => "A rating is a whole number, from 0 to the highest of the column.",
        CellFault::NoDurationInSeconds => "Write hours, minutes and seconds: 1:30:00.",
        CellFault::NoDurationInMinutes => "Write hours and minutes: 1:30.",
        CellFault::NoBoolean => {
            "SeaTable stores everything but true as false. Write true or false."
        }
        CellFault::NoPerson => {
            "People go by ids that end in @auth.local, not by names. The base's list of collaborators has them."
        }
        CellFault::NoPicture => {
            "This does not end like the name of a picture. An image column shows nothing else: put other files into a file column."
        }
        CellFault::NoEmail => "An email address has an @ in it.",
        CellFault::SpaceInAddress => "A web address has no spaces. Write %20 for each.",
        CellFault::NoCountry => "Name a country or region.",
        CellFault::NoPlace => {
            "Write both as numbers: the longitude from -180 to 180, the latitude from -90 to 90."
        }
        CellFault::IncompleteJson => "This is not complete JSON. As it is, it goes out as text.",
        CellFault::LongYear => "Write the year with four digits.",
        CellFault::UnknownOption => {
            "The column has no such option, and SeaTable would add it. Choose one that is there."
        }
        CellFault::NoDate => {
            "This is no date of the calendar, and SeaTable would leave the cell empty. Choose another."
        }
    }
}

/// Says what is doubtful about a cell.
pub fn doubt(doubt: &Doubt) -> String {
    let column = &doubt.column;
    match &doubt.why {
        Why::Unsuitable(found) => format!("“{column}”: {}", fault(*found)),
        Why::ByKey(name) => format!(
            "“{column}”: This is a key, and rows are written by names. SeaTable would drop it. Write “{name}”."
        ),
        Why::NoColumn => format!(
            "“{column}”: The table has no such column, and SeaTable would drop the value without an error."
        ),
    }
}
