//! Parts of texts, counted in UTF-16 units as browsers do.

/// Returns the part of a text from one count of units to another; past its end, up to that. A character that the count would cut is
/// left out where it begins before the part, and belongs to the part where it ends after it.
pub fn part(text: &str, from: usize, to: usize) -> &str {
    let (from, to) = (byte(text, from), byte(text, to));
    text.get(from..to).unwrap_or_default()
}

/// Returns how many bytes so many units take.
fn byte(text: &str, units: usize) -> usize {
    // No character has more units than bytes.
    if units >= text.len() {
        return text.len();
    }
    let mut left = units;
    for (at, char) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(char.len_utf16());
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_part_is_counted_as_browsers_count() {
        assert_eq!(part("ä€😀z", 0, usize::MAX), "ä€😀z");
        assert_eq!(part("ä€😀z", 1, 4), "€😀");
        assert_eq!(part("ä€😀z", 4, 5), "z");
        assert_eq!(part("ä€😀z", 0, 3), "ä€😀");
        assert_eq!(part("abc", 9, usize::MAX), "");
        assert_eq!(part("abc", 2, 1), "");
    }
}
