//! A pair of containers from where their content no longer comes in the same order.

use super::Change;
use super::frame::{Action, Texts};
use super::index::Index;
use super::side::Side;
use crate::json::NodeId;
use crate::json::steps::Steps;

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
    index: Option<Index>,
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
    /// The children before are put into an index by name.
    Index,
    /// The children after are looked up in it.
    Match,
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
            index: None,
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

    /// Compares a little further.
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
            Stage::Index => self.index(texts, steps),
            Stage::Match => self.find_partners(texts, steps),
            Stage::SkipBeginning => return self.skip_beginning(probed.take()),
            Stage::SkipEnd => return self.skip_end(probed.take()),
            Stage::Compare => return self.compare(),
        }
        Action::Again
    }

    fn collect(&mut self, texts: Texts<'_>, steps: &mut Steps) {
        if self.before.collect(texts.before, steps) && self.after.collect(texts.after, steps) {
            self.stage = if self.are_members {
                Stage::Index
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
            (Some(true), Some(true)) => self.stage = Stage::Index,
            _ => {}
        }
    }

    /// Puts what was there before into the index, from the last on, so that the first of a name is found first.
    fn index(&mut self, texts: Texts<'_>, steps: &mut Steps) {
        let (before, after) = (self.before.nodes.len(), self.after.nodes.len());
        let mut index = match self.index.take() {
            Some(index) => index,
            None => Index::new(before.saturating_add(after), before),
        };
        let name = |place: u32| self.before.name(texts.before, place as usize);
        while steps.are_left() && self.at.0 < before {
            let is_first = index.put((before - 1 - self.at.0) as u32, &name, steps);
            if !is_first && !self.are_members {
                return self.go_by_place();
            }
            self.at.0 += 1;
        }
        if self.at.0 == before {
            self.partners = Vec::with_capacity(after);
            self.is_kept = vec![false; before];
            self.stage = Stage::Match;
        }
        self.index = Some(index);
    }

    /// Looks up what is there after; the first of a name meets the first.
    fn find_partners(&mut self, texts: Texts<'_>, steps: &mut Steps) {
        let Some(mut index) = self.index.take() else {
            return self.go_by_place();
        };
        let before = self.before.nodes.len();
        let name = |place: u32| {
            let place = place as usize;
            match place.checked_sub(before) {
                Some(place) => self.after.name(texts.after, place),
                None => self.before.name(texts.before, place),
            }
        };
        while steps.are_left() && self.partners.len() < self.after.nodes.len() {
            let place = before + self.partners.len();
            let partner = match index.take(place as u32, &name, steps) {
                Ok(partner) => partner,
                // An id that is there twice names nothing.
                Err(true) if !self.are_members => return self.go_by_place(),
                Err(_) => NONE,
            };
            self.partners.push(partner);
            if let Some(is_kept) = self.is_kept.get_mut(partner as usize) {
                *is_kept = true;
            }
        }
        if self.partners.len() == self.after.nodes.len() {
            self.at = (0, 0);
            self.stage = Stage::Compare;
        } else {
            self.index = Some(index);
        }
    }

    fn go_by_place(&mut self) {
        self.by_name = false;
        self.index = None;
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
