//! What a control cannot show.

use super::*;

#[test]
fn what_a_control_cannot_show_stays_json() {
    for (kind, json) in [
        (K::Text, "1"),
        (K::Text, r#""a\nb""#),
        (K::Text, r#""\ud800""#),
        (K::Number, "\"12\""),
        (K::Number, "[1]"),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            "\"2030/06/20\"",
        ),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            "\"20.06.2030\"",
        ),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            "\"2030-06-20 23:55\"",
        ),
        (
            K::Date {
                time: true,
                day_first: false,
            },
            "\"2030-06-20T23:55:30Z\"",
        ),
        (
            K::Date {
                time: true,
                day_first: false,
            },
            "\"2030-06-20T24:00\"",
        ),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            "\"2030-02-30\"",
        ),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            "\"2100-02-29\"",
        ),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            "\"0000-01-01\"",
        ),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            "20300620",
        ),
        (K::Duration { seconds: false }, "5401"),
        (K::Duration { seconds: true }, "1.5"),
        (K::Duration { seconds: true }, "-60"),
        (K::Duration { seconds: true }, "99999999999999999999"),
        (K::Checkbox, "1"),
        (K::Select(vec![]), "[\"a\"]"),
        (K::MultipleSelect(vec![]), "[\"a\", 1]"),
        (K::Image, "\"https://x/a.png\""),
        (K::File, "[\"https://x/a.png\"]"),
        (K::Place { country: false }, r#"{"lng":1,"lat":2,"name":3}"#),
        (K::Place { country: false }, r#"{"lng":1,"lng":2}"#),
        (K::Place { country: false }, r#"{"lng":1,"lat":""}"#),
        (K::Place { country: true }, r#"{"lng":1,"lat":2}"#),
        (K::Place { country: true }, "{}"),
        (K::Other, "\"{}\""),
    ] {
        let cell = Cell::Json(json.to_owned());
        assert_eq!(read(&kind, Some(json)), cell, "{kind:?}");
        assert_eq!(write(&kind, &cell).as_deref(), Some(json));
    }
    for kind in every_kind() {
        assert_eq!(read(&kind, None), Cell::Unset);
        assert_eq!(read(&kind, Some("null")), Cell::Json("null".to_owned()));
        assert_eq!(write(&kind, &Cell::Unset), None);
        assert_eq!(
            write(&kind, &Cell::Json("{".to_owned())).as_deref(),
            Some("\"{\"")
        );
    }
}
