//! Reads a formula by precedence climbing.

use super::{Expression, Operator};

/// Deeper formulas are refused, so that reading and computing them ends.
const MAX_DEPTH: u32 = 64;

/// Reads a formula; none if it is not well-formed.
pub(crate) fn parse(text: &str) -> Option<Expression> {
    let mut parser = Parser {
        rest: text.trim(),
        depth: 0,
    };
    let expression = parser.expression(0)?;
    parser.rest.is_empty().then_some(expression)
}

struct Parser<'a> {
    rest: &'a str,
    depth: u32,
}

/// The operators with how tightly they bind; a longer sign stands before its own beginning.
const OPERATORS: &[(&str, Operator, u8)] = &[
    ("<>", Operator::NotEqual, 1),
    ("<=", Operator::LessOrEqual, 1),
    (">=", Operator::GreaterOrEqual, 1),
    ("=", Operator::Equal, 1),
    ("<", Operator::Less, 1),
    (">", Operator::Greater, 1),
    ("&", Operator::Concatenate, 2),
    ("+", Operator::Add, 3),
    ("-", Operator::Subtract, 3),
    ("*", Operator::Multiply, 4),
    ("/", Operator::Divide, 4),
    ("^", Operator::Power, 5),
];

impl<'a> Parser<'a> {
    fn expression(&mut self, least: u8) -> Option<Expression> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let mut left = self.operand()?;
        while let Some(&(sign, operator, power)) = OPERATORS
            .iter()
            .find(|(sign, _, power)| *power >= least && self.rest.starts_with(sign))
        {
            // `<` must not be taken for the beginning of `<>` or `<=` that bind too loosely here.
            if least > 1 && power == 1 {
                break;
            }
            self.skip(sign.len());
            let right = self.expression(power + 1)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        self.depth -= 1;
        Some(left)
    }

    fn operand(&mut self) -> Option<Expression> {
        match self.rest.chars().next()? {
            '(' => {
                self.skip(1);
                let inner = self.expression(0)?;
                self.expect(')')?;
                Some(inner)
            }
            '-' => {
                self.skip(1);
                self.depth += 1;
                let right = if self.depth > MAX_DEPTH {
                    None
                } else {
                    self.expression(5)
                }?;
                self.depth -= 1;
                let zero = Box::new(Expression::Literal(0.into()));
                Some(Expression::Binary(
                    Operator::Subtract,
                    zero,
                    Box::new(right),
                ))
            }
            '{' => self
                .quoted('}')
                .map(|name| Expression::Column(name.to_owned())),
            quote @ ('"' | '\'') => self
                .quoted(quote)
                .map(|text| Expression::Literal(text.into())),
            '0'..='9' => self.number(),
            _ => self.call(),
        }
    }

    fn number(&mut self) -> Option<Expression> {
        let digits = self.take(|c| c.is_ascii_digit() || c == '.');
        crate::number::parse(digits).map(Expression::Literal)
    }

    fn call(&mut self) -> Option<Expression> {
        let name = self
            .take(|c| c.is_ascii_alphanumeric() || c == '_')
            .to_ascii_lowercase();
        if name.is_empty() {
            return None;
        }
        if !self.rest.starts_with('(') {
            return match name.as_str() {
                "true" => Some(Expression::Literal(true.into())),
                "false" => Some(Expression::Literal(false.into())),
                _ => None,
            };
        }
        self.skip(1);
        let mut arguments = Vec::new();
        while !self.rest.starts_with(')') {
            if !arguments.is_empty() {
                self.expect(',')?;
            }
            arguments.push(self.expression(0)?);
        }
        self.expect(')')?;
        Some(Expression::Call(name, arguments))
    }

    /// Takes what stands between the next character and `end`.
    fn quoted(&mut self, end: char) -> Option<&'a str> {
        let mut inner = self.rest.chars();
        inner.next();
        let (text, rest) = inner.as_str().split_once(end)?;
        self.rest = rest.trim_start();
        Some(text)
    }

    fn take(&mut self, wanted: fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        taken
    }

    fn expect(&mut self, wanted: char) -> Option<()> {
        self.rest = self.rest.strip_prefix(wanted)?.trim_start();
        Some(())
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default().trim_start();
    }
}
