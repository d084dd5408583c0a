//! Translations of the page, which are taken back.
//!
//! The page says that it is not to be translated: it shows what came, and the names of what is sent. Who has it translated all the
//! same gets a `<font>` in the place of each text. The program would go on writing into texts that nobody sees, and old ones would
//! stay on the screen. So the text goes into the `<font>`, and out of it when the program takes it away.

use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node};

/// Tells whoever translates to leave an element as it is.
const MARK: &str = "translate";

/// Takes back every translation from now on.
pub fn watch() {
    let changed = Closure::<dyn FnMut(Array)>::new(|records: Array| {
        for record in records.iter() {
            take_back(record.unchecked_ref());
        }
    });
    let observer = MutationObserver::new(changed.as_ref().unchecked_ref());
    let body = super::page::document().and_then(|document| document.body());
    if let (Ok(observer), Some(body)) = (observer, body) {
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        let _ = observer.observe_with_options(&body, &options);
    }
    changed.forget();
}

/// What was done comes here before the program runs on, so it finds all texts in the page.
fn take_back(record: &MutationRecord) {
    let removed = record.removed_nodes();
    for text in (0..removed.length()).filter_map(|place| removed.item(place)) {
        if text.node_type() != Node::TEXT_NODE || text.is_connected() {
            continue;
        }
        if let Some(font) = record.target().and_then(font) {
            // What has a text left lost the translation, and not the text.
            let first = font.first_child();
            if first.is_none_or(|first| first.node_type() != Node::TEXT_NODE) {
                dissolve(font);
            }
            continue;
        }
        let beside = [
            record.added_nodes().item(0),
            record.previous_sibling(),
            record.next_sibling(),
        ];
        // One that has the mark has its text already.
        let mut fonts = beside.into_iter().flatten().filter_map(font);
        if let Some(font) = fonts.find(|font| !font.has_attribute(MARK)) {
            let _ = font.set_attribute(MARK, "no");
            font.set_text_content(None);
            let _ = font.append_child(&text);
        }
    }
}

/// Takes a `<font>` away, and those around it. What the program has put beside the text stays.
fn dissolve(innermost: Element) {
    let mut around = Some(innermost);
    while let Some(font) = around {
        let parent = font.parent_node();
        while let (Some(child), Some(parent)) = (font.first_child(), &parent) {
            if parent.insert_before(&child, Some(&font)).is_err() {
                return;
            }
        }
        font.remove();
        around = parent.and_then(self::font);
    }
}

/// The page has no such element of its own.
fn font(node: Node) -> Option<Element> {
    (node.node_name() == "FONT").then(|| node.unchecked_into())
}
