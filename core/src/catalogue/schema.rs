//! What a value may be: the part of OpenAPI's schemas that SeaTable's documents use.

use super::Role;
use crate::json::pointer;
use crate::packed::Packed;
use std::borrow::Cow;

/// What a value may be.
#[derive(Clone, Debug, PartialEq, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(try_from = "super::Keywords", into = "super::Keywords")
)]
pub struct Schema {
    /// Its kind.
    pub shape: Shape,
    /// Whether `null` may stand in its place.
    pub nullable: bool,
    /// The server's own default, if the document states one: a text as it is, all else as JSON.
    pub default: Option<Cow<'static, str>>,
    /// The format, as the document names it: `date-time`.
    pub format: Option<Cow<'static, str>>,
    /// A regular expression, as the document words it. Some of SeaTable's are none, and others refuse real values, so it is a hint
    /// for people, and nothing may compile it or block on it.
    pub pattern: Option<Cow<'static, str>>,
    /// A sentence on what to enter.
    pub hint: Option<Cow<'static, str>>,
    /// What the value is for, where the page does more with it than send it.
    pub role: Option<Role>,
}

/// The kind of a value.
#[derive(Clone, Debug, PartialEq, Packed)]
pub enum Shape {
    /// Any text, of so many characters.
    Text {
        /// The least.
        shortest: Option<usize>,
        /// The most.
        longest: Option<usize>,
    },
    /// A text that must not be shown or kept: a password or a token.
    Secret,
    /// A whole number.
    Integer {
        /// The smallest allowed value.
        minimum: Option<i64>,
        /// The largest allowed value.
        maximum: Option<i64>,
        /// The allowed values; empty where all within the bounds are.
        choices: Cow<'static, [i64]>,
    },
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// One of these texts.
    Choice(Cow<'static, [Cow<'static, str>]>),
    /// A file from the person's machine.
    File,
    /// A list.
    List(Box<Schema>),
    /// An object.
    Object {
        /// The members that the document names, in its order.
        members: Cow<'static, [Member]>,
        /// Members beside those.
        further: Further,
    },
    /// A value of one of these kinds.
    OneOf(Cow<'static, [Schema]>),
    /// Any JSON: the document does not say what.
    Json,
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Packed)]
pub struct Member {
    /// The name.
    pub name: Cow<'static, str>,
    /// Whether the object must have it.
    pub required: bool,
    /// What it may be.
    pub schema: Schema,
}

/// Which members an object may have beside those that are named.
#[derive(Clone, Debug, PartialEq, Packed)]
pub enum Further {
    /// None: the document speaks of no others.
    None,
    /// Any.
    Any,
    /// Those whose value is of this kind: names are data then, such as those of columns.
    Of(Box<Schema>),
}

impl Shape {
    /// A text of any length.
    pub const TEXT: Self = Self::Text {
        shortest: None,
        longest: None,
    };

    /// A whole number without bounds.
    pub const INTEGER: Self = Self::Integer {
        minimum: None,
        maximum: None,
        choices: Cow::Borrowed(&[]),
    };

    /// Whether a value of it is written as JSON by whoever has no form for its parts.
    pub fn is_json(&self) -> bool {
        matches!(
            self,
            Self::List(_) | Self::Object { .. } | Self::OneOf(_) | Self::Json
        )
    }
}

impl Schema {
    /// Whether a secret can stand in it, as a whole or in a part of it.
    pub fn has_secret(&self) -> bool {
        match &self.shape {
            Shape::Secret => true,
            Shape::List(item) => item.has_secret(),
            Shape::Object { members, further } => {
                members.iter().any(|member| member.schema.has_secret())
                    || matches!(further, Further::Of(schema) if schema.has_secret())
            }
            Shape::OneOf(kinds) => kinds.iter().any(Self::has_secret),
            _ => false,
        }
    }
}

impl Schema {
    /// Returns the steps from a value to the first row in it, with `*` for the items of a list; `None` if it has no row.
    pub fn row(&self) -> Option<String> {
        if self.role == Some(Role::Row) {
            return Some(String::new());
        }
        match &self.shape {
            Shape::List(item) => Some(["/*", &item.row()?].concat()),
            Shape::Object { members, .. } => members.iter().find_map(|member| {
                let below = member.schema.row()?;
                Some(["/", &pointer::escaped(&member.name), &below].concat())
            }),
            _ => None,
        }
    }
}

impl From<Shape> for Schema {
    fn from(shape: Shape) -> Self {
        Self {
            shape,
            nullable: false,
            default: None,
            format: None,
            pattern: None,
            hint: None,
            role: None,
        }
    }
}
