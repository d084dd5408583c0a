//! The columns of a table, from the answer of getMetadata or listColumns.

use crate::json::{Document, Kind, NodeId};

/// How many symbols a rating has where the column does not say.
const RATE_MOST: u32 = 5;

/// A column of a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name, by which rows hold its cells.
    pub name: String,
    /// The key, by which SeaTable gives them unless it is asked for names; empty where it is not known.
    pub key: String,
    /// The type as SeaTable names it: `single-select`.
    pub type_name: String,
    /// How its cells are edited.
    pub kind: ColumnKind,
}

/// How the cells of a column are edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// One line of text.
    Text,
    /// Text in Markdown.
    LongText,
    /// A number, whatever its format.
    Number,
    /// A day.
    Date {
        /// Whether a time of day belongs to it.
        time: bool,
        /// Whether SeaTable reads the day before the month where both stand between slashes.
        day_first: bool,
    },
    /// A length of time. SeaTable takes and gives seconds; people write hours and minutes.
    Duration {
        /// Whether people write seconds too.
        seconds: bool,
    },
    /// Yes or no.
    Checkbox,
    /// One of these options, by name.
    Select(Vec<String>),
    /// Some of these options, by name.
    MultipleSelect(Vec<String>),
    /// Ids of people, such as listCollaborators gives as `email`.
    Collaborator,
    /// A rating from 0.
    Rate {
        /// The best one.
        most: u32,
    },
    /// An email address.
    Email,
    /// A web address.
    Url,
    /// A place on earth.
    Place {
        /// Whether it is a country or region instead of a longitude and a latitude.
        country: bool,
    },
    /// Addresses of pictures.
    Image,
    /// Files, each an object with `name`, `size`, `type` and `url`.
    File,
    /// Filled by SeaTable, or not through rows. It ignores what is written there, but for auto-number, where it stores
    /// what is not meant to be.
    Locked,
    /// Edited as JSON: the type is unknown, or has a format that the API documents do not describe.
    Other,
}

impl Column {
    /// Reads the columns from the exact text of their array. What is no column with a name and a type is left out.
    pub fn list(json: &str) -> Vec<Self> {
        let document = Document::parse(json.as_bytes().to_vec());
        let root = document.root();
        let columns = root.filter(|&id| document.kind(id) == Kind::Array);
        columns
            .into_iter()
            .flat_map(|id| document.children(id))
            .filter_map(|id| Self::read(&document, id))
            .collect()
    }

    fn read(document: &Document, id: NodeId) -> Option<Self> {
        let text = |name| document.string(document.member(id, name)?);
        let type_name = text("type")?;
        // The first column of a new table has no `data`, later ones may have null.
        let data = document.member(id, "data");
        Some(Self {
            name: text("name")?,
            key: text("key").unwrap_or_default(),
            kind: kind(document, &type_name, data),
            type_name,
        })
    }
}

/// Tells how cells of a type are edited. The types are those of SeaTable 6.2, some of which its API documents leave out.
fn kind(document: &Document, type_name: &str, data: Option<NodeId>) -> ColumnKind {
    let of = |name| document.member(data?, name);
    let text = |name| {
        of(name)
            .and_then(|id| document.string(id))
            .unwrap_or_default()
    };
    let options = || {
        of("options")
            .into_iter()
            .flat_map(|options| document.children(options))
            .filter_map(|option| document.string(document.member(option, "name")?))
            .collect()
    };
    match type_name {
        "text" => ColumnKind::Text,
        "long-text" => ColumnKind::LongText,
        "number" => ColumnKind::Number,
        "date" => ColumnKind::Date {
            time: text("format").ends_with("HH:mm"),
            day_first: text("format").starts_with("DD/"),
        },
        "duration" => ColumnKind::Duration {
            seconds: text("duration_format") == "h:mm:ss",
        },
        "checkbox" => ColumnKind::Checkbox,
        "single-select" => ColumnKind::Select(options()),
        "multiple-select" => ColumnKind::MultipleSelect(options()),
        "collaborator" => ColumnKind::Collaborator,
        "rate" => ColumnKind::Rate {
            most: of("rate_max_number")
                .and_then(|id| document.text(id).parse().ok())
                .unwrap_or(RATE_MOST),
        },
        "email" => ColumnKind::Email,
        "url" => ColumnKind::Url,
        "geolocation" => match text("geo_format").as_str() {
            "lng_lat" => ColumnKind::Place { country: false },
            "country_region" => ColumnKind::Place { country: true },
            _ => ColumnKind::Other,
        },
        "image" => ColumnKind::Image,
        "file" => ColumnKind::File,
        "formula" | "link" | "link-formula" | "creator" | "ctime" | "last-modifier" | "mtime"
        | "auto-number" | "button" | "digital-sign" => ColumnKind::Locked,
        _ => ColumnKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(type_name: &str, data: &str) -> ColumnKind {
        let json = format!(r#"[{{"name": "a", "type": "{type_name}"{data}}}]"#);
        Column::list(&json).pop().unwrap().kind
    }

    #[test]
    fn the_columns_of_a_new_table_are_read() {
        // The first is as SeaTable makes it by itself.
        let json = r#"[{"editable":true,"key":"0000","name":"Name","resizable":true,"type":"text","width":200},
            {"key":"a1b2","name":"Größe","type":"single-select","data":{"options":[
                {"id":"0000","name":"klein"},{"id":"ef3s","name":"gr\u00f6ßer"},{"id":"x"}]}},
            {"name":"no type"}, {"type":"text"}, 7]"#;
        let columns = Column::list(json);
        assert_eq!(columns.len(), 2);
        assert_eq!(
            (columns[0].name.as_str(), &columns[0].kind),
            ("Name", &ColumnKind::Text)
        );
        assert_eq!(columns[1].type_name, "single-select");
        let options = vec!["klein".to_owned(), "größer".to_owned()];
        assert_eq!(columns[1].kind, ColumnKind::Select(options));
    }

    #[test]
    fn a_format_may_be_missing() {
        for data in [
            "",
            ", \"data\": null",
            ", \"data\": {}",
            ", \"data\": 1",
            ", \"data\": {\"format\": null}",
        ] {
            for (name, kind) in [
                (
                    "date",
                    ColumnKind::Date {
                        time: false,
                        day_first: false,
                    },
                ),
                ("duration", ColumnKind::Duration { seconds: false }),
                ("rate", ColumnKind::Rate { most: 5 }),
                ("multiple-select", ColumnKind::MultipleSelect(vec![])),
                ("geolocation", ColumnKind::Other),
            ] {
                assert_eq!(kind_of(name, data), kind, "{name}{data}");
            }
        }
    }

    #[test]
    fn formats_count() {
        for (name, data, kind) in [
            (
                "date",
                r#"{"format":"D.M.YYYY HH:mm"}"#,
                ColumnKind::Date {
                    time: true,
                    day_first: false,
                },
            ),
            (
                "date",
                r#"{"format":"YYYY-MM-DD"}"#,
                ColumnKind::Date {
                    time: false,
                    day_first: false,
                },
            ),
            (
                "duration",
                r#"{"duration_format":"h:mm:ss"}"#,
                ColumnKind::Duration { seconds: true },
            ),
            (
                "rate",
                r#"{"rate_max_number":10}"#,
                ColumnKind::Rate { most: 10 },
            ),
            (
                "geolocation",
                r#"{"geo_format":"lng_lat"}"#,
                ColumnKind::Place { country: false },
            ),
            (
                "geolocation",
                r#"{"geo_format":"country_region"}"#,
                ColumnKind::Place { country: true },
            ),
        ] {
            assert_eq!(kind_of(name, &format!(", \"data\": {data}")), kind);
        }
        assert_eq!(kind_of("auto-number", ""), ColumnKind::Locked);
        assert_eq!(kind_of("department-single-select", ""), ColumnKind::Other);
    }

    #[test]
    fn what_is_no_list_of_columns_has_none() {
        for json in [
            "",
            "null",
            "{}",
            "[",
            "[[]]",
            "{\"a\":{\"name\":\"a\",\"type\":\"text\"}}",
        ] {
            assert_eq!(Column::list(json), [], "{json}");
        }
    }
}
