//! What SeaTable gives, as a control shows it and as it is written back.

use super::*;

/// What is read and written of each type, as SeaTable 6.2 was seen to do: read, shown, written.
#[test]
fn what_seatable_gives_is_shown_and_written_as_it_takes_it() {
    let file = r#"{"name":"a.txt","size":3,"type":"file","url":"https://x/a.txt"}"#;
    let files = format!("[{file}]");
    for (kind, json, cell, written) in [
        (K::Text, "\"ABC\"", text("ABC"), "\"ABC\""),
        (
            K::LongText,
            r##""# A\n\nb""##,
            text("# A\n\nb"),
            r##""# A\n\nb""##,
        ),
        (K::Number, "5", text("5"), "5"),
        (K::Number, "1.0", text("1.0"), "1.0"),
        (
            K::Number,
            "9007199254740993",
            text("9007199254740993"),
            "9007199254740993",
        ),
        (K::Number, "\"12a\"", text("12a"), "\"12a\""),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            "\"2030-06-20T00:00:00+02:00\"",
            text("2030-06-20"),
            "\"2030-06-20\"",
        ),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            "\"2030-06-20\"",
            text("2030-06-20"),
            "\"2030-06-20\"",
        ),
        (
            K::Date {
                time: true,
                day_first: false,
            },
            "\"2030-06-20T23:55:00Z\"",
            text("2030-06-20T23:55"),
            "\"2030-06-20 23:55\"",
        ),
        (
            K::Date {
                time: true,
                day_first: false,
            },
            "\"2030-06-20T23:55:00.000-0330\"",
            text("2030-06-20T23:55"),
            "\"2030-06-20 23:55\"",
        ),
        (
            K::Date {
                time: true,
                day_first: false,
            },
            "\"2028-02-29\"",
            text("2028-02-29T00:00"),
            "\"2028-02-29 00:00\"",
        ),
        (
            K::Duration { seconds: false },
            "5400",
            text("1:30"),
            "\"5400\"",
        ),
        (
            K::Duration { seconds: true },
            "\"5400\"",
            text("1:30:00"),
            "\"5400\"",
        ),
        (
            K::Duration { seconds: true },
            "360009",
            text("100:00:09"),
            "\"360009\"",
        ),
        (
            K::Duration { seconds: false },
            "\"1:3\"",
            text("1:3"),
            "\"1:3\"",
        ),
        (
            K::Duration { seconds: false },
            "\" 9\"",
            text("9"),
            "\" 9\"",
        ),
        (K::Checkbox, "true", Cell::Flag(true), "true"),
        (K::Checkbox, "false", Cell::Flag(false), "false"),
        (
            K::Select(vec![]),
            "\"medium\"",
            text("medium"),
            "\"medium\"",
        ),
        (
            K::MultipleSelect(vec![]),
            r#"["a", "b"]"#,
            list(&["a", "b"]),
            r#"["a","b"]"#,
        ),
        (
            K::Collaborator,
            r#"["1a@auth.local"]"#,
            list(&["1a@auth.local"]),
            r#"["1a@auth.local"]"#,
        ),
        (K::Rate { most: 5 }, "4", text("4"), "4"),
        (K::Email, "\"a@b.c\"", text("a@b.c"), "\"a@b.c\""),
        (
            K::Url,
            r#""https:\/\/a.b""#,
            text("https://a.b"),
            "\"https://a.b\"",
        ),
        (
            K::Place { country: false },
            r#"{"lat":50.0, "lng":8.23}"#,
            place("8.23", "50.0"),
            r#"{"lng":8.23,"lat":50.0}"#,
        ),
        (
            K::Place { country: false },
            r#"{"lng":"8,"}"#,
            place("8,", ""),
            r#"{"lng":"8,"}"#,
        ),
        (
            K::Place { country: true },
            r#"{"country_region": "Germany"}"#,
            text("Germany"),
            r#"{"country_region":"Germany"}"#,
        ),
        (
            K::Image,
            r#"["https://x/a.png"]"#,
            list(&["https://x/a.png"]),
            r#"["https://x/a.png"]"#,
        ),
        (K::Image, "[]", list(&[]), "[]"),
        (K::File, &files, Cell::Files(vec![file.to_owned()]), &files),
        (K::Other, "1.0", Cell::Json("1.0".to_owned()), "1.0"),
        (K::Other, "\"a\"", text("a"), "\"a\""),
        (
            K::Locked,
            "\"row-0001\"",
            Cell::Json("\"row-0001\"".to_owned()),
            "\"row-0001\"",
        ),
    ] {
        assert_eq!(read(&kind, Some(json)), cell, "{kind:?} {json}");
        assert_eq!(
            write(&kind, &cell).as_deref(),
            Some(written),
            "{kind:?} {json}"
        );
    }
}
