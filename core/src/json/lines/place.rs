//! A count of lines, and of the rows that they take.

/// How many lines stand before a place, and how many rows these take. A line takes one row, or several where it is wrapped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LineCount {
    pub(super) line: u32,
    pub(super) row: u32,
}

impl LineCount {
    /// The place after a line of so many rows.
    pub(super) fn after(self, rows: u32) -> Self {
        Self {
            line: self.line.wrapping_add(1),
            row: self.row.wrapping_add(rows),
        }
    }

    /// The way from another place to this one.
    pub(super) fn since(self, other: Self) -> Self {
        Self {
            line: self.line.wrapping_sub(other.line),
            row: self.row.wrapping_sub(other.row),
        }
    }

    /// The place that is so much further, or so much back.
    pub(super) fn moved(self, way: Self) -> Self {
        Self {
            line: self.line.wrapping_add(way.line),
            row: self.row.wrapping_add(way.row),
        }
    }
}
