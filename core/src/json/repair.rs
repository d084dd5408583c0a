//! Makes JSON of a draft that is nearly JSON: what other languages, editors and word processors make of it.

use super::{Document, escape};
use std::iter::Peekable;
use std::str::Chars;

/// Returns the JSON that a draft was meant to be: without comments, trailing commas, byte order marks and other spaces than
/// JSON's, with double quotes for others, and `true`, `false`, `null` for Python's words. `None` if the text already is
/// JSON, and where the outcome would not be. What stands between quotes stays what it is.
pub fn repair(text: &str) -> Option<String> {
    let mut repair = Repair {
        chars: text.chars().peekable(),
        out: String::with_capacity(text.len()),
        comma: None,
    };
    while repair.token() {}
    repair.drop_comma();
    let out = repair.out;
    let document = Document::parse(out.clone().into_bytes());
    let is_json = document.fault().is_none() && document.tolerated() == 0;
    (is_json && out != text).then_some(out)
}

struct Repair<'a> {
    chars: Peekable<Chars<'a>>,
    out: String,
    /// Where the comma stands that nothing but space has followed so far.
    comma: Option<usize>,
}

impl Repair<'_> {
    /// Takes the next token or white space. Returns whether there was one.
    fn token(&mut self) -> bool {
        let Some(c) = self.chars.next() else {
            return false;
        };
        match c {
            ' ' | '\n' | '\r' | '\t' => self.out.push(c),
            // Editors leave it at the very beginning.
            '\u{feff}' if self.out.is_empty() => {}
            '\u{feff}'
            | '\u{a0}'
            | '\u{2000}'..='\u{200b}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}' => {
                self.out.push(' ');
            }
            '/' if self.comment() => {}
            ',' => {
                self.comma = Some(self.out.len());
                self.out.push(c);
            }
            '}' | ']' => {
                self.drop_comma();
                self.out.push(c);
            }
            _ => {
                self.comma = None;
                match ends_of(c) {
                    [] if c.is_ascii_alphabetic() => self.word(c),
                    [] => self.out.push(c),
                    ends => self.string(ends),
                }
            }
        }
        true
    }

    /// Takes the rest of a comment, if that is what the slash begins.
    fn comment(&mut self) -> bool {
        match self.chars.peek() {
            Some('/') => while self.chars.next_if(|&c| c != '\n').is_some() {},
            Some('*') => {
                self.chars.next();
                let mut before = ' ';
                let closes = |c: char| (std::mem::replace(&mut before, c), c) == ('*', '/');
                if self.chars.by_ref().any(closes) {
                    // What stands on either side must not grow together.
                    self.out.push(' ');
                } else {
                    // Nobody said how much of the text it was meant to be.
                    self.out.push('*');
                }
            }
            _ => return false,
        }
        true
    }

    fn word(&mut self, first: char) {
        let start = self.out.len();
        self.out.push(first);
        while let Some(c) = self
            .chars
            .next_if(|c| c.is_ascii_alphanumeric() || *c == '_')
        {
            self.out.push(c);
        }
        let word = match self.out.get(start..) {
            Some("True") => "true",
            Some("False") => "false",
            Some("None") => "null",
            _ => return,
        };
        self.out.truncate(start);
        self.out.push_str(word);
    }

    /// Takes the rest of a string, which any of these characters ends.
    fn string(&mut self, ends: &[char]) {
        self.out.push('"');
        while let Some(c) = self.chars.next() {
            match c {
                _ if ends.contains(&c) => {
                    self.out.push('"');
                    return;
                }
                '\\' => {
                    // JSON needs no backslash before quotes other than its own, and allows none.
                    if let Some(quote) = self.chars.next_if(|&c| c != '"' && !ends_of(c).is_empty())
                    {
                        self.out.push(quote);
                    } else {
                        self.out.push(c);
                        self.out.extend(self.chars.next());
                    }
                }
                // Also the raw line breaks and tabs, which JSON has no place for.
                _ => escape(&mut self.out, c.encode_utf8(&mut [0; 4])),
            }
        }
    }

    /// Takes back a comma with nothing after it, if something is in front of it.
    fn drop_comma(&mut self) {
        if let Some(comma) = self.comma.take() {
            let before = self.out.get(..comma).unwrap_or_default().trim_end();
            if !before.is_empty() && !before.ends_with(['[', '{', ',', ':']) {
                self.out.remove(comma);
            }
        }
    }
}

/// Returns what ends the string that begins with this character; nothing where none does. Languages differ: “English”,
/// „deutsch“, ”suomeksi”.
fn ends_of(c: char) -> &'static [char] {
    match c {
        '"' => &['"'],
        '\'' => &['\''],
        '“' | '”' => &['”'],
        '„' => &['“', '”'],
        '‘' | '’' => &['’'],
        '‚' => &['‘', '’'],
        '«' => &['»'],
        '»' => &['«'],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_json_becomes_json() {
        for (text, json) in [
            ("[1, 2,]", "[1, 2]"),
            ("{\"a\": 1,\n}\n", "{\"a\": 1\n}\n"),
            ("{\"a\": 1},", "{\"a\": 1}"),
            ("[1, // one\n 2, /* two */]", "[1, \n 2  ]"),
            ("// first\n[]", "\n[]"),
            ("[] // last", "[] "),
            ("[1/* , */,2]", "[1 ,2]"),
            ("{'a': 'b'}", "{\"a\": \"b\"}"),
            (
                r#"['say "hi"', 'it\'s', "it\'s"]"#,
                r#"["say \"hi\"", "it's", "it's"]"#,
            ),
            (r#"['\\', '\"', '\u00e9']"#, r#"["\\", "\"", "\u00e9"]"#),
            ("{“a”: „b“, „c”: ‘d’}", "{\"a\": \"b\", \"c\": \"d\"}"),
            ("[«a», »b«, ”c”, ‚d‘]", "[\"a\", \"b\", \"c\", \"d\"]"),
            ("[“it's \"x\"”]", "[\"it's \\\"x\\\"\"]"),
            ("[\"a\nb\tc\"]", "[\"a\\nb\\tc\"]"),
            ("\u{feff}{}", "{}"),
            ("{\u{a0}\"a\":\u{202f}1}", "{ \"a\": 1}"),
            (
                "{'a': True, 'b': [False, None]}",
                "{\"a\": true, \"b\": [false, null]}",
            ),
        ] {
            assert_eq!(repair(text).as_deref(), Some(json), "{text}");
        }
    }

    #[test]
    fn what_stands_in_double_quotes_is_not_touched() {
        for text in [
            r#"["// no comment", "/* none */", "a,]", "True", "'x'", "“y”", "\u201c"]"#,
            "[\"\u{feff}\u{a0}\"]",
        ] {
            assert_eq!(repair(text), None);
            let broken = text.replace("\"]", "\",]");
            assert_eq!(repair(&broken).as_deref(), Some(text));
        }
    }

    #[test]
    fn nothing_is_guessed() {
        for text in [
            "",
            " ",
            "[,]",
            "[1,,]",
            "{\"a\":,}",
            "['it's']",
            "[1 2]",
            "{a: 1}",
            "[Trueish]",
            "[NaN]",
            "['a",
            "[1/2]",
            "/* open",
            "[1] /* open",
            "[\"a\\\n\"]",
            "['\\x41']",
            "[1/**/2]",
            ",",
            "[1\u{feff}2]",
            "[“a“]",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}
