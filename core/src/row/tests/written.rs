//! What comes of a value that is shown and written again.

use super::*;

#[test]
fn the_form_reads_back_what_it_wrote() {
    let mut random = Random(7);
    for kind in every_kind() {
        for _ in 0..3000 {
            let cell = random.cell(&kind);
            let json = write(&kind, &cell);
            assert_eq!(read(&kind, json.as_deref()), cell, "{kind:?} {json:?}");
            if let Some(json) = json {
                let value: Result<serde_json::Value, _> = serde_json::from_str(&json);
                // serde_json has no number for 1e999.
                assert!(value.is_ok() || json.contains('e'), "{json}");
            }
        }
    }
}

/// What a value means to a column: numbers by their text, durations by their seconds, dates by the clock on the wall.
fn meaning(kind: &ColumnKind, json: &str) -> serde_json::Value {
    let value = serde_json::from_str(json).unwrap();
    match (kind, &value) {
        (K::Date { .. } | K::Duration { .. }, _) => match read(kind, Some(json)) {
            Cell::Text(text) => text.into(),
            _ => value,
        },
        _ => value,
    }
}

#[test]
fn a_value_that_is_shown_is_kept() {
    let mut random = Random(9);
    let mut shown = 0;
    for kind in every_kind() {
        for _ in 0..2000 {
            let piece = random.text();
            let json = match random.below(7) {
                0 => piece.clone(),
                1 => quote(&piece),
                2 => format!("[{}, {}]", quote(&piece), quote(&random.text())),
                3 => format!("{{\"lat\": {piece}, \"lng\": {}}}", random.below(90)),
                4 => format!("{{\"country_region\" : {}}}", quote(&piece)),
                5 => format!("[{{\"name\" : {}}} ]", quote(&piece)),
                _ => quote(&format!(
                    "2030-06-{}T0{}:00:00+02:00",
                    10 + random.below(30),
                    random.below(2)
                )),
            };
            if serde_json::from_str::<serde_json::Value>(&json).is_err() {
                continue;
            }
            let cell = read(&kind, Some(&json));
            let again = write(&kind, &cell).unwrap();
            assert_eq!(
                meaning(&kind, &again),
                meaning(&kind, &json),
                "{kind:?} {cell:?}"
            );
            shown += u32::from(!matches!(cell, Cell::Json(_)));
        }
    }
    assert!(shown > 5000, "{shown}");
}

#[test]
fn an_empty_control_leaves_the_cell_out_but_for_text() {
    assert_eq!(Cell::typed(&K::Text, ""), text(""));
    assert_eq!(Cell::typed(&K::Number, ""), Cell::Unset);
    assert_eq!(Cell::typed(&K::Number, "-"), text("-"));
}

#[test]
fn a_fault_is_told_and_what_is_right_has_none() {
    let options = || vec!["red".to_owned()];
    for (kind, right, wrong) in [
        (K::Number, text("-1.50e3"), text("12a")),
        (K::Number, text("0"), Cell::Json("\"12\"".to_owned())),
        (K::Number, text("0.5"), text("01")),
        (K::Rate { most: 5 }, text("5"), text("6")),
        (K::Rate { most: 5 }, text("0"), text("1.0")),
        (K::Rate { most: 5 }, text("1"), text("+1")),
        (
            K::Date {
                time: false,
                day_first: false,
            },
            text("2030-06-20"),
            text("2030-06-20T23:55"),
        ),
        (
            K::Date {
                time: true,
                day_first: false,
            },
            text("2030-06-20T23:55"),
            text("20300-06-20T23:55"),
        ),
        (
            K::Date {
                time: true,
                day_first: false,
            },
            Cell::Json("\"20.06.2030\"".to_owned()),
            text("x"),
        ),
        (K::Duration { seconds: false }, text("100:30"), text("1:3")),
        (K::Duration { seconds: false }, text("0:00"), text("01:30")),
        (K::Duration { seconds: true }, text("1:30:59"), text("1:30")),
        (K::Checkbox, Cell::Flag(false), Cell::Json("1".to_owned())),
        (K::Select(options()), text("red"), text("Red")),
        (
            K::MultipleSelect(options()),
            list(&["red"]),
            list(&["red", "blue"]),
        ),
        (K::Collaborator, list(&["1a@auth.local"]), list(&["Ada"])),
        (K::Email, text(""), text("ada")),
        (K::Url, text("https://a.b"), text("a b")),
        (
            K::Place { country: false },
            place("-180", "90.0"),
            place("1", "90.1"),
        ),
        (
            K::Place { country: false },
            place("0", "-0.5"),
            place("8.23", ""),
        ),
        (K::Place { country: true }, text("Germany"), text("")),
        (K::Other, text("a"), text("[1")),
        (K::Locked, Cell::Unset, Cell::Json("\"0001\"".to_owned())),
    ] {
        assert_eq!(fault(&kind, &right), None, "{kind:?} {right:?}");
        assert!(fault(&kind, &wrong).is_some(), "{kind:?} {wrong:?}");
    }
    for kind in every_kind().into_iter().filter(|kind| *kind != K::Locked) {
        assert_eq!(
            fault(&kind, &Cell::Json("null".to_owned())),
            None,
            "{kind:?}"
        );
    }
}

/// A source of numbers that look random, the same in every run (xorshift64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) % limit
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 24] = [
            "0",
            "1",
            "9",
            "30",
            ":",
            ":00",
            ".",
            "-",
            "+",
            "e",
            " ",
            "\"",
            "\\",
            "{",
            "[",
            "]",
            "a",
            "ü",
            "😀",
            "true",
            "null",
            "2030-06-20",
            "T23:55",
            "/",
        ];
        let count = self.below(5);
        (0..count)
            .map(|_| PIECES[self.below(24) as usize])
            .collect()
    }

    fn list(&mut self) -> Vec<String> {
        (0..self.below(4)).map(|_| self.text()).collect()
    }

    /// Returns what the control of a column can hold.
    fn cell(&mut self, kind: &ColumnKind) -> Cell {
        let typed = self.text();
        match kind {
            K::Checkbox => Cell::Flag(self.below(2) == 0),
            K::MultipleSelect(_) | K::Collaborator | K::Image => Cell::List(self.list()),
            K::Place { country: false } => place(&typed, &self.text()),
            K::File => {
                let entries = self.list();
                Cell::Files(
                    entries
                        .iter()
                        .map(|name| format!("{{ \"name\" : {} }}", quote(name)))
                        .collect(),
                )
            }
            // The browser's controls give no other dates than these.
            K::Date { time, .. } => {
                let (year, month, day) =
                    (1 + self.below(9999), 1 + self.below(12), 1 + self.below(28));
                let time = if *time {
                    format!("T{:02}:{:02}", self.below(24), self.below(60))
                } else {
                    String::new()
                };
                Cell::Text(format!("{year:04}-{month:02}-{day:02}{time}"))
            }
            K::Duration { seconds: true } if self.below(2) == 0 => Cell::Text(format!(
                "{}:{:02}:{:02}",
                self.below(99),
                self.below(60),
                self.below(60)
            )),
            // JSON is shown as JSON, and text only where it is none.
            K::Other | K::Locked
                if Document::parse(typed.clone().into_bytes())
                    .fault()
                    .is_none() =>
            {
                match typed.starts_with('"') {
                    true => Cell::Unset,
                    false => Cell::Json(typed),
                }
            }
            K::Locked => Cell::Unset,
            _ => Cell::Text(typed),
        }
    }
}
