//! The environment variables that stand for secrets.

use crate::http::Hidden;

/// Returns the variable for a secret: `SEATABLE_OTP` for `X-SEAFILE-OTP`, and `SEATABLE_NEW_PASSWORD` for `new_password`.
pub(super) fn of(hidden: &Hidden) -> String {
    let name = hidden.name.strip_prefix("X-SEAFILE-");
    let name = name.unwrap_or(&hidden.name);
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_uppercase()
        } else {
            '_'
        }
    };
    "SEATABLE_".chars().chain(name.chars().map(plain)).collect()
}
