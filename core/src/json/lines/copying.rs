//! The text of lines, as it is copied: from the document, so nothing in it was made for the eye.

use super::{DEEPEST, INDENT, Lines};
use crate::json::steps::Steps;
use crate::json::{Document, Kind, Line, LinePart, units};

/// A place on a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinePlace {
    /// The number of the line, the first being 0.
    pub line: usize,
    /// How many UTF-16 units of its text stand before the place, the indentation left out.
    pub column: usize,
}

/// Lines being written as text, in steps. Keys and values are written as they came; a folded value with all that it has.
pub struct Copying {
    from: LinePlace,
    to: LinePlace,
    /// The next line.
    line: usize,
    text: String,
}

impl Copying {
    /// Begins to write from one place to another.
    pub fn new(from: LinePlace, to: LinePlace) -> Self {
        Self {
            from,
            to,
            line: from.line,
            text: String::new(),
        }
    }

    /// Goes on writing; true when done. Document and lines have to be the same each time.
    pub fn advance(&mut self, lines: &Lines, document: &Document, steps: usize) -> bool {
        let mut steps = Steps::new(steps);
        for placed in lines.window(document, self.line) {
            if placed.number > self.to.line {
                break;
            }
            if !steps.are_left() {
                return false;
            }
            let size = self.text.len();
            self.write(document, &placed.line, placed.number);
            self.line += 1;
            steps.spend_on_bytes(self.text.len() - size);
        }
        true
    }

    /// Takes the text, as far as it is written.
    pub fn take_text(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    fn write(&mut self, document: &Document, line: &Line<'_>, number: usize) {
        let is_first = number == self.from.line;
        let is_alone = self.from.line == self.to.line;
        let from = if is_first { self.from.column } else { 0 };
        let to = if number == self.to.line {
            self.to.column
        } else {
            usize::MAX
        };
        if !is_first {
            self.text.push('\n');
        }
        if from == 0 && !is_alone {
            let indent = line.depth.min(DEEPEST) * INDENT;
            self.text.extend(std::iter::repeat_n(' ', indent));
        }
        let all = line.text(document);
        self.text.push_str(units::part(&all, from, to));
    }
}

impl Line<'_> {
    /// Returns how many UTF-16 units stand before the value: those of its key.
    pub fn before_value(&self) -> usize {
        self.key
            .map_or(0, |key| key.source().encode_utf16().count() + 2)
    }

    /// Returns key and value as they came, and the comma, without the indentation.
    fn text(&self, document: &Document) -> String {
        let (open, close) = match document.kind(self.node) {
            Kind::Object => ("{", "}"),
            _ => ("[", "]"),
        };
        let mut text = String::new();
        if let Some(key) = self.key {
            text.push_str(&key.source());
            text.push_str(": ");
        }
        match self.part {
            LinePart::Open => text.push_str(open),
            LinePart::Close => text.push_str(close),
            LinePart::Empty => text.extend([open, close]),
            LinePart::Leaf | LinePart::Folded { .. } => text.push_str(&document.text(self.node)),
        }
        if self.comma {
            text.push(',');
        }
        text
    }
}
