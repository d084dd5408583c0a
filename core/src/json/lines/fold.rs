//! Folding, in steps: the lines of a large document are counted again without keeping the caller for long.

use super::place::LineCount;
use super::walk::At;
use super::{BLOCK, Lines, OPEN_DEPTH, bits, wrap};
use crate::json::{Document, NodeId};

/// A change of which lines are shown, and how.
#[derive(Clone, Debug)]
pub enum Fold {
    /// Folds what is unfolded and the other way round. Values without content stay as they are.
    Toggle(Vec<NodeId>),
    /// Shows so many levels and folds what is deeper, each value by itself.
    ToDepth(usize),
    /// Shows what a rule says, and folds all else.
    Where(FoldRule),
    /// Unfolds all that hides a value.
    Uncover(NodeId),
    /// Wraps lines at so many columns, or not at all.
    Wrap(Option<u32>),
}

/// Whether a container with so many around it stays open.
pub type FoldRule = fn(&Document, NodeId, usize) -> bool;

/// Lines that are being counted again. Those that were before can be shown meanwhile.
pub struct Recount {
    lines: Lines,
    /// The value whose lines are counted again; what stands after it is moved.
    changed: Option<NodeId>,
    phase: Phase,
}

enum Phase {
    /// Each container is folded or not, as the rule says.
    Decide {
        rule: FoldRule,
        next: u32,
        depth: usize,
    },
    /// The lines are counted from a place on.
    Count {
        at: Option<At>,
        depth: usize,
        place: LineCount,
    },
    Done,
}

impl Lines {
    /// Begins to change which lines are shown. The document has to be the same in every step.
    pub fn fold(&self, document: &Document, fold: Fold) -> Recount {
        let mut lines = self.clone();
        let as_opened = document.deepest() <= OPEN_DEPTH as usize;
        match fold {
            Fold::Toggle(ids) => lines.toggle(document, &ids),
            Fold::Uncover(id) => lines.uncover(document, id),
            Fold::Wrap(columns) => {
                let is_open = lines.limit.is_none() && !bits::any(&lines.toggled);
                if columns.is_none() && is_open && as_opened {
                    return Recount::done(Self::new(document));
                }
                lines.columns = columns;
                lines.recount_all(document)
            }
            Fold::ToDepth(shown) => {
                let limit = u32::try_from(shown).ok();
                lines.limit = limit.filter(|_| shown < document.deepest());
                lines.toggled.clear();
                if lines.limit.is_none() && lines.columns.is_none() && as_opened {
                    return Recount::done(Self::new(document));
                }
                lines.recount_all(document)
            }
            Fold::Where(rule) => {
                lines.limit = None;
                lines.toggled.clear();
                Recount {
                    phase: Phase::Decide {
                        rule,
                        next: 0,
                        depth: 0,
                    },
                    ..lines.recount_all(document)
                }
            }
        }
    }

    /// Changes which lines are shown, however long it takes.
    #[must_use]
    pub fn folded(&self, document: &Document, fold: Fold) -> Self {
        let mut recount = self.fold(document, fold);
        loop {
            if let Some(lines) = recount.advance(document, usize::MAX) {
                return lines;
            }
        }
    }

    fn toggle(mut self, document: &Document, ids: &[NodeId]) -> Recount {
        let before = self.clone();
        for &id in ids.iter().filter(|&&id| !document.is_empty(id)) {
            let toggled = bits::get(&self.toggled, id.0);
            bits::set(&mut self.toggled, id.0, !toggled);
        }
        match ids {
            [] => Recount::done(self),
            [id] if document.is_empty(*id) || before.shown(document, *id) != *id => {
                Recount::done(self)
            }
            [id] => self.recount(document, *id),
            _ => self.recount_all(document),
        }
    }

    fn uncover(mut self, document: &Document, id: NodeId) -> Recount {
        let outermost = self.shown(document, id);
        if outermost == id {
            return Recount::done(self);
        }
        let mut container = document.parent(id);
        while let Some(id) = container {
            if self.is_folded(document, id) {
                let toggled = bits::get(&self.toggled, id.0);
                bits::set(&mut self.toggled, id.0, !toggled);
            }
            container = document.parent(id);
        }
        self.recount(document, outermost)
    }

    /// Begins to count again from the beginning.
    fn recount_all(mut self, document: &Document) -> Recount {
        self.counted = vec![LineCount::default(); document.node_count().div_ceil(BLOCK as usize)];
        self.total = LineCount::default();
        Recount {
            lines: self,
            changed: document.root(),
            phase: Phase::Count {
                at: document.root().map(At::Node),
                depth: 0,
                place: LineCount::default(),
            },
        }
    }

    /// Begins to count again from a value on whose folding changed. It must be shown, as it was before.
    fn recount(self, document: &Document, changed: NodeId) -> Recount {
        let phase = Phase::Count {
            at: Some(At::Node(changed)),
            depth: document.depth(changed),
            place: self.place_of(document, changed),
        };
        Recount {
            lines: self,
            changed: Some(changed),
            phase,
        }
    }
}

impl Recount {
    fn done(lines: Lines) -> Self {
        Self {
            lines,
            changed: None,
            phase: Phase::Done,
        }
    }

    /// Takes so many steps; one is about the time of a line. Returns the lines when they are counted.
    pub fn advance(&mut self, document: &Document, steps: usize) -> Option<Lines> {
        for _ in 0..steps {
            match self.phase {
                Phase::Decide { rule, next, depth } => self.decide(document, rule, next, depth),
                Phase::Count { at, depth, place } => match at {
                    Some(at) => self.count(document, at, depth, place),
                    None => {
                        self.lines.total = place;
                        self.phase = Phase::Done;
                    }
                },
                Phase::Done => return Some(self.lines.clone()),
            }
        }
        None
    }

    /// Folds a value or not.
    fn decide(&mut self, document: &Document, rule: FoldRule, next: u32, depth: usize) {
        if next as usize >= document.node_count() {
            self.phase = Phase::Count {
                at: document.root().map(At::Node),
                depth: 0,
                place: LineCount::default(),
            };
            return;
        }
        let id = NodeId(next);
        let mut depth = depth;
        if document.is_empty(id) {
            let mut last = id;
            while document.next_sibling(last).is_none()
                && let Some(parent) = document.parent(last)
            {
                depth = depth.saturating_sub(1);
                last = parent;
            }
        } else {
            if !rule(document, id, depth) {
                bits::set(&mut self.lines.toggled, next, true);
            }
            depth += 1;
        }
        self.phase = Phase::Decide {
            rule,
            next: next + 1,
            depth,
        };
    }

    /// Counts a line, and moves all further ones as soon as nothing else can have changed.
    fn count(&mut self, document: &Document, at: At, depth: usize, place: LineCount) {
        let lines = &mut self.lines;
        if let At::Node(id) = at {
            let unchanged = self.changed.map_or(0, |id| document.after(id));
            let end = if lines.is_folded(document, id) {
                document.after(id)
            } else {
                id.0 + 1
            };
            for block in id.0.div_ceil(BLOCK)..end.div_ceil(BLOCK) {
                let Some(counted) = lines.counted.get_mut(block as usize) else {
                    continue;
                };
                if block * BLOCK >= unchanged {
                    let way = place.since(*counted);
                    lines.shift(block, way);
                    self.phase = Phase::Done;
                    return;
                }
                *counted = place;
            }
        }
        let next = lines.next(document, at);
        self.phase = Phase::Count {
            depth: lines.depth_after(document, at, next, depth),
            place: place.after(wrap::rows(document, at, depth, lines.columns)),
            at: next,
        };
    }
}
