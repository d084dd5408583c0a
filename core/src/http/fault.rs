//! What keeps a form from being sent, and where.

use crate::auth::TokenFault;
use crate::catalogue::FieldPath;
use crate::json;
use std::borrow::Cow;

/// A fault of a form, and the place where it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The place.
    pub at: At,
    /// What is wrong.
    pub fault: FieldFault,
}

impl FieldError {
    /// Whether it is of a part of what stands at a place.
    pub(super) fn is_below(&self, path: &FieldPath) -> bool {
        matches!(&self.at, At::Field(place) if place.steps_below(path).is_some())
    }
}

/// A place in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// The token.
    Token,
    /// A field.
    Field(FieldPath),
}

/// What is wrong with what a place of a form holds. Never has a token or a password in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldFault {
    /// It is not the token that is wanted.
    Token(TokenFault),
    /// It is a token of the practice SeaTable, which the server of this host does not know.
    PracticeToken {
        /// The host of the server.
        server: String,
    },
    /// It has to be there: the field of this name.
    Missing {
        /// The name.
        name: String,
    },
    /// The password was forgotten when its token came.
    Forgotten,
    /// It is an address without a workspace.
    NoWorkspace,
    /// It is an address that leads to another host.
    OtherHost {
        /// That host.
        host: String,
        /// The host of the server.
        server: String,
    },
    /// It is neither true nor false.
    NoBoolean,
    /// It is none of these.
    NoChoice(Cow<'static, [Cow<'static, str>]>),
    /// No file is chosen.
    NoFile,
    /// A dot or two in the place of a segment of the path.
    Dots,
    /// It is no code of six digits.
    NoCode,
    /// It is no whole number.
    NoInteger,
    /// It is less than this.
    LessThan(i64),
    /// It is more than this.
    MoreThan(i64),
    /// It is no number as JSON writes it.
    NoNumber,
    /// It is not JSON.
    NoJson(json::Fault),
}
