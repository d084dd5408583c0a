//! Names of files that every system takes.

/// How long a name is at most, in characters.
const LONGEST: usize = 100;

/// Names that Windows keeps for devices, whatever their ending. `COM` and `LPT` take a digit.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Makes a name of a file safe; `None` if nothing is left of it. Of a path the last part counts.
pub(super) fn safe(name: &str) -> Option<String> {
    let is_separator = |c| c == '/' || c == '\\';
    let last = name
        .rsplit(is_separator)
        .find(|part| !part.trim().is_empty())?;
    let kept: String = last.chars().filter_map(replaced).collect();
    let is_margin = |c: char| c == '.' || c.is_whitespace();
    let trimmed = kept.trim_matches(is_margin);
    if trimmed.is_empty() {
        return None;
    }
    let short = shortened(trimmed);
    Some(if is_reserved(&short) {
        ["_", &short].concat()
    } else {
        short
    })
}

/// Leaves out what cannot be seen, and puts `_` for what some system does not take.
fn replaced(c: char) -> Option<char> {
    match c {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | char::REPLACEMENT_CHARACTER => Some('_'),
        // Marks of direction could make "gpj.exe" look like "exe.jpg".
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => None,
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

/// Cuts a name in front of its ending.
fn shortened(name: &str) -> String {
    if name.chars().count() < LONGEST {
        return name.to_owned();
    }
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.chars().count() <= 10 => (stem, [".", ending].concat()),
        _ => (name, String::new()),
    };
    // One is left for what is put in front of reserved names.
    let room = LONGEST - 1 - ending.chars().count();
    let stem: String = stem.chars().take(room).collect();
    [stem.trim_end(), &ending].concat()
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let Some((device, rest)) = stem.split_at_checked(3) else {
        return false;
    };
    let place = RESERVED
        .iter()
        .position(|name| device.eq_ignore_ascii_case(name));
    let takes_digit = place >= Some(4);
    let is_digit = matches!(rest.as_bytes(), [b'0'..=b'9']);
    place.is_some()
        && if takes_digit {
            is_digit
        } else {
            rest.is_empty()
        }
}
