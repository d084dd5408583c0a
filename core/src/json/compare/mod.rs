//! Two documents compared: the outermost places where they differ.

mod agreement;
mod frame;
mod index;
mod rest;
mod side;

use super::content::compare_strings;
use super::steps::Steps;
use super::{Document, Kind, NodeId};
use agreement::Agreement;
use frame::{Action, Frame, Texts};

/// So many changes are listed at most; nobody reads more.
const MOST: usize = 10_000;

/// A place where two documents differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A value of the later document that the earlier one has not.
    Added(NodeId),
    /// A value of the earlier document that the later one has not.
    Removed(NodeId),
    /// A value that is another one, or of another kind.
    Changed {
        /// The value in the earlier document.
        before: NodeId,
        /// The value in the later document.
        after: NodeId,
    },
}

/// A comparison of an earlier document with a later one, made in steps.
///
/// Members of objects belong together by their decoded key, and of several with the same key the first to the first. Items of
/// arrays belong together by their `_id`, where every item has one of its own, else by their place. What begins or ends both
/// arrays alike is left aside before. Numbers differ when their text does, strings when their content does; white
/// space, the order of members and that of items with an `_id` do not count.
#[derive(Default)]
pub struct Comparison {
    begun: bool,
    /// The containers around the place that is compared, outermost first.
    stack: Vec<Frame>,
    /// The pair of values to be compared next.
    pair: Option<(NodeId, NodeId)>,
    agreement: Agreement,
    /// Set while it is only asked whether two values are the same: how many frames stand around them.
    probe: Option<usize>,
    /// What a probe has found.
    probed: Option<bool>,
    /// How many more steps probes may take, so that all of them together take no more than the size of the documents asks for.
    probe_steps: usize,
    changes: Vec<Change>,
    is_cut: bool,
}

/// How two values compare at first sight.
enum Sight {
    Same,
    Different,
    /// Containers of the same kind that have to be looked into.
    Inside,
    /// There were not enough steps to tell.
    Unknown,
}

impl Comparison {
    /// Begins a comparison.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on comparing; true when done. The documents have to be the same each time.
    pub fn advance(&mut self, before: &Document, after: &Document, steps: usize) -> bool {
        let mut steps = Steps::new(steps);
        if !self.begun {
            self.begin(before, after);
        }
        while !self.is_done() {
            if !steps.are_left() {
                return false;
            }
            let left = steps.left();
            self.step(Texts { before, after }, &mut steps);
            steps.spend(1);
            if self.probe.is_some() {
                self.probe_steps = self.probe_steps.saturating_sub(left - steps.left());
            }
        }
        true
    }

    /// Returns the changes found so far: in the order of the later document, and what was removed before what took its place.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether there are more changes than are listed: 10,000 at most.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    fn begin(&mut self, before: &Document, after: &Document) {
        self.begun = true;
        let values = before.node_count() + after.node_count();
        self.probe_steps = values.saturating_mul(4);
        match (before.root(), after.root()) {
            (Some(before), Some(after)) => self.pair = Some((before, after)),
            (Some(before), None) => self.report(Change::Removed(before)),
            (None, Some(after)) => self.report(Change::Added(after)),
            (None, None) => {}
        }
    }

    fn is_done(&self) -> bool {
        self.pair.is_none() && self.stack.is_empty()
    }

    fn step(&mut self, texts: Texts<'_>, steps: &mut Steps) {
        if self.probe.is_some() && self.probe_steps == 0 {
            // Not known to be the same will do.
            self.end_probe(false);
        } else if let Some((before, after)) = self.pair {
            match sight(texts, before, after, &mut self.agreement, steps) {
                Sight::Unknown => return,
                Sight::Same => {}
                Sight::Different => self.report(Change::Changed { before, after }),
                Sight::Inside => self.stack.push(Frame::of(texts, before, after)),
            }
            self.pair = None;
        } else if self.probe == Some(self.stack.len()) {
            self.end_probe(true);
        } else if let Some(mut frame) = self.stack.pop() {
            let is_probe = self.probe.is_some();
            let action = frame.step(
                texts,
                &mut self.agreement,
                steps,
                is_probe,
                &mut self.probed,
            );
            if !matches!(action, Action::Done | Action::Become(_)) {
                self.stack.push(frame);
            }
            self.act(action);
        }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Again | Action::Done => {}
            Action::Become(frame) => self.stack.push(frame),
            Action::Compare(before, after) => self.pair = Some((before, after)),
            Action::Probe(before, after) => {
                self.probe = Some(self.stack.len());
                self.pair = Some((before, after));
            }
            Action::Report(change) => self.report(change),
        }
    }

    fn report(&mut self, change: Change) {
        if self.probe.is_some() {
            self.end_probe(false);
        } else if self.changes.len() < MOST {
            self.changes.push(change);
        } else {
            self.is_cut = true;
            self.stack.clear();
        }
    }

    fn end_probe(&mut self, found: bool) {
        if let Some(depth) = self.probe.take() {
            self.stack.truncate(depth);
            self.pair = None;
            self.probed = Some(found);
        }
    }
}

fn sight(
    Texts { before, after }: Texts<'_>,
    left: NodeId,
    right: NodeId,
    agreement: &mut Agreement,
    steps: &mut Steps,
) -> Sight {
    let kind = before.kind(left);
    if kind != after.kind(right) {
        return Sight::Different;
    }
    let is_same = match kind {
        Kind::Object | Kind::Array => {
            let spans = [before.span(left), after.span(right)];
            match agreement.same([before.bytes(), after.bytes()], spans, steps) {
                None => return Sight::Unknown,
                Some(false) => return Sight::Inside,
                Some(true) => true,
            }
        }
        Kind::String => {
            let (left, right) = (before.source(left), after.source(right));
            steps.spend_on_bytes(left.len().max(right.len()));
            compare_strings(left, right).is_eq()
        }
        Kind::Number | Kind::Boolean | Kind::Null => before.source(left) == after.source(right),
    };
    if is_same {
        Sight::Same
    } else {
        Sight::Different
    }
}

#[cfg(test)]
mod tests;
