//! Dates: `2030-06-20T23:55` in the browser's controls, `2030-06-20 23:55` to SeaTable, and ISO 8601 with an offset from it.

/// A date, and the time of day, as text.
pub(super) struct Moment<'a> {
    /// `2030-06-20`
    pub(super) day: &'a str,
    /// `23:55`, where there is one.
    pub(super) time: Option<&'a str>,
}

impl<'a> Moment<'a> {
    /// Reads any of the three forms. The offset is left out: what the clock on the wall says is what was meant. None for
    /// days that the calendar lacks, and for seconds, which no control here shows.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let (day, rest) = match text.find(['T', ' ']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)),
            None => (text, None),
        };
        let mut fields = day.split('-');
        let year = digits(fields.next()?)?;
        let month = two_digits(fields.next()?)?;
        let date = two_digits(fields.next()?)?;
        let is_day = day.len() >= "2030-06-20".len()
            && year > 0
            && (1..=days(year, month)).contains(&date)
            && fields.next().is_none();
        let time = match rest {
            Some(rest) => Some(time(rest)?),
            None => None,
        };
        is_day.then_some(Self { day, time })
    }
}

/// Returns the `23:55` that the text begins with, if what follows adds nothing to it.
fn time(text: &str) -> Option<&str> {
    let (time, rest) = text.split_at_checked("23:55".len())?;
    let (hour, minute) = time.split_once(':')?;
    let is_time = two_digits(hour)? < 24 && two_digits(minute)? < 60;
    let rest = rest.strip_prefix(":00").unwrap_or(rest);
    let rest = rest
        .strip_prefix(".")
        .map_or(rest, |rest| rest.trim_start_matches('0'));
    let is_offset = match rest.strip_prefix(['+', '-']) {
        Some(offset) => offset.bytes().all(|b| b.is_ascii_digit() || b == b':'),
        None => matches!(rest, "" | "Z"),
    };
    (is_time && is_offset).then_some(time)
}

/// Returns the number of days in a month; 0 for what is none.
pub(super) fn days(year: u32, month: u32) -> u32 {
    let is_multiple = |of| year.is_multiple_of(of);
    match month {
        2 if is_multiple(4) && (!is_multiple(100) || is_multiple(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn two_digits(text: &str) -> Option<u32> {
    if text.len() == 2 { digits(text) } else { None }
}

fn digits(text: &str) -> Option<u32> {
    // `parse` takes a plus sign, too.
    let is_plain = text.bytes().all(|b| b.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}
