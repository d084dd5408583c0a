//! Goes on with a token that a chunk may have cut.

use super::super::Reason;
use super::super::token::{Number, Quoted, Step};
use super::{Builder, State};

impl Builder {
    pub(super) fn string(&mut self, start: u32, is_key: bool, mut so_far: Quoted) {
        let mut at = self.at;
        while let Some(&byte) = self.document.bytes.get(at) {
            match (so_far, byte) {
                (Quoted::Plain, b'"') => {
                    self.at = at + 1;
                    if is_key {
                        self.state = State::Colon;
                    } else {
                        self.leaf(start);
                    }
                    return;
                }
                (Quoted::Plain, b'\\') => so_far = Quoted::Escape,
                (Quoted::Plain, 0..0x20) => self.document.tolerated += 1,
                (Quoted::Plain, _) => {}
                _ => match so_far.escape(byte) {
                    Some(next) => so_far = next,
                    None => {
                        self.at = at;
                        return self.fail(Reason::Escape);
                    }
                },
            }
            at += 1;
        }
        self.at = at;
        self.state = State::String {
            start,
            is_key,
            so_far,
        };
    }

    pub(super) fn number(&mut self, start: u32, so_far: Number, byte: u8) {
        match so_far.step(byte) {
            Step::Goes(so_far) => self.go(State::Number { start, so_far }),
            Step::Ends => self.leaf(start),
            Step::Breaks => self.fail(Reason::Number),
        }
    }

    pub(super) fn word(&mut self, start: u32, rest: &'static [u8], byte: u8) {
        match rest.split_first() {
            Some((&expected, _)) if byte != expected => self.fail(Reason::Word),
            Some((_, [])) => {
                self.at += 1;
                self.leaf(start);
            }
            Some((_, rest)) => self.go(State::Word { start, rest }),
            None => self.leaf(start),
        }
    }
}
