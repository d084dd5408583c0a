//! The few pictures of the page, as inline SVG.

use leptos::prelude::*;

/// The sign of the playground: a table.
pub(super) fn table() -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 6h16M4 12h16M4 18h16M9 4v16" /></svg> }
}

/// A closed padlock.
pub(super) fn locked() -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z" /></svg> }
}

/// An open padlock.
pub(super) fn unlocked() -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M7 11V8a5 5 0 0 1 9.6-2M5 11h14v9H5z" /></svg> }
}

/// Half a disc: light and dark.
pub(super) fn theme() -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8" /><path class="filled" d="M12 4a8 8 0 0 1 0 16z" /></svg> }
}

/// Three lines: the contents.
pub(super) fn contents() -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 7h16M4 12h16M4 17h10" /></svg> }
}
