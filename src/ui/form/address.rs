//! Method and path of an operation.

use leptos::prelude::*;
use playground_core::catalogue::Operation;

/// Method and path, the parameters marked.
pub(in crate::ui) fn address(operation: &'static Operation) -> AnyView {
    let method = operation.method.as_str();
    let mut parts = Vec::new();
    let mut rest: &'static str = &operation.path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        parts.push(view! { <span>{before}</span> }.into_any());
        parts.push(view! { <mark>{format!("{{{name}}}")}</mark> }.into_any());
        rest = after;
    }
    parts.push(view! { <span>{rest}</span> }.into_any());
    view! { <p class="address"><b class="verb" data-method=method>{method}</b> <code>{parts}</code></p> }
        .into_any()
}
