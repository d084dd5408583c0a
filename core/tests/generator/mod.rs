//! What the tests of JSON read: random numbers and texts, the same in every run, rows of any size, and all values of a document.

// Each test that uses it uses its own part.
#![allow(dead_code)]

use playground_core::json::{Document, NodeId};
use std::fmt::Write as _;

/// Returns rows as SeaTable answers them, of about so many bytes in all; after them stands one of this text.
pub(crate) fn rows(size: usize, last: &str) -> String {
    let mut text = String::from(r#"{"rows":["#);
    let mut number = 0;
    while text.len() < size {
        let age = 20 + number % 60;
        // A string takes whatever is written.
        let _ = write!(
            text,
            r#"{{"_id":"Qtf7xPmoRaiFyQPO{number:06}","_ctime":"2026-03-06T10:57:44.000+00:00","Name":"Person {number}","Age":{age},"Tags":["a","b"],"Done":null}},"#
        );
        number += 1;
    }
    text.push_str(last);
    text.push_str("]}");
    text
}

/// Returns all values of a document, level by level.
pub(crate) fn nodes(document: &Document) -> Vec<NodeId> {
    let mut nodes: Vec<NodeId> = document.root().into_iter().collect();
    let mut done = 0;
    while done < nodes.len() {
        nodes.extend(document.children(nodes[done]));
        done += 1;
    }
    nodes
}

/// A source of numbers that look random (xorshift64*).
pub(crate) struct Random(u64);

impl Random {
    /// Begins a sequence; the same seed gives the same one.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// Returns the next number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Returns a number below the limit; 0 where the limit is 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 33) as usize % limit.max(1)
    }

    /// Returns one of the items.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }

    /// Returns a JSON document of about so many values, with white space of all kinds.
    pub(crate) fn json(&mut self, values: usize) -> Vec<u8> {
        let mut out = Vec::new();
        let mut left = values;
        self.space(&mut out);
        self.container(&mut out, &mut left, 0);
        self.space(&mut out);
        out
    }

    fn value(&mut self, out: &mut Vec<u8>, left: &mut usize, depth: usize) {
        *left = left.saturating_sub(1);
        match self.below(10) {
            0..=3 if depth < 12 => self.container(out, left, depth),
            0..=5 => self.string(out),
            6 | 7 => self.number(out),
            _ => out.extend(self.pick(&["true", "false", "null"]).bytes()),
        }
    }

    fn container(&mut self, out: &mut Vec<u8>, left: &mut usize, depth: usize) {
        let is_object = self.below(2) == 0;
        out.push(if is_object { b'{' } else { b'[' });
        let most = if depth == 0 {
            usize::MAX
        } else {
            self.below(8)
        };
        let mut count = 0;
        while count < most && *left > 0 {
            if count > 0 {
                out.push(b',');
            }
            self.space(out);
            if is_object {
                self.string(out);
                self.space(out);
                out.push(b':');
                self.space(out);
            }
            self.value(out, left, depth + 1);
            self.space(out);
            count += 1;
        }
        out.push(if is_object { b'}' } else { b']' });
    }

    fn string(&mut self, out: &mut Vec<u8>) {
        const PIECES: [&str; 18] = [
            "a",
            "Name",
            "ü",
            "€",
            "😀",
            " ",
            "/",
            "~",
            "\\\"",
            "\\\\",
            "\\n",
            "\\u00e9",
            "\\u0000",
            "\\uD83D\\uDE00",
            "{",
            "]",
            "'",
            "”",
        ];
        out.push(b'"');
        for _ in 0..self.below(6) {
            out.extend(self.pick(&PIECES).bytes());
        }
        out.push(b'"');
    }

    fn number(&mut self, out: &mut Vec<u8>) {
        let digits = self.next() >> self.below(60);
        let text = match self.below(5) {
            0 => format!("-{digits}"),
            1 => format!("{}.{digits}", self.below(100)),
            2 => format!("{}e-{}", self.below(1000), self.below(20)),
            3 => format!("{}.5E+{}", self.below(10), self.below(20)),
            _ => digits.to_string(),
        };
        out.extend(text.bytes());
    }

    fn space(&mut self, out: &mut Vec<u8>) {
        for _ in 0..self.below(5).saturating_sub(2) {
            out.extend(self.pick(&[" ", "\n", "\t", "\r\n"]).bytes());
        }
    }
}
