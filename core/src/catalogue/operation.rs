//! One operation, seen as a form: where it is sent, which token it wants, which fields it has.

use crate::auth::TokenKind;
use crate::packed::Packed;
use std::borrow::Cow;

/// An area of the API: one of SeaTable's OpenAPI documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Packed)]
pub enum Area {
    /// Getting and looking after tokens.
    Authentication,
    /// Everything inside a base.
    Base,
    /// Upload, download and deletion of files.
    File,
    /// What a user may do with an Account-Token.
    User,
    /// What an admin of a team may do.
    TeamAdmin,
    /// What an admin of the whole server may do.
    SystemAdmin,
    /// The Python scheduler.
    Scheduler,
}

/// The method of a request. SeaTable uses no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, and asks what does not fit into an address.
    Post,
    /// Changes.
    Put,
    /// Removes.
    Delete,
}

impl Method {
    /// Returns the method as it stands in a request line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// An operation of the API, flattened into the fields of a form.
#[derive(Clone, Debug, PartialEq, Packed)]
pub struct Operation {
    /// The OpenAPI document it comes from.
    pub area: Area,
    /// The operationId. Unique within its area only, so the key of an operation is area and id.
    pub id: Cow<'static, str>,
    /// The method.
    pub method: Method,
    /// The path template, `{name}` for each path parameter, without the query string that one
    /// path of SeaTable's documents carries (see `fixed_query`).
    pub path: Cow<'static, str>,
    /// A query string that always belongs to the path, without its question mark; mostly empty.
    pub fixed_query: Cow<'static, str>,
    /// The token the operation wants; none for the login request.
    pub token: Option<TokenKind>,
    /// How the body is written.
    pub body: BodyKind,
    /// The fields: path, query and header parameters, then the members of the body.
    pub fields: Cow<'static, [Field]>,
}

/// How the body of a request is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum BodyKind {
    /// The request has no body.
    None,
    /// `application/json`: an object of the body fields, or the one field [`Place::WholeBody`].
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
}

/// One field of an operation's form.
#[derive(Clone, Debug, PartialEq, Packed)]
pub struct Field {
    /// The name as it is sent.
    pub name: Cow<'static, str>,
    /// Where the value goes.
    pub place: Place,
    /// Whether the operation cannot be sent without it.
    pub required: bool,
    /// What the value may be.
    pub kind: FieldKind,
    /// The server's own default, if the document states one.
    pub default: Option<Cow<'static, str>>,
}

/// Where the value of a field goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Place {
    /// Into the path template.
    Path,
    /// Into the query string.
    Query,
    /// Into a header of the field's name.
    Header,
    /// Into the body, as a member or a part of the field's name.
    Body,
    /// The JSON body itself: used where the body is not an object with known members.
    WholeBody,
}

/// What the value of a field may be.
#[derive(Clone, Debug, PartialEq, Packed)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// A text that must not be shown or kept: a password.
    Password,
    /// A whole number within bounds.
    Integer {
        /// The smallest allowed value.
        minimum: Option<i64>,
        /// The largest allowed value.
        maximum: Option<i64>,
    },
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// One of these texts.
    Choice(Cow<'static, [Cow<'static, str>]>),
    /// An array, an object, or anything else that is written as JSON.
    Json,
    /// A file from the person's machine.
    File,
}
