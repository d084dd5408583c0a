//! Style sheets that come with a later part of the page.

use super::page::document;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Those that the page has, by where their texts are in memory.
    static THERE: RefCell<Vec<*const u8>> = const { RefCell::new(Vec::new()) };
}

/// Adds a style sheet to the page, once however often it is asked for. Its rules come after those of `style/page.css`.
///
/// It is made by the program, so it needs no file of its own, and the page's policy, which allows no style but the host's, allows it too.
pub fn adopt(sheet: &'static str) {
    let is_new = THERE.with_borrow_mut(|there| {
        let is_new = !there.contains(&sheet.as_ptr());
        if is_new {
            there.push(sheet.as_ptr());
        }
        is_new
    });
    if is_new && let (Some(document), Ok(made)) = (document(), web_sys::CssStyleSheet::new()) {
        // Only rules that import others are refused.
        let _ = made.replace_sync(sheet);
        let made: JsValue = made.unchecked_into();
        document.adopted_style_sheets().push(&made);
    }
}
