//! Tokens: what is wrong with one, and what one may do.

use crate::auth::{TokenFault, TokenKind};

/// Names what forgets a token.
pub fn forget(kind: TokenKind, holder: &str) -> String {
    format!("Forget the {} of “{holder}”", kind.name())
}

/// Says what was found, and what to do next.
pub fn fault(fault: TokenFault) -> String {
    match fault {
        TokenFault::Missing(kind) => format!("Enter the {}.", kind.name()),
        TokenFault::Broken(kind) => {
            format!(
                "There is a space or a line break in it. Copy the {} again, in one piece.",
                kind.name()
            )
        }
        TokenFault::Unsendable(kind) => {
            format!(
                "It has characters that no {} has. Copy it again.",
                kind.name()
            )
        }
        TokenFault::IsBaseToken(kind) => format!(
            "This is a Base-Token: it opens one base for some days. Enter an {}, which has 40 characters.",
            kind.name()
        ),
        TokenFault::IsTemporary => {
            "This is a temporary API-Token: it opens one base for an hour. Enter an \
             Account-Token, which has 40 characters."
                .to_owned()
        }
        TokenFault::IsOpaque => {
            "This is an API-Token or an Account-Token. Enter a Base-Token, which you get with the \
             API-Token."
                .to_owned()
        }
        TokenFault::Unlike(kind) => {
            format!(
                "This doesn't look like an {}, which has 40 letters and digits. Copy it again, in one piece.",
                kind.name()
            )
        }
    }
}

/// Says what a token may do.
pub fn rights(permission: Option<&str>) -> &'static str {
    match permission {
        Some("rw") => "reads and writes",
        Some("r") => "reads only",
        _ => "",
    }
}

/// Warns of a token that has expired. `is_own_clock` says whether only the clock of this computer tells so.
pub fn expired(kind: TokenKind, is_own_clock: bool) -> String {
    let by = if is_own_clock {
        " by the clock of this computer"
    } else {
        ""
    };
    format!(
        "This {} has expired{by}, so SeaTable may refuse it.",
        kind.name()
    )
}
