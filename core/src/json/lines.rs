//! The lines of the pretty-printed document, of which folding hides some.

mod bits;
mod copying;
mod fold;
mod opened;
mod place;
mod walk;
mod wrap;

use super::{Document, Line, LinePart, NodeId};
pub use copying::{Copying, LinePlace};
pub use fold::{Fold, FoldRule, Recount};
pub(super) use opened::{OPEN_DEPTH, Opened};
use place::LineCount;
use walk::{At, Stop, Walk};
pub use wrap::{DEEPEST, INDENT, LONGEST, text_columns};

/// How many nodes stand between two counted places: few enough to walk over at every look-up.
const BLOCK: u32 = 256;

/// Which lines a tree shows: one for each value, one more for each closing bracket, and one for
/// all of a folded value.
///
/// A line is found by its number in the time that it takes to look through the 256 values before it, so
/// that a view can draw just what is on the screen. The document is handed in each time; it has to be the same.
/// [`Lines::fold`] makes other lines of these.
#[derive(Clone, Default)]
pub struct Lines {
    /// Containers with so many around them are folded.
    limit: Option<u32>,
    /// One bit for each node: whether it is folded although it is within the limit, or open although it is beyond.
    toggled: Vec<u64>,
    /// For every [`BLOCK`]th node the place of the line that shows it, or that hides it.
    counted: Vec<LineCount>,
    total: LineCount,
    /// At how many columns long lines are wrapped.
    columns: Option<u32>,
}

/// A line with its place among all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    /// Its number, the first being 0.
    pub number: usize,
    /// Its first row, the first of all being 0.
    pub row: usize,
    /// How many rows it takes: one, unless it is wrapped.
    pub rows: usize,
    /// The line.
    pub line: Line<'a>,
}

impl Lines {
    /// Opens a document as far as lines can be read: 32 levels deep. Takes no longer for a large one.
    pub fn new(document: &Document) -> Self {
        document.opened.lines(document)
    }

    /// Returns the number of lines.
    pub fn line_count(&self) -> usize {
        self.total.line as usize
    }

    /// Returns the number of rows that all lines take.
    pub fn row_count(&self) -> usize {
        self.total.row as usize
    }

    /// Returns a line by its number, the first being 0.
    pub fn line<'a>(&self, document: &'a Document, number: usize) -> Option<Placed<'a>> {
        self.window(document, number).next()
    }

    /// Returns the lines from a number on. Every further one takes the same short time.
    pub fn window<'a>(
        &self,
        document: &'a Document,
        first: usize,
    ) -> impl Iterator<Item = Placed<'a>> + use<'a, '_> {
        let target = u32::try_from(first).unwrap_or(u32::MAX);
        self.find(document, target, |place| place.line)
            .skip_while(move |stop| stop.place.line < target)
            .map(|stop| self.show(document, stop))
    }

    /// Returns the lines from the one on that covers a row.
    pub fn rows<'a>(
        &self,
        document: &'a Document,
        first: usize,
    ) -> impl Iterator<Item = Placed<'a>> + use<'a, '_> {
        let target = u32::try_from(first).unwrap_or(u32::MAX);
        self.find(document, target, |place| place.row)
            .skip_while(move |stop| stop.place.row.saturating_add(stop.rows) <= target)
            .map(|stop| self.show(document, stop))
    }

    /// Returns the number of the line that shows a value, or that hides it.
    pub fn line_of(&self, document: &Document, id: NodeId) -> usize {
        self.place_of(document, id).line as usize
    }

    /// Whether a value is folded, be it shown or hidden in another one.
    pub fn is_folded(&self, document: &Document, id: NodeId) -> bool {
        let is_beyond = self
            .limit
            .is_some_and(|limit| !document.is_empty(id) && document.has_around(id, limit as usize));
        bits::get(&self.toggled, id.0) != is_beyond
    }

    /// Returns the place of the line that shows a value, or that hides it.
    fn place_of(&self, document: &Document, id: NodeId) -> LineCount {
        let target = At::Node(self.shown(document, id));
        let block = id.0 / BLOCK;
        let Some(&counted) = self.counted.get(block as usize) else {
            return LineCount::default();
        };
        let at = At::Node(self.shown(document, NodeId(block * BLOCK)));
        Walk::new(self, document, Some(at), counted)
            .find(|stop| stop.at == target)
            .map_or(counted, |stop| stop.place)
    }

    fn shift(&mut self, from_block: u32, way: LineCount) {
        for counted in self.counted.iter_mut().skip(from_block as usize) {
            *counted = counted.moved(way);
        }
        self.total = self.total.moved(way);
    }

    /// Walks on from shortly before the line with a number, which is counted by `of`.
    fn find<'a, 'b>(
        &'b self,
        document: &'a Document,
        number: u32,
        of: fn(&LineCount) -> u32,
    ) -> Walk<'a, 'b> {
        let block = self
            .counted
            .partition_point(|place| of(place) <= number)
            .checked_sub(1);
        let found = block.and_then(|block| Some((block, *self.counted.get(block)?)));
        let at =
            found.map(|(block, _)| At::Node(self.shown(document, NodeId(block as u32 * BLOCK))));
        let place = found.map_or(LineCount::default(), |(_, place)| place);
        Walk::new(self, document, at, place)
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

    /// Returns how many containers stand around the line after this one.
    fn depth_after(&self, document: &Document, at: At, next: Option<At>, depth: usize) -> usize {
        match (at, next) {
            (At::Node(id), _) if self.is_open(document, id) => depth + 1,
            (_, Some(At::Close(_))) => depth.saturating_sub(1),
            _ => depth,
        }
    }

    fn show<'a>(&self, document: &'a Document, stop: Stop) -> Placed<'a> {
        let node = stop.at.node();
        let part = match stop.at {
            At::Close(_) => LinePart::Close,
            At::Node(_) if !document.is_container(node) => LinePart::Leaf,
            At::Node(_) if self.is_folded(document, node) => LinePart::Folded {
                len: document.len(node),
            },
            At::Node(_) if document.is_empty(node) && document.is_closed(node) => LinePart::Empty,
            At::Node(_) => LinePart::Open,
        };
        let key = if part == LinePart::Close {
            None
        } else {
            document.key(node)
        };
        let comma = part != LinePart::Open && document.next_sibling(node).is_some();
        Placed {
            number: stop.place.line as usize,
            row: stop.place.row as usize,
            rows: stop.rows as usize,
            line: Line {
                node,
                depth: stop.depth,
                part,
                key,
                comma,
            },
        }
    }

    /// Whether the content of a value is on lines of its own.
    fn is_open(&self, document: &Document, id: NodeId) -> bool {
        !document.is_empty(id) && !self.is_folded(document, id)
    }

    /// Returns the value itself, or the outermost folded one that hides it.
    fn shown(&self, document: &Document, id: NodeId) -> NodeId {
        let mut shown = id;
        let mut depth = match self.limit {
            Some(_) => document.depth(id),
            None => 0,
        };
        let mut container = document.parent(id);
        while let Some(id) = container {
            // To ask each one how deep it is would take the square of the time.
            depth = depth.saturating_sub(1);
            let is_beyond = self.limit.is_some_and(|limit| depth >= limit as usize);
            if bits::get(&self.toggled, id.0) != is_beyond {
                shown = id;
            }
            container = document.parent(id);
        }
        shown
    }
}
