//! The places of a schema in a row, so that a walk through a response can name them by number.

use super::expected::says_nothing;
use crate::catalogue::{Further, Member, Schema, Shape};
use crate::json::pointer;

/// A place of a schema.
pub(super) struct Place<'a> {
    pub(super) schema: &'a Schema,
    /// The place above it, and the step that leads here: none for the root, and for one of several kinds of a value.
    above: usize,
    step: Option<&'a str>,
    /// The number of the first of the places right below it, which follow each other: the members in their order, then the further ones;
    /// the entry of a list; the kinds of a value.
    pub(super) below: usize,
    /// How many values were met there.
    pub(super) seen: usize,
    /// Whether one of them has content that the schema does not describe.
    pub(super) is_undescribed: bool,
}

/// What stands for each entry of a list and for each name that is data.
const ANY: &str = "*";

/// Lists the places of a schema, the root first, and each before those below it.
pub(super) fn places(root: &Schema) -> Vec<Place<'_>> {
    let mut places = vec![place(root, 0, None)];
    let mut at = 0;
    while at < places.len() {
        let first = places.len();
        let schema = places[at].schema;
        places[at].below = first;
        let nameless = |schema, step| place(schema, at, step);
        match &schema.shape {
            Shape::List(item) => places.push(nameless(item, Some(ANY))),
            Shape::OneOf(kinds) => places.extend(kinds.iter().map(|kind| nameless(kind, None))),
            Shape::Object { members, further } => {
                places.extend(members.iter().map(|m| place(&m.schema, at, Some(&m.name))));
                if let Further::Of(schema) = further {
                    places.push(nameless(schema, Some(ANY)));
                }
            }
            _ => {}
        }
        at += 1;
    }
    places
}

fn place<'a>(schema: &'a Schema, above: usize, step: Option<&'a str>) -> Place<'a> {
    Place {
        schema,
        above,
        step,
        below: 0,
        seen: 0,
        is_undescribed: false,
    }
}

/// Returns the address of a place, and of a member of it that the schema may not name.
pub(super) fn address(places: &[Place<'_>], at: usize, member: Option<&str>) -> String {
    let mut steps: Vec<_> = member.map(pointer::escaped).into_iter().collect();
    let mut at = at;
    while at > 0 {
        let place = &places[at];
        steps.extend(place.step.map(|step| match step {
            ANY => ANY.to_owned(),
            name => pointer::escaped(name),
        }));
        at = place.above;
    }
    steps.iter().rev().flat_map(|step| ["/", step]).collect()
}

impl<'a> Place<'a> {
    /// Returns the members that the schema names.
    pub(super) fn members(&self) -> &'a [Member] {
        match &self.schema.shape {
            Shape::Object { members, .. } => members,
            _ => &[],
        }
    }

    /// Whether nothing is said of what stands inside.
    pub(super) fn says_nothing(&self) -> bool {
        says_nothing(&self.schema.shape)
    }
}
