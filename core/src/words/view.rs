//! What the view of a response says of it.

use super::size;

/// Says how much of a response was received, in bytes.
pub fn arrived(bytes: u64, of: Option<u64>) -> String {
    match of {
        Some(of) => format!(
            "{} of {} received, {} %.",
            size::bytes(bytes),
            size::bytes(of),
            (bytes * 100).checked_div(of).unwrap_or(0)
        ),
        None => format!("{} received.", size::bytes(bytes)),
    }
}

/// Says how many changes there are since the previous response.
pub fn changes(count: usize, is_cut: bool) -> String {
    match count {
        0 => "The previous response was the same.".to_owned(),
        _ if is_cut => format!(
            "More than {} changes since the previous response; these are the first.",
            size::count(count)
        ),
        1 => "One change since the previous response.".to_owned(),
        _ => format!(
            "{} changes since the previous response.",
            size::count(count)
        ),
    }
}

/// Says which part of a text is shown, in bytes.
pub fn piece(from: u64, to: u64, of: u64) -> String {
    format!(
        "{} to {} of {}. “Copy all” and “Download” have all of it.",
        size::bytes(from),
        size::bytes(to),
        size::bytes(of)
    )
}

/// Names what shows the columns that SeaTable adds to those of a table.
pub fn seatables(count: usize) -> String {
    match count {
        1 => "SeaTable's own column".to_owned(),
        count => format!("SeaTable's own columns ({})", size::count(count)),
    }
}

/// Says after how many milliseconds the first byte of a response came.
pub fn first_byte(ms: u32) -> String {
    format!("The first byte came after {ms} ms.")
}

/// Says under which name a response was saved.
pub fn saved(name: &str) -> String {
    format!("Saved as {name}.")
}

/// Says how often a text was found.
pub fn hits(count: usize) -> String {
    match count {
        0 => "Not found.".to_owned(),
        1 => "One hit.".to_owned(),
        count => format!("{count} hits."),
    }
}

/// Says how many control characters stand in the strings of a response.
pub fn control_characters(count: u32) -> String {
    format!(
        "Control characters that JSON forbids inside strings: {count}. They are shown as ␊, ␉ and the like, and copied as they came."
    )
}
