//! Which rows of a long list are on the screen. Pure arithmetic for views that draw no more than these.
//!
//! Browsers lay nothing out that is taller than some 30 million pixels. A taller list gets a shorter element, in which a pixel
//! of scrolling stands for several of the list.

/// The tallest element, in CSS pixels.
const TALLEST: usize = 12_000_000;

/// A list of rows that all have the same height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    rows: usize,
    height: usize,
}

/// What of a list is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// The first row of which something is seen.
    pub row: usize,
    /// How many pixels of it are out of sight.
    pub hidden: usize,
}

impl Extent {
    /// A list of so many rows, each so many pixels high.
    pub fn new(rows: usize, height: usize) -> Self {
        Self {
            rows,
            height: height.max(1),
        }
    }

    /// Returns the height of the element that is scrolled, in pixels.
    pub fn tall(self) -> usize {
        self.whole().min(TALLEST)
    }

    /// Returns what is seen at the top when the element is scrolled so far, in a view of that height.
    pub fn sight(self, scrolled: usize, view: usize) -> Sight {
        let top = scale(scrolled, self.way(view), self.scroll_way(view));
        let row = (top / self.height).min(self.rows.saturating_sub(1));
        Sight {
            row,
            hidden: top - row * self.height,
        }
    }

    /// Returns how far the element has to be scrolled so that a row is seen, of which so many are needed; `None` if it is
    /// seen already. It comes to the near edge.
    pub fn reach(self, row: usize, rows: usize, scrolled: usize, view: usize) -> Option<usize> {
        let top = scale(scrolled, self.way(view), self.scroll_way(view));
        let (from, to) = (row * self.height, (row + rows.max(1)) * self.height);
        let wanted = if from < top || to - from > view {
            from
        } else if to > top + view {
            to - view
        } else {
            return None;
        };
        let way = self.way(view);
        let scroll_way = self.scroll_way(view);
        // Rounded up, so that the row is in sight and not its neighbour.
        let exact = wanted.min(way) as u128 * scroll_way as u128;
        usize::try_from(exact.div_ceil(way.max(1) as u128)).ok()
    }

    fn whole(self) -> usize {
        self.rows.saturating_mul(self.height)
    }

    /// How far the list can move in a view.
    fn way(self, view: usize) -> usize {
        self.whole().saturating_sub(view)
    }

    /// How far the element can be scrolled in it.
    fn scroll_way(self, view: usize) -> usize {
        self.tall().saturating_sub(view)
    }
}

/// Returns `value` of a scale of `from`, on a scale of `to`.
fn scale(value: usize, to: usize, from: usize) -> usize {
    let exact = value.min(from) as u128 * to as u128;
    usize::try_from(exact.checked_div(from as u128).unwrap_or(0)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_scrolls_pixel_by_pixel() {
        let list = Extent::new(1_000, 21);
        assert_eq!(list.tall(), 21_000);
        assert_eq!(list.sight(0, 600), Sight { row: 0, hidden: 0 });
        assert_eq!(list.sight(50, 600), Sight { row: 2, hidden: 8 });
        assert_eq!(list.sight(20_400, 600).row, 971);
        assert_eq!(list.sight(99_999, 600).row, 971);
    }

    #[test]
    fn a_row_comes_to_the_near_edge() {
        let list = Extent::new(1_000, 20);
        assert_eq!(list.reach(5, 1, 0, 600), None);
        assert_eq!(list.reach(30, 1, 0, 600), Some(20));
        assert_eq!(list.reach(5, 1, 400, 600), Some(100));
        assert_eq!(list.reach(999, 1, 0, 600), Some(19_400));
        // What is taller than the view is read from its beginning.
        assert_eq!(list.reach(10, 80, 100, 600), Some(200));
    }

    #[test]
    fn every_row_of_a_list_that_no_browser_could_lay_out_is_reached() {
        let list = Extent::new(3_000_000, 21);
        assert_eq!(list.tall(), TALLEST);
        for row in [0, 1, 777, 1_500_000, 2_999_998, 2_999_999] {
            for start in [0, 5_000_000, TALLEST] {
                let scrolled = list.reach(row, 1, start, 600).unwrap_or(start);
                let sight = list.sight(scrolled, 600);
                let top = sight.row * 21 + sight.hidden;
                assert!(top <= row * 21 + 6, "{row} from {start}: {top}");
                assert!(row * 21 + 21 <= top + 606, "{row} from {start}: {top}");
            }
        }
    }

    #[test]
    fn an_empty_list_shows_nothing() {
        let list = Extent::new(0, 21);
        assert_eq!((list.tall(), list.sight(9, 600)), (0, Sight::default()));
        assert_eq!(list.reach(0, 1, 0, 600), None);
    }
}
