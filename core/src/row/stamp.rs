//! Dates as SeaTable reads them when they are written, whatever their form, and as it gives them: told apart and compared.

use super::date::days;

/// A date with its time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The number of the day.
    day: i64,
    /// The time of day, in seconds.
    seconds: i64,
    /// How far its zone is ahead of UTC, in seconds, where it says so.
    zone: Option<i64>,
}

impl Stamp {
    /// Reads a date: year first; day first with dots or dashes; with slashes month first, or the day where the column's format has it
    /// so. None for what SeaTable would store as nothing.
    pub(super) fn read(text: &str, day_first: bool) -> Option<Self> {
        let (date, time) = match text.find(['T', ' ']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)?.trim()),
            None => (text, ""),
        };
        let (time, zone) = split_zone(time);
        Some(Self {
            day: day(date, day_first)?,
            seconds: if time.is_empty() { 0 } else { seconds(time)? },
            zone: if zone.is_empty() {
                None
            } else {
                Some(offset(zone)?)
            },
        })
    }

    /// Whether both are of the same day, or of neighbouring ones.
    pub(super) fn is_near(self, other: Self) -> bool {
        self.day.abs_diff(other.day) <= 1
    }

    /// Whether both are the same: the day alone in a column without times; else the moment where both say their zone, and what
    /// the clock on the wall says where one does not.
    pub(super) fn is_same(self, other: Self, with_time: bool) -> bool {
        let whole = |stamp: Self| stamp.day * 86_400 + stamp.seconds / 60 * 60;
        match (self.zone, other.zone) {
            _ if !with_time => self.day == other.day,
            (Some(zone), Some(of_other)) => whole(self) - zone == whole(other) - of_other,
            _ => whole(self) == whole(other),
        }
    }
}

/// Splits what says the zone off a time of day or a whole date: `Z`, `+02:00`.
pub(super) fn split_zone(text: &str) -> (&str, &str) {
    // The dashes of the date are no sign of a zone.
    let from = text.find(':').unwrap_or(text.len());
    let is_zone = |c: char| matches!(c, '+' | '-' | 'Z');
    let at = text.get(from..).and_then(|rest| rest.find(is_zone));
    text.split_at(at.map_or(text.len(), |at| from + at))
}

fn day(text: &str, day_first: bool) -> Option<i64> {
    let separator = ['-', '/', '.'].into_iter().find(|&c| text.contains(c))?;
    let mut parts = text.split(separator);
    let [a, b, c] = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match separator {
        _ if a.len() == 4 => (a, b, c),
        '/' if !day_first => (c, a, b),
        _ => (c, b, a),
    };
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    if !(1..=days(year, month)).contains(&day) {
        return None;
    }
    // Years that begin in March have their leap day at the end.
    let (y, m) = (
        i64::from(year) - i64::from(month < 3),
        i64::from((month + 9) % 12),
    );
    Some(y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + i64::from(day))
}

fn seconds(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let (hour, minute) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let second = match parts.next() {
        Some(second) => number(second.split('.').next()?, 2)?,
        None => 0,
    };
    let is_time = hour < 24 && minute < 60 && second < 60 && parts.next().is_none();
    is_time.then(|| i64::from(hour * 3600 + minute * 60 + second))
}

fn offset(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let (sign, rest) = text.split_at_checked(1)?;
    let digits: String = rest.chars().filter(|&c| c != ':').collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() {
        0
    } else {
        number(minutes, 2)?
    };
    let seconds = i64::from(number(hours, 2)? * 3600 + minutes * 60);
    Some(if sign == "-" { -seconds } else { seconds })
}

/// Reads a few digits and nothing else.
fn number(text: &str, most: usize) -> Option<u32> {
    let is_plain = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let read = |text| Stamp::read(text, false).unwrap_or_else(|| panic!("{text} is no date"));
        read(one).is_same(read(other), true)
    }

    #[test]
    fn dates_in_many_forms_are_the_same() {
        let stored = "2030-06-20T23:55:00+02:00";
        for text in [
            "20.06.2030 23:55",
            "6/20/2030 23:55",
            "2030/06/20 23:55:10",
            "2030-6-20T23:55",
        ] {
            assert!(same(text, stored), "{text}");
        }
        assert!(same("2030-06-20T21:55:00Z", stored) && same("2030-06-21T03:25:00+0530", stored));
        assert!(!same("2030-06-20T23:55:00Z", stored) && !same("2030-06-20 23:56", stored));
        assert!(same("2024-03-01T00:30+01:00", "2024-02-29T23:30Z"));
        assert!(same("2025-01-01T00:30+01:00", "2024-12-31T23:30Z"));
        let day = |text| Stamp::read(text, false).unwrap();
        assert!(day("2030-06-20").is_same(day(stored), false));
    }

    #[test]
    fn what_seatable_would_store_as_nothing_is_no_date() {
        for text in [
            "",
            "tomorrow",
            "13/31/2025",
            "31/12/2025",
            "2025-02-29",
            "1/2",
            "2030-06-20 25:00",
            "2030-06-20 1",
            "20300-06-20",
            "+1/2/2030",
            "2030-06-20T10:00+xx",
        ] {
            assert_eq!(Stamp::read(text, false), None, "{text}");
        }
        assert!(Stamp::read("31/12/2025", true).is_some());
        assert_eq!(Stamp::read("12/31/2025", true), None);
    }

    #[test]
    fn a_zone_is_split_off() {
        for (text, zone) in [
            ("2030-06-20T23:55:00Z", "Z"),
            ("2030-06-20T23:55-03:30", "-03:30"),
            ("2030-06-20 23:55", ""),
            ("2030-06-20", ""),
        ] {
            assert_eq!(split_zone(text).1, zone);
        }
    }
}
