//! Sorting in steps. (The standard library's sorts cannot be interrupted, and are large.)

use super::steps::Steps;
use std::cmp::Ordering;

/// A stable merge sort of the numbers from 0 on, which stand for whatever is sorted. What is in order already takes one
/// comparison for each.
pub(crate) struct MergeSort {
    /// Sorted runs of `width` numbers.
    order: Vec<u32>,
    /// The runs merged in pairs, as far as that has come.
    merged: Vec<u32>,
    width: usize,
    /// How many numbers of the left run are merged.
    from_left: usize,
}

impl MergeSort {
    /// Begins to sort so many numbers.
    pub(crate) fn new(count: usize) -> Self {
        Self {
            order: (0..u32::try_from(count).unwrap_or(u32::MAX)).collect(),
            merged: Vec::new(),
            width: 1,
            from_left: 0,
        }
    }

    /// Goes on sorting; true when done. The comparison has to be the same each time.
    pub(crate) fn advance(
        &mut self,
        steps: &mut Steps,
        compare: &mut dyn FnMut(u32, u32) -> Ordering,
    ) -> bool {
        while self.width < self.order.len() {
            while self.merged.len() < self.order.len() {
                if !steps.are_left() {
                    return false;
                }
                steps.spend(1);
                self.merge(compare);
            }
            std::mem::swap(&mut self.order, &mut self.merged);
            self.merged.clear();
            self.width = self.width.saturating_mul(2);
        }
        true
    }

    /// Returns the numbers in their order.
    pub(crate) fn into_order(self) -> Vec<u32> {
        self.order
    }

    /// Merges the next number, or all of a pair of runs that follow each other.
    fn merge(&mut self, compare: &mut dyn FnMut(u32, u32) -> Ordering) {
        let done = self.merged.len();
        let pair = self.width.saturating_mul(2);
        let start = done / pair * pair;
        let end = start.saturating_add(pair).min(self.order.len());
        let middle = start.saturating_add(self.width).min(end);
        if done == start {
            self.from_left = 0;
            let last = self.order.get(middle.saturating_sub(1));
            let is_sorted = match (last, self.order.get(middle)) {
                (Some(&last), Some(&next)) if middle < end => compare(last, next).is_le(),
                _ => true,
            };
            if is_sorted {
                let pair = self.order.get(start..end).unwrap_or_default();
                self.merged.extend_from_slice(pair);
                return;
            }
        }
        let right = middle + (done - start - self.from_left);
        let left = self.order.get(start + self.from_left..middle);
        let left = left.and_then(|run| run.first()).copied();
        let right = self.order.get(right..end);
        let right = right.and_then(|run| run.first()).copied();
        match (left, right) {
            (Some(left), Some(right)) if compare(left, right).is_gt() => self.merged.push(right),
            (Some(left), _) => {
                self.merged.push(left);
                self.from_left += 1;
            }
            (None, right) => self.merged.extend(right),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(values: &[u32], steps: usize) -> Vec<u32> {
        let mut sort = MergeSort::new(values.len());
        let mut compare = |a: u32, b: u32| values[a as usize].cmp(&values[b as usize]);
        while !sort.advance(&mut Steps::new(steps), &mut compare) {}
        sort.into_order()
    }

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        let mut random = 7u32;
        for count in (0..40).chain([100, 1000, 1025]) {
            let values: Vec<u32> = (0..count)
                .map(|_| {
                    random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    random >> 27
                })
                .collect();
            let mut expected: Vec<u32> = (0..count).collect();
            expected.sort_by_key(|&i| values[i as usize]);
            for steps in [1, 7, usize::MAX] {
                assert_eq!(sorted(&values, steps), expected, "{count} in {steps}");
            }
        }
    }

    #[test]
    fn what_is_in_order_takes_one_comparison_for_each() {
        let mut comparisons = 0;
        let mut sort = MergeSort::new(100_000);
        let mut compare = |a: u32, b: u32| {
            comparisons += 1;
            a.cmp(&b)
        };
        assert!(sort.advance(&mut Steps::new(usize::MAX), &mut compare));
        assert!(comparisons < 100_000, "{comparisons}");
    }
}
