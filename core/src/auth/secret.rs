//! The type for everything that must not be shown by accident.

use crate::typed;
use std::{fmt, hint, mem};

/// A token or a password.
///
/// It has no `Display`, and its `Debug` tells nothing but its kind: the text is had by
/// [`Secret::reveal`] alone, so that every place that reads it can be found by that name. When it is dropped, its text is
/// overwritten.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the text. Only what sends the request, or what the person asked to see, may call this.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether it stands in some bytes as it is.
    pub fn is_in(&self, bytes: &[u8]) -> bool {
        !self.is_empty()
            && bytes
                .windows(self.0.len())
                .any(|part| part == self.0.as_bytes())
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it has something that nobody sees.
    pub fn hides_something(&self) -> bool {
        typed::hides_something(&self.0)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        let mut bytes = mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        // Who compiles this must not leave out what nobody reads.
        hint::black_box(&bytes);
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_found_in_bytes() {
        let secret = Secret::new("fake");
        for (bytes, expected) in [
            ("", false),
            ("fak", false),
            ("\"fake\"", true),
            ("fafake", true),
        ] {
            assert_eq!(secret.is_in(bytes.as_bytes()), expected, "{bytes}");
        }
        assert!(!Secret::new("").is_in(b"x"));
    }

    #[test]
    fn debug_does_not_show_the_text() {
        assert_eq!(format!("{:?}", Secret::new("fake-token")), "Secret(…)");
    }
}
