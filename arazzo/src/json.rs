//! A payload that is written as JSON text.

use crate::expression::{self, Piece};
use crate::fault::Faults;
use crate::payload::{Member, Payload, Value, is_literal};
use crate::yaml::{Position, Text};

/// Reads a value written as JSON text.
pub(crate) fn read(text: &Text, faults: &mut Faults) -> Option<Payload> {
    let mut reader = Json {
        source: text,
        at: 0,
    };
    let read = reader.value().and_then(|value| {
        reader.space();
        if reader.rest().is_empty() {
            Ok(value)
        } else {
            reader.expected("the end of the JSON")
        }
    });
    read.map_err(|(at, expected)| faults.push(at, "a payload that isn't JSON here", expected))
        .ok()
}

struct Json<'a> {
    source: &'a Text,
    at: usize,
}

type Read<T> = Result<T, (Position, String)>;

impl<'a> Json<'a> {
    fn rest(&self) -> &'a str {
        &self.source.text[self.at..]
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Skips white space and the token, if it is next.
    fn take(&mut self, token: char) -> bool {
        self.space();
        let found = self.rest().starts_with(token);
        self.at += if found { token.len_utf8() } else { 0 };
        found
    }

    fn expected<T>(&self, what: &str) -> Read<T> {
        Err((self.source.position(self.at), what.to_owned()))
    }

    fn value(&mut self) -> Read<Payload> {
        self.space();
        let at = self.source.position(self.at);
        let value = if self.rest().starts_with("{$") {
            self.expression()?
        } else if self.take('{') {
            self.object()?
        } else if self.take('[') {
            self.array()?
        } else if self.rest().starts_with('"') {
            Value::String(self.string()?)
        } else {
            self.literal()?
        };
        Ok(Payload { at, value })
    }

    fn expression(&mut self) -> Read<Value> {
        let Some((text, _)) = self.rest()[1..].split_once('}') else {
            return self.expected("a } after the expression");
        };
        let expression = expression::parse(text).or_else(|expected| self.expected(&expected))?;
        self.at += text.len() + 2;
        Ok(Value::Expression(expression))
    }

    fn object(&mut self) -> Read<Value> {
        let mut members = Vec::new();
        if self.take('}') {
            return Ok(Value::Object(members));
        }
        loop {
            self.space();
            let at = self.source.position(self.at);
            let key = self.string()?;
            if !self.take(':') {
                return self.expected("a colon");
            }
            members.push(Member {
                at,
                key,
                value: self.value()?,
            });
            if self.take('}') {
                return Ok(Value::Object(members));
            }
            if !self.take(',') {
                return self.expected("a comma or }");
            }
        }
    }

    fn array(&mut self) -> Read<Value> {
        let mut items = Vec::new();
        if self.take(']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            if self.take(']') {
                return Ok(Value::Array(items));
            }
            if !self.take(',') {
                return self.expected("a comma or ]");
            }
        }
    }

    fn string(&mut self) -> Read<Vec<Piece>> {
        if !self.rest().starts_with('"') {
            return self.expected("a string in double quotes");
        }
        let start = self.at + 1;
        let Some(length) = end_of_string(&self.source.text[start..]) else {
            return self.expected("the closing quote of this string");
        };
        let raw = &self.source.text[start..start + length];
        let mut pieces = expression::pieces(raw, |offset| self.source.position(start + offset))?;
        for piece in &mut pieces {
            if let Piece::Text(text) = piece {
                match serde_json::from_str(&format!("\"{text}\"")) {
                    Ok(decoded) => *text = decoded,
                    Err(_) => return self.expected("a string with JSON's escapes only"),
                }
            }
        }
        self.at = start + length + 1;
        Ok(pieces)
    }

    fn literal(&mut self) -> Read<Value> {
        let rest = self.rest();
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
        let word = &rest[..rest.find(ends).unwrap_or(rest.len())];
        if !is_literal(word) {
            return self.expected("a JSON value or an expression as {$…}");
        }
        self.at += word.len();
        Ok(Value::Literal(word.to_owned()))
    }
}

fn end_of_string(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::Style;

    fn faults_of(json_text: &str) -> Vec<String> {
        let mut faults = Faults::of("p");
        let text = Text {
            text: json_text.to_owned(),
            at: Position { line: 1, column: 1 },
            style: Style::Literal {
                start: Position { line: 2, column: 3 },
            },
        };
        let payload = read(&text, &mut faults);
        let faults: Vec<_> = faults
            .into_sorted()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(payload.is_none(), !faults.is_empty());
        faults
    }

    #[test]
    fn json_with_expressions_is_read() {
        let json = "{\"a\": [{\"{$inputs.key}\": \"x {$inputs.b} \\\"\"}, {$inputs.c}, 1.50, null], \"b\": {}}";
        assert_eq!(faults_of(json), Vec::<String>::new());
    }

    #[test]
    fn broken_json_is_refused_at_its_place() {
        for (text, fault) in [
            (
                "{\n  \"a\": 1,\n}",
                "p:4:3: a payload that isn't JSON here; expected a string in",
            ),
            (
                "[1 2]",
                "p:2:6: a payload that isn't JSON here; expected a comma or ]",
            ),
            (
                "{\"a\" 1}",
                "p:2:8: a payload that isn't JSON here; expected a colon",
            ),
            (
                "[tru]",
                "p:2:4: a payload that isn't JSON here; expected a JSON value",
            ),
            (
                "\"a",
                "p:2:3: a payload that isn't JSON here; expected the closing quote",
            ),
            (
                "\"\\q\"",
                "p:2:3: a payload that isn't JSON here; expected a string with JSON's",
            ),
            (
                "{} {}",
                "p:2:6: a payload that isn't JSON here; expected the end of the JSON",
            ),
            (
                "[{$input.a}]",
                "p:2:4: a payload that isn't JSON here; expected $statusCode",
            ),
            (
                "\"ab{$inputs.a\"",
                "p:2:6: a payload that isn't JSON here; expected a } after",
            ),
        ] {
            let faults = faults_of(text);
            assert!(
                faults.len() == 1 && faults[0].starts_with(fault),
                "{text}: {faults:?}"
            );
        }
    }
}
