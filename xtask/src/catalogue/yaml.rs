//! YAML as it was written: every scalar keeps its text, every node knows its place.
//!
//! What a scalar means is decided where the schema's type is known (see `scalar`), because a loader
//! that guesses turns the identifier `0000` into the number 0.

use super::error::{Error, Place};
use saphyr::{MarkedYamlOwned, ScalarStyle, YamlDataOwned, YamlLoader};
use saphyr_parser::Parser;

/// A parsed document.
pub(super) struct Yaml(MarkedYamlOwned);

/// A node of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a>(&'a MarkedYamlOwned);

impl Yaml {
    /// Parses a text that holds exactly one document. A key given twice is an error.
    pub(super) fn parse(text: &str) -> Result<Self, Error> {
        let mut loader = YamlLoader::<MarkedYamlOwned>::default();
        loader.early_parse(false);
        let scanned = Parser::new_from_str(text).load(&mut loader, true);
        if let Some(error) = scanned.err().or_else(|| loader.error().cloned()) {
            let place = Place {
                line: error.marker().line(),
                column: error.marker().col() + 1,
            };
            return Err(Error::new(format!("not YAML: {}", error.info())).at(place));
        }
        let mut documents = loader.into_documents();
        match (documents.pop(), documents.is_empty()) {
            (Some(document), true) => Ok(Self(document)),
            _ => Err(Error::new("one YAML document is expected")),
        }
    }

    pub(super) fn root(&self) -> Node<'_> {
        Node(&self.0)
    }
}

impl<'a> Node<'a> {
    pub(super) fn place(self) -> Place {
        let start = self.0.span.start;
        Place {
            line: start.line(),
            column: start.col() + 1,
        }
    }

    /// Returns an error at this node's place.
    pub(super) fn error(self, message: impl Into<String>) -> Error {
        Error::new(message).at(self.place())
    }

    /// Returns the entries of a mapping in document order.
    pub(super) fn entries(self) -> Result<Vec<(&'a str, Self)>, Error> {
        let YamlDataOwned::Mapping(mapping) = &self.0.data else {
            return Err(self.error("a mapping is expected"));
        };
        mapping
            .iter()
            .map(|(key, value)| Ok((Node(key).text()?, Node(value))))
            .collect()
    }

    /// Returns the entries of a mapping, and refuses keys that nobody here reads: what is not
    /// understood must not be lost in silence. Extensions (`x-…`) are passed over.
    pub(super) fn entries_of(self, known: &[&str]) -> Result<Vec<(&'a str, Self)>, Error> {
        let mut entries = self.entries()?;
        entries.retain(|(key, _)| !key.starts_with("x-"));
        match entries.iter().find(|(key, _)| !known.contains(key)) {
            Some((key, value)) => Err(value.error(format!("`{key}` is not understood here"))),
            None => Ok(entries),
        }
    }

    /// Returns the value of a key; nothing where there is none, or where this is no mapping.
    pub(super) fn get(self, key: &str) -> Option<Self> {
        let entries = self.entries().ok()?;
        entries
            .into_iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    }

    /// Returns the value of a key that must be there.
    pub(super) fn need(self, key: &str) -> Result<Self, Error> {
        self.get(key)
            .ok_or_else(|| self.error(format!("`{key}` is missing")))
    }

    /// Returns the items of a sequence.
    pub(super) fn items(self) -> Result<impl Iterator<Item = Self>, Error> {
        match &self.0.data {
            YamlDataOwned::Sequence(items) => Ok(items.iter().map(Node)),
            _ => Err(self.error("a sequence is expected")),
        }
    }

    /// Returns the text of a scalar as it was written, without quotes and escapes.
    pub(super) fn text(self) -> Result<&'a str, Error> {
        match &self.0.data {
            YamlDataOwned::Representation(text, _, _) => Ok(text),
            _ => Err(self.error("a scalar is expected")),
        }
    }

    /// Returns `true` or `false`.
    pub(super) fn boolean(self) -> Result<bool, Error> {
        let text = self.text()?;
        text.parse()
            .map_err(|_| self.error(format!("`{text}` is neither true nor false")))
    }

    /// Returns the `true` or `false` of a key, or what it means to leave it out.
    pub(super) fn boolean_or(self, key: &str, left_out: bool) -> Result<bool, Error> {
        self.get(key).map_or(Ok(left_out), Self::boolean)
    }

    /// Returns a whole number that is not negative.
    pub(super) fn count(self) -> Result<usize, Error> {
        let text = self.text()?;
        text.parse()
            .map_err(|_| self.error(format!("`{text}` isn't a whole number")))
    }

    /// Whether this is a scalar without quotes, which YAML may read as something else than text.
    pub(super) fn is_plain(self) -> bool {
        matches!(
            self.0.data,
            YamlDataOwned::Representation(_, ScalarStyle::Plain, _)
        )
    }

    /// Whether nothing was written: an empty scalar without quotes, or an empty mapping. A colour
    /// without quotes is such a scalar, since its `#` starts a comment.
    pub(super) fn is_empty(self) -> bool {
        match &self.0.data {
            YamlDataOwned::Representation(text, ScalarStyle::Plain, _) => text.is_empty(),
            YamlDataOwned::Mapping(mapping) => mapping.is_empty(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_keep_the_text_they_were_written_with() {
        let yaml = Yaml::parse("[0000, 2021-08-01, no, '007', 1.50]").unwrap();
        let texts: Vec<_> = yaml
            .root()
            .items()
            .unwrap()
            .map(|n| n.text().unwrap())
            .collect();
        assert_eq!(texts, ["0000", "2021-08-01", "no", "007", "1.50"]);
    }

    #[test]
    fn a_colour_without_quotes_is_empty_and_one_with_quotes_is_not() {
        let yaml = Yaml::parse("plain: #F4667C\nquoted: '#F4667C'\n").unwrap();
        assert!(yaml.root().need("plain").unwrap().is_empty());
        assert!(!yaml.root().need("quoted").unwrap().is_empty());
    }

    #[test]
    fn errors_know_line_and_column() {
        let yaml = Yaml::parse("a:\n  b: text\n").unwrap();
        let error = yaml
            .root()
            .need("a")
            .unwrap()
            .need("b")
            .unwrap()
            .entries()
            .unwrap_err();
        assert_eq!(error.to_string(), "2:6: a mapping is expected");
    }

    #[test]
    fn a_key_given_twice_is_refused() {
        let error = Yaml::parse("a: 1\na: 2\n").err().unwrap();
        assert!(error.to_string().starts_with("2:1: not YAML:"), "{error}");
    }

    #[test]
    fn a_key_nobody_reads_is_refused_and_an_extension_is_not() {
        let yaml = Yaml::parse("known: 1\nx-note: 2\nanyOf: 3\n").unwrap();
        let error = yaml.root().entries_of(&["known"]).err().unwrap();
        assert_eq!(error.to_string(), "3:8: `anyOf` is not understood here");
    }
}
