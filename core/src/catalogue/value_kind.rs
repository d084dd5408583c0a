//! What a value is that goes from one request to another.

use crate::auth::TokenKind;
use crate::packed::Packed;
use std::borrow::Cow;

/// What a value is, where the page does more with it than hand it on: of one that a person brings along the field that takes it says
/// so, of one in an answer the overlay of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum ValueKind {
    /// None of these.
    Other,
    /// An id, or the name of a user: no character that nobody sees belongs to it.
    Identifier,
    /// The name that the person logs in with.
    Login,
    /// The password that the person logs in with.
    Password,
    /// Another secret, such as the password of somebody else.
    Secret,
    /// A token.
    Token(TokenKind),
    /// An upload link, which is a credential.
    UploadLink,
    /// The name of a base.
    BaseName,
    /// The number of a workspace.
    Workspace,
}

impl ValueKind {
    /// Whether it must be masked and forgotten.
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Token(_) | Self::UploadLink) || self.is_password()
    }

    /// Whether it is a secret that a person thinks up.
    pub fn is_password(self) -> bool {
        matches!(self, Self::Password | Self::Secret)
    }

    /// Whether it is part of a login.
    pub fn is_login(self) -> bool {
        matches!(self, Self::Login | Self::Password)
    }

    /// Whether it lets the person in, so that it is the same wherever it is asked for.
    pub fn is_credential(self) -> bool {
        self.is_login() || self.token().is_some()
    }

    /// Whether no character that nobody sees belongs to it.
    pub fn is_identifier(self) -> bool {
        matches!(self, Self::Identifier | Self::Login | Self::Workspace)
    }

    /// Returns the kind of the token that it is; `None` if it is none.
    pub fn token(self) -> Option<TokenKind> {
        match self {
            Self::Token(kind) => Some(kind),
            _ => None,
        }
    }
}

/// A value in the answer of an operation that the page knows the kind of.
#[derive(Clone, Debug, PartialEq, Eq, Packed)]
pub struct Gives {
    /// Where it stands in the body: a JSON Pointer, with `*` for any index.
    pub pointer: Cow<'static, str>,
    /// What it is.
    pub kind: ValueKind,
}

impl Gives {
    /// Whether this is what stands at a pointer.
    pub fn is_at(&self, pointer: &str) -> bool {
        let is_index = |step: &str| step.parse::<usize>().is_ok();
        let mut steps = pointer.split('/');
        let fits = self.pointer.split('/').all(|own| {
            let is_it = |step: &str| own == step || (own == "*" && is_index(step));
            steps.next().is_some_and(is_it)
        });
        fits && steps.next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_of_any_list_is_meant_by_a_star() {
        let gives = Gives {
            pointer: "/tokens/*/token".into(),
            kind: ValueKind::Token(TokenKind::Api),
        };
        for (pointer, expected) in [
            ("/tokens/0/token", true),
            ("/tokens/12/token", true),
            ("/tokens/x/token", false),
            ("/tokens/0", false),
            ("/tokens/0/token/0", false),
        ] {
            assert_eq!(gives.is_at(pointer), expected, "{pointer}");
        }
    }
}
