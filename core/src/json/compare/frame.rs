//! A pair of containers on the way, as long as their content comes in the same order.

use super::Change;
use super::agreement::Agreement;
use super::rest::Rest;
use crate::json::content::compare_strings;
use crate::json::steps::Steps;
use crate::json::{Document, Kind, NodeId};

/// The documents that are compared.
#[derive(Clone, Copy)]
pub(super) struct Texts<'a> {
    pub(super) before: &'a Document,
    pub(super) after: &'a Document,
}

/// A pair of containers of the same kind whose bytes differ, with the next children to look at.
pub(super) enum Frame {
    /// Members, as long as keys follow each other alike.
    Members(Option<NodeId>, Option<NodeId>),
    /// Items, as long as they are the same bytes.
    Items(Option<NodeId>, Option<NodeId>),
    /// What comes after that.
    Rest(Box<Rest>),
}

/// What is to be done next.
pub(super) enum Action {
    /// The frame has more to do.
    Again,
    /// The frame has no more to do.
    Done,
    /// Another frame takes the place of this one.
    Become(Frame),
    /// Two values are to be compared.
    Compare(NodeId, NodeId),
    /// It is asked whether two values are the same.
    Probe(NodeId, NodeId),
    /// There is a change.
    Report(Change),
}

impl Frame {
    /// Begins with a pair of containers.
    pub(super) fn of(texts: Texts<'_>, before: NodeId, after: NodeId) -> Self {
        let is_object = texts.before.kind(before) == Kind::Object;
        let first = (
            texts.before.children(before).next(),
            texts.after.children(after).next(),
        );
        if is_object {
            Self::Members(first.0, first.1)
        } else {
            Self::Items(first.0, first.1)
        }
    }

    /// Compares a little further. In a probe it only matters whether there is any change.
    pub(super) fn step(
        &mut self,
        texts: Texts<'_>,
        agreement: &mut Agreement,
        steps: &mut Steps,
        is_probe: bool,
        probed: &mut Option<bool>,
    ) -> Action {
        let Texts { before, after } = texts;
        match self {
            Self::Members(None, None) | Self::Items(None, None) => Action::Done,
            Self::Members(next_before, next_after) => match (*next_before, *next_after) {
                (Some(left), Some(right)) if have_same_key(texts, left, right) => {
                    *next_before = before.next_sibling(left);
                    *next_after = after.next_sibling(right);
                    Action::Compare(left, right)
                }
                rest => Action::Become(Self::Rest(Box::new(Rest::members(rest)))),
            },
            Self::Items(next_before, next_after) => {
                let (left, right) = match (*next_before, *next_after) {
                    (Some(left), Some(right)) => (left, right),
                    (Some(left), None) if is_probe => return Action::Report(Change::Removed(left)),
                    (None, Some(right)) if is_probe => return Action::Report(Change::Added(right)),
                    rest => return Action::Become(Self::Rest(Box::new(Rest::items(rest)))),
                };
                let spans = [before.span(left), after.span(right)];
                match agreement.same([before.bytes(), after.bytes()], spans, steps) {
                    None => return Action::Again,
                    Some(false) if !is_probe => {
                        let rest = (Some(left), Some(right));
                        return Action::Become(Self::Rest(Box::new(Rest::items(rest))));
                    }
                    Some(_) => {}
                }
                *next_before = before.next_sibling(left);
                *next_after = after.next_sibling(right);
                if is_probe {
                    Action::Compare(left, right)
                } else {
                    Action::Again
                }
            }
            Self::Rest(rest) => rest.step(texts, steps, probed),
        }
    }
}

fn have_same_key(Texts { before, after }: Texts<'_>, left: NodeId, right: NodeId) -> bool {
    match (before.key(left), after.key(right)) {
        (Some(left), Some(right)) => compare_strings(left.raw(), right.raw()).is_eq(),
        _ => false,
    }
}
