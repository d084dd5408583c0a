//! The rules by which the page knows what stands in a request and in an answer: data of `catalogue/values/`.

use super::{Facet, Kind};
use crate::catalogue::{Area, FieldPath, Place};
use crate::packed::Packed;

/// The rules of all operations that have any.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules(pub &'static [Ruled]);

/// What is known of the values of an operation.
#[derive(Clone, Copy, Debug, Packed)]
pub struct Ruled {
    /// The area of the operation.
    pub area: Area,
    /// Its id.
    pub id: &'static str,
    /// Whether it only reads.
    pub reads: bool,
    /// What its answer gives.
    pub gives: &'static [Gives],
    /// What its parameters and the members of its body want.
    pub wants: &'static [Want],
    /// What is gone once it has succeeded: the thing of this kind that its request names.
    pub removes: Option<Kind>,
    /// The place of a new name in its request, for the thing of this kind that the request names otherwise.
    pub renames: Option<(Kind, &'static str)>,
}

/// Where in an answer things of a kind stand, and where in one of them what.
#[derive(Clone, Copy, Debug, Packed)]
pub struct Gives {
    /// The place: a JSON Pointer in which `*` stands for every item, or every member. It begins at the entry that holds it.
    pub at: &'static str,
    /// The kind.
    pub kind: Kind,
    /// Where the name for people stands.
    pub name: &'static str,
    /// Where stands what tells it from others of that name; empty where nothing does.
    pub note: &'static str,
    /// Its own values, and those of what it is inside of.
    pub values: &'static [Pick],
    /// What stands in it and is inside of it.
    pub holds: &'static [Self],
}

/// A value in an entry of an answer.
#[derive(Clone, Copy, Debug, Packed)]
pub struct Pick {
    /// What the value is of: the entry itself, or something that it is inside of.
    pub kind: Kind,
    /// What of it.
    pub facet: Facet,
    /// Where in the entry it stands: a JSON Pointer, which also goes into a text that is JSON; `*` for the name under which
    /// the entry stands.
    pub at: &'static str,
    /// Whether only the last part of an address counts.
    pub is_last_part: bool,
    /// The field of the request that has the folder of it, as `query/path`; empty where none does.
    pub under: &'static str,
}

/// What a field of a request wants.
#[derive(Clone, Copy, Debug, Packed)]
pub struct Want {
    /// The place: of a parameter its name; in a body the way down, with `*` for every item or member.
    pub place: Place,
    /// The steps, as in a [`FieldPath`].
    pub steps: &'static str,
    /// The kind of thing.
    pub kind: Kind,
    /// What of it.
    pub facet: Facet,
    /// Whether it says nothing of where the things of other fields are: another table than the one the request is about.
    pub is_aside: bool,
}

impl Rules {
    /// Finds the rules of an operation.
    pub fn of(self, area: Area, id: &str) -> Option<&'static Ruled> {
        let mut all = self.0.iter();
        all.find(|ruled| ruled.area == area && ruled.id == id)
    }

    /// Lists the operations whose answer gives such a value: those that only read first, of these those of this area, then those that
    /// everybody may call before those of admins, and of all these the ones that want the least themselves.
    pub fn givers(self, kind: Kind, facet: Facet, area: Area) -> Vec<&'static Ruled> {
        let gives = |ruled: &&Ruled| ruled.gives.iter().any(|gives| gives.has(kind, facet));
        let mut givers: Vec<&Ruled> = Vec::new();
        for ruled in self.0.iter().filter(gives) {
            let rank = ruled.rank(area);
            let mut found = givers.iter();
            let place = found.position(|other| other.rank(area) > rank);
            givers.insert(place.unwrap_or(givers.len()), ruled);
        }
        givers
    }
}

impl Ruled {
    /// Says how far back it stands among those that give the same, for somebody who is at an operation of this area.
    fn rank(&self, area: Area) -> (bool, bool, bool, usize) {
        let wants = self.wants.iter();
        let in_path = wants.filter(|want| want.place == Place::Path).count();
        (
            !self.reads,
            self.area != area,
            self.area >= Area::TeamAdmin,
            in_path,
        )
    }

    /// Returns what the field at a place wants.
    pub fn want(&self, path: &FieldPath) -> Option<&'static Want> {
        self.wants.iter().find(|want| want.is_at(path))
    }
}

impl Want {
    /// Whether it is about a place.
    fn is_at(&self, path: &FieldPath) -> bool {
        if self.place != path.place {
            return false;
        }
        let mut own = self.steps.split('/');
        let mut steps = path.steps.split('/');
        loop {
            match (own.next(), steps.next()) {
                (None, None) => return true,
                (Some(own), Some(step)) if own == "*" || own == step => {}
                _ => return false,
            }
        }
    }
}

impl Gives {
    /// Whether it gives such a value of such a thing.
    fn has(&self, kind: Kind, facet: Facet) -> bool {
        let mut own = self.values.iter();
        let is_it = |pick: &Pick| pick.kind == kind && pick.facet == facet;
        (self.kind == kind && own.any(is_it)) || self.holds.iter().any(|held| held.has(kind, facet))
    }
}
