//! What of the page is seen, and what is brought into sight.

use super::page::{document, height, nearest, next_frame};

/// Gives a class to the first element that fits a selector, or takes it away.
pub fn set_class(selector: &str, class: &str, present: bool) {
    if let Some(element) = first(selector) {
        let _ = element.class_list().toggle_with_force(class, present);
    }
}

/// Whether the first element that fits a selector has more than it shows.
pub fn is_cut(selector: &str) -> bool {
    first(selector).is_some_and(|element| element.scroll_height() > element.client_height())
}

fn first(selector: &str) -> Option<web_sys::Element> {
    document()?.query_selector(selector).ok()?
}

/// Whether the first element that fits a selector is in the window: else the reader is somewhere else.
pub fn is_seen(selector: &str) -> bool {
    is_within(selector, 1)
}

/// Scrolls as little as needed to show an element once the page has been drawn, for who saw it before and has not gone far from it since.
pub fn keep(was_seen: bool, selector: String) {
    if was_seen {
        next_frame(move || {
            if is_within(&selector, 2)
                && let Some(element) = first(&selector)
            {
                element.scroll_into_view_with_scroll_into_view_options(&nearest());
            }
        });
    }
}

/// Whether an element begins in the window, or in as many windows below each other.
fn is_within(selector: &str, windows: usize) -> bool {
    let reach = u32::try_from(height() * windows).map_or(0.0, f64::from);
    first(selector).is_some_and(|element| {
        let top = element.get_bounding_client_rect().top();
        top >= 0.0 && top < reach
    })
}
