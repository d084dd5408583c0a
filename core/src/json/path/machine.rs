//! A query at work on a document.

use super::compare::{Outcome, Plain, Stacked};
use super::equality::Equality;
use super::level::{Level, Next};
use super::query::{Goal, Op, Query};
use crate::json::{Document, NodeId};

/// So many values may always be selected, more only from a document that has more.
const ALWAYS: usize = 1_000_000;

/// A query that runs, in steps so that the caller can do other things in between.
///
/// The document is handed in each time; it has to be the same.
pub struct Selection {
    query: Query,
    nodes: Vec<NodeId>,
    /// What is being done; the last has to be done before the one in front of it can go on.
    tasks: Vec<Task>,
    /// The segments at work, of all the paths that are followed.
    levels: Vec<Level>,
    /// The values of the filters.
    values: Vec<Stacked>,
    /// How many steps may still be done.
    left: usize,
    has_begun: bool,
    is_cut: bool,
}

enum Task {
    /// Follows a path.
    Walk(Walk),
    /// Does the operations of a filter from the one with a number on, for one value.
    Filter { filter: u32, at: u32, about: NodeId },
    /// Compares containers.
    Equality(Equality),
}

#[derive(Clone, Copy)]
struct Walk {
    path: u32,
    goal: Goal,
    /// How many levels belong to others.
    base: usize,
    /// How many values were found, and the last of them.
    found: usize,
    last: Option<NodeId>,
}

impl Selection {
    /// Begins with a query.
    pub fn new(query: Query) -> Self {
        Self {
            query,
            nodes: Vec::new(),
            tasks: Vec::new(),
            levels: Vec::new(),
            values: Vec::new(),
            left: 0,
            has_begun: false,
            is_cut: false,
        }
    }

    /// Looks at about so many further values, and returns whether that was all.
    pub fn advance(&mut self, document: &Document, steps: usize) -> bool {
        if !self.has_begun {
            self.has_begun = true;
            let path = self.query.paths.len().saturating_sub(1) as u32;
            self.walk(document, path, Goal::Nodes, None);
        }
        self.left = steps.max(1);
        while self.left > 0 && !self.tasks.is_empty() {
            self.left -= 1;
            self.step(document);
        }
        self.tasks.is_empty()
    }

    /// Returns the values selected so far, in the order of RFC 9535. A value that is selected twice, as by
    /// `$[0, 0]`, is there twice.
    pub fn nodes(&self) -> &[NodeId] {
        &self.nodes
    }

    /// Whether more would be selected: the list ends at as many values as the document has, or at a million, as
    /// `$..*..*` would fill the memory.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    fn step(&mut self, document: &Document) {
        match self.tasks.last_mut() {
            Some(Task::Walk(walk)) => {
                let walk = *walk;
                self.step_walk(document, walk);
            }
            Some(Task::Filter { filter, at, about }) => {
                let code = self.query.filters.get(*filter as usize);
                let op = code.and_then(|code| code.get(*at as usize)).copied();
                let about = *about;
                *at += 1;
                match op {
                    Some(op) => self.operate(document, op, about),
                    None => self.answer(document),
                }
            }
            Some(Task::Equality(equality)) => {
                if let Some(equal) = equality.step(document) {
                    self.tasks.pop();
                    self.values.push(Stacked::Holds(equal));
                }
            }
            None => {}
        }
    }

    /// Begins to follow a path.
    fn walk(&mut self, document: &Document, path: u32, goal: Goal, about: Option<NodeId>) {
        let is_absolute = |path: u32| Some(self.query.paths.get(path as usize)?.is_absolute);
        let from = if is_absolute(path) == Some(true) {
            document.root()
        } else {
            about
        };
        self.tasks.push(Task::Walk(Walk {
            path,
            goal,
            base: self.levels.len(),
            found: 0,
            last: None,
        }));
        if let Some(from) = from {
            self.reach(document, from, 0);
        }
    }

    fn step_walk(&mut self, document: &Document, walk: Walk) {
        let levels = self.levels.get_mut(walk.base..);
        let Some(level) = levels.and_then(|levels| levels.last_mut()) else {
            return self.finish(walk);
        };
        let segment = level.segment;
        let path = self.query.paths.get(walk.path as usize);
        match path.and_then(|path| path.segments.get(segment as usize)) {
            Some(parts) => {
                let next = level.step(document, parts);
                self.go(document, segment, next);
            }
            None => self.go(document, segment, Next::End),
        }
    }

    fn go(&mut self, document: &Document, segment: u32, next: Next) {
        match next {
            Next::Nothing => {}
            Next::Node(id) => self.reach(document, id, segment + 1),
            Next::Ask { filter, about } => self.tasks.push(Task::Filter {
                filter,
                at: 0,
                about,
            }),
            Next::End => drop(self.levels.pop()),
        }
    }

    /// Goes on with a segment from a value, or takes the value where the path has no such segment.
    fn reach(&mut self, document: &Document, id: NodeId, segment: u32) {
        let Some(Task::Walk(walk)) = self.tasks.last_mut() else {
            return;
        };
        let path = self.query.paths.get(walk.path as usize);
        if path.is_some_and(|path| (segment as usize) < path.segments.len()) {
            return self.levels.push(Level::new(document, segment, id));
        }
        walk.found += 1;
        walk.last = Some(id);
        match walk.goal {
            Goal::Nodes => self.select(document, id),
            Goal::Exists => self.levels.truncate(walk.base),
            Goal::Single if walk.found > 1 => self.levels.truncate(walk.base),
            Goal::Single | Goal::Count => {}
        }
    }

    fn select(&mut self, document: &Document, id: NodeId) {
        if self.nodes.len() < document.node_count().max(ALWAYS) {
            self.nodes.push(id);
        } else {
            self.is_cut = true;
            self.tasks.clear();
        }
    }

    /// Ends a path, and leaves its value to the filter that asked.
    fn finish(&mut self, walk: Walk) {
        self.tasks.pop();
        self.values.push(match (walk.goal, walk.last) {
            (Goal::Nodes, _) => return,
            (Goal::Exists, last) => Stacked::Holds(last.is_some()),
            (Goal::Count, _) => Stacked::Count(walk.found),
            (Goal::Single, Some(id)) if walk.found == 1 => Stacked::Node(id),
            (Goal::Single, _) => Stacked::Nothing,
        });
    }

    /// Ends a filter, and tells the segment that asked.
    fn answer(&mut self, document: &Document) {
        self.tasks.pop();
        let holds = self.verdict();
        if let Some(level) = self.levels.last_mut() {
            let (segment, next) = (level.segment, level.answer(holds));
            self.go(document, segment, next);
        }
    }

    /// Does one operation of a filter.
    fn operate(&mut self, document: &Document, op: Op, about: NodeId) {
        match op {
            Op::Literal(number) => self.values.push(Stacked::Literal(number)),
            Op::Walk(path, goal) => self.walk(document, path, goal, Some(about)),
            Op::Length => {
                let value = self.take();
                let length = self.length(document, value);
                self.values.push(length);
            }
            Op::Compare(relation) => {
                let (right, left) = (self.take(), self.take());
                let [left, right] = [left, right].map(|value| value.plain(document, &self.query));
                match left.compare(relation, &right) {
                    Outcome::Holds(holds) => self.values.push(Stacked::Holds(holds)),
                    Outcome::IfEqual(left, right) => {
                        self.tasks.push(Task::Equality(Equality::new(left, right)));
                    }
                }
            }
            Op::Not => {
                let holds = self.verdict();
                self.values.push(Stacked::Holds(!holds));
            }
            Op::Jump { on, to } => self.jump(on, to),
        }
    }

    fn jump(&mut self, on: bool, to: u32) {
        let holds = self.verdict();
        if holds == on
            && let Some(Task::Filter { at, .. }) = self.tasks.last_mut()
        {
            *at = to;
            self.values.push(Stacked::Holds(holds));
        }
    }

    fn length(&mut self, document: &Document, value: Stacked) -> Stacked {
        match value.plain(document, &self.query) {
            Plain::Text(text) => Stacked::Count(text.chars().count()),
            Plain::Container(id) => {
                let length = document.len(id);
                // Counting is not done in steps, but they are counted.
                self.left = self.left.saturating_sub(length);
                Stacked::Count(length)
            }
            _ => Stacked::Nothing,
        }
    }

    fn take(&mut self) -> Stacked {
        self.values.pop().unwrap_or(Stacked::Nothing)
    }

    fn verdict(&mut self) -> bool {
        matches!(self.values.pop(), Some(Stacked::Holds(true)))
    }
}
