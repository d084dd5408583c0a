//! Links between rows.

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
    /// The linked rows, one of each table, in the order in which they were linked.
    pairs: Vec<[String; 2]>,
}

impl Link {
    pub(crate) fn new(id: String, first: &str, second: &str) -> Self {
        let tables = [first.to_owned(), second.to_owned()];
        Self {
            id,
            tables,
            pairs: Vec::new(),
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
    pub(crate) fn of(&self, side: Side, row: &str) -> impl Iterator<Item = &str> {
        let (here, there) = (side as usize, side.other() as usize);
        let own = self.pairs.iter().filter(move |pair| pair[here] == row);
        own.map(move |pair| pair[there].as_str())
    }

    /// Links two rows; a second time changes nothing.
    pub(crate) fn add(&mut self, side: Side, row: &str, other: &str) {
        let pair = Self::pair(side, row, other);
        if !self.pairs.contains(&pair) {
            self.pairs.push(pair);
        }
    }

    /// Unlinks two rows.
    pub(crate) fn remove(&mut self, side: Side, row: &str, other: &str) {
        let pair = Self::pair(side, row, other);
        self.pairs.retain(|other| *other != pair);
    }

    /// Unlinks a row from all others.
    pub(crate) fn clear(&mut self, side: Side, row: &str) {
        self.pairs.retain(|pair| pair[side as usize] != row);
    }

    fn pair(side: Side, row: &str, other: &str) -> [String; 2] {
        match side {
            Side::First => [row.to_owned(), other.to_owned()],
            Side::Second => [other.to_owned(), row.to_owned()],
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
        let of = |link: &Link, side, row| link.of(side, row).collect::<Vec<_>>().join(" ");
        assert_eq!(of(&link, Side::First, "a"), "x y");
        assert_eq!(of(&link, Side::Second, "x"), "a");
        link.clear(Side::First, "a");
        assert_eq!(of(&link, Side::Second, "y"), "");
    }
}
