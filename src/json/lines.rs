//! The lines of the pretty-printed document, of which folding hides some.

mod walk;

use super::{Document, Line, NodeId, Part};
use walk::{At, Walk};

/// How many nodes stand between two counted places: few enough to walk over at every look-up.
const BLOCK: u32 = 256;

/// How deep a document is opened at first. Deeper lines would be indented out of sight.
const OPEN_DEPTH: usize = 32;

/// Which lines a tree shows: one for each value, one more for each closing bracket, and one for
/// all of a folded value.
///
/// A line is found by its number in the time that it takes to look through the 256 values before it, so
/// that a view can draw just what is on the screen. The document is handed in each time; it has to be the same.
pub struct Lines {
    /// One bit for each node: whether it is folded.
    folded: Vec<u64>,
    /// For every [`BLOCK`]th node the line that shows it, or that hides it.
    counted: Vec<u32>,
    total: u32,
}

impl Lines {
    /// Opens a document as far as lines can be read: 32 levels deep.
    pub fn new(document: &Document) -> Self {
        let mut lines = Self {
            folded: Vec::new(),
            counted: Vec::new(),
            total: 0,
        };
        lines.fold_to_depth(document, OPEN_DEPTH);
        lines
    }

    /// Returns the number of lines.
    pub fn line_count(&self) -> usize {
        self.total as usize
    }

    /// Returns a line by its number, the first being 0.
    pub fn line<'a>(&self, document: &'a Document, number: usize) -> Option<Line<'a>> {
        self.window(document, number).next()
    }

    /// Returns the lines from a number on. Every further one takes the same short time.
    pub fn window<'a>(
        &self,
        document: &'a Document,
        first: usize,
    ) -> impl Iterator<Item = Line<'a>> + use<'a, '_> {
        let at = self.find(document, first);
        Walk::new(self, document, at).map(|(at, depth)| self.show(document, at, depth))
    }

    /// Returns the number of the line that shows a value, or that hides it.
    pub fn line_of(&self, document: &Document, id: NodeId) -> usize {
        let target = At::Node(self.shown(document, id));
        let block = id.0 / BLOCK;
        let Some(&counted) = self.counted.get(block as usize) else {
            return 0;
        };
        let mut at = Some(At::Node(self.shown(document, NodeId(block * BLOCK))));
        let mut line = counted;
        while let Some(here) = at
            && here != target
        {
            at = self.next(document, here);
            line += 1;
        }
        line as usize
    }

    /// Whether a value is folded, be it shown or hidden in another one.
    pub fn is_folded(&self, id: NodeId) -> bool {
        self.folded
            .get(id.0 as usize / 64)
            .is_some_and(|bits| bits >> (id.0 % 64) & 1 == 1)
    }

    /// Folds what is unfolded and the other way round. Values without content stay as they are.
    pub fn toggle(&mut self, document: &Document, id: NodeId) {
        if document.is_empty(id) {
            return;
        }
        let line = self.line_of(document, id) as u32;
        self.set_folded(id, !self.is_folded(id));
        if self.shown(document, id) == id {
            self.count(document, id, line);
        }
    }

    /// Folds everything but the outermost value.
    pub fn fold_all(&mut self, document: &Document) {
        self.fold_to_depth(document, 1);
    }

    /// Unfolds everything.
    pub fn unfold_all(&mut self, document: &Document) {
        self.fold_to_depth(document, usize::MAX);
    }

    /// Shows so many levels and folds what lies deeper, each value by itself.
    pub fn fold_to_depth(&mut self, document: &Document, shown: usize) {
        self.folded = vec![0; document.node_count().div_ceil(64)];
        self.counted = vec![0; document.node_count().div_ceil(BLOCK as usize)];
        self.total = 0;
        let Some(root) = document.root() else { return };
        if shown < document.deepest() {
            self.fold_deeper(document, shown);
        }
        self.count(document, root, 0);
    }

    /// Unfolds all that hides a value.
    pub fn reveal(&mut self, document: &Document, id: NodeId) {
        let outermost = self.shown(document, id);
        if outermost == id {
            return;
        }
        let line = self.line_of(document, outermost) as u32;
        let mut container = document.parent(id);
        while let Some(id) = container {
            self.set_folded(id, false);
            container = document.parent(id);
        }
        self.count(document, outermost, line);
    }

    /// Folds the containers that have so many or more around them, where nothing is folded yet.
    fn fold_deeper(&mut self, document: &Document, shown: usize) {
        let mut depth = 0;
        for id in (0..document.node_count() as u32).map(NodeId) {
            if !document.is_empty(id) {
                if depth >= shown {
                    self.set_folded(id, true);
                }
                depth += 1;
                continue;
            }
            let mut last = id;
            while document.next_sibling(last).is_none()
                && let Some(parent) = document.parent(last)
            {
                depth -= 1;
                last = parent;
            }
        }
    }

    /// Counts anew from a shown value whose folding changed, and moves what comes after it.
    fn count(&mut self, document: &Document, changed: NodeId, line: u32) {
        let unchanged = document.after(changed);
        let mut line = line;
        let mut at = Some(At::Node(changed));
        while let Some(here) = at {
            if let At::Node(id) = here {
                let end = if self.is_folded(id) {
                    document.after(id)
                } else {
                    id.0 + 1
                };
                for block in id.0.div_ceil(BLOCK)..end.div_ceil(BLOCK) {
                    let Some(counted) = self.counted.get_mut(block as usize) else {
                        continue;
                    };
                    let moved = line.wrapping_sub(*counted);
                    if block * BLOCK >= unchanged {
                        return self.shift(block, moved);
                    }
                    *counted = line;
                }
            }
            line += 1;
            at = self.next(document, here);
        }
        self.total = line;
    }

    fn shift(&mut self, from_block: u32, by: u32) {
        for counted in self.counted.iter_mut().skip(from_block as usize) {
            *counted = counted.wrapping_add(by);
        }
        self.total = self.total.wrapping_add(by);
    }

    /// Returns the place of a line.
    fn find(&self, document: &Document, number: usize) -> Option<At> {
        let number = u32::try_from(number).ok()?;
        let block = self
            .counted
            .partition_point(|&line| line <= number)
            .checked_sub(1)?;
        let mut line = *self.counted.get(block)?;
        let mut at = At::Node(self.shown(document, NodeId(block as u32 * BLOCK)));
        while line < number {
            at = self.next(document, at)?;
            line += 1;
        }
        Some(at)
    }

    /// Returns the place on the line after this one.
    fn next(&self, document: &Document, at: At) -> Option<At> {
        let id = match at {
            At::Node(id) if self.is_open(document, id) => return Some(At::Node(NodeId(id.0 + 1))),
            At::Node(id) | At::Close(id) => id,
        };
        match (document.next_sibling(id), document.parent(id)) {
            (Some(sibling), _) => Some(At::Node(sibling)),
            (None, Some(parent)) if document.is_closed(parent) => Some(At::Close(parent)),
            _ => None,
        }
    }

    fn show<'a>(&self, document: &'a Document, at: At, depth: usize) -> Line<'a> {
        let node = at.node();
        let part = match at {
            At::Close(_) => Part::Close,
            At::Node(_) if !document.is_container(node) => Part::Leaf,
            At::Node(_) if self.is_folded(node) => Part::Folded {
                len: document.len(node),
            },
            At::Node(_) if document.is_empty(node) && document.is_closed(node) => Part::Empty,
            At::Node(_) => Part::Open,
        };
        let key = if part == Part::Close {
            None
        } else {
            document.key(node)
        };
        let comma = part != Part::Open && document.next_sibling(node).is_some();
        Line {
            node,
            depth,
            part,
            key,
            comma,
        }
    }

    /// Whether the content of a value is on lines of its own.
    fn is_open(&self, document: &Document, id: NodeId) -> bool {
        !document.is_empty(id) && !self.is_folded(id)
    }

    /// Returns the value itself, or the outermost folded one that hides it.
    fn shown(&self, document: &Document, id: NodeId) -> NodeId {
        let mut shown = id;
        let mut container = document.parent(id);
        while let Some(id) = container {
            if self.is_folded(id) {
                shown = id;
            }
            container = document.parent(id);
        }
        shown
    }

    fn set_folded(&mut self, id: NodeId, folded: bool) {
        if let Some(bits) = self.folded.get_mut(id.0 as usize / 64) {
            let bit = 1 << (id.0 % 64);
            *bits = if folded { *bits | bit } else { *bits & !bit };
        }
    }
}
