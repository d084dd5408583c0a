//! The page: Leptos components over the pure parts.

/// Mounts the page.
pub fn start() {}
