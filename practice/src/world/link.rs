//! Links between rows.

use std::collections::BTreeMap;

/// One of the two columns of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    First,
    Second,
}

impl Side {
    pub(crate) fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// A link between two tables, and the rows it joins.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) id: String,
    /// The table on either side. Both are the same where a table is linked to itself.
    pub(crate) tables: [String; 2],
    rows: [BTreeMap<String, Vec<String>>; 2],
}

impl Link {
    pub(crate) fn new(id: String, first: &str, second: &str) -> Self {
        let tables = [first.to_owned(), second.to_owned()];
        Self {
            id,
            tables,
            rows: [BTreeMap::new(), BTreeMap::new()],
        }
    }

    /// Returns the side on which a table stands.
    pub(crate) fn side(&self, table: &str) -> Option<Side> {
        match &self.tables {
            [first, _] if first == table => Some(Side::First),
            [_, second] if second == table => Some(Side::Second),
            _ => None,
        }
    }

    /// Returns the rows that a row is linked to, in the order in which they were added.
    pub(crate) fn of(&self, side: Side, row: &str) -> &[String] {
        self.rows[side as usize]
            .get(row)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Links two rows; a second time changes nothing.
    pub(crate) fn add(&mut self, side: Side, row: &str, other: &str) {
        for (side, from, to) in [(side, row, other), (side.other(), other, row)] {
            let rows = self.rows[side as usize].entry(from.to_owned()).or_default();
            if !rows.iter().any(|id| id == to) {
                rows.push(to.to_owned());
            }
        }
    }

    /// Unlinks two rows.
    pub(crate) fn remove(&mut self, side: Side, row: &str, other: &str) {
        for (side, from, to) in [(side, row, other), (side.other(), other, row)] {
            if let Some(rows) = self.rows[side as usize].get_mut(from) {
                rows.retain(|id| id != to);
            }
        }
    }

    /// Unlinks a row from all others.
    pub(crate) fn clear(&mut self, side: Side, row: &str) {
        for other in self.of(side, row).to_vec() {
            self.remove(side, row, &other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_seen_from_both_sides() {
        let mut link = Link::new("lnk1".to_owned(), "0000", "tbl2");
        link.add(Side::First, "a", "x");
        link.add(Side::First, "a", "x");
        link.add(Side::Second, "y", "a");
        assert_eq!(link.of(Side::First, "a"), ["x", "y"]);
        assert_eq!(link.of(Side::Second, "x"), ["a"]);
        link.clear(Side::First, "a");
        assert!(link.of(Side::Second, "y").is_empty());
    }
}
