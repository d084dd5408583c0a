//! What a JWT says of itself. It is read, never verified: only the server can do that.

use super::base64url;
use crate::json::{Document, Kind, NodeId};

/// The claims of a Base-Token or of a temporary API-Token. Any of them may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// When the token expires, in seconds since 1970. SeaTable writes it as a whole number or with decimals.
    pub exp_seconds: Option<u64>,
    /// When the token was made, in seconds since 1970; SeaTable does not say so.
    pub iat_seconds: Option<u64>,
    /// The base that it opens.
    pub dtable_uuid: Option<String>,
    /// `rw` or `r`.
    pub permission: Option<String>,
    /// The name of the API-Token that it was made from.
    pub app_name: Option<String>,
    /// The user's internal id; empty for a token of an app.
    pub username: Option<String>,
    /// Whether the practice SeaTable made it.
    pub practice: bool,
}

impl Claims {
    /// Reads the claims of a text that has the form of a JWT.
    ///
    /// Lenient: a payload with faults, such as broken UTF-8, gives the claims that can be read.
    pub fn read(token: &str) -> Option<Self> {
        let mut parts = token.trim().split('.');
        let (header, payload, signature) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || header.is_empty() || signature.is_empty() {
            return None;
        }
        let payload = Document::parse(base64url::decode(payload)?);
        payload
            .root()
            .filter(|&root| payload.kind(root) == Kind::Object)?;
        let text = |pointer| payload.string(payload.pointer(pointer)?);
        Some(Self {
            exp_seconds: payload
                .pointer("/exp")
                .and_then(|node| seconds(&payload, node)),
            iat_seconds: payload
                .pointer("/iat")
                .and_then(|node| seconds(&payload, node)),
            dtable_uuid: text("/dtable_uuid"),
            permission: text("/permission"),
            app_name: text("/app_name"),
            username: text("/username"),
            practice: payload
                .pointer("/practice")
                .is_some_and(|node| payload.source(node) == b"true"),
        })
    }

    /// Returns when the token was made, in seconds since 1970: as it says, else by the time that it was granted, such as `3d`,
    /// `5h` or `90m`.
    pub fn made_at(&self, granted: &str) -> Option<u64> {
        let granted = || {
            let unit = granted.trim_start_matches(|c: char| c.is_ascii_digit());
            let number: u64 = granted.strip_suffix(unit)?.parse().ok()?;
            let seconds = match unit {
                "d" => 86_400,
                "h" => 3_600,
                "m" => 60,
                "s" => 1,
                _ => return None,
            };
            self.exp_seconds?.checked_sub(number.checked_mul(seconds)?)
        };
        self.iat_seconds.or_else(granted)
    }

    /// Returns the seconds until the token expires, 0 once it has; `None` if it does not say.
    pub fn seconds_left(&self, now_seconds: u64) -> Option<u64> {
        self.exp_seconds
            .map(|expires| expires.saturating_sub(now_seconds))
    }
}

/// Reads a number of seconds, decimals dropped.
fn seconds(document: &Document, node: NodeId) -> Option<u64> {
    let text = document.text(node);
    text.split('.').next()?.parse().ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Makes a JWT of a payload, with a signature that is none.
    pub(in crate::auth) fn jwt(payload: &[u8]) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut text = String::from("e30.");
        for chunk in payload.chunks(3) {
            let bits = chunk
                .iter()
                .fold(0u32, |bits, &byte| bits << 8 | u32::from(byte));
            let bits = bits << (8 * (3 - chunk.len()));
            for i in 0..=chunk.len() {
                text.push(char::from(DIGITS[(bits >> (18 - 6 * i) & 63) as usize]));
            }
        }
        text + ".fake-signature"
    }

    #[test]
    fn the_claims_of_a_base_token_are_read() {
        let token = jwt(br#"{"exp":1614352594,"dtable_uuid":"650d8a0d","username":"","permission":"rw","app_name":"postman"}"#);
        let claims = Claims::read(&token).unwrap();
        assert_eq!(claims.exp_seconds, Some(1_614_352_594));
        assert_eq!(claims.permission.as_deref(), Some("rw"));
        assert_eq!(claims.app_name.as_deref(), Some("postman"));
        assert!(!claims.practice);
        assert_eq!(claims.seconds_left(1_614_352_590), Some(4));
        assert_eq!(claims.seconds_left(1_614_352_600), Some(0));
    }

    #[test]
    fn when_a_token_was_made_follows_from_what_it_was_granted() {
        let claims = |payload: &[u8]| Claims::read(&jwt(payload)).unwrap();
        let plain = claims(br#"{"exp":1000000}"#);
        for (granted, expected) in [
            ("3d", Some(740_800)),
            ("5h", Some(982_000)),
            ("90m", Some(994_600)),
            ("30s", Some(999_970)),
            ("99d", None),
            ("", None),
            ("d", None),
            ("3 weeks", None),
        ] {
            assert_eq!(plain.made_at(granted), expected, "{granted}");
        }
        let told = claims(br#"{"exp":1000000,"iat":999000.5}"#);
        assert_eq!(told.made_at("3d"), Some(999_000));
    }

    #[test]
    fn a_fraction_of_a_second_and_broken_utf_8_do_no_harm() {
        let token = jwt(b"{\"exp\":1614682126.7869017,\"username\":\"\xff\xfe\"}");
        let claims = Claims::read(&token).unwrap();
        assert_eq!(claims.exp_seconds, Some(1_614_682_126));
        assert_eq!(claims.permission, None);
    }

    #[test]
    fn what_is_no_jwt_has_no_claims() {
        for text in [
            "",
            "fake",
            "a.b",
            "a.b.c",
            "a..c",
            "e30.e30.",
            "e30.W10.x",
            "e30.e30.x.y",
        ] {
            assert_eq!(Claims::read(text), None, "{text}");
        }
    }
}
