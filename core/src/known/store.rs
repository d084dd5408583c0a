//! The things that are known, each once.

use super::read::short;
use super::thing::contradict;
use super::{Facet, Fact, Kind, Origin, Thing};
use crate::auth::Secret;

/// The most things that are kept; the oldest go first.
const MOST: usize = 2_000;

/// An answer of which not everything was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// What it gave too many of.
    pub kind: Kind,
    /// How many it had.
    pub of: usize,
    /// The answer.
    pub origin: Origin,
}

/// What is known, the newest last.
///
/// Its `Debug` shows no credential.
#[derive(Clone, Debug, Default)]
pub struct Known {
    things: Vec<Thing>,
    pub(super) cuts: Vec<Cut>,
}

impl Known {
    /// Lists what is known, the newest first.
    pub fn things(&self) -> impl Iterator<Item = &Thing> {
        self.things.iter().rev()
    }

    /// Returns the answer of which not all things of a kind were kept, if the last one that gave any was such.
    pub fn cut(&self, kind: Kind) -> Option<Cut> {
        self.cuts.iter().find(|cut| cut.kind == kind).copied()
    }

    /// Takes in a thing that an answer told of. What was known of it stays where the answer says nothing else.
    pub(super) fn add(&mut self, newer: Thing) {
        let place = self.things.iter().position(|thing| thing.is(&newer));
        let thing = match place {
            Some(place) => {
                let mut thing = self.things.remove(place);
                thing.renew(newer);
                thing
            }
            None => newer,
        };
        self.things.push(thing);
        if self.things.len() > MOST {
            self.things.remove(0);
        }
    }

    /// Takes out a credential.
    pub fn forget(&mut self, secret: &Secret) {
        self.things
            .retain(|thing| thing.secret.as_ref() != Some(secret));
    }

    /// Takes out the things of a kind that some facts name, with all that is inside of them.
    pub(super) fn remove(&mut self, kind: Kind, named: &[&Fact], around: &[Fact]) {
        let mut gone = Vec::new();
        for fact in named.iter().filter(|fact| fact.kind == kind) {
            let is_named = |thing: &Thing| thing.is_named(fact, around);
            gone.extend(self.things.iter().filter(|thing| is_named(thing)).cloned());
        }
        let is_gone = |thing: &Thing| {
            let mut gone = gone.iter();
            gone.any(|gone| gone == thing || thing.is_inside(gone))
        };
        self.things.retain(|thing| !is_gone(thing));
    }

    /// Gives a thing that some facts name another name. What is inside of it says so too.
    pub(super) fn rename(&mut self, named: &Fact, around: &[Fact], to: &str) {
        let is_named = |thing: &&Thing| thing.is_named(named, around);
        let Some(renamed) = self.things.iter().find(is_named).cloned() else {
            return;
        };
        for thing in &mut self.things {
            let is_it = *thing == renamed;
            if !is_it && !thing.is_inside(&renamed) {
                continue;
            }
            if is_it {
                to.clone_into(&mut thing.name);
            }
            let is_name = |fact: &&mut Fact| (fact.kind, fact.facet) == (named.kind, Facet::Name);
            for fact in thing.facts.iter_mut().filter(is_name) {
                to.clone_into(&mut fact.text);
            }
        }
    }

    /// Calls a row by the first cell that was written. Where nobody knows which column is the first, it has no name any more: the one that it
    /// had may be that of before.
    pub(super) fn rewrite(&mut self, row: &Fact, around: &[Fact], cells: &[(String, String)]) {
        let Some(place) = self
            .things
            .iter()
            .position(|thing| thing.is_named(row, around))
        else {
            return;
        };
        let first = self.first_column(&self.things[place]);
        let names = first.map(|column| [column.own(Facet::Key), column.own(Facet::Name)]);
        let name = match names {
            Some(names) => cells
                .iter()
                .find(|(column, _)| names.contains(&Some(column)))
                .map(|(_, text)| text.clone()),
            None => Some(String::new()),
        };
        if let Some(name) = name {
            self.things[place].name = short(name);
        }
    }

    /// Adds to some facts what is known of the things that they name: the UUID of a base to its name, the workspace that it is in.
    pub(super) fn widened(&self, mut facts: Vec<Fact>) -> Vec<Fact> {
        let mut place = 0;
        while let Some(fact) = facts.get(place).cloned() {
            place += 1;
            let mut named = self
                .things
                .iter()
                .filter(|thing| thing.is_named(&fact, &facts));
            // Where several things have that name, it says nothing.
            let (Some(thing), None) = (named.next(), named.next()) else {
                continue;
            };
            let new: Vec<Fact> = thing
                .facts
                .iter()
                .filter(|new| !facts.iter().any(|fact| fact.is_about(new)))
                .cloned()
                .collect();
            facts.extend(new);
        }
        facts
    }

    /// Returns the first column of the table that a row is in.
    pub(super) fn first_column(&self, row: &Thing) -> Option<&Thing> {
        let mut columns = self
            .things
            .iter()
            .filter(|thing| thing.kind == Kind::Column);
        columns.find(|column| {
            let is_of_table = |fact: &&Fact| fact.kind == Kind::Table;
            let mut table = column.around().filter(is_of_table);
            column.own(Facet::Key) == Some(FIRST_COLUMN)
                && table.any(|fact| row.facts.contains(fact))
                && !contradict(column.around(), &row.facts)
        })
    }
}

/// The key of the first column of every table.
const FIRST_COLUMN: &str = "0000";

impl Thing {
    /// Whether a fact names it, and none of those around says that another one is meant.
    fn is_named(&self, fact: &Fact, around: &[Fact]) -> bool {
        fact.kind == self.kind
            && self.own(fact.facet) == Some(fact.text.as_str())
            && !contradict(self.facts.iter(), around)
    }
}
