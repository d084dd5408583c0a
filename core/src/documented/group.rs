//! Like findings, of which one stands for all.

use super::places::{Place, address};
use super::{Difference, What};
use crate::json::NodeId;

/// So many differences are listed at most; nobody reads more.
const MOST: usize = 100;

/// So many values are marked at most.
const MOST_MARKS: usize = 10_000;

/// A value at which something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The value.
    pub node: NodeId,
    /// The number of the difference.
    pub difference: usize,
}

/// Differences at one place of the schema.
struct Group {
    place: usize,
    /// The member that is unnamed or missing.
    member: Option<String>,
    what: What,
    first: NodeId,
    count: usize,
}

/// Collects findings.
#[derive(Default)]
pub(super) struct Groups {
    groups: Vec<Group>,
    is_cut: bool,
    marks: Vec<Mark>,
}

impl Groups {
    /// Adds a finding. `member` is a name inside the value at the place.
    pub(super) fn add(&mut self, place: usize, member: Option<&str>, what: What, node: NodeId) {
        let is_like = |group: &Group| {
            group.place == place && group.what == what && group.member.as_deref() == member
        };
        let difference = match self.groups.iter().position(is_like) {
            Some(known) => known,
            None if self.groups.len() == MOST => {
                self.is_cut = true;
                return;
            }
            None => {
                self.groups.push(Group {
                    place,
                    member: member.map(str::to_owned),
                    what,
                    first: node,
                    count: 0,
                });
                self.groups.len() - 1
            }
        };
        self.groups[difference].count += 1;
        if self.marks.len() < MOST_MARKS {
            self.marks.push(Mark { node, difference });
        }
    }

    /// Whether there are more differences than are listed.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Adds the differences that are told to others, and returns the marks.
    pub(super) fn tell(
        &self,
        places: &[Place<'_>],
        is_told: impl Fn(&Difference) -> bool,
        differences: &mut Vec<Difference>,
    ) -> Vec<Mark> {
        let mut numbers = Vec::new();
        for group in &self.groups {
            let difference = Difference {
                place: address(places, group.place, group.member.as_deref()),
                what: group.what.clone(),
                first: Some(group.first),
                count: group.count,
                of: places[group.place].seen,
                known: None,
            };
            let is_told = is_told(&difference);
            numbers.push(is_told.then_some(differences.len()));
            if is_told {
                differences.push(difference);
            }
        }
        let mark = |mark: &Mark| {
            let difference = numbers.get(mark.difference).copied()??;
            Some(Mark {
                difference,
                ..*mark
            })
        };
        self.marks.iter().filter_map(mark).collect()
    }
}
