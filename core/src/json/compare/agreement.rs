//! Whether two stretches of text are the same bytes, found out once for all values in them.

use crate::json::steps::Steps;
use std::ops::Range;

/// So many bytes are compared before the steps are looked at.
const CHUNK: usize = 16 * 1024;

/// A stretch of one text that is known to be the same in the other.
///
/// Values are compared from the outside in. With this, a byte that was compared for an outer value is not compared
/// again for the ones inside, however deep they stand.
#[derive(Default)]
pub(super) struct Agreement {
    before: usize,
    after: usize,
    len: usize,
    /// Whether the bytes after the stretch are known to differ.
    ends: bool,
}

impl Agreement {
    /// Whether two spans hold the same bytes; none when the steps were used up before that was known.
    pub(super) fn same(
        &mut self,
        texts: [&[u8]; 2],
        spans: [Range<usize>; 2],
        steps: &mut Steps,
    ) -> Option<bool> {
        let [before, after] = spans;
        let is_long_as = before.len() == after.len();
        let shorter = before.len().min(after.len());
        let mut known = self.known(before.start, after.start);
        while known < shorter {
            if self.ends {
                return Some(false);
            }
            if !steps.are_left() {
                return None;
            }
            let size = CHUNK.min(shorter - known);
            steps.spend_on_bytes(size);
            let agreed = agreeing(
                part(texts[0], before.start + known, size),
                part(texts[1], after.start + known, size),
            );
            self.len += agreed;
            known += agreed;
            self.ends = agreed < size;
        }
        Some(is_long_as)
    }

    /// Returns how many bytes from these places on are known to be the same.
    fn known(&mut self, before: usize, after: usize) -> usize {
        let skipped = before.checked_sub(self.before);
        match skipped {
            Some(skipped)
                if skipped <= self.len && after.checked_sub(self.after) == Some(skipped) =>
            {
                self.len - skipped
            }
            _ => {
                *self = Self {
                    before,
                    after,
                    len: 0,
                    ends: false,
                };
                0
            }
        }
    }
}

fn part(text: &[u8], from: usize, size: usize) -> &[u8] {
    text.get(from..from.saturating_add(size))
        .unwrap_or_default()
}

/// Returns how many bytes are the same from the beginning on.
fn agreeing(left: &[u8], right: &[u8]) -> usize {
    if left == right {
        return left.len();
    }
    let pairs = left.iter().zip(right);
    pairs.take_while(|(left, right)| left == right).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_compared_whatever_was_known_before() {
        let texts: [&[u8]; 2] = [b"abcdefgh_abcd", b"_abcdeFgh_abcd"];
        let mut agreement = Agreement::default();
        for (before, after, same) in [
            (0..8, 1..9, false),
            (0..5, 1..6, true),
            (2..4, 3..5, true),
            (5..6, 6..7, false),
            (6..8, 7..9, true),
            (6..8, 7..10, false),
            (0..4, 10..14, true),
            (9..13, 10..14, true),
        ] {
            let mut steps = Steps::new(100);
            let found = agreement.same(texts, [before.clone(), after.clone()], &mut steps);
            assert_eq!(found, Some(same), "{before:?} and {after:?}");
        }
    }

    #[test]
    fn a_long_comparison_goes_on_where_it_stopped() {
        let text = vec![b'x'; 10 * CHUNK];
        let mut agreement = Agreement::default();
        let mut turns = 0;
        let spans = || [0..text.len(), 0..text.len()];
        while agreement
            .same([&text, &text], spans(), &mut Steps::new(1))
            .is_none()
        {
            turns += 1;
        }
        assert_eq!(turns, 9);
        let inside = [5..text.len(), 5..text.len()];
        let found = agreement.same([&text, &text], inside, &mut Steps::new(0));
        assert_eq!(found, Some(true));
    }
}
