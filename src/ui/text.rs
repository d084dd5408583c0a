//! Parts of texts, and texts in parts.

use leptos::prelude::*;

/// A path that is broken at its slashes alone: the style sheet holds each part of `.path` together.
pub(super) fn path(path: &str) -> AnyView {
    let mut lead = "/";
    let part = |part: &str| {
        let part = [std::mem::take(&mut lead), part].concat();
        view! { <span>{part}</span> }.into_any()
    };
    let parts: Vec<_> = path.split_inclusive('/').skip(1).map(part).collect();
    view! { <span class="path">{parts}</span> }.into_any()
}

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
