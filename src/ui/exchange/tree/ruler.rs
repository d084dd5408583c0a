//! How many columns of text a tree is wide.

use super::TreeState;
use crate::browser::page;
use leptos::prelude::*;

/// How many characters the ruler has; the more, the more exact it is.
const LENGTH: usize = 100;

/// What stands on a line beside its text, in CSS pixels; the style sheet has the same: number, fold mark, the room at the
/// end, and a scroll bar.
const BESIDE: f64 = 46.0 + 16.0 + 18.0 + 16.0;

/// A text of known length that is not seen.
pub(super) fn ruler(state: TreeState) -> AnyView {
    let text = "0".repeat(LENGTH);
    view! { <span class="ruler" aria-hidden="true" id=format!("{}-ruler", state.id.get_value())>{text}</span> }.into_any()
}

/// Returns the number of columns; none before the tree is drawn.
pub(super) fn columns(state: TreeState) -> Option<u32> {
    let tree = state.scroll.node.get_untracked()?;
    let ruler = page::width(&format!("{}-ruler", state.id.get_value()))?;
    let column = ruler / LENGTH as f64;
    let room = f64::from(tree.client_width()) - BESIDE;
    (column > 0.0).then(|| whole(room / column))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few hundred columns at most"
)]
fn whole(columns: f64) -> u32 {
    columns.max(0.0) as u32
}
