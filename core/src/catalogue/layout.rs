//! How a form lays a value out: as one control, or part by part.

use super::{Further, Member, Schema, Shape};

/// So many steps below its root a body is laid out part by part; what has parts further down is JSON text.
const DEEPEST: usize = 4;

/// How a form lays a value out.
#[derive(Clone, Debug, PartialEq)]
pub enum Layout<'a> {
    /// One control, by the shape.
    Control,
    /// Items, each of this kind.
    Items(&'a Schema),
    /// Members.
    Members(&'a [Member], &'a Further),
    /// An object of one of these kinds, member by member.
    Kinds(Vec<&'a Schema>),
    /// A text, a number or the like: one of these kinds.
    Scalars(Vec<&'a Schema>),
    /// JSON text.
    Json,
}

impl Schema {
    /// Says how a value that stands so many steps below the root of a body is laid out.
    pub fn layout(&self, level: usize) -> Layout<'_> {
        match &self.shape {
            Shape::OneOf(_) => {
                let kinds = self.kinds();
                let has_members = |kind: &&Self| matches!(&kind.shape, Shape::Object { members, .. } if !members.is_empty());
                match &kinds {
                    kinds if kinds.iter().any(|kind| matches!(kind.shape, Shape::File)) => {
                        Layout::Json
                    }
                    all if all.iter().all(|kind| !kind.shape.is_json()) => Layout::Scalars(kinds),
                    all if level < DEEPEST && all.iter().all(has_members) => Layout::Kinds(kinds),
                    _ => Layout::Json,
                }
            }
            shape if !shape.is_json() => Layout::Control,
            Shape::List(item) if level < DEEPEST => Layout::Items(item),
            Shape::Object { members, further } if level < DEEPEST => match further {
                Further::None | Further::Any if members.is_empty() => Layout::Json,
                further => Layout::Members(members, further),
            },
            _ => Layout::Json,
        }
    }

    /// Lists the kinds that a value may be of, each once. Where kinds have kinds, those are meant.
    pub fn kinds(&self) -> Vec<&Self> {
        let mut all = Vec::new();
        self.list_kinds(&mut all);
        all
    }

    fn list_kinds<'a>(&'a self, all: &mut Vec<&'a Self>) {
        match &self.shape {
            Shape::OneOf(kinds) => kinds.iter().for_each(|kind| kind.list_kinds(all)),
            _ if all.contains(&self) => {}
            _ => all.push(self),
        }
    }

    /// Returns the only text that a value may be; `None` if there are several.
    pub fn only_choice(&self) -> Option<&str> {
        match &self.shape {
            Shape::Choice(choices) => match choices.as_ref() {
                [one] => Some(one),
                _ => None,
            },
            _ => None,
        }
    }
}
