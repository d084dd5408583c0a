//! What a person would type.

use anyhow::{Result, bail};
use practice::Credentials;

/// Plainly made-up values, by the names of the inputs.
const VALUES: &[(&str, &str)] = &[
    ("new_email", "nova@practice.example"),
    ("new_name", "Nova Neu"),
    ("new_password", "fake-first-password"),
    ("base_name", "My new base"),
    ("table_name", "My new table"),
    ("name", "Nova Neu"),
    ("row_name", "Nova Neu"),
];

/// Returns the value of an input.
///
/// # Errors
///
/// Fails for an input that is neither among the credentials nor in the table.
pub(super) fn value(input: &str, credentials: &Credentials) -> Result<String> {
    let value = match input {
        "api_token" => &credentials.api_token,
        "username" => &credentials.username,
        "password" => &credentials.password,
        other => {
            let Some((_, value)) = VALUES.iter().find(|(name, _)| *name == other) else {
                bail!("no value for the input {other}: add one to {}", file!());
            };
            return Ok((*value).to_owned());
        }
    };
    Ok(value.clone())
}
