//! What people type and paste: characters that nobody sees come along with it, and digits of other scripts.

/// The zeros of the scripts that write numbers with digits of their own; nine more follow each.
const ZEROS: [u16; 36] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];

/// The length of a one-time code.
const CODE: usize = 6;

/// Whether nobody sees a character, or takes it for the plain space that it is not.
pub fn is_unseen(c: char) -> bool {
    match c {
        ' ' => false,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => c.is_whitespace() || c.is_control(),
    }
}

/// Returns an id, a login or the name of a server without what nobody sees and without space around it.
pub fn bare(text: &str) -> String {
    let seen: String = text.chars().filter(|&c| !is_unseen(c)).collect();
    seen.trim_matches(' ').to_owned()
}

/// Whether a text has something that nobody sees: such a character anywhere, or space around it.
pub fn hides_something(text: &str) -> bool {
    text.starts_with(' ') || text.ends_with(' ') || text.contains(is_unseen)
}

/// What nobody sees in a text, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen<'a> {
    /// A space at the beginning.
    SpaceBefore,
    /// A space at the beginning and one at the end.
    SpaceAround,
    /// A space at the end.
    SpaceBehind,
    /// A character.
    Char {
        /// Which.
        char: char,
        /// The end of what stands before it.
        after: &'a str,
    },
}

/// Returns the first thing in a text that nobody sees, with so many characters before it at most. The text has one.
pub fn first_unseen(text: &str, most: usize) -> Unseen<'_> {
    if text.starts_with(' ') {
        return match text.ends_with(' ') {
            true => Unseen::SpaceAround,
            false => Unseen::SpaceBefore,
        };
    }
    let Some(at) = text.find(is_unseen) else {
        return Unseen::SpaceBehind;
    };
    let (before, rest) = text.split_at(at);
    let skipped = before.chars().count().saturating_sub(most);
    let from = before
        .char_indices()
        .nth(skipped)
        .map_or(at, |(from, _)| from);
    Unseen::Char {
        char: rest.chars().next().unwrap_or_default(),
        after: before.get(from..).unwrap_or_default(),
    }
}

/// Returns a number with its digits, of whatever script, as ASCII has them.
pub fn number(text: &str) -> String {
    bare(text).chars().map(narrow).map(ascii_digit).collect()
}

/// Returns the ASCII character that a full-width one stands for, as East Asian keyboards write it.
pub fn narrow(c: char) -> char {
    let ascii = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        '。' => Some('.'),
        _ => None,
    };
    ascii.unwrap_or(c)
}

/// Returns a one-time code as it is sent: its six digits, of whatever script, without what groups them. `None` if it has more
/// or fewer, or something else.
pub fn code(text: &str) -> Option<String> {
    let groups = |c: &char| !matches!(c, ' ' | '-' | '‐' | '‑' | '–' | '.' | '·');
    let code: String = number(text).chars().filter(groups).collect();
    let is_code = code.len() == CODE && code.bytes().all(|b| b.is_ascii_digit());
    is_code.then_some(code)
}

fn ascii_digit(c: char) -> char {
    let point = c as u32;
    let digit = match point {
        // Five sets of mathematical digits, one after the other.
        0x1d7ce..=0x1d7ff => Some((point - 0x1d7ce) % 10),
        _ => ZEROS
            .iter()
            .map(|&zero| point.wrapping_sub(u32::from(zero)))
            .find(|&digit| digit < 10),
    };
    digit
        .and_then(|digit| char::from_digit(digit, 10))
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_loses_what_nobody_sees() {
        for text in [
            "abc@auth.local",
            " abc@auth.local\t",
            "\u{a0}abc@auth.local\u{a0}",
            "\u{feff}abc@auth.local\u{200b}",
            "abc\u{200b}@auth\u{ad}.local\r\n",
            "\u{202a}abc@auth.local\u{202c}",
            "abc@\u{2060}auth.local\u{3000}",
        ] {
            assert_eq!(bare(text), "abc@auth.local", "{text:?}");
        }
        assert_eq!(bare("two words"), "two words");
    }

    #[test]
    fn what_nobody_sees_is_noticed() {
        for text in ["a ", " a", "a\u{a0}b", "\ta", "a\u{200d}b", "\u{feff}"] {
            assert!(hides_something(text), "{text:?}");
        }
        for text in ["", "a b", "Größe", "表", "a-b"] {
            assert!(!hides_something(text), "{text:?}");
        }
    }

    #[test]
    fn six_digits_of_any_script_are_a_code() {
        for text in [
            "123456",
            "123 456",
            " 123456\u{a0}",
            "123-456",
            "123\u{2009}456",
            "12 34 56",
            "１２３４５６",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            "१२३४५६",
            "𝟏𝟐𝟑𝟒𝟓𝟔",
            "\u{200b}123456\u{feff}",
        ] {
            assert_eq!(code(text).as_deref(), Some("123456"), "{text:?}");
        }
        for text in ["", "12345", "1234567", "12345a", "①②③④⑤⑥", "1e5000"] {
            assert_eq!(code(text), None, "{text:?}");
        }
    }

    #[test]
    fn every_script_s_digits_are_read() {
        for zero in ZEROS {
            let text: String = (0..10)
                .filter_map(|n| char::from_u32(u32::from(zero) + n))
                .collect();
            assert_eq!(number(&text), "0123456789", "{text}");
        }
        assert_eq!(number(" －１．5 "), "-1.5");
    }
}
