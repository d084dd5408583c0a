//! Writes JSON.

use super::Value;
use std::fmt::{self, Display, Formatter};

impl Display for Value {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        out.write_str(&text)
    }
}

impl Value {
    /// Returns a text as it is, and all else as JSON: what a form would have for it.
    pub(crate) fn to_plain(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(number) => out.push_str(number.as_str()),
            Self::String(text) => quote(text, out),
            Self::Array(items) => {
                for (place, item) in items.iter().enumerate() {
                    out.push(if place == 0 { '[' } else { ',' });
                    item.write(out);
                }
                out.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Self::Object(object) => {
                for (place, (name, value)) in object.iter().enumerate() {
                    out.push(if place == 0 { '{' } else { ',' });
                    quote(name, out);
                    out.push(':');
                    value.write(out);
                }
                out.push_str(if object.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c < ' ' || c == '"' || c == '\\') {
        out.push_str(&rest[..at]);
        let sign = rest.as_bytes()[at];
        out.push('\\');
        match sign {
            b'"' | b'\\' => out.push(char::from(sign)),
            b'\n' => out.push('n'),
            b'\r' => out.push('r'),
            b'\t' => out.push('t'),
            8 => out.push('b'),
            12 => out.push('f'),
            _ => {
                let digit = |n: u8| char::from(b"0123456789abcdef"[usize::from(n & 15)]);
                out.push_str("u00");
                out.push(digit(sign >> 4));
                out.push(digit(sign));
            }
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}
