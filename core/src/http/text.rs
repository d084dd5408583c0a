//! A text that is sent, with its secrets kept apart from what may be shown.

use super::encode;
use crate::auth::Secret;
use crate::json;
use std::borrow::Cow;

/// A text that is sent: an address, the value of a header, a body or a part of one.
///
/// What of it is secret is a span of its own, so that whoever shows, samples, lists or forgets the text has it to leave out, and
/// need not look for it. The whole text is had by [`Text::in_the_clear`] alone, which only the sender may call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// No two neighbours are plain, and no plain one is empty.
    spans: Vec<Span>,
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// What may be shown, as it is sent.
    Plain(String),
    /// What may not.
    Secret(Hidden),
}

/// A secret in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Hidden {
    /// What it is called: the name of its field, or of the token.
    pub name: Cow<'static, str>,
    /// How it is written where it stands.
    pub writing: Writing,
    secret: Secret,
}

/// How a secret is written where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// As it is.
    Plain,
    /// As a segment of a path, percent-encoded.
    Segment,
    /// As a value of a query, percent-encoded.
    Query,
    /// As a JSON string, with its quotes.
    Json,
}

impl Text {
    /// A secret and nothing else.
    pub fn secret(name: impl Into<Cow<'static, str>>, writing: Writing, secret: Secret) -> Self {
        let mut text = Self::default();
        text.push_secret(name, writing, secret);
        text
    }

    /// Appends what may be shown.
    pub fn push(&mut self, text: &str) {
        match self.spans.last_mut() {
            Some(Span::Plain(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.spans.push(Span::Plain(text.to_owned())),
        }
    }

    /// Appends a secret.
    pub fn push_secret(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        writing: Writing,
        secret: Secret,
    ) {
        let name = name.into();
        self.spans.push(Span::Secret(Hidden {
            name,
            writing,
            secret,
        }));
    }

    /// Appends a secret of another text.
    pub fn push_hidden(&mut self, hidden: &Hidden) {
        self.spans.push(Span::Secret(hidden.clone()));
    }

    /// Appends another text.
    pub fn append(&mut self, other: Self) {
        for span in other.spans {
            match span {
                Span::Plain(text) => self.push(&text),
                Span::Secret(_) => self.spans.push(span),
            }
        }
    }

    /// Returns the spans, one after the other.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Returns the secrets, one after the other.
    pub fn secrets(&self) -> impl Iterator<Item = &Hidden> {
        self.spans.iter().filter_map(|span| match span {
            Span::Secret(hidden) => Some(hidden),
            Span::Plain(_) => None,
        })
    }

    pub(super) fn secrets_mut(&mut self) -> impl Iterator<Item = &mut Hidden> {
        self.spans.iter_mut().filter_map(|span| match span {
            Span::Secret(hidden) => Some(hidden),
            Span::Plain(_) => None,
        })
    }

    /// Returns the text as it may be shown and kept: the name of each secret stands in its place, in braces.
    pub fn shown(&self) -> Cow<'_, str> {
        match self.spans.as_slice() {
            [] => "".into(),
            [Span::Plain(text)] => text.into(),
            spans => {
                let mut out = String::new();
                for span in spans {
                    match span {
                        Span::Plain(text) => out.push_str(text),
                        Span::Secret(hidden) => out.push_str(&hidden.mask()),
                    }
                }
                out.into()
            }
        }
    }

    /// Returns the text as it goes over the wire, its secrets in the clear. Only the sender may call this.
    pub fn in_the_clear(&self) -> String {
        let mut out = String::new();
        for span in &self.spans {
            match span {
                Span::Plain(text) => out.push_str(text),
                Span::Secret(hidden) => hidden.write(&mut out),
            }
        }
        out
    }

    /// Empties the secrets.
    pub(super) fn forget(&mut self) {
        self.secrets_mut()
            .for_each(|hidden| hidden.secret = Secret::new(""));
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        let mut out = Self::default();
        if !text.is_empty() {
            out.spans.push(Span::Plain(text));
        }
        out
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Hidden {
    /// Whether it is this one.
    pub fn is(&self, secret: &Secret) -> bool {
        self.secret == *secret
    }

    /// Returns what stands in its place where it is not to be shown.
    pub fn mask(&self) -> String {
        let quote = if self.writing == Writing::Json {
            "\""
        } else {
            ""
        };
        [quote, "{", &self.name, "}", quote].concat()
    }

    fn write(&self, out: &mut String) {
        self.writing.write(out, self.secret.reveal());
    }
}

impl Writing {
    /// Writes a text so.
    pub(super) fn write(self, out: &mut String, text: &str) {
        match self {
            Self::Plain => out.push_str(text),
            Self::Segment => encode::segment(out, text),
            Self::Query => encode::query(out, text),
            Self::Json => out.push_str(&json::quote(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> Text {
        let mut text = Text::from("a");
        for writing in [
            Writing::Plain,
            Writing::Segment,
            Writing::Query,
            Writing::Json,
        ] {
            text.push_secret("it", writing, Secret::new("fa/ke \""));
            text.push("");
            text.push("b");
            text.push("c");
        }
        text
    }

    #[test]
    fn a_secret_is_written_as_its_place_wants_it_and_shown_by_its_name() {
        assert_eq!(
            text().in_the_clear(),
            r#"afa/ke "bcfa%2Fke%20%22bcfa%2Fke%20%22bc"fa/ke \""bc"#
        );
        assert_eq!(text().shown(), r#"a{it}bc{it}bc{it}bc"{it}"bc"#);
        assert_eq!(Text::from("plain").shown(), "plain");
        assert_eq!(Text::default().shown(), "");
    }

    #[test]
    fn what_is_forgotten_is_nowhere_and_what_is_plain_stays() {
        let mut forgotten = text();
        forgotten.forget();
        assert_eq!(forgotten.in_the_clear(), r#"abcbcbc""bc"#);
        assert_eq!(forgotten.shown(), text().shown());
        assert!(!format!("{:?}", text()).contains("fa/ke"));
    }

    #[test]
    fn neighbours_that_are_plain_are_one_span() {
        let mut joined = Text::from("");
        joined.append(Text::from("a"));
        joined.append(text());
        assert_eq!(joined.spans().len(), 9);
        assert_eq!(joined.spans().first(), Some(&Span::Plain("aa".to_owned())));
        assert_eq!(joined.secrets().count(), 4);
    }
}
