//! YAML as nodes that know their place in the text.
//!
//! Anchors, aliases and tags are refused, and so is a key that stands twice: none of them says anything that a walkthrough needs.

use crate::fault::Faults;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::collections::HashSet;

/// A place in a text; line and column count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Position {
    fn of(span: Span) -> Self {
        Self {
            line: span.start.line(),
            column: span.start.col() + 1,
        }
    }
}

/// A node.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) at: Position,
    pub(crate) content: Content,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Scalar(Text),
    Sequence(Vec<Node>),
    Mapping(Vec<(Text, Node)>),
}

/// A scalar: its text, how it was written, and where.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) at: Position,
    pub(crate) style: Style,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Without quotes: it may be a number, a boolean or null.
    Plain,
    /// In quotes.
    Quoted,
    /// As a block with `|`, whose text begins at this place.
    Literal { start: Position },
    /// As a block with `>`.
    Folded,
}

impl Text {
    /// Returns the place of a byte of the text; for what was folded, the place where the text begins.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let columns = before[line_start..].chars().count();
        match self.style {
            Style::Literal { start } => Position {
                line: start.line + before.matches('\n').count(),
                column: start.column + columns,
            },
            Style::Plain if line_start == 0 => Position {
                line: self.at.line,
                column: self.at.column + columns,
            },
            Style::Quoted if line_start == 0 => Position {
                line: self.at.line,
                column: self.at.column + 1 + columns,
            },
            _ => self.at,
        }
    }
}

/// Reads the one document of a text; none after a fault that hides the rest.
pub(crate) fn parse(text: &str, faults: &mut Faults) -> Option<Node> {
    let mut reader = Reader {
        events: Parser::new_from_str(text),
        faults,
    };
    reader.next()?; // the start of the stream
    match reader.next()? {
        (Event::StreamEnd, span) => {
            reader.refuse(span, "an empty file", "a YAML document");
            None
        }
        _ => {
            let event = reader.next()?;
            let node = reader.node(event)?;
            reader.next()?; // the end of the document
            if let (Event::DocumentStart(_), span) = reader.next()? {
                reader.refuse(span, "a second document", "one document a file");
            }
            Some(node)
        }
    }
}

struct Reader<'a> {
    events: Parser<'a, saphyr_parser::StrInput<'a>>,
    faults: &'a mut Faults,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        match self.events.next()? {
            Ok(event) => Some(event),
            Err(error) => {
                let mark = error.marker();
                let at = Position {
                    line: mark.line(),
                    column: mark.col() + 1,
                };
                self.faults
                    .push(at, format!("broken YAML: {}", error.info()), "YAML 1.2");
                None
            }
        }
    }

    fn refuse(&mut self, span: Span, found: &str, expected: &str) {
        self.faults.push(Position::of(span), found, expected);
    }

    fn node(&mut self, (event, span): (Event<'a>, Span)) -> Option<Node> {
        let at = Position::of(span);
        let (anchor, tag) = match &event {
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(anchor, tag)
            | Event::MappingStart(anchor, tag) => (*anchor, tag.is_some()),
            _ => (0, false),
        };
        if anchor != 0 || tag {
            self.refuse(span, "an anchor or a tag", "a plain node");
        }
        let content = match event {
            Event::Scalar(text, style, ..) => Content::Scalar(scalar(&text, style, at)),
            Event::SequenceStart(..) => Content::Sequence(self.sequence()?),
            Event::MappingStart(..) => Content::Mapping(self.mapping()?),
            _ => {
                self.refuse(span, "an alias", "the value itself");
                return None;
            }
        };
        Some(Node { at, content })
    }

    fn sequence(&mut self) -> Option<Vec<Node>> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Some(items),
                event => items.push(self.node(event)?),
            }
        }
    }

    fn mapping(&mut self) -> Option<Vec<(Text, Node)>> {
        let mut members = Vec::new();
        let mut seen = HashSet::new();
        loop {
            let event = self.next()?;
            if matches!(event.0, Event::MappingEnd) {
                return Some(members);
            }
            let key = self.node(event)?;
            let value = self.next()?;
            let value = self.node(value)?;
            let Content::Scalar(key) = key.content else {
                self.faults.push(key.at, "a key that isn't text", "a name");
                continue;
            };
            if !seen.insert(key.text.clone()) {
                let found = format!("the key \"{}\" a second time", key.text);
                self.faults.push(key.at, found, "each key once");
            }
            members.push((key, value));
        }
    }
}

fn scalar(text: &str, style: ScalarStyle, at: Position) -> Text {
    let style = match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
        ScalarStyle::Literal => {
            // The parser gives the place of the first line that is not empty.
            let empty = text.len() - text.trim_start_matches('\n').len();
            Style::Literal {
                start: Position {
                    line: at.line.saturating_sub(empty),
                    ..at
                },
            }
        }
        ScalarStyle::Folded => Style::Folded,
    };
    Text {
        text: text.to_owned(),
        at,
        style,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the place of a word in the value of the document's only key.
    fn place_of(word: &str, yaml: &str) -> (usize, usize) {
        let root = parse(yaml, &mut Faults::of("y")).unwrap();
        let Content::Mapping(members) = root.content else {
            unreachable!("it is a mapping")
        };
        let Content::Scalar(text) = &members[0].1.content else {
            unreachable!("it is a text")
        };
        let at = text.position(text.text.find(word).unwrap());
        (at.line, at.column)
    }

    #[test]
    fn a_byte_of_a_text_is_found_in_the_file() {
        assert_eq!(place_of("x", "a: ü x\n"), (1, 6));
        assert_eq!(place_of("x", "a: 'ü x'\n"), (1, 7));
        assert_eq!(place_of("x", "a: |\n  ü\n  b x\n"), (3, 5));
        assert_eq!(place_of("x", "a: |\n\n\n    b x\n"), (4, 7));
        assert_eq!(place_of("x", "a: |2\n   x\n"), (2, 4));
    }

    #[test]
    fn in_a_folded_text_the_beginning_has_to_do() {
        assert_eq!(place_of("x", "a: >\n  b\n  x\n"), (2, 3));
        assert_eq!(place_of("x", "a: \"b\\n\\\n  x\"\n"), (1, 4));
    }
}
