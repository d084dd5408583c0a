//! Dates: written and read the way SeaTable does, in the practice server's own time zone.

const DAY_MS: i64 = 86_400_000;
/// The server's zone: one hour ahead of UTC all year, so that everybody notices the offset.
const OFFSET_MS: i64 = 3_600_000;
const OFFSET: &str = "+01:00";

/// A date with its time of day, in the server's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DateTime {
    pub(crate) year: i64,
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: u32,
}

impl DateTime {
    /// The moment that many milliseconds after 1970 began (UTC).
    pub(crate) fn from_ms(ms: u64) -> Self {
        let local = i64::try_from(ms)
            .unwrap_or(i64::MAX / 2)
            .saturating_add(OFFSET_MS);
        let (year, month, day) = civil(local.div_euclid(DAY_MS));
        let second = u32::try_from(local.rem_euclid(DAY_MS) / 1000).unwrap_or(0);
        let (hour, minute) = (second / 3600, second / 60 % 60);
        Self {
            year,
            month,
            day,
            hour,
            minute,
            second: second % 60,
        }
    }

    /// Reads a date as people and programs write it: year first with `-` or `/`, day first with
    /// dots, month first with slashes (day first if the column says so), with or without a time.
    /// A zone at the end is computed with.
    pub(crate) fn parse(text: &str, day_first: bool) -> Option<Self> {
        let (date, time) = match text.trim().split_once(['T', ' ']) {
            Some((date, time)) => (date, time.trim()),
            None => (text.trim(), ""),
        };
        let (year, month, day) = parse_date(date, day_first)?;
        let (time, zone) = time.split_at(time.find(['Z', '+', '-']).unwrap_or(time.len()));
        let (hour, minute, second) = parse_time(time)?;
        let zone = parse_zone(zone)?;
        let valid = (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day)
            && hour < 24
            && minute < 60
            && second < 60;
        let date = valid.then_some(Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
        })?;
        Some(date.plus_minutes(OFFSET_MS / 60_000 - zone))
    }

    /// The moment so many minutes later.
    fn plus_minutes(self, minutes: i64) -> Self {
        let sum = i64::from(self.hour * 60 + self.minute) + minutes;
        let minute = u32::try_from(sum.rem_euclid(24 * 60)).unwrap_or(0);
        Self {
            hour: minute / 60,
            minute: minute % 60,
            ..self.plus_days(sum.div_euclid(24 * 60))
        }
    }

    /// The same time of day so many days later.
    pub(crate) fn plus_days(self, days: i64) -> Self {
        let (year, month, day) = civil(days_since_1970(self.year, self.month, self.day) + days);
        Self {
            year,
            month,
            day,
            ..self
        }
    }

    /// The same day so many months later, or the last day of that month.
    pub(crate) fn plus_months(self, months: i64) -> Self {
        let months = self.year * 12 + i64::from(self.month) - 1 + months;
        let year = months.div_euclid(12);
        let month = u32::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
        Self {
            year,
            month,
            day: self.day.min(days_in(year, month)),
            ..self
        }
    }

    /// Drops the time of day.
    pub(crate) fn midnight(self) -> Self {
        Self {
            hour: 0,
            minute: 0,
            second: 0,
            ..self
        }
    }

    /// Writes it as ISO 8601 with the server's offset.
    pub(crate) fn iso(self) -> String {
        let Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
        } = self;
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{OFFSET}")
    }

    /// Writes year, month and day without separators.
    pub(crate) fn year_month_day(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }

    /// Writes year and month, as the folders for uploads are called.
    pub(crate) fn year_month(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }
}

/// Writes a moment as ISO 8601 in whole seconds.
pub(crate) fn iso(ms: u64) -> String {
    DateTime::from_ms(ms).iso()
}

/// Writes a moment as ISO 8601 with milliseconds, as rows have it.
pub(crate) fn iso_millis(ms: u64) -> String {
    let text = iso(ms);
    let (moment, _) = text.split_at(text.len() - OFFSET.len());
    format!("{moment}.{:03}{OFFSET}", ms % 1000)
}

/// Writes a moment as ISO 8601 in UTC with milliseconds, as dtable-db has it.
pub(crate) fn utc_millis(ms: u64) -> String {
    let text = iso(ms.saturating_sub(OFFSET_MS as u64));
    let (moment, _) = text.split_at(text.len() - OFFSET.len());
    format!("{moment}.{:03}Z", ms % 1000)
}

fn parse_date(text: &str, day_first: bool) -> Option<(i64, u32, u32)> {
    let separator = ['-', '/', '.'].into_iter().find(|&c| text.contains(c))?;
    let parts: Vec<u32> = text.split(separator).map(number).collect::<Option<_>>()?;
    let &[a, b, c] = parts.as_slice() else {
        return None;
    };
    let first_is_year = text
        .split(separator)
        .next()
        .is_some_and(|part| part.len() == 4);
    Some(match separator {
        _ if first_is_year => (i64::from(a), b, c),
        '/' if !day_first => (i64::from(c), a, b),
        _ => (i64::from(c), b, a),
    })
}

fn parse_time(text: &str) -> Option<(u32, u32, u32)> {
    if text.is_empty() {
        return Some((0, 0, 0));
    }
    let mut parts = text.split(':');
    let hour = number(parts.next()?)?;
    let minute = number(parts.next()?)?;
    let second = match parts.next() {
        Some(second) => number(second.split('.').next()?)?,
        None => 0,
    };
    parts.next().is_none().then_some((hour, minute, second))
}

/// Returns how many minutes a zone is ahead of UTC (`Z`, `+05:30`, `-0330`); the server's own where none is named.
fn parse_zone(text: &str) -> Option<i64> {
    let (sign, rest) = match text.split_at_checked(1) {
        None => return Some(OFFSET_MS / 60_000),
        Some(("Z", "")) => return Some(0),
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        Some(_) => return None,
    };
    let digits = rest.replacen(':', "", 1);
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() {
        0
    } else {
        number(minutes)?
    };
    Some(sign * i64::from(number(hours)? * 60 + minutes))
}

/// A few digits and nothing else; a sign, which `parse` would take, is none of them.
fn number(text: &str) -> Option<u32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if digits {
        crate::number::natural(text).map(|number| number as u32)
    } else {
        None
    }
}

fn days_in(year: i64, month: u32) -> u32 {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Turns days since 1970 into year, month and day (Howard Hinnant's `civil_from_days`).
fn civil(days: i64) -> (i64, u32, u32) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    (
        year,
        u32::try_from(month).unwrap_or(1),
        u32::try_from(day).unwrap_or(1),
    )
}

/// The inverse of [`civil`].
fn days_since_1970(year: i64, month: u32, day: u32) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let mp = i64::from((month + 9) % 12);
    let doy = (153 * mp + 2) / 5 + i64::from(day) - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    era * 146_097 + doe - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        DateTime::parse(text, false).map(DateTime::iso)
    }

    #[test]
    fn moments_are_written_in_the_servers_zone() {
        assert_eq!(iso(0), "1970-01-01T01:00:00+01:00");
        assert_eq!(iso(1_709_164_799_000), "2024-02-29T00:59:59+01:00");
        assert_eq!(
            iso_millis(1_700_000_000_007),
            "2023-11-14T23:13:20.007+01:00"
        );
    }

    #[test]
    fn days_are_counted_across_years() {
        for days in [-1_000_000, -1, 0, 59, 60, 11_016, 20_000, 1_000_000] {
            let (year, month, day) = civil(days);
            assert_eq!(days_since_1970(year, month, day), days);
        }
    }

    #[test]
    fn dates_are_read_in_many_forms() {
        for text in [
            "2030-06-20",
            "2030/06/20",
            "20.06.2030",
            "6/20/2030",
            "2030-06-19T23:00:00Z",
            "2030-06-20T04:30:00+05:30",
            "2030-06-19T19:30:00.000-0330",
        ] {
            assert_eq!(
                read(text).as_deref(),
                Some("2030-06-20T00:00:00+01:00"),
                "{text}"
            );
        }
        assert_eq!(
            read("20.06.2030 23:55").as_deref(),
            Some("2030-06-20T23:55:00+01:00")
        );
        for wrong in ["2030-06-20T00:00:00+xx", "2030-06-20T00:00:00Zulu"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(
            DateTime::parse("6/5/2024", true).map(|d| (d.month, d.day)),
            Some((5, 6))
        );
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "tomorrow",
            "2030-13-01",
            "2030-02-30",
            "1/2",
            "2030-06-20 25:00",
            "+1/2/2030",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
