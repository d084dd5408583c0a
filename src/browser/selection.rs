//! What is selected in the page, told in rows of a list. Only rows that are drawn have elements: those have ids that begin with the
//! list's own, followed by `-`, the number of the row, and for a cell another `-` and its number.
//!
//! What has the class `aside` stands beside the text and belongs to none: line numbers, marks, notes.

use super::page;
use playground_core::selected::{Selected, Spot};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{ClipboardEvent, Element, Event, Node, NodeList, Range, Selection};

/// Something that listens until it is dropped.
pub struct Listener {
    name: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

/// Calls back whenever what is selected has changed (`selectionchange`), or is to be copied (`copy`).
pub fn listen(name: &'static str, call: impl FnMut(Event) + 'static) -> Listener {
    let call: Box<dyn FnMut(Event)> = Box::new(call);
    let call = Closure::wrap(call);
    if let Some(document) = page::document() {
        let _ = document.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    }
    Listener { name, call }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(document) = page::document() {
            let call = self.call.as_ref().unchecked_ref();
            let _ = document.remove_event_listener_with_callback(self.name, call);
        }
    }
}

/// Calls back soon, when what has been drawn again is in the page.
pub fn when_drawn(call: impl FnOnce() + 'static) {
    page::next_frame(call);
}

/// Returns what is selected of a list, be it a place between two characters; `None` if nothing of it is.
pub fn read(list: &str) -> Option<Selected> {
    let (list, selection) = (element(list)?, selection()?);
    let range = selection.get_range_at(0).ok()?;
    if !range.intersects_node(&list).ok()? {
        return None;
    }
    Some(Selected {
        anchor: spot(&list, &selection.anchor_node()?, selection.anchor_offset())?,
        focus: spot(&list, &selection.focus_node()?, selection.focus_offset())?,
    })
}

/// Selects what is drawn of a list, as far as that is to be selected.
pub fn show(list: &str, selected: Selected) {
    let Some((list, selection)) = element(list).zip(selection()) else {
        return;
    };
    let rows = (
        row_at(&list, selected.anchor),
        row_at(&list, selected.focus),
    );
    let (Some(mut anchor), Some(mut focus)) = rows else {
        return;
    };
    if anchor.0 == focus.0 && anchor.1 == focus.1 && selected.anchor != selected.focus {
        // None of it is drawn. A row stands for it that is out of sight: with nothing selected, browsers would begin another
        // selection where the mouse is drawn on.
        (anchor.1, focus.1) = if selected.anchor < selected.focus {
            (0, usize::MAX)
        } else {
            (usize::MAX, 0)
        };
    }
    let ((anchor, before), (focus, after)) =
        (inside(&anchor.0, anchor.1), inside(&focus.0, focus.1));
    let _ = selection.set_base_and_extent(&anchor, before, &focus, after);
}

/// Selects nothing.
pub fn clear() {
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Returns the text that is selected before a list, and after it.
pub fn around(list: &str) -> Option<(String, String)> {
    let (list, selection) = (element(list)?, selection()?);
    let range = selection.get_range_at(0).ok()?;
    let ends = (selection.anchor_node()?, selection.focus_node()?);
    let offsets = (selection.anchor_offset(), selection.focus_offset());
    // Only the selection itself knows how what it has looks, so it is changed for a moment.
    let text = |range: Range| {
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(&range);
        String::from(selection.to_string())
    };
    let whole = around_node(&list)?;
    let is_outside = |node: &Node, offset| whole.compare_point(node, offset).ok();
    let mut sides = (String::new(), String::new());
    if is_outside(&range.start_container().ok()?, range.start_offset().ok()?) == Some(-1) {
        let before = range.clone_range();
        before.set_end_before(&list).ok()?;
        sides.0 = text(before);
    }
    if is_outside(&range.end_container().ok()?, range.end_offset().ok()?) == Some(1) {
        let after = range.clone_range();
        after.set_start_after(&list).ok()?;
        sides.1 = text(after);
    }
    let _ = selection.set_base_and_extent(&ends.0, offsets.0, &ends.1, offsets.1);
    Some(sides)
}

/// Whether something else is copied: somebody has said so already, or it comes from a field.
pub fn is_taken(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let is_field = target.is_some_and(|target| target.matches("input, textarea") == Ok(true));
    is_field || event.default_prevented()
}

/// Says what is copied, in place of what is selected; where it has to be made first, nothing yet.
pub fn copy(event: &Event, text: Option<&str>) {
    event.prevent_default();
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    if let (Some(data), Some(text)) = (data, text) {
        let _ = data.set_data("text/plain", text);
    }
}

/// Does something while all of the page is selected; then that is selected again which was before.
pub fn with_all_selected<T>(work: impl FnOnce() -> T) -> Option<T> {
    let (selection, body) = (selection()?, page::document()?.body()?);
    let ends = (selection.anchor_node(), selection.focus_node());
    let offsets = (selection.anchor_offset(), selection.focus_offset());
    let _ = selection.select_all_children(&body);
    let done = work();
    let _ = match ends {
        (Some(anchor), Some(focus)) => {
            selection.set_base_and_extent(&anchor, offsets.0, &focus, offsets.1)
        }
        _ => selection.remove_all_ranges(),
    };
    Some(done)
}

fn selection() -> Option<Selection> {
    page::window()?.get_selection().ok()?
}

fn element(id: &str) -> Option<Element> {
    page::document()?.get_element_by_id(id)
}

fn rows_in(list: &Element, within: &Element) -> Option<NodeList> {
    within.query_selector_all(&selector(list)).ok()
}

fn selector(list: &Element) -> String {
    format!("[id^='{}-']", list.id())
}

/// The beginning of the row or cell that an element stands for.
fn beginning(list: &Element, row: &Element) -> Option<Spot> {
    let id = row.id();
    let place = id.strip_prefix(&list.id())?.strip_prefix('-')?;
    let (row, cell) = place.split_once('-').unwrap_or((place, "0"));
    Some(Spot {
        row: row.parse().ok()?,
        cell: cell.parse().ok()?,
        column: 0,
    })
}

/// Returns the place in a list where a node has so many characters, or children, before it.
fn spot(list: &Element, node: &Node, offset: u32) -> Option<Spot> {
    match around_node(list)?.compare_point(node, offset).ok()? {
        -1 => return Some(Spot::START),
        1 => return Some(Spot::END),
        _ => {}
    }
    let own = node.dyn_ref::<Element>().cloned();
    let around = own.clone().or_else(|| node.parent_element())?;
    if let Some(row) = around.closest(&selector(list)).ok()? {
        // Other elements can have such ids; none has a text.
        let begins = beginning(list, &row).unwrap_or_default();
        let all = Range::new().ok()?;
        all.select_node_contents(&row).ok()?;
        let before = all.clone_range();
        before.set_end(node, offset).ok()?;
        let column = units(&before)?;
        let is_end = column == units(&all)?;
        let column = if is_end { usize::MAX } else { column };
        return Some(Spot { column, ..begins });
    }
    // Between rows.
    let next = node.child_nodes().item(offset);
    let row = next.and_then(|next| {
        let next: Element = next.dyn_into().ok()?;
        let is_row = next.matches(&selector(list)).ok()?;
        let inside = || next.query_selector(&selector(list)).ok()?;
        if is_row { Some(next) } else { inside() }
    });
    if let Some(row) = row {
        return beginning(list, &row);
    }
    let rows = rows_in(list, &own?)?;
    let last = rows.item(rows.length().checked_sub(1)?)?;
    let begins = beginning(list, last.unchecked_ref())?;
    Some(Spot {
        column: usize::MAX,
        ..begins
    })
}

fn around_node(node: &Node) -> Option<Range> {
    let range = Range::new().ok()?;
    range.select_node_contents(node).ok()?;
    Some(range)
}

/// How much text there is in a part of a row.
fn units(range: &Range) -> Option<usize> {
    let part = range.clone_contents().ok()?;
    let asides = part.query_selector_all(".aside").ok()?;
    for place in 0..asides.length() {
        asides.item(place)?.unchecked_ref::<Element>().remove();
    }
    Some(part.text_content()?.encode_utf16().count())
}

/// Returns the drawn row or cell that is nearest to a place, and how much of its text stands before that.
fn row_at(list: &Element, spot: Spot) -> Option<(Element, usize)> {
    let rows = rows_in(list, list)?;
    let mut last = None;
    for place in 0..rows.length() {
        let row: Element = rows.item(place)?.unchecked_into();
        let Some(begins) = beginning(list, &row) else {
            continue;
        };
        if (begins.row, begins.cell) == (spot.row, spot.cell) {
            return Some((row, spot.column));
        }
        if begins > spot {
            return Some((row, 0));
        }
        last = Some(row);
    }
    last.map(|row| (row, usize::MAX))
}

/// Returns the point after so much text of a row.
fn inside(row: &Element, column: usize) -> (Node, u32) {
    let mut left = column;
    let mut next = row.first_child();
    while let Some(node) = next {
        if node.node_type() == Node::TEXT_NODE {
            let size = node.node_value().unwrap_or_default().encode_utf16().count();
            if left <= size {
                return (node, u32::try_from(left).unwrap_or(0));
            }
            left -= size;
        }
        next = following(&node, row);
    }
    let node: &Node = row;
    (node.clone(), node.child_nodes().length())
}

/// The node after this one, in and beside it, that is no aside.
fn following(node: &Node, row: &Element) -> Option<Node> {
    let is_aside = |node: &Node| {
        node.dyn_ref::<Element>()
            .is_some_and(|element| element.class_list().contains("aside"))
    };
    if !is_aside(node)
        && let Some(child) = node.first_child()
    {
        return Some(child);
    }
    let mut node = node.clone();
    loop {
        if node.is_same_node(Some(row)) {
            return None;
        }
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent_node()?;
    }
}
