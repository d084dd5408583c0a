//! The environment variables that stand for secrets.

/// The variable for the credential in the address of an upload.
pub(super) const LINK: &str = "SEATABLE_UPLOAD_LINK";

use crate::http::{Header, HeaderValue, Part, PartContent};

/// Returns the variable for the secret in a header.
pub(super) fn of_header(header: &Header) -> Option<String> {
    match &header.value {
        HeaderValue::Plain(_) => None,
        HeaderValue::Code(_) => Some(named(&header.name)),
        HeaderValue::Bearer(kind, _) => Some(kind.variable().to_owned()),
    }
}

/// Returns the variable for the secret in a form's part.
pub(super) fn of_part(part: &Part) -> Option<String> {
    matches!(part.content, PartContent::Secret(_)).then(|| named(&part.name))
}

/// Makes `SEATABLE_OTP` of `X-SEAFILE-OTP`, and `SEATABLE_NEW_PASSWORD` of `new_password`.
fn named(name: &str) -> String {
    let name = name.strip_prefix("X-SEAFILE-").unwrap_or(name);
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_uppercase()
        } else {
            '_'
        }
    };
    "SEATABLE_".chars().chain(name.chars().map(plain)).collect()
}
