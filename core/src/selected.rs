//! What is selected of a long list, of which only a part is drawn. Pure: views tell what they see, and are told what to show.

/// A place in the text of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The row.
    pub row: usize,
    /// The cell; 0 where rows have none.
    pub cell: usize,
    /// How much of its text stands before the place, in UTF-16 units as browsers count; [`usize::MAX`] at its end.
    pub column: usize,
}

impl Spot {
    /// Before everything.
    pub const START: Self = Self {
        row: 0,
        cell: 0,
        column: 0,
    };

    /// Behind everything.
    pub const END: Self = Self {
        row: usize::MAX,
        cell: usize::MAX,
        column: usize::MAX,
    };
}

/// From where a selection was begun to where it was drawn, which may be further up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selected {
    /// Where it began.
    pub anchor: Spot,
    /// Where it ends.
    pub focus: Spot,
}

impl Selected {
    /// Everything.
    pub const ALL: Self = Self {
        anchor: Spot::START,
        focus: Spot::END,
    };

    /// Returns its first and its last place.
    pub fn ends(self) -> (Spot, Spot) {
        (self.anchor.min(self.focus), self.anchor.max(self.focus))
    }

    /// Takes in what a browser says is selected now, where it was told to show `shown` last. It knows nothing of ends that are not
    /// drawn: one that it left where it was told to put it is still where it was.
    #[must_use]
    pub fn seen(self, shown: Self, now: Self) -> Self {
        let end = |was: Spot, shown: Spot, now: Spot| if now == shown { was } else { now };
        Self {
            anchor: end(self.anchor, shown.anchor, now.anchor),
            focus: end(self.focus, shown.focus, now.focus),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(row: usize, column: usize) -> Spot {
        Spot {
            row,
            cell: 0,
            column,
        }
    }

    fn selected(anchor: Spot, focus: Spot) -> Selected {
        Selected { anchor, focus }
    }

    #[test]
    fn an_end_that_is_not_drawn_stays_where_it_was() {
        // Begun in line 3, drawn on to line 900, of which 880 to 940 are drawn.
        let was = selected(spot(3, 4), spot(900, 0));
        let shown = selected(spot(880, 0), spot(900, 0));
        assert_eq!(was.seen(shown, shown), was);
        let now = selected(spot(880, 0), spot(905, 7));
        assert_eq!(
            was.seen(shown, now),
            selected(spot(3, 4), spot(905, 7)),
            "drawn on"
        );
        let now = selected(spot(890, 1), spot(890, 5));
        assert_eq!(was.seen(shown, now), now, "another selection");
    }

    #[test]
    fn a_selection_may_be_drawn_upwards() {
        let (low, high) = (spot(3, 4), spot(3, 9));
        assert_eq!(selected(high, low).ends(), (low, high));
        assert_eq!(Selected::ALL.ends(), (Spot::START, Spot::END));
        assert!(spot(usize::MAX - 1, usize::MAX) < Spot::END);
    }
}
