//! The document as a whole: title, focus, theme, and what the browser says of itself.

use super::relay;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{
    Document, Event, HtmlElement, HtmlTextAreaElement, KeyboardEvent, PerformanceResourceTiming,
    ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Removes an element, if it is there.
pub fn remove(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.remove();
    }
}

/// Moves the focus to an element, after the page has been drawn.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    next_frame(move || {
        focus(&id);
        if let Some(element) = document().and_then(|document| document.get_element_by_id(&id)) {
            element.scroll_into_view_with_bool(true);
        }
    });
}

/// Moves the focus to an element at once, so that no key that is typed meanwhile goes astray.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Takes the focus from an element.
pub fn blur(id: &str) {
    if let Some(element) = control(id) {
        let _ = element.blur();
    }
}

/// Scrolls as little as needed to show an element, if it is there.
pub fn show(id: &str) {
    if let Some(element) = control(id) {
        element.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

pub(super) fn nearest() -> ScrollIntoViewOptions {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    nearest
}

/// Takes a class from one element and gives it to another, as far as they are there.
pub fn move_class(class: &str, from: &str, to: &str) {
    let set = |id: &str, present: bool| {
        if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
            let _ = element.class_list().toggle_with_force(class, present);
        }
    };
    set(from, false);
    set(to, true);
}

/// Returns the id of the nearest element that fits a selector, at or around the one where something happened.
pub fn id_around(event: &Event, selector: &str) -> Option<String> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    Some(target.closest(selector).ok()??.id())
}

/// Whether something stands in the control of an event that its type does not take, such as the 30th of February: then it has no value.
pub fn is_unreadable(event: &Event) -> bool {
    let control = event.target().and_then(|target| target.dyn_into().ok());
    control.is_some_and(|control: web_sys::HtmlInputElement| control.validity().bad_input())
}

/// Returns the address that a link leads to, as it is written there, where something happened in one.
pub fn link_at(event: &Event) -> Option<String> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("a").ok()??.get_attribute("href")
}

/// Whether what something happened in was folded away until then: a click on its heading comes before it unfolds.
pub fn was_folded(event: &Event) -> bool {
    let target: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
    let details = target.and_then(|target| target.closest("details").ok()?);
    details.is_some_and(|details| !details.has_attribute("open"))
}

/// Something on the page that can have the focus.
pub type Control = HtmlElement;

/// Returns the button where something happened.
pub fn button_at(event: &Event) -> Option<Control> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("button").ok()??.dyn_into().ok()
}

/// Returns an element by its id.
pub fn control(id: &str) -> Option<Control> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Returns what an element stands in.
pub fn parent(control: &Control) -> Option<Control> {
    control.parent_element()?.dyn_into().ok()
}

/// Moves the focus to a text area, and selects what it has.
pub fn select_text(id: &str) {
    if let Some(Ok(area)) = control(id).map(Control::dyn_into::<HtmlTextAreaElement>) {
        let _ = area.focus();
        area.select();
    }
}

/// Whether all of a text area is selected, where something happened in it.
pub fn is_all_selected(event: &Event) -> bool {
    let area = event.target().map(JsCast::dyn_into::<HtmlTextAreaElement>);
    area.and_then(Result::ok).is_some_and(|area| {
        area.selection_start() == Ok(Some(0))
            && area.selection_end() == Ok(Some(area.text_length()))
    })
}

/// Scrolls to the top, after the page has been drawn.
pub fn scroll_up_soon() {
    next_frame(|| {
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// Calls back before the page is drawn next, when it has what it is to show.
pub(super) fn next_frame(call: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(call);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(closure.unchecked_ref());
    }
}

/// Sets the theme: `light`, `dark`, or none to follow the system.
pub fn set_theme(theme: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

/// Whether the browser believes to have a network.
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// Whether the machine calls its command key ⌘.
pub fn has_command_key() -> bool {
    let platform = window().and_then(|window| window.navigator().platform().ok());
    platform.is_some_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}

/// Whether this key press means "send": Ctrl or ⌘ and Enter.
pub fn is_send_key(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && (event.ctrl_key() || event.meta_key())
}

/// Whether this key press means "select all", also on keyboards without Latin letters.
pub fn is_select_all(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let is_letter = key.eq_ignore_ascii_case("a") || (!key.is_ascii() && event.code() == "KeyA");
    let is_more = event.shift_key() || event.alt_key();
    is_letter && !is_more && (event.ctrl_key() || event.meta_key())
}

/// Selects what stands in the element that listens, if this key press means "select all".
pub fn select_all_in(event: &KeyboardEvent) {
    let listens = event.current_target();
    let element = listens.and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let selection = window().and_then(|window| window.get_selection().ok()?);
    if is_select_all(event)
        && let Some((element, selection)) = element.zip(selection)
    {
        event.prevent_default();
        let _ = selection.select_all_children(&element);
    }
}

/// Whether something happened where text is typed, or in a dialog, which has the page to itself.
pub(super) fn is_typed_into(event: &Event) -> bool {
    let target = event.target().map(JsCast::dyn_into::<web_sys::Element>);
    let places = "input, textarea, select, dialog";
    target
        .and_then(Result::ok)
        .is_some_and(|target| matches!(target.closest(places), Ok(Some(_))))
}

/// Shows a `<dialog>` above the page.
pub fn show_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes a `<dialog>`.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<web_sys::HtmlDialogElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the first element that fits a selector, after the page has been drawn, and unfolds what it stands in.
pub fn focus_first(selector: String) {
    next_frame(move || {
        let element = document().and_then(|document| document.query_selector(&selector).ok()?);
        if let Some(element) = &element {
            unfold(element);
        }
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Opens whatever an element is folded away in.
fn unfold(element: &web_sys::Element) {
    while let Ok(Some(folded)) = element.closest("details:not([open])")
        && folded.set_attribute("open", "").is_ok()
    {}
}

/// Returns how high the window is, in CSS pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few thousand pixels at most"
)]
pub fn height() -> usize {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64());
    height.map_or(0, |height| height as usize)
}

/// Returns how wide an element is, in CSS pixels.
pub fn width(id: &str) -> Option<f64> {
    let element = document()?.get_element_by_id(id)?;
    Some(element.get_bounding_client_rect().width())
}

/// Returns how many bytes the body of an answer took on its way, compressed as it was: of the request to that address that was
/// sent at that moment of [`super::clock::monotonic_ms`]. `None` if the browser does not tell.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size is a whole number"
)]
pub fn wire_size(url: &str, began: f64) -> Option<u64> {
    let performance = window()?.performance()?;
    let entries = performance.get_entries_by_name_with_entry_type(&relay::way(url), "resource");
    let size = entries
        .iter()
        .filter_map(|entry| entry.dyn_into::<PerformanceResourceTiming>().ok())
        // Clocks are rounded, against spying.
        .find(|entry| entry.start_time() >= began - 1.0)
        .map(|entry| entry.encoded_body_size());
    // The browser keeps a few hundred entries and then no more.
    performance.clear_resource_timings();
    size.map(|size| size as u64)
}

/// An element, as components hand it over.
pub type Element = web_sys::HtmlDivElement;
