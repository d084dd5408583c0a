//! Reads a query from its text: paths, their segments and selectors.

mod filter;
mod number;
mod quoted;
mod text;

use super::query::{Literal, Path, Query, QueryFault, QueryReason, Segment, Selector};
use super::slice::Slice;
use text::Text;

/// How deep parentheses, functions and filters may stand in one another.
const DEEPEST: usize = 64;

struct Parser<'a> {
    text: Text<'a>,
    query: Query,
    depth: usize,
}

impl Query {
    /// Reads a query. The `$` that stands for the root may be left out, as in `rows[*].Name`, and so may the dot
    /// after it. White space around the query does not count.
    pub fn parse(text: &str) -> Result<Self, QueryFault> {
        let mut parser = Parser {
            text: Text::new(text),
            query: Self {
                paths: Vec::new(),
                filters: Vec::new(),
                literals: Vec::new(),
            },
            depth: 0,
        };
        let path = parser.whole()?;
        parser.query.paths.push(path);
        Ok(parser.query)
    }
}

impl Parser<'_> {
    fn whole(&mut self) -> Result<Path, QueryFault> {
        let mut path = Path {
            is_absolute: true,
            segments: Vec::new(),
        };
        self.text.blank();
        match self.text.peek() {
            None => return self.text.fault(QueryReason::Empty),
            Some('@') => {
                return self.text.fault(QueryReason::AtOutsideFilter);
            }
            Some('$') => self.text.skip(1),
            Some('.' | '[') => {}
            Some(_) => path.segments.push(self.shorthand(false)?),
        }
        self.segments(&mut path)?;
        match self.text.peek() {
            None => Ok(path),
            Some(_) => self.text.fault(QueryReason::Segment),
        }
    }

    /// Reads segments for as long as there are any.
    fn segments(&mut self, path: &mut Path) -> Result<(), QueryFault> {
        loop {
            self.text.blank();
            let segment = if self.text.eat("..") {
                if self.text.peek() == Some('[') {
                    self.bracket(true)?
                } else {
                    self.shorthand(true)?
                }
            } else if self.text.eat(".") {
                self.shorthand(false)?
            } else if self.text.peek() == Some('[') {
                self.bracket(false)?
            } else {
                return Ok(());
            };
            path.segments.push(segment);
        }
    }

    /// Reads a name or an asterisk, as they stand after a dot.
    fn shorthand(&mut self, descends: bool) -> Result<Segment, QueryFault> {
        let selector = match self.text.peek() {
            Some('*') => {
                self.text.skip(1);
                Selector::Wildcard
            }
            Some('0'..='9') => {
                return self.text.fault(QueryReason::PlaceAfterDot);
            }
            Some(first) if is_in_name(first) => {
                Selector::Name(self.text.take_while(is_in_name).to_owned())
            }
            _ => {
                return self.text.fault(QueryReason::Name);
            }
        };
        Ok(Segment {
            descends,
            selectors: vec![selector],
        })
    }

    /// Reads selectors in brackets.
    fn bracket(&mut self, descends: bool) -> Result<Segment, QueryFault> {
        self.text.skip(1);
        let mut selectors = Vec::new();
        loop {
            self.text.blank();
            selectors.push(self.selector()?);
            self.text.blank();
            if self.text.eat("]") {
                return Ok(Segment {
                    descends,
                    selectors,
                });
            }
            if !self.text.eat(",") {
                return self.text.fault(QueryReason::EndOfSelectors);
            }
        }
    }

    fn selector(&mut self) -> Result<Selector, QueryFault> {
        match self.text.peek() {
            Some('"' | '\'') => Ok(Selector::Name(self.quoted()?)),
            Some('*') => {
                self.text.skip(1);
                Ok(Selector::Wildcard)
            }
            Some('?') => {
                self.text.skip(1);
                self.filter()
            }
            Some('-' | ':' | '0'..='9') => self.items(),
            Some(first) if is_in_name(first) => self.text.fault(QueryReason::NameWithoutQuotes),
            _ => self.text.fault(QueryReason::Selector),
        }
    }

    /// Reads the place of an item, or a slice.
    fn items(&mut self) -> Result<Selector, QueryFault> {
        let start = self.place()?;
        self.text.blank();
        if !self.text.eat(":") {
            return Ok(Selector::Slice(Slice::index(start.unwrap_or_default())));
        }
        self.text.blank();
        let end = self.place()?;
        self.text.blank();
        let mut step = None;
        if self.text.eat(":") {
            self.text.blank();
            step = self.place()?;
        }
        Ok(Selector::Slice(Slice {
            is_index: false,
            start,
            end,
            step: step.unwrap_or(1),
        }))
    }

    /// Keeps a literal and returns its number.
    fn keep(&mut self, literal: Literal) -> u32 {
        self.query.literals.push(literal);
        self.query.literals.len().saturating_sub(1) as u32
    }

    /// Goes one level deeper. [`Parser::rise`] undoes it.
    fn descend(&mut self) -> Result<(), QueryFault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.text.fault(QueryReason::TooDeep);
        }
        Ok(())
    }

    fn rise(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}

/// Whether a character may stand in a name without quotes. It does not begin with a digit.
fn is_in_name(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_' || !char.is_ascii()
}
