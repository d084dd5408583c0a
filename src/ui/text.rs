//! Parts of texts.

/// Returns the beginning of a text, of at most so many bytes, without a character cut in two.
pub(super) fn clipped(text: &[u8], longest: usize) -> &[u8] {
    let mut end = longest.min(text.len());
    while end > 0
        && text
            .get(end)
            .is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000)
    {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}
