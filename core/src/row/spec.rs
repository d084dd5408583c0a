//! Columns to be made: the list that createTable and appendColumns take, seen as a form.
//!
//! As with rows, the JSON text is the only state, and every change is an edit of it.

use super::types::{Setting, SettingKind, find};
use crate::json::{self, Document, Kind, quote};

/// A column to be made, as the list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// `column_name`.
    pub name: String,
    /// `column_type`.
    pub type_name: String,
}

/// Reads the list; `None` if the text is no list of objects.
pub fn specs(text: &str) -> Option<Vec<Spec>> {
    let document = Document::parse(text.as_bytes().to_vec());
    let root = document.root().filter(|_| document.fault().is_none())?;
    if document.kind(root) != Kind::Array {
        return None;
    }
    let spec = |item| {
        if document.kind(item) != Kind::Object {
            return None;
        }
        let text = |name| {
            let member = document.member(item, name);
            member
                .and_then(|member| document.string(member))
                .unwrap_or_default()
        };
        Some(Spec {
            name: text("column_name"),
            type_name: text("column_type"),
        })
    };
    document.children(root).map(spec).collect()
}

/// Renames a column.
pub fn rename(text: &str, place: usize, name: &str) -> Option<String> {
    json::set_member(text, &item(place), "column_name", Some(&quote(name)))
}

/// Gives a column another type, with the settings that a new one has.
pub fn retype(text: &str, place: usize, name: &str) -> Option<String> {
    let text = json::set_member(text, &item(place), "column_type", Some(&quote(name)))?;
    let mut data = String::new();
    let settings = find(name).map_or(&[][..], |found| found.settings);
    for setting in settings
        .iter()
        .filter(|setting| !setting.default.is_empty())
    {
        data.push_str(if data.is_empty() { "{ " } else { ", " });
        data.push_str(&quote(setting.name));
        data.push_str(": ");
        data.push_str(setting.default);
    }
    if !data.is_empty() {
        data.push_str(" }");
    }
    let data = Some(data.as_str()).filter(|data| !data.is_empty());
    json::set_member(&text, &item(place), "column_data", data)
}

/// Returns what a setting is, as a text: one option a line, a string without its quotes.
pub fn setting(text: &str, place: usize, setting: &Setting) -> String {
    let found = json::member(text, &data(place), setting.name).unwrap_or_default();
    let document = Document::parse(found.clone().into_bytes());
    let Some(root) = document.root() else {
        return found;
    };
    match setting.kind {
        SettingKind::Options => {
            let names = document.children(root).filter_map(|option| {
                document
                    .member(option, "name")
                    .and_then(|name| document.string(name))
            });
            names.collect::<Vec<_>>().join("\n")
        }
        _ => document.string(root).unwrap_or(found),
    }
}

/// The colours that new options get in turn: background and text.
const COLOURS: [(&str, &str); 4] = [
    ("#FFE7A2", "#202428"),
    ("#9BE3B0", "#202428"),
    ("#89D2EA", "#202428"),
    ("#D5D5D5", "#202428"),
];

/// Sets a setting from a text; an empty one takes it out.
pub fn set(text: &str, place: usize, setting: &Setting, value: &str) -> Option<String> {
    let json = match setting.kind {
        SettingKind::Options => Some(options(value)),
        _ if value.is_empty() => None,
        SettingKind::Whole if value.parse::<u32>().is_ok() => Some(value.to_owned()),
        _ => Some(quote(value)),
    };
    let has_data = json::set_member(text, &data(place), setting.name, None).is_some();
    if has_data {
        return json::set_member(text, &data(place), setting.name, json.as_deref());
    }
    let text = json::set_member(text, &item(place), "column_data", Some("{}"))?;
    json::set_member(&text, &data(place), setting.name, json.as_deref())
}

fn options(names: &str) -> String {
    let mut out = String::from("[");
    let names = names
        .split('\n')
        .map(str::trim)
        .filter(|name| !name.is_empty());
    for (name, (color, text_color)) in names.zip(COLOURS.iter().cycle()) {
        if out.len() > 1 {
            out.push_str(", ");
        }
        out.push_str("{ \"name\": ");
        out.push_str(&quote(name));
        out.push_str(", \"color\": \"");
        out.push_str(color);
        out.push_str("\", \"textColor\": \"");
        out.push_str(text_color);
        out.push_str("\" }");
    }
    out.push(']');
    out
}

/// Adds a column of type text at the end.
pub fn add(text: &str, name: &str) -> Option<String> {
    let new = [
        "{ \"column_name\": ",
        &quote(name),
        ", \"column_type\": \"text\" }",
    ]
    .concat();
    rebuilt(text, |items| items.push(new))
}

/// Takes a column out.
pub fn remove(text: &str, place: usize) -> Option<String> {
    rebuilt(text, |items| {
        if place < items.len() {
            items.remove(place);
        }
    })
}

fn rebuilt(text: &str, change: impl FnOnce(&mut Vec<String>)) -> Option<String> {
    let document = Document::parse(text.as_bytes().to_vec());
    let root = document.root().filter(|_| document.fault().is_none())?;
    let items = document.children(root);
    let mut items: Vec<String> = items.map(|id| document.text(id).into_owned()).collect();
    change(&mut items);
    if items.is_empty() {
        return Some("[]".to_owned());
    }
    Some(["[\n  ", &items.join(",\n  "), "\n]"].concat())
}

fn item(place: usize) -> String {
    ["/", &place.to_string()].concat()
}

fn data(place: usize) -> String {
    [&item(place), "/column_data"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = r#"[
  {"column_name": "Name", "column_type": "text", "own": 1.0},
  {"column_name": "Size", "column_type": "single-select"}
]"#;

    #[test]
    fn a_list_is_read_and_edited_without_losing_what_the_form_does_not_know() {
        let renamed = rename(TWO, 0, "Full \"name\"").unwrap();
        assert!(renamed.contains(r#""own": 1.0"#), "{renamed}");
        let names: Vec<_> = specs(&renamed)
            .unwrap()
            .into_iter()
            .map(|spec| spec.name)
            .collect();
        assert_eq!(names, ["Full \"name\"", "Size"]);
        assert_eq!(specs("{}"), None);
        assert_eq!(specs("[1]"), None);
        assert_eq!(specs("[{"), None);
    }

    #[test]
    fn a_type_brings_its_settings_and_takes_the_old_ones_away() {
        let rated = retype(TWO, 1, "rate").unwrap();
        let most = &find("rate").unwrap().settings[0];
        assert_eq!(setting(&rated, 1, most), "5");
        let set = set(&rated, 1, most, "7").unwrap();
        assert!(set.contains(r#""rate_max_number": 7"#), "{set}");
        let text = retype(&set, 1, "text").unwrap();
        assert!(!text.contains("column_data"), "{text}");
    }

    #[test]
    fn options_are_written_one_a_line() {
        let options = &find("single-select").unwrap().settings[0];
        let text = set(TWO, 1, options, "small\n\nlarge ").unwrap();
        assert_eq!(setting(&text, 1, options), "small\nlarge");
        assert!(text.contains("textColor"));
    }

    #[test]
    fn columns_come_and_go_in_their_order() {
        let three = add(TWO, "Age").unwrap();
        let two = remove(&three, 0).unwrap();
        let names: Vec<_> = specs(&two)
            .unwrap()
            .into_iter()
            .map(|spec| spec.name)
            .collect();
        assert_eq!(names, ["Size", "Age"]);
        assert_eq!(remove(&remove(&two, 0).unwrap(), 0).as_deref(), Some("[]"));
        assert_eq!(add("{", "x"), None);
    }
}
