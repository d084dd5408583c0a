//! Reads JSON (RFC 8259).
//!
//! It refuses what `serde_json` refuses, and keeps the text of a number.

use crate::Object;
use crate::json::Value;

/// Deeper values are refused, as by `serde_json`, so that reading them ends.
const MAX_DEPTH: u32 = 127;

/// Reads a JSON text; none if it is not well-formed.
pub(crate) fn read(text: &[u8]) -> Option<Value> {
    let mut reader = Reader {
        rest: std::str::from_utf8(text).ok()?,
        depth: 0,
    };
    let value = reader.value()?;
    reader.skip_space();
    reader.rest.is_empty().then_some(value)
}

struct Reader<'a> {
    rest: &'a str,
    depth: u32,
}

impl Reader<'_> {
    fn value(&mut self) -> Option<Value> {
        self.skip_space();
        match self.rest.as_bytes().first()? {
            b'{' => self.nested(Self::object),
            b'[' => self.nested(Self::array),
            b'"' => self.string().map(Value::String),
            b't' => self.literal("true", Value::Bool(true)),
            b'f' => self.literal("false", Value::Bool(false)),
            b'n' => self.literal("null", Value::Null),
            _ => self.number(),
        }
    }

    /// Reads what its first character opens.
    fn nested(&mut self, inner: fn(&mut Self) -> Option<Value>) -> Option<Value> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        self.skip(1);
        let value = inner(self);
        self.depth -= 1;
        value
    }

    fn object(&mut self) -> Option<Value> {
        let mut object = Object::new();
        if self.takes("}") {
            return Some(object.into());
        }
        loop {
            self.skip_space();
            let key = self.string()?;
            if !self.takes(":") {
                return None;
            }
            let value = self.value()?;
            object.insert(key, value);
            if !self.takes(",") {
                return self.takes("}").then(|| object.into());
            }
        }
    }

    fn array(&mut self) -> Option<Value> {
        let mut array = Vec::new();
        if self.takes("]") {
            return Some(array.into());
        }
        loop {
            array.push(self.value()?);
            if !self.takes(",") {
                return self.takes("]").then(|| array.into());
            }
        }
    }

    fn literal(&mut self, word: &str, value: Value) -> Option<Value> {
        self.takes(word).then_some(value)
    }

    fn number(&mut self) -> Option<Value> {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        self.rest = rest;
        crate::number::parse(number)
    }

    fn string(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut text = String::new();
        loop {
            let end = self.rest.find(|c: char| c < ' ' || c == '"' || c == '\\')?;
            let (plain, rest) = self.rest.split_at(end);
            text.push_str(plain);
            self.rest = rest;
            match self.next()? {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.code_point(),
            sign @ ('"' | '\\' | '/') => sign,
            _ => return None,
        })
    }

    /// Reads four hexadecimal digits, or two times four where they are half a character.
    fn code_point(&mut self) -> Option<char> {
        let first = self.code_unit()?;
        if !matches!(first, 0xd800..=0xdbff) {
            return char::from_u32(first);
        }
        self.rest = self.rest.strip_prefix("\\u")?;
        let second = self.code_unit()?;
        if !matches!(second, 0xdc00..=0xdfff) {
            return None;
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))
    }

    fn code_unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + self.next()?.to_digit(16)?;
        }
        Some(unit)
    }

    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next()?;
        self.rest = chars.as_str();
        Some(next)
    }

    /// Takes a sign or a word, if it is next.
    fn takes(&mut self, wanted: &str) -> bool {
        self.skip_space();
        let found = self.rest.starts_with(wanted);
        if found {
            self.skip(wanted.len());
        }
        found
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agrees(text: &[u8]) {
        let theirs = serde_json::from_slice::<serde_json::Value>(text).ok();
        let ours = read(text).map(|value| value.to_string());
        assert_eq!(
            ours,
            theirs.map(|value| value.to_string()),
            "{}",
            String::from_utf8_lossy(text)
        );
    }

    #[test]
    fn it_reads_what_serde_json_reads() {
        for text in [
            r#" { "a" : [ 1 , -2.5e+3 , true , false , null ] , "b" : { } , "a" : [ ] } "#,
            r#""\"\\\/\b\f\n\r\tä\u00E4\u20aC\ud83d\ude00😀""#,
            "12345678901234567890.123456789",
            "-0",
            "1E400",
            "\t\"\u{7f}\"\r\n",
        ] {
            assert!(read(text.as_bytes()).is_some(), "{text}");
            agrees(text.as_bytes());
        }
    }

    #[test]
    fn it_refuses_what_serde_json_refuses() {
        for text in [
            "",
            " ",
            "{",
            "[",
            "[1",
            "[1,]",
            "[,1]",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\":1 \"b\":2}",
            "[1 2]",
            "1 2",
            "\"",
            "\"a",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\\ud83d\"",
            "\"\\ud83d\\u0041\"",
            "\"\\ude00\"",
            "\"\n\"",
            "tru",
            "nulll",
            "True",
            "01",
            "+1",
            "1.",
            ".5",
            "1e",
            "--1",
            "1-",
            "-",
            "NaN",
            "\u{feff}1",
            "\u{a0}1",
            "'a'",
        ] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
            agrees(text.as_bytes());
        }
        agrees(b"\"\xff\"");
    }

    #[test]
    fn it_goes_as_deep_as_serde_json() {
        for depth in [126, 127, 128, 100_000] {
            agrees(("[".repeat(depth) + &"]".repeat(depth)).as_bytes());
            agrees(("{\"a\":".repeat(depth) + "1" + &"}".repeat(depth)).as_bytes());
        }
    }
}
