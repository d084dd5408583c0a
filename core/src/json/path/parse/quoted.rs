//! Texts in quotes, single or double.

use super::Parser;
use crate::json::path::{QueryFault, QueryReason};

impl Parser<'_> {
    /// Reads a text in quotes, and returns what stands for it.
    pub(super) fn quoted(&mut self) -> Result<String, QueryFault> {
        let Some(quote) = self.text.peek() else {
            return self.text.fault(QueryReason::Quoted);
        };
        self.text.skip(1);
        let mut out = String::new();
        loop {
            let plain = |c: char| c != quote && c != '\\' && c >= ' ';
            out.push_str(self.text.take_while(plain));
            match self.text.peek() {
                None => return self.text.fault(QueryReason::ClosingQuote),
                Some('\\') => out.push(self.escape(quote)?),
                Some(c) if c == quote => {
                    self.text.skip(1);
                    return Ok(out);
                }
                Some(_) => {
                    return self.text.fault(QueryReason::ControlCharacter);
                }
            }
        }
    }

    fn escape(&mut self, quote: char) -> Result<char, QueryFault> {
        self.text.skip(1);
        let char = match self.text.peek() {
            Some('u') => return self.unicode(),
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some(c @ ('\\' | '/')) => c,
            Some(c) if c == quote => c,
            _ => return self.text.fault(QueryReason::Escape),
        };
        self.text.skip(1);
        Ok(char)
    }

    /// Reads the rest of one `\u` escape, or of a pair of them.
    fn unicode(&mut self) -> Result<char, QueryFault> {
        let before = self.text;
        let first = self.code_unit()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).map_or_else(|| before.fault(QueryReason::HalfAPair), Ok);
        }
        if !self.text.eat("\\") || self.text.peek() != Some('u') {
            return before.fault(QueryReason::HalfAPair);
        }
        let second = self.code_unit()?;
        let low = second.checked_sub(0xDC00).filter(|&low| low < 0x400);
        let code = low.map(|low| 0x1_0000 + ((first - 0xD800) << 10) + low);
        code.and_then(char::from_u32)
            .map_or_else(|| before.fault(QueryReason::HalfAPair), Ok)
    }

    fn code_unit(&mut self) -> Result<u32, QueryFault> {
        self.text.skip(1);
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = self.text.peek().and_then(|c| c.to_digit(16)) else {
                return self.text.fault(QueryReason::Escape);
            };
            unit = unit * 16 + digit;
            self.text.skip(1);
        }
        Ok(unit)
    }
}
