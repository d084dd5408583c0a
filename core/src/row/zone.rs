//! The zone of a date whose control shows the clock on the wall alone.

use super::date::Moment;
use super::stamp::{Stamp, split_zone};
use super::stored::plain;
use super::{ColumnKind, read};
use crate::json::quote;

/// Writes a date that was changed in its control with the zone of the value that it was, as SeaTable gives dates. A zone of the
/// draft stays. That of the base is the server's, on that day; on another it may have summer time, so a date that moves further
/// than to a neighbouring day leaves the zone to the server.
pub fn with_zone(
    kind: &ColumnKind,
    json: String,
    draft: Option<&str>,
    current: Option<&str>,
) -> String {
    let text = plain(&json);
    let (true, Some(Moment { day, time })) = (has_time(kind), Moment::read(&text)) else {
        return json;
    };
    let (of_draft, of_current) = (zone(draft), zone(current));
    let zone = if of_draft.is_empty() {
        &of_current
    } else {
        &of_draft
    };
    let is_far = || {
        let current = current.map(plain).unwrap_or_default();
        let both = Stamp::read(&text, false).zip(Stamp::read(&current, false));
        both.is_none_or(|(one, other)| !one.is_near(other))
    };
    let stays = *zone != of_current || !is_far();
    match time {
        Some(time) if stays && !zone.is_empty() => quote(&[day, "T", time, ":00", zone].concat()),
        _ => json,
    }
}

/// Whether a cell with this JSON is as it stands in the base: its control shows the same, and no zone makes it another moment.
pub fn is_current(kind: &ColumnKind, json: Option<&str>, current: Option<&str>) -> bool {
    let is_other_zone = || {
        let zone_of = zone(json);
        has_time(kind) && !zone_of.is_empty() && zone_of != zone(current)
    };
    read(kind, json) == read(kind, current) && !is_other_zone()
}

fn has_time(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Date { time: true, .. })
}

/// Returns the zone of a date that the control can show; empty where it has none.
fn zone(json: Option<&str>) -> String {
    let text = json.map(plain).unwrap_or_default();
    match Moment::read(&text) {
        Some(_) => split_zone(&text).1.to_owned(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: ColumnKind = ColumnKind::Date {
        time: true,
        day_first: false,
    };

    /// What the control of a date writes for this text.
    fn changed(to: &str, draft: Option<&str>, current: Option<&str>) -> String {
        let [draft, current] = [draft, current].map(|text| text.map(quote));
        let json = quote(&to.replace('T', " "));
        plain(&with_zone(&AT, json, draft.as_deref(), current.as_deref()))
    }

    #[test]
    fn a_changed_date_keeps_its_zone() {
        for (was, to, is) in [
            (
                "2030-06-20T23:55:00Z",
                "2030-06-20T23:56",
                "2030-06-20T23:56:00Z",
            ),
            (
                "2030-06-20T23:59:00Z",
                "2030-06-21T00:00",
                "2030-06-21T00:00:00Z",
            ),
            (
                "2030-06-20T23:55:00+05:30",
                "2030-06-20T00:00",
                "2030-06-20T00:00:00+05:30",
            ),
            (
                "2030-06-20T23:55:00.000-0330",
                "2030-06-19T23:55",
                "2030-06-19T23:55:00-0330",
            ),
            (
                "2030-06-20 23:55+02:00",
                "2030-06-20T23:56",
                "2030-06-20T23:56:00+02:00",
            ),
            ("2030-06-20 23:55", "2030-06-20T23:56", "2030-06-20 23:56"),
            ("2030-06-20", "2030-06-20T23:56", "2030-06-20 23:56"),
            ("tomorrow", "2030-06-20T23:56", "2030-06-20 23:56"),
        ] {
            assert_eq!(changed(to, Some(was), None), is, "{was} in the draft");
            assert_eq!(changed(to, None, Some(was)), is, "{was} in the base");
        }
        assert_eq!(changed("2030-06-20T23:56", None, None), "2030-06-20 23:56");
    }

    #[test]
    fn the_zone_of_the_base_is_that_of_its_season() {
        let summer = Some("2030-06-20T23:55:00+02:00");
        assert_eq!(
            changed("2030-12-24T18:00", None, summer),
            "2030-12-24 18:00"
        );
        // The same when the time was changed first, and when the day is typed back.
        let draft = Some("2030-06-20T18:00:00+02:00");
        assert_eq!(
            changed("2030-12-24T18:00", draft, summer),
            "2030-12-24 18:00"
        );
        let draft = Some("2030-12-24 18:00");
        assert_eq!(
            changed("2030-06-20T18:00", draft, summer),
            "2030-06-20T18:00:00+02:00"
        );
        // Who wrote a zone of their own meant it.
        let draft = Some("2030-06-20T18:00:00Z");
        assert_eq!(
            changed("2030-12-24T18:00", draft, summer),
            "2030-12-24T18:00:00Z"
        );
    }

    #[test]
    fn other_cells_and_days_alone_have_no_zone() {
        let day = ColumnKind::Date {
            time: false,
            day_first: false,
        };
        let was = Some("\"2030-06-20T00:00:00+02:00\"");
        for (kind, json) in [
            (day, "\"2030-06-21\""),
            (ColumnKind::Text, "\"2030-06-20 23:56\""),
            (AT, "null"),
        ] {
            assert_eq!(with_zone(&kind, json.to_owned(), was, was), json);
        }
    }

    #[test]
    fn the_same_clock_in_another_zone_is_another_moment() {
        let current = Some("\"2030-06-20T23:55:00+02:00\"");
        let is = |json: &str| is_current(&AT, Some(json), current);
        assert!(is("\"2030-06-20 23:55\"") && is("\"2030-06-20T23:55:00.000+02:00\""));
        assert!(!is("\"2030-06-20T23:55:00Z\"") && !is("\"2030-06-20 23:56\""));
        assert!(is_current(&AT, None, None) && !is_current(&AT, None, current));
        assert!(is_current(
            &ColumnKind::Text,
            Some("\"1:00Z\""),
            Some("\"1:00Z\"")
        ));
    }
}
