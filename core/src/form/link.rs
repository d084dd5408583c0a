//! A form as the query of an address: `path.base_uuid=…&query.limit=10&body.rows/0/Name=…`, and the whole body as `body=…`.
//!
//! A link holds no secret: neither a field that takes one, nor a text that has the shape of a token, wherever it stands. Nor does it
//! hold files, or more than an address can carry; what is left out is told. A link that is opened fills the form in as defaults
//! do, and sends nothing.

use super::{Entry, Filled, RequestForm, Source};
use crate::auth::has_likely_token;
use crate::catalogue::{FieldPath, Operation, Place, Shape};
use crate::encode;

/// How long the query may become: some programs that a link is pasted into cut longer ones.
const LONGEST: usize = 6_000;

/// The places of a request by the words that a link has for them.
const PLACES: [(&str, Place); 4] = [
    ("path", Place::Path),
    ("query", Place::Query),
    ("header", Place::Header),
    ("body", Place::Body),
];

/// What became of a form that was made a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The query, without its question mark.
    pub query: String,
    /// What is not in it.
    pub left_out: Vec<(FieldPath, LeftOut)>,
}

/// Why something is not in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is a secret, or could be one.
    Secret,
    /// It is a file.
    File,
    /// There is no room for it.
    TooLong,
}

/// Why a part of a link is ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ignored {
    /// The operation has no such field.
    Unknown(String),
    /// The field takes a secret or a file, which do not come by links.
    NotByLink(String),
    /// It is not encoded as it has to be.
    Malformed(String),
    /// The field is there already.
    Twice(String),
}

impl RequestForm {
    /// Makes a link of what stands in the form.
    pub fn link(&self) -> Link {
        let mut link = Link::default();
        let typed = self.typed.iter().map(|filled| &filled.path);
        let defaults = self.defaults.iter().map(|filled| &filled.path);
        let defaults = defaults.filter(|path| self.typed.at(path).is_none());
        for path in typed.chain(defaults) {
            if let Some(filled) = self.at(path).filter(|filled| filled.path == *path) {
                link.add(self.operation, filled);
            }
        }
        link
    }

    /// Fills in what a link has, as defaults, in place of what another link did. Returns what of it is ignored.
    pub fn open_link(&mut self, query: &str) -> Vec<Ignored> {
        self.defaults.retain(|filled| filled.source != Source::Link);
        let mut ignored = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match read(self, name, value) {
                Ok(Some(filled)) => self.defaults.fill(filled),
                Ok(None) => {}
                Err(why) => ignored.push(why),
            }
        }
        ignored
    }
}

impl Link {
    fn add(&mut self, operation: &Operation, filled: &Filled) {
        let why = match &filled.entry {
            Entry::Text(text) | Entry::Kind { rest: text, .. } if text.is_empty() => return,
            Entry::Secret(secret) if secret.is_empty() => return,
            Entry::Secret(_) | Entry::Forgotten => Some(LeftOut::Secret),
            Entry::File { .. } => Some(LeftOut::File),
            Entry::Text(text) | Entry::Kind { rest: text, .. } if has_likely_token(text) => {
                Some(LeftOut::Secret)
            }
            Entry::Text(_) | Entry::Kind { .. } | Entry::Empty => by_place(operation, &filled.path),
        };
        let pair = pair(filled);
        let is_too_long = self.query.len() + 1 + pair.len() > LONGEST;
        match why.or(is_too_long.then_some(LeftOut::TooLong)) {
            Some(why) => self.left_out.push((filled.path.clone(), why)),
            None => {
                if !self.query.is_empty() {
                    self.query.push('&');
                }
                self.query.push_str(&pair);
            }
        }
    }
}

/// Says why nothing of a place may stand in a link; `None` if it may.
fn by_place(operation: &Operation, path: &FieldPath) -> Option<LeftOut> {
    let field = operation.field_at(path);
    let schema = operation.schema_at(path);
    if field.is_some_and(|field| field.holds_secret())
        || schema.is_some_and(|schema| schema.has_secret())
    {
        return Some(LeftOut::Secret);
    }
    let is_file = schema.is_some_and(|schema| matches!(schema.shape, Shape::File));
    is_file.then_some(LeftOut::File)
}

fn pair(filled: &Filled) -> String {
    let FieldPath { place, steps } = &filled.path;
    let mut places = PLACES.into_iter();
    let word = places.find(|(_, other)| other == place);
    let mut pair = word.map_or("", |(word, _)| word).to_owned();
    if !steps.is_empty() {
        for (depth, step) in steps.split('/').enumerate() {
            pair.push(if depth == 0 { '.' } else { '/' });
            encode::segment(&mut pair, step);
        }
    }
    pair.push('=');
    encode::segment(&mut pair, filled.entry.text());
    pair
}

/// Reads a part of a link; `None` if it is for something else.
fn read(form: &RequestForm, name: &str, value: &str) -> Result<Option<Filled>, Ignored> {
    let shown = encode::decoded(name);
    let (word, steps) = name.split_once('.').unwrap_or((name, ""));
    let mut places = PLACES.into_iter();
    let Some((_, place)) = places.find(|(other, _)| *other == word) else {
        // The server that a link proposes is asked about elsewhere, and so is the old name of a page.
        return match word {
            "server" | "from" => Ok(None),
            _ => Err(Ignored::Unknown(shown)),
        };
    };
    let (Some(steps), Some(text)) = (
        encode::strictly_decoded(steps),
        encode::strictly_decoded(value),
    ) else {
        return Err(Ignored::Malformed(shown));
    };
    let steps = steps.into();
    let path = FieldPath { place, steps };
    let Some(takes_empty) = form.takes_empty(&path) else {
        return Err(Ignored::Unknown(shown));
    };
    if by_place(form.operation, &path).is_some() || has_likely_token(&text) {
        return Err(Ignored::NotByLink(shown));
    }
    if form
        .defaults
        .at(&path)
        .is_some_and(|filled| filled.source == Source::Link)
    {
        return Err(Ignored::Twice(shown));
    }
    let entry = match text.is_empty() {
        true if takes_empty => Entry::Empty,
        true => return Ok(None),
        false => Entry::Text(text),
    };
    let source = Source::Link;
    Ok(Some(Filled {
        path,
        entry,
        source,
    }))
}
