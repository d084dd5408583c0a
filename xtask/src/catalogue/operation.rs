//! An operation as the catalogue holds it.

use super::area::Area;
use super::schema::Schema;
use super::token::Token;
use serde::Serialize;

/// An operation with all that a form needs. Its key is the area and the id: some ids are used by
/// several documents.
#[derive(Debug, Serialize)]
pub(super) struct Operation {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) method: String,
    pub(super) path: String,
    /// The query string that the document writes into the path, without its question mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) query: Option<String>,
    pub(super) token: Option<Token>,
    pub(super) parameters: Vec<Parameter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) body: Option<Body>,
    pub(super) answers: Vec<Answer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) flags: Vec<Flag>,
}

/// A parameter of the path, the query or the header.
#[derive(Debug, Serialize)]
pub(super) struct Parameter {
    pub(super) name: String,
    #[serde(rename = "in")]
    pub(super) place: String,
    pub(super) required: bool,
    pub(super) schema: Schema,
}

/// The body of a request, in one or more media types.
#[derive(Debug, Serialize)]
pub(super) struct Body {
    pub(super) required: bool,
    pub(super) content: Vec<Content>,
}

/// A body in one media type.
#[derive(Debug, Serialize)]
pub(super) struct Content {
    pub(super) media: String,
    pub(super) schema: Schema,
}

/// A documented answer.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    pub(super) status: String,
    pub(super) media: Vec<String>,
    /// Whether the answer brings a file.
    #[serde(skip)]
    pub(super) is_binary: bool,
}

/// What a form must know before anything is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Flag {
    /// The body carries a file.
    Upload,
    /// Success brings a file.
    BinaryAnswer,
    /// No browser can send it.
    BodyOnGet,
    /// Some proxies drop the body.
    BodyOnDelete,
    /// Another operation has the same method and the same path but for the parameters' names: the
    /// server can tell them apart only by the values.
    AmbiguousPath,
}

/// An operation's line in the index.
#[derive(Debug, Serialize)]
pub(super) struct Entry<'a> {
    pub(super) area: Area,
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) token: Option<Token>,
}

impl Operation {
    /// Returns the line of this operation in the index.
    pub(super) fn entry(&self, area: Area) -> Entry<'_> {
        Entry {
            area,
            id: &self.id,
            title: &self.title,
            method: &self.method,
            path: &self.path,
            token: self.token,
        }
    }
}
