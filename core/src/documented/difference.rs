//! One thing in which a response differs from the documents.

use super::Expected;
use crate::json::{Kind, NodeId};
use std::borrow::Cow;

/// One thing in which a response differs from the documents, wherever in a list it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The place in the body, as a JSON Pointer in which `*` stands for each entry of a list and for each name that is data. Empty for the
    /// status and the media type.
    pub place: String,
    /// What differs there.
    pub what: What,
    /// The first value at which it does; for a member that is missing, the object. None outside the body.
    pub first: Option<NodeId>,
    /// At how many values it does.
    pub count: usize,
    /// How many values stand at the place; of members that are unnamed or missing, how many objects could have them.
    pub of: usize,
    /// The sentence of the fault of the documents that explains it, where it is known; HTML.
    pub known: Option<&'static str>,
}

/// What differs.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The status is none of these.
    Status(Vec<u16>),
    /// The body is of another media type.
    Media {
        /// The ones that are documented for the status.
        documented: Vec<Cow<'static, str>>,
        /// The one that came, without its parameters; empty where none was named.
        came: String,
    },
    /// The body is no JSON, or is not complete.
    NoJson,
    /// A member that the documents do not name.
    Unnamed,
    /// A member that the documents name is not there.
    Missing {
        /// Whether they say that it must be.
        required: bool,
    },
    /// A value of another kind.
    Kind {
        /// The kind that is documented.
        expected: Expected,
        /// The kind that came.
        found: Kind,
    },
    /// A value that is none of those which are documented.
    Value,
}
