//! What of the page is seen, and what is brought into sight.

use super::page::{document, height, nearest, next_frame, window};

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

/// Where the page was scrolled when the first element that fits a selector was in the window.
#[derive(Clone, Copy)]
pub struct Seen(f64);

/// Returns how far the page is scrolled, if the first element that fits a selector is in the window: else the reader is somewhere else.
pub fn seen(selector: &str) -> Option<Seen> {
    let top = first(selector)?.get_bounding_client_rect().top();
    let is_in_window =
        top >= 0.0 && u32::try_from(height()).is_ok_and(|height| top < f64::from(height));
    is_in_window.then(scrolled).flatten()
}

fn scrolled() -> Option<Seen> {
    Some(Seen(window()?.scroll_y().ok()?))
}

/// Scrolls as little as needed to show an element once the page has been drawn, for who saw it before and has not left it since: it is in
/// the window still, or was pushed out of it while the page stood where it was.
pub fn keep(before: Option<Seen>, selector: String) {
    let Some(Seen(before)) = before else { return };
    next_frame(move || {
        let is_there = seen(&selector).is_some()
            || scrolled().is_some_and(|Seen(now)| (now - before).abs() < 1.0);
        if let Some(element) = first(&selector).filter(|_| is_there) {
            element.scroll_into_view_with_scroll_into_view_options(&nearest());
        }
    });
}
