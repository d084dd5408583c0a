//! A pair of containers from where their content no longer comes in the same order.

use super::Change;
use super::frame::{Action, Texts};
use super::side::Side;
use crate::json::NodeId;
use crate::json::content::compare_strings;
use crate::json::steps::Steps;
use std::cmp::Ordering;

const NONE: u32 = u32::MAX;

/// The children that are left of two containers, and which of them belong together.
pub(super) struct Rest {
    before: Side,
    after: Side,
    stage: Stage,
    are_members: bool,
    /// Whether children belong together by name; else by their place.
    by_name: bool,
    /// For each child after, the place of the one before; [`NONE`] for what is new. Empty where it is the same place.
    partners: Vec<u32>,
    /// Whether the child before belongs to one after. Empty like `partners`.
    is_kept: Vec<bool>,
    /// The places that come next, before and after.
    at: (usize, usize),
}

/// What is being done.
enum Stage {
    /// All children are taken in.
    Collect,
    /// What ends both arrays alike is left aside, byte for byte.
    CutEnd,
    /// The `_id` of every item is looked for.
    FindIds,
    /// The children are sorted by name.
    Sort,
    /// The names are held against each other.
    Join,
    /// What begins both arrays alike, though written in another way, is left aside.
    SkipBeginning,
    /// What ends both arrays alike, though written in another way, is left aside.
    SkipEnd,
    /// What belongs together is compared.
    Compare,
}

impl Rest {
    /// Begins with the members that are left of two objects.
    pub(super) fn members(next: (Option<NodeId>, Option<NodeId>)) -> Self {
        Self {
            before: Side::new(next.0),
            after: Side::new(next.1),
            stage: Stage::Collect,
            are_members: true,
            by_name: true,
            partners: Vec::new(),
            is_kept: Vec::new(),
            at: (0, 0),
        }
    }

    /// Begins with the items that are left of two arrays.
    pub(super) fn items(next: (Option<NodeId>, Option<NodeId>)) -> Self {
        Self {
            are_members: false,
            ..Self::members(next)
        }
    }

    /// Does a little.
    pub(super) fn step(
        &mut self,
        texts: Texts<'_>,
        steps: &mut Steps,
        probed: &mut Option<bool>,
    ) -> Action {
        match self.stage {
            Stage::Collect => self.collect(texts, steps),
            Stage::CutEnd => self.cut_end(texts, steps),
            Stage::FindIds => self.find_ids(texts, steps),
            Stage::Sort => self.sort(texts, steps),
            Stage::Join => self.join(texts, steps),
            Stage::SkipBeginning => return self.skip_beginning(probed.take()),
            Stage::SkipEnd => return self.skip_end(probed.take()),
            Stage::Compare => return self.compare(),
        }
        Action::Again
    }

    fn collect(&mut self, texts: Texts<'_>, steps: &mut Steps) {
        if self.before.collect(texts.before, steps) && self.after.collect(texts.after, steps) {
            self.stage = if self.are_members {
                Stage::Sort
            } else {
                Stage::CutEnd
            };
        }
    }

    fn cut_end(&mut self, texts: Texts<'_>, steps: &mut Steps) {
        // The first pair is known to differ; the longer its bytes agree, the less it is to be compared again.
        while self.before.nodes.len() > 1 || self.after.nodes.len() > 1 {
            let (Some(&left), Some(&right)) = (self.before.nodes.last(), self.after.nodes.last())
            else {
                break;
            };
            let (left, right) = (texts.before.source(left), texts.after.source(right));
            if left.len() != right.len() {
                break;
            }
            steps.spend_on_bytes(left.len());
            if left != right {
                break;
            }
            self.before.nodes.pop();
            self.after.nodes.pop();
            if !steps.are_left() {
                return;
            }
        }
        self.stage = Stage::FindIds;
    }

    fn find_ids(&mut self, texts: Texts<'_>, steps: &mut Steps) {
        let before = self.before.find_ids(texts.before, steps);
        match (before, self.after.find_ids(texts.after, steps)) {
            (None, _) | (_, None) => self.go_by_place(),
            (Some(true), Some(true)) => self.stage = Stage::Sort,
            _ => {}
        }
    }

    fn sort(&mut self, texts: Texts<'_>, steps: &mut Steps) {
        if self.before.order.len() < self.before.nodes.len()
            && !self.before.sort(texts.before, steps)
        {
            return;
        }
        if self.after.order.len() < self.after.nodes.len() && !self.after.sort(texts.after, steps) {
            return;
        }
        self.partners = vec![NONE; self.after.nodes.len()];
        self.is_kept = vec![false; self.before.nodes.len()];
        self.stage = Stage::Join;
    }

    /// Walks along both orders at once, so that of several children with one name the first meets the first.
    fn join(&mut self, texts: Texts<'_>, steps: &mut Steps) {
        while steps.are_left() {
            steps.spend(1);
            let (before, after) = self.at;
            if !self.are_members
                && (self.before.repeats(texts.before, before)
                    || self.after.repeats(texts.after, after))
            {
                return self.go_by_place();
            }
            let left = self.before.order.get(before).copied();
            let right = self.after.order.get(after).copied();
            let order = match (left, right) {
                (Some(left), Some(right)) => compare_strings(
                    self.before.name(texts.before, left),
                    self.after.name(texts.after, right),
                ),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => {
                    self.at = (0, 0);
                    self.stage = Stage::Compare;
                    return;
                }
            };
            if order.is_eq() {
                self.marry(left.unwrap_or(NONE), right.unwrap_or(NONE));
            }
            self.at = (
                before + usize::from(order.is_le()),
                after + usize::from(order.is_ge()),
            );
        }
    }

    fn marry(&mut self, before: u32, after: u32) {
        if let Some(partner) = self.partners.get_mut(after as usize) {
            *partner = before;
        }
        if let Some(is_kept) = self.is_kept.get_mut(before as usize) {
            *is_kept = true;
        }
    }

    fn go_by_place(&mut self) {
        self.by_name = false;
        self.at = (0, 0);
        self.stage = if self.before.nodes.len() == self.after.nodes.len() {
            // Then it makes no difference what is left aside.
            Stage::Compare
        } else {
            Stage::SkipBeginning
        };
    }

    fn skip_beginning(&mut self, probed: Option<bool>) -> Action {
        match probed {
            Some(true) => self.at = (self.at.0 + 1, self.at.1 + 1),
            Some(false) => {
                self.stage = Stage::SkipEnd;
                return Action::Again;
            }
            None => {}
        }
        let pair = (
            self.before.nodes.get(self.at.0),
            self.after.nodes.get(self.at.1),
        );
        if let (Some(&left), Some(&right)) = pair {
            return Action::Probe(left, right);
        }
        self.stage = Stage::Compare;
        Action::Again
    }

    fn skip_end(&mut self, probed: Option<bool>) -> Action {
        if probed == Some(true) {
            self.before.nodes.pop();
            self.after.nodes.pop();
        }
        let rest = |side: &Side| side.nodes.get(self.at.0..)?.last().copied();
        match (rest(&self.before), rest(&self.after)) {
            (Some(left), Some(right)) if probed != Some(false) => Action::Probe(left, right),
            _ => {
                self.stage = Stage::Compare;
                Action::Again
            }
        }
    }

    /// Goes along what is there after. What was removed comes before what took its place.
    fn compare(&mut self) -> Action {
        let (before, after) = self.at;
        let left = self.before.nodes.get(before).copied();
        if let Some(left) = left.filter(|_| !self.is_kept(before)) {
            self.at.0 += 1;
            return Action::Report(Change::Removed(left));
        }
        let partner = self.partner(after);
        match (self.after.nodes.get(after).copied(), partner) {
            (None, _) if left.is_none() => return Action::Done,
            (Some(right), None) => {
                self.at.1 += 1;
                return Action::Report(Change::Added(right));
            }
            (Some(right), Some(partner)) if before >= partner => {
                self.at = (before.max(partner + 1), after + 1);
                if let Some(&left) = self.before.nodes.get(partner) {
                    return Action::Compare(left, right);
                }
            }
            _ => self.at.0 += 1,
        }
        Action::Again
    }

    fn is_kept(&self, before: usize) -> bool {
        if self.by_name {
            self.is_kept.get(before) == Some(&true)
        } else {
            before < self.after.nodes.len()
        }
    }

    fn partner(&self, after: usize) -> Option<usize> {
        if self.by_name {
            let partner = self.partners.get(after).copied();
            partner
                .filter(|&partner| partner != NONE)
                .map(|partner| partner as usize)
        } else {
            (after < self.before.nodes.len()).then_some(after)
        }
    }
}
