//! Items of an array by their place, counted from either end.

/// Which items: one, or every so many of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slice {
    /// Whether it was written as the place of one item.
    pub(super) is_index: bool,
    pub(super) start: Option<i64>,
    pub(super) end: Option<i64>,
    pub(super) step: i64,
}

impl Slice {
    /// Returns the slice that has nothing but the item at a place. From the end it counts as -1, -2 and so on.
    pub(super) fn index(at: i64) -> Self {
        Self {
            is_index: true,
            start: Some(at),
            end: at.checked_add(1).filter(|&end| end != 0),
            step: 1,
        }
    }

    /// Whether the items can be told before the number of items is known.
    pub(super) fn counts_forward(&self) -> bool {
        let is_forward = |bound: Option<i64>| bound.is_none_or(|bound| bound >= 0);
        self.step > 0 && is_forward(self.start) && is_forward(self.end)
    }

    /// Returns the first place of an array with so many items.
    pub(super) fn first(&self, len: usize) -> Option<i64> {
        let len = i64::try_from(len).unwrap_or(i64::MAX);
        let start = match self.start {
            Some(start) => from_start(start, len),
            None if self.step < 0 => len - 1,
            None => 0,
        };
        let first = if self.step < 0 {
            start.min(len - 1)
        } else {
            start.max(0)
        };
        self.check(first, len)
    }

    /// Returns the place after this one.
    pub(super) fn next(&self, at: i64, len: usize) -> Option<i64> {
        let len = i64::try_from(len).unwrap_or(i64::MAX);
        self.check(at.saturating_add(self.step), len)
    }

    /// Returns the place if it is within the slice and the array.
    fn check(&self, at: i64, len: i64) -> Option<i64> {
        let end = self.end.map(|end| from_start(end, len));
        let is_before_end = match self.step {
            0 => false,
            ..0 => end.is_none_or(|end| at > end),
            _ => end.is_none_or(|end| at < end),
        };
        (is_before_end && (0..len).contains(&at)).then_some(at)
    }
}

fn from_start(at: i64, len: i64) -> i64 {
    if at < 0 { at.saturating_add(len) } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_has_the_items_that_the_rfc_counts_out() {
        for (start, end, step, items) in [
            (Some(1), Some(3), 1, &[1, 2][..]),
            (Some(5), None, 1, &[5, 6]),
            (Some(1), Some(5), 2, &[1, 3]),
            (Some(5), Some(1), -2, &[5, 3]),
            (None, None, -1, &[6, 5, 4, 3, 2, 1, 0]),
            (None, None, 0, &[]),
            (Some(-3), Some(-1), 1, &[4, 5]),
            (Some(-100), Some(2), 1, &[0, 1]),
            (Some(100), None, -3, &[6, 3, 0]),
            (Some(-100), None, -1, &[]),
            (None, Some(-100), -4, &[6, 2]),
            (Some(3), Some(3), 1, &[]),
            (Some(i64::MIN), Some(i64::MAX), i64::MAX, &[0]),
            (Some(i64::MAX), Some(i64::MIN), i64::MIN, &[6]),
        ] {
            let slice = Slice {
                is_index: false,
                start,
                end,
                step,
            };
            let found: Vec<i64> =
                std::iter::successors(slice.first(7), |&at| slice.next(at, 7)).collect();
            assert_eq!(found, items, "{slice:?}");
            assert_eq!(slice.first(0), None, "{slice:?}");
        }
    }

    #[test]
    fn an_index_is_a_slice_of_one() {
        for (at, item) in [
            (0, Some(0)),
            (2, Some(2)),
            (3, None),
            (-1, Some(2)),
            (-3, Some(0)),
            (-4, None),
        ] {
            let slice = Slice::index(at);
            assert_eq!(slice.first(3), item, "{at}");
            assert_eq!(item.and_then(|at| slice.next(at, 3)), None, "{at}");
        }
    }
}
