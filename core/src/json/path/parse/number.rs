//! Numbers in a query.

use super::Parser;
use crate::json::path::{QueryFault, QueryReason};

/// The greatest place that RFC 9535 allows, and the least with a minus: what JavaScript counts without gaps.
const FARTHEST: i64 = (1 << 53) - 1;

impl Parser<'_> {
    /// Reads the place of an item, if one stands here.
    pub(super) fn place(&mut self) -> Result<Option<i64>, QueryFault> {
        let before = self.text;
        self.text.eat("-");
        let digits = self.text.take_while(|c| c.is_ascii_digit());
        let text = self.text.since(before);
        if text.is_empty() {
            return Ok(None);
        }
        if digits.is_empty() {
            return self.text.fault(QueryReason::Digit);
        }
        if digits.starts_with('0') && text != "0" {
            return before.fault(QueryReason::ZeroInPlace);
        }
        match text.parse() {
            Ok(place) if (-FARTHEST..=FARTHEST).contains(&place) => Ok(Some(place)),
            _ => before.fault(QueryReason::TooFar),
        }
    }

    /// Reads a number as JSON writes it.
    pub(super) fn number(&mut self) -> Result<String, QueryFault> {
        let before = self.text;
        self.text.eat("-");
        let whole = self.digits()?;
        if whole.starts_with('0') && whole != "0" {
            return before.fault(QueryReason::ZeroInNumber);
        }
        if self.text.eat(".") {
            self.digits()?;
        }
        if self.text.eat("e") || self.text.eat("E") {
            let _ = self.text.eat("+") || self.text.eat("-");
            self.digits()?;
        }
        Ok(self.text.since(before).to_owned())
    }

    fn digits(&mut self) -> Result<&str, QueryFault> {
        let digits = self.text.take_while(|c| c.is_ascii_digit());
        if digits.is_empty() {
            return self.text.fault(QueryReason::Digit);
        }
        Ok(digits)
    }
}
