//! Ids and tokens: they look like SeaTable's, and come in the same order in every run.

use std::fmt::Write;

const ALPHANUMERIC: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const URL_SAFE: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const HEX: &[u8] = b"0123456789abcdef";

/// A source of ids (SplitMix64). Nothing it gives is a secret.
#[derive(Clone, Debug)]
pub(crate) struct Ids {
    state: u64,
    number: u64,
}

impl Ids {
    /// A source that always gives the same ids.
    pub(crate) fn new() -> Self {
        Self {
            state: 0x5ea7_ab1e,
            number: 1000,
        }
    }

    /// The number of a user, base, group or workspace.
    pub(crate) fn number(&mut self) -> u64 {
        self.number += 1;
        self.number
    }

    /// The id of a row: 22 characters.
    pub(crate) fn row(&mut self) -> String {
        self.text(URL_SAFE, 22)
    }

    /// The id of a table, view, column, link or option: 4 characters, none of `taken`.
    pub(crate) fn short<'a>(&mut self, taken: impl Iterator<Item = &'a str>) -> String {
        let taken: Vec<&str> = taken.collect();
        loop {
            let id = self.text(ALPHANUMERIC, 4);
            if !taken.contains(&id.as_str()) {
                return id;
            }
        }
    }

    /// The internal id of a user.
    pub(crate) fn user(&mut self) -> String {
        self.text(HEX, 32) + "@auth.local"
    }

    /// The uuid of a base or an upload link (version 4).
    pub(crate) fn uuid(&mut self) -> String {
        let hex = self.text(HEX, 30);
        let mut uuid = String::with_capacity(36);
        for (i, c) in hex.chars().enumerate() {
            match i {
                8 | 18 => uuid.push('-'),
                12 => uuid.push_str("-4"),
                15 => uuid.push_str("-8"),
                _ => {}
            }
            uuid.push(c);
        }
        uuid
    }

    /// A token of 40 characters that nobody takes for a real one.
    pub(crate) fn token(&mut self, kind: &str) -> String {
        let mut token = format!("practice-{kind}-token-");
        let missing = 40usize.saturating_sub(token.len());
        let _ = token.write_str(&self.text(HEX, missing));
        token
    }

    /// Some hexadecimal digits, such as the id of an uploaded file.
    pub(crate) fn hex(&mut self, length: usize) -> String {
        self.text(HEX, length)
    }

    fn text(&mut self, alphabet: &[u8], length: usize) -> String {
        (0..length)
            .map(|_| char::from(alphabet[self.below(alphabet.len())]))
            .collect()
    }

    fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) as usize) % bound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_the_shapes_of_seatable() {
        let mut ids = Ids::new();
        assert_eq!(ids.row().len(), 22);
        assert_eq!(ids.token("api").len(), 40);
        assert!(ids.token("account").starts_with("practice-account-token-"));
        assert_eq!(ids.user().len(), 32 + "@auth.local".len());
        let groups: Vec<usize> = ids.uuid().split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12]);
    }
}
