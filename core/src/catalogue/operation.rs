//! One operation: where it is sent, which token it wants, what it takes and what it answers.

use super::{Area, Gives, Member, Schema, Shape};
use crate::auth::TokenKind;
use crate::packed::Packed;
use std::borrow::Cow;

/// The method of a request. SeaTable uses no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "UPPERCASE"))]
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

/// An operation of the API.
#[derive(Clone, Debug, PartialEq, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Operation {
    /// The OpenAPI document it comes from.
    pub area: Area,
    /// The operationId. Unique within its area only, so the key of an operation is area and id.
    pub id: Cow<'static, str>,
    /// What the document calls it.
    pub title: Cow<'static, str>,
    /// The group within the area: the document's tag.
    pub group: Cow<'static, str>,
    /// The method.
    pub method: Method,
    /// The path template, `{name}` for each path parameter, without the query string that one
    /// path of SeaTable's documents carries (see `fixed_query`).
    pub path: Cow<'static, str>,
    /// A query string that always belongs to the path, without its question mark; mostly empty.
    #[cfg_attr(
        feature = "serde",
        serde(rename = "query", default, skip_serializing_if = "str::is_empty")
    )]
    pub fixed_query: Cow<'static, str>,
    /// The token the operation wants; none for the login request.
    pub token: Option<TokenKind>,
    /// Whether the document says that it should no longer be used.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_default"))]
    pub deprecated: bool,
    /// What it can do to what is there.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub harm: Harm,
    /// What has to be known before it is sent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_default"))]
    pub flags: Flags,
    /// What goes into path, query and headers.
    pub parameters: Cow<'static, [Parameter]>,
    /// What goes into the body; `None` if it has none.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub body: Option<Body>,
    /// The documented answers.
    pub answers: Cow<'static, [Documented]>,
    /// What an answer of success has that the page knows the kind of.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub gives: Cow<'static, [Gives]>,
}

/// What an operation can do to what is there, the least harm first.
///
/// The documents do not say: the overlay of the catalogue does. What nobody has judged counts as the worst.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Packed)]
pub enum Harm {
    /// It only reads.
    Reads,
    /// It adds something.
    Adds,
    /// It changes what is there.
    Changes,
    /// It removes something.
    Removes,
    /// It removes something with all that is in it, or many things at once.
    #[default]
    RemovesMuch,
}

/// What has to be known of an operation before it is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct Flags {
    /// The body carries a file.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    pub uploads: bool,
    /// Success brings a file.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    pub binary_answer: bool,
    /// It has a body on GET, which no browser can send.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    pub body_on_get: bool,
    /// It has a body on DELETE, which some proxies drop.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    pub body_on_delete: bool,
    /// Another operation has the same method and the same path but for the names of its parameters: the server can tell them
    /// apart only by their values.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    pub ambiguous_path: bool,
    /// It answers before the work is done, with the name of a task to ask after.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    pub asynchronous: bool,
}

/// A parameter of an operation.
#[derive(Clone, Debug, PartialEq, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Parameter {
    /// The name as it is sent.
    pub name: Cow<'static, str>,
    /// Where the value goes; never the body.
    #[cfg_attr(feature = "serde", serde(rename = "in"))]
    pub place: Place,
    /// Whether the operation cannot be sent without it.
    pub required: bool,
    /// What the value may be.
    pub schema: Schema,
}

/// The part of a request that a value goes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Place {
    /// Into the path template.
    Path,
    /// Into the query string.
    Query,
    /// Into a header of the parameter's name.
    Header,
    /// Into the body.
    Body,
}

/// The body of an operation. SeaTable's documents describe each in one media type.
#[derive(Clone, Debug, PartialEq, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Body {
    /// How it is written.
    #[cfg_attr(feature = "serde", serde(rename = "media"))]
    pub kind: BodyKind,
    /// Whether the operation cannot be sent without it.
    pub required: bool,
    /// What it may be. A form is always an object.
    pub schema: Schema,
}

/// How the body of a request is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum BodyKind {
    /// `application/json`
    #[cfg_attr(feature = "serde", serde(rename = "application/json"))]
    Json,
    /// `application/x-www-form-urlencoded`
    #[cfg_attr(feature = "serde", serde(rename = "application/x-www-form-urlencoded"))]
    Form,
    /// `multipart/form-data`
    #[cfg_attr(feature = "serde", serde(rename = "multipart/form-data"))]
    Multipart,
}

impl BodyKind {
    /// Returns the media type.
    pub fn media(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Multipart => "multipart/form-data",
        }
    }
}

impl Body {
    /// Returns the members of a body that is an object with known members, which then are fields of the form.
    pub fn members(&self) -> Option<&[Member]> {
        match &self.schema.shape {
            Shape::Object { members, .. } if !members.is_empty() => Some(members),
            _ => None,
        }
    }
}

/// A documented answer.
#[derive(Clone, Debug, PartialEq, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Documented {
    /// The status.
    pub status: u16,
    /// The media type; empty for an answer without a body.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub media: Cow<'static, str>,
    /// What the body may be, where the document says so.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub schema: Option<Schema>,
    /// The documents' own example of the body: JSON on several lines.
    #[cfg_attr(
        feature = "serde",
        serde(
            default,
            skip_serializing_if = "Option::is_none",
            with = "super::example"
        )
    )]
    pub example: Option<Cow<'static, str>>,
}

#[cfg(feature = "serde")]
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
