//! Where and why the index of a document ends before its text does.

use super::Document;

/// The first fault of a text that is not JSON, or not all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The offset of the byte that cannot stand there; the length of the text where it ends too early.
    pub offset: usize,
    /// The line of that byte, the first being 1.
    pub line: u32,
    /// The column of that byte in characters, the first being 1.
    pub column: u32,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing but white space.
    Nothing,
    /// The text ends before the JSON is complete.
    EndsEarly,
    /// No value begins like this.
    Value,
    /// No key begins like this.
    Key,
    /// A key without a colon.
    Colon,
    /// An item of an array is followed by something else.
    CommaOrBracket,
    /// A member of an object is followed by something else.
    CommaOrBrace,
    /// A comma with nothing after it.
    TrailingComma,
    /// A text in single quotes.
    SingleQuote,
    /// No number goes on like this.
    Number,
    /// A word that begins like `true`, `false` or `null` and is none of them.
    Word,
    /// A backslash with something that JSON does not escape.
    Escape,
    /// More text after the end.
    Extra,
    /// More text than offsets can count: 4 GiB.
    TooLong,
}

/// The text around a place, from the same line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before the place.
    pub before: String,
    /// What stands there and after it.
    pub after: String,
}

impl Document {
    /// Returns the text around an offset, up to `reach` bytes on either side and never beyond the line.
    pub fn excerpt(&self, offset: usize, reach: usize) -> Excerpt {
        let (before, after) = self.bytes.split_at(offset.min(self.bytes.len()));
        let before = before.rsplit(|&b| b == b'\n').next().unwrap_or_default();
        let after = after.split(|&b| b == b'\n').next().unwrap_or_default();
        let mut from = before.len().saturating_sub(reach);
        let mut to = after.len().min(reach);
        // A character that the limit would cut is left out.
        while before.get(from).is_some_and(continues_char) {
            from += 1;
        }
        while to > 0 && after.get(to).is_some_and(continues_char) {
            to -= 1;
        }
        Excerpt {
            before: String::from_utf8_lossy(&before[from..]).into_owned(),
            after: String::from_utf8_lossy(&after[..to]).into_owned(),
        }
    }
}

/// Returns line and column of an offset, both counted from 1.
pub(super) fn position(bytes: &[u8], offset: usize) -> (u32, u32) {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let line = before.iter().filter(|&&b| b == b'\n').count();
    let in_line = before.rsplit(|&b| b == b'\n').next().unwrap_or_default();
    let column = in_line.iter().filter(|b| !continues_char(b)).count();
    (line as u32 + 1, column as u32 + 1)
}

fn continues_char(byte: &u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (u32, u32, Reason) {
        let document = Document::parse(text.as_bytes().to_vec());
        let fault = document
            .fault()
            .unwrap_or_else(|| panic!("{text} has no fault"));
        (fault.line, fault.column, fault.reason)
    }

    #[test]
    fn a_fault_says_where_and_why() {
        for (text, place) in [
            ("", (1, 1, Reason::Nothing)),
            (" \n ", (2, 2, Reason::Nothing)),
            ("<!DOCTYPE html>", (1, 1, Reason::Value)),
            ("[1,\n 2", (2, 3, Reason::EndsEarly)),
            ("[1 2]", (1, 4, Reason::CommaOrBracket)),
            ("{\"ü\": 1 2}", (1, 9, Reason::CommaOrBrace)),
            ("{1}", (1, 2, Reason::Key)),
            ("{\"a\" 1}", (1, 6, Reason::Colon)),
            ("[1,]", (1, 4, Reason::TrailingComma)),
            ("{\"a\":1,\n}", (2, 1, Reason::TrailingComma)),
            ("{'a':1}", (1, 2, Reason::SingleQuote)),
            ("['a']", (1, 2, Reason::SingleQuote)),
            ("[01]", (1, 3, Reason::Number)),
            ("[1.]", (1, 4, Reason::Number)),
            ("[-]", (1, 3, Reason::Number)),
            ("[nul]", (1, 5, Reason::Word)),
            ("tru", (1, 4, Reason::EndsEarly)),
            ("[True]", (1, 2, Reason::Value)),
            (r#"["\x"]"#, (1, 4, Reason::Escape)),
            (r#"["\u12g4"]"#, (1, 7, Reason::Escape)),
            ("{} {}", (1, 4, Reason::Extra)),
            ("[}", (1, 2, Reason::Value)),
            ("[1}", (1, 3, Reason::CommaOrBracket)),
            ("{\"a\":1]", (1, 7, Reason::CommaOrBrace)),
        ] {
            assert_eq!(fault(text), place, "{text}");
        }
    }

    #[test]
    fn an_excerpt_stays_within_the_line_and_between_characters() {
        let document = Document::parse("[1,\n \"äöü\" ? \"äöü\"\n]".as_bytes().to_vec());
        let offset = document.fault().unwrap().offset;
        let excerpt = document.excerpt(offset, 4);
        assert_eq!(
            (excerpt.before.as_str(), excerpt.after.as_str()),
            ("ü\" ", "? \"")
        );
        let excerpt = document.excerpt(offset, 100);
        assert_eq!(
            (excerpt.before.as_str(), excerpt.after.as_str()),
            (" \"äöü\" ", "? \"äöü\"")
        );
    }
}
