//! The browser in the test's hands, and the page mounted in it.

use js_sys::{Array, Promise};
use leptos::mount::mount_to;
use playground_core::http::Server;
use seatable_playground::browser::{clock, location, storage};
use seatable_playground::ui::App;
use std::any::Any;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement};

#[wasm_bindgen(module = "/tests/web/browser.js")]
extern "C" {
    pub(super) fn answer(status: u16, body: &str);
    pub(super) fn break_after(text: &str);
    pub(super) fn refuse();
    pub(super) fn hang();
    pub(super) fn take_upload(body: Option<&str>);
    pub(super) fn give_back();
    #[wasm_bindgen(js_name = sent)]
    async fn sent_as_json() -> JsValue;
    pub(super) fn choose(name: &str, text: &str) -> Event;
    #[wasm_bindgen(js_name = "type")]
    fn type_text(field: &Element, text: &str);
    pub(super) fn press(element: &Element, key: &str);
    #[wasm_bindgen(js_name = all)]
    fn select(root: &Element, css: &str) -> Array;
    pub(super) fn clipboard() -> Array;
}

/// Has the form of an API-Token.
pub(super) const TOKEN: &str = "fakefakefakefakefakefakefakefakefakefake";

/// Returns the server that the tests run from.
pub(super) fn own_server() -> Server {
    Server::parse(&location::origin()).unwrap()
}

/// Returns what was sent since the network was replaced.
pub(super) async fn sent() -> Vec<serde_json::Value> {
    serde_json::from_str(&sent_as_json().await.as_string().unwrap()).unwrap()
}

/// Waits for so many milliseconds.
pub(super) async fn pause(milliseconds: u32) {
    let over = Promise::new(&mut |resolve, _| {
        clock::later(milliseconds, move || {
            resolve.call0(&JsValue::UNDEFINED).unwrap();
        });
    });
    JsFuture::from(over).await.unwrap();
}

/// Waits until something holds, ten seconds at most: that long a busy machine may take.
pub(super) async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..500 {
        if holds() {
            return;
        }
        pause(20).await;
    }
    panic!("this never came: {what}");
}

/// The mounted page. Dropping it takes it away.
pub(super) struct Page {
    root: HtmlElement,
    mounted: Option<Box<dyn Any>>,
}

impl Page {
    /// Opens the page at an address, with the runner's own server chosen.
    pub(super) async fn open(hash: &str) -> Self {
        storage::set(storage::Keep::Tab, "server", own_server().origin());
        // What a test before this one has done.
        storage::remove(storage::Keep::Tab, "done:write-and-read");
        location::replace(hash);
        let document = web_sys::window().unwrap().document().unwrap();
        let root: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        document.body().unwrap().append_child(&root).unwrap();
        let mounted = mount_to(root.clone(), App);
        let page = Self {
            root,
            mounted: Some(Box::new(mounted)),
        };
        pause(50).await;
        page
    }

    /// Returns all elements that match, in their order.
    pub(super) fn all(&self, css: &str) -> Vec<Element> {
        let elements = select(&self.root, css);
        elements.iter().map(JsCast::unchecked_into).collect()
    }

    /// Returns the first element that matches.
    pub(super) fn find(&self, css: &str) -> Element {
        let found = self.root.query_selector(css).unwrap();
        found.unwrap_or_else(|| panic!("there is no {css}"))
    }

    /// Returns the text of the first element that matches; empty where there is none.
    pub(super) fn text(&self, css: &str) -> String {
        let found = self.root.query_selector(css).unwrap();
        found
            .and_then(|element| element.text_content())
            .unwrap_or_default()
    }

    /// Clicks on the first element that matches.
    pub(super) async fn click(&self, css: &str) {
        self.find(css).unchecked_into::<HtmlElement>().click();
        pause(50).await;
    }

    /// Types into the field that matches.
    pub(super) async fn enter(&self, css: &str, text: &str) {
        type_text(&self.find(css), text);
        pause(20).await;
    }

    /// Presses a key on the element that matches.
    pub(super) async fn press(&self, css: &str, key: &str) {
        press(&self.find(css), key);
        pause(20).await;
    }

    /// Whether the focus is on the first element that matches.
    pub(super) fn has_focus(&self, css: &str) -> bool {
        let document = web_sys::window().unwrap().document().unwrap();
        self.root.query_selector(css).unwrap() == document.active_element()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.root.remove();
        give_back();
    }
}
