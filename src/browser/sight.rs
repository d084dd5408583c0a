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

/// Scrolls as little as needed to show an element once the page has been drawn, if the one beside it is in the window: else the reader is
/// somewhere else.
pub fn show_beside(seen: String, selector: &'static str) {
    next_frame(move || {
        let is_in_window = |element: web_sys::Element| {
            let top = element.get_bounding_client_rect().top();
            top >= 0.0 && u32::try_from(height()).is_ok_and(|height| top < f64::from(height))
        };
        if first(&seen).is_some_and(is_in_window)
            && let Some(element) = first(selector)
        {
            element.scroll_into_view_with_scroll_into_view_options(&nearest());
        }
    });
}
