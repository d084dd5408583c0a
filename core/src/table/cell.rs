//! The text of a cell.

use crate::json::{Document, NodeId};

/// Returns the text that a cell shows: of a string what it says, of another value its exact text. One of more than so many
/// bytes is cut between two characters, and ends in `…`.
pub fn cell_text(document: &Document, node: NodeId, longest_bytes: usize) -> String {
    // One more byte tells whether there is more.
    let text = document.beginning(node, longest_bytes.saturating_add(1));
    if text.len() <= longest_bytes {
        return text.into_owned();
    }
    let end = (0..=longest_bytes)
        .rev()
        .find(|&end| text.is_char_boundary(end));
    let kept = text.get(..end.unwrap_or_default()).unwrap_or_default();
    [kept, "…"].concat()
}
