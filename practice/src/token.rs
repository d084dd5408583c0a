//! JSON Web Tokens (RFC 7519) signed with HMAC-SHA-256, as Base-Tokens and temporary API-Tokens are.

use crate::encoding::{base64, from_base64};
use crate::json::{self, Value, json};
use crate::number;
use hmac_sha256::HMAC;

/// The key. Everybody may know it: nothing that it opens is real.
const KEY: &[u8] = b"practice key, protects nothing";

/// The claims of a token.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claims {
    /// When it expires, in seconds since 1970. Temporary API-Tokens have a fraction here.
    pub(crate) exp: f64,
    /// The base it opens.
    pub(crate) dtable_uuid: String,
    /// The user it stands for; empty where an API-Token was traded for it.
    pub(crate) username: String,
    /// `rw` or `r`; missing in a temporary API-Token.
    pub(crate) permission: Option<String>,
    /// The name of the API-Token it was traded for.
    pub(crate) app_name: Option<String>,
    /// Marks the token as one of this practice SeaTable.
    pub(crate) practice: bool,
}

impl Claims {
    fn to_json(&self) -> Value {
        let mut claims = json!({
            "exp": self.exp, "dtable_uuid": self.dtable_uuid, "username": self.username,
            "practice": self.practice,
        });
        // A Base-Token's expiry is a whole number.
        if self.exp.fract() == 0.0 {
            claims["exp"] = (self.exp as u64).into();
        }
        for (name, value) in [
            ("permission", &self.permission),
            ("app_name", &self.app_name),
        ] {
            if value.is_some() {
                claims[name] = json!(value);
            }
        }
        claims
    }

    fn from_json(claims: &Value) -> Option<Self> {
        let text = |name| claims.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(Self {
            exp: number::float(claims.get("exp")?)?,
            dtable_uuid: text("dtable_uuid")?,
            username: text("username")?,
            permission: text("permission"),
            app_name: text("app_name"),
            practice: claims.get("practice")?.as_bool()?,
        })
    }
}

/// Signs claims.
pub(crate) fn sign(claims: &Claims) -> String {
    let header = base64(br#"{"typ":"JWT","alg":"HS256"}"#);
    let payload = base64(claims.to_json().to_string().as_bytes());
    let signed = format!("{header}.{payload}");
    let signature = base64(&HMAC::mac(signed.as_bytes(), KEY));
    format!("{signed}.{signature}")
}

/// Returns the claims of a token if it was signed here. Does not look at the expiry.
pub(crate) fn verify(token: &str) -> Option<Claims> {
    let (signed, signature) = token.rsplit_once('.')?;
    let signature = from_base64(signature)?;
    if signature != HMAC::mac(signed.as_bytes(), KEY) {
        return None;
    }
    let (_, payload) = signed.split_once('.')?;
    let payload = from_base64(payload)?;
    Claims::from_json(&json::read(&payload)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims() -> Claims {
        Claims {
            exp: 1_700_000_000.0,
            dtable_uuid: "650d8a0d-7e27-46a8-8b18-6cc6f3db2057".to_owned(),
            username: String::new(),
            permission: Some("rw".to_owned()),
            app_name: Some("practice".to_owned()),
            practice: true,
        }
    }

    #[test]
    fn what_was_signed_is_verified() {
        assert_eq!(verify(&sign(&claims())), Some(claims()));
    }

    #[test]
    fn a_changed_token_is_refused() {
        let token = sign(&claims());
        let forged = sign(&Claims {
            permission: Some("r".to_owned()),
            ..claims()
        });
        let (signed, _) = token.rsplit_once('.').unwrap();
        let (_, signature) = forged.rsplit_once('.').unwrap();
        assert_eq!(verify(&format!("{signed}.{signature}")), None);
        assert_eq!(verify("a.b.c"), None);
        assert_eq!(verify(""), None);
    }
}
