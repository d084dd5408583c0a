//! The words of a statement.

use crate::json::Value;
use crate::number;

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A keyword or a name without quotes.
    Word(String),
    /// A name in backticks.
    Name(String),
    /// What stands in double quotes: a name or a text.
    NameOrText(String),
    /// A text in single quotes.
    Text(String),
    Number(Value),
    /// A question mark; they are counted from 0.
    Parameter(usize),
    Sign(&'static str),
}

/// The signs; a longer one stands before its own beginning.
const SIGNS: &[&str] = &[
    "<=", ">=", "<>", "!=", "==", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", ",", ";", ".",
];

/// Takes a statement apart; the error names what cannot be read.
pub(super) fn tokens(sql: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut parameters = 0;
    let mut rest = sql.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '\'' | '"' | '`' => quoted(rest, first)?,
            '?' => {
                parameters += 1;
                (Token::Parameter(parameters - 1), 1)
            }
            '0'..='9' => number(rest)?,
            c if is_of_word(c) => word(rest),
            _ => {
                let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
                let sign = sign.ok_or_else(|| format!("unexpected {first}"))?;
                (Token::Sign(sign), sign.len())
            }
        };
        tokens.push(token);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    Ok(tokens)
}

/// Reads up to the closing quote; a doubled quote stands for itself.
fn quoted(text: &str, quote: char) -> Result<(Token, usize), String> {
    let mut inner = String::new();
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((place, c)) = chars.next() {
        if c != quote {
            inner.push(c);
        } else if chars.next_if(|(_, next)| *next == quote).is_some() {
            inner.push(quote);
        } else {
            let token = match quote {
                '\'' => Token::Text(inner),
                '"' => Token::NameOrText(inner),
                _ => Token::Name(inner),
            };
            return Ok((token, place + 1));
        }
    }
    Err(format!("a {quote} is not closed"))
}

fn number(text: &str) -> Result<(Token, usize), String> {
    let length = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (digits, _) = text.split_at(length);
    number::parse(digits)
        .map(|number| (Token::Number(number), length))
        .ok_or(format!("{digits} is no number"))
}

/// Whether a character may stand in a name without quotes: what is not ASCII always may, as no sign of SQL is.
fn is_of_word(c: char) -> bool {
    c == '_' || c.is_ascii_alphanumeric() || !c.is_ascii()
}

fn word(text: &str) -> (Token, usize) {
    let length = text.find(|c| !is_of_word(c)).unwrap_or(text.len());
    let (word, _) = text.split_at(length);
    (Token::Word(word.to_owned()), length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_taken_apart() {
        let read = tokens("x<=1.5 'it''s' `a b` \"q\" ? größe ?").unwrap();
        let expected = [
            Token::Word("x".to_owned()),
            Token::Sign("<="),
            Token::Number(1.5.into()),
            Token::Text("it's".to_owned()),
            Token::Name("a b".to_owned()),
            Token::NameOrText("q".to_owned()),
            Token::Parameter(0),
            Token::Word("größe".to_owned()),
            Token::Parameter(1),
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn what_is_not_closed_is_an_error() {
        for sql in ["'", "`a", "\"a\"\"", "1.2.3", "a # b"] {
            assert!(tokens(sql).is_err(), "{sql}");
        }
    }
}
