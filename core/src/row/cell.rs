//! A cell: from the JSON of a draft to what its control shows, and back.

use super::ColumnKind;
use super::date::Moment;
use super::duration;
use crate::json::{Document, Kind, NodeId, quote};

/// What the control of a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The row has no such member.
    Unset,
    /// A text as it stands in the control: of a date `2030-06-20` or `2030-06-20T23:55`, of a duration `1:30`, of a place the
    /// country or region. Where it is none of these, and no number, it is what was typed.
    Text(String),
    /// A tick.
    Flag(bool),
    /// Names of options, ids of people or addresses of pictures.
    List(Vec<String>),
    /// A place. Either is empty where the object lacks it.
    Place {
        /// The longitude as it is written.
        lng: String,
        /// The latitude as it is written.
        lat: String,
    },
    /// Files, each as the exact text of its object.
    Files(Vec<String>),
    /// A value that this column's control cannot show, as its exact text. `null`, which empties a cell, is one.
    Json(String),
}

impl Cell {
    /// Returns the cell of a control that holds this text. An empty one leaves the cell out, but where text may be empty.
    pub fn typed(kind: &ColumnKind, text: &str) -> Self {
        let is_text = matches!(
            kind,
            ColumnKind::Text | ColumnKind::LongText | ColumnKind::Email | ColumnKind::Url
        );
        if text.is_empty() && !is_text {
            return Self::Unset;
        }
        Self::Text(text.to_owned())
    }
}

/// Reads what the control shows from the exact text of a member, or from none.
pub fn read(kind: &ColumnKind, json: Option<&str>) -> Cell {
    let Some(json) = json else {
        return Cell::Unset;
    };
    Parsed::parse(json)
        .and_then(|value| value.shown(kind))
        .unwrap_or_else(|| Cell::Json(json.to_owned()))
}

/// Writes what the control shows as JSON; `None` if the row goes without the member. What is not what the column takes
/// becomes a JSON string, so that it comes back as it was typed; [`super::fault()`] tells.
pub fn write(kind: &ColumnKind, cell: &Cell) -> Option<String> {
    Some(match cell {
        Cell::Unset => return None,
        Cell::Json(text) if Parsed::parse(text).is_some() => text.clone(),
        Cell::Json(text) => quote(text),
        Cell::Flag(flag) => (if *flag { "true" } else { "false" }).to_owned(),
        Cell::List(items) => array(items, |item| quote(item)),
        Cell::Files(entries) => array(entries, Clone::clone),
        Cell::Place { lng, lat } => place(lng, lat),
        Cell::Text(text) => match kind {
            ColumnKind::Number | ColumnKind::Rate { .. } => number(text),
            ColumnKind::Date { time, .. } => date(text, *time),
            ColumnKind::Duration { seconds } => length(text, *seconds),
            ColumnKind::Place { .. } => ["{\"country_region\":", &quote(text), "}"].concat(),
            _ => quote(text),
        },
    })
}

/// Whether a text is a number as JSON writes it.
pub(super) fn is_number(text: &str) -> bool {
    Parsed::parse(text).is_some_and(|value| {
        value.document.kind(value.id) == Kind::Number
            && value.document.source(value.id) == text.as_bytes()
    })
}

fn number(text: &str) -> String {
    if is_number(text) {
        text.to_owned()
    } else {
        quote(text)
    }
}

fn date(text: &str, with_time: bool) -> String {
    match Moment::read(text).map(|moment| (moment.day, moment.time)) {
        Some((day, Some(time))) if with_time => quote(&[day, " ", time].concat()),
        _ => quote(text),
    }
}

/// SeaTable takes seconds, as text.
fn length(text: &str, with_seconds: bool) -> String {
    match duration::parse(text, with_seconds) {
        Some(seconds) => quote(&seconds.to_string()),
        // A space keeps the beginning of "9:30" apart from nine seconds.
        None if is_digits(text.trim_start_matches(' ')) => quote(&[" ", text].concat()),
        None => quote(text),
    }
}

fn place(lng: &str, lat: &str) -> String {
    let mut out = String::from("{");
    for (name, text) in [("\"lng\":", lng), ("\"lat\":", lat)] {
        if !text.is_empty() {
            if out.len() > 1 {
                out.push(',');
            }
            out.push_str(name);
            out.push_str(&number(text));
        }
    }
    out.push('}');
    out
}

fn array(items: &[String], json: fn(&String) -> String) -> String {
    let mut out = String::from("[");
    for item in items {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&json(item));
    }
    out.push(']');
    out
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A value with the document that it is the root of.
struct Parsed {
    document: Document,
    id: NodeId,
}

impl Parsed {
    fn parse(json: &str) -> Option<Self> {
        let document = Document::parse(json.as_bytes().to_vec());
        let id = document.root().filter(|_| document.fault().is_none())?;
        Some(Self { document, id })
    }

    /// Returns what the control shows; `None` if it cannot.
    fn shown(&self, kind: &ColumnKind) -> Option<Cell> {
        let kind_of_json = self.document.kind(self.id);
        Some(match kind {
            ColumnKind::LongText | ColumnKind::Select(_) => Cell::Text(self.text(self.id)?),
            ColumnKind::Text | ColumnKind::Email | ColumnKind::Url => {
                Cell::Text(self.line(self.id)?)
            }
            ColumnKind::Number | ColumnKind::Rate { .. } => Cell::Text(self.number(self.id)?),
            ColumnKind::Date { time, .. } => Cell::Text(self.date(*time)?),
            ColumnKind::Duration { seconds } => Cell::Text(self.length(*seconds)?),
            ColumnKind::Checkbox if kind_of_json == Kind::Boolean => {
                Cell::Flag(self.document.source(self.id) == b"true")
            }
            ColumnKind::MultipleSelect(_) | ColumnKind::Collaborator | ColumnKind::Image => {
                Cell::List(self.items(|id| self.text(id))?)
            }
            ColumnKind::File => Cell::Files(self.items(|id| {
                let is_object = self.document.kind(id) == Kind::Object;
                is_object.then(|| self.document.text(id).into_owned())
            })?),
            ColumnKind::Place { .. } if kind_of_json != Kind::Object => return None,
            ColumnKind::Place { country: true } => {
                let only = self.document.children(self.id).next()?;
                let is_region = self.document.len(self.id) == 1
                    && self.document.key(only)?.text() == "country_region";
                Cell::Text(self.line(only).filter(|_| is_region)?)
            }
            ColumnKind::Place { country: false } => self.place()?,
            // Text that is no JSON needs no quotes to be told from JSON.
            ColumnKind::Other => Cell::Text(
                self.text(self.id)
                    .filter(|text| Self::parse(text).is_none())?,
            ),
            ColumnKind::Checkbox | ColumnKind::Locked => return None,
        })
    }

    /// Returns the content of a string; `None` if a `String` cannot hold it, for lone surrogates.
    fn text(&self, id: NodeId) -> Option<String> {
        let unknown = |text: &str| text.matches(char::REPLACEMENT_CHARACTER).count();
        let text = self.document.string(id)?;
        (unknown(&text) == unknown(&self.document.text(id))).then_some(text)
    }

    /// Returns the content of a string that a control of one line can hold.
    fn line(&self, id: NodeId) -> Option<String> {
        self.text(id).filter(|text| !text.contains(['\n', '\r']))
    }

    /// Returns a number as it is written, or what was typed instead of one.
    fn number(&self, id: NodeId) -> Option<String> {
        match self.document.kind(id) {
            Kind::Number => Some(self.document.text(id).into_owned()),
            _ => self.line(id).filter(|text| !is_number(text)),
        }
    }

    fn date(&self, with_time: bool) -> Option<String> {
        let text = self.text(self.id)?;
        let Moment { day, time } = Moment::read(&text)?;
        match (with_time, time.unwrap_or("00:00")) {
            (true, time) => Some([day, "T", time].concat()),
            (false, "00:00") => Some(day.to_owned()),
            (false, _) => None,
        }
    }

    fn length(&self, with_seconds: bool) -> Option<String> {
        let text = match self.document.kind(self.id) {
            Kind::Number => self.document.text(self.id).into_owned(),
            _ => self.line(self.id)?,
        };
        if is_digits(&text) {
            return duration::show(text.parse().ok()?, with_seconds);
        }
        let is_text = self.document.kind(self.id) == Kind::String;
        let typed = text
            .strip_prefix(' ')
            .filter(|text| is_digits(text.trim_start_matches(' ')));
        is_text.then(|| typed.unwrap_or(&text).to_owned())
    }

    fn place(&self) -> Option<Cell> {
        let (mut lng, mut lat) = (String::new(), String::new());
        for id in self.document.children(self.id) {
            let slot = match self.document.key(id)?.text().as_ref() {
                "lng" => &mut lng,
                "lat" => &mut lat,
                _ => return None,
            };
            let number = self.number(id).filter(|text| !text.is_empty())?;
            if !std::mem::replace(slot, number).is_empty() {
                return None;
            }
        }
        Some(Cell::Place { lng, lat })
    }

    /// Returns the items of an array, if each is what it should be.
    fn items(&self, item: impl Fn(NodeId) -> Option<String>) -> Option<Vec<String>> {
        let is_array = self.document.kind(self.id) == Kind::Array;
        let items = self.document.children(self.id).map(item);
        if is_array { items.collect() } else { None }
    }
}
