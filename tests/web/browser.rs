//! Storage, address, clock and theme.

use super::stage::{pause, until};
use seatable_playground::browser::storage::{self, Keep};
use seatable_playground::browser::{clock, location, page};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn settings_and_the_tab_are_kept_apart() {
    storage::set(Keep::Tab, "name", "of the tab");
    assert_eq!(storage::get(Keep::Settings, "name"), None);
    storage::set(Keep::Settings, "name", "of the settings");
    assert_eq!(
        storage::get(Keep::Tab, "name").as_deref(),
        Some("of the tab")
    );
    storage::remove(Keep::Tab, "name");
    assert_eq!(storage::get(Keep::Tab, "name"), None);
    assert_eq!(
        storage::get(Keep::Settings, "name").as_deref(),
        Some("of the settings")
    );
    storage::remove(Keep::Settings, "name");
}

#[wasm_bindgen_test]
async fn going_to_an_address_is_heard_and_replacing_it_leaves_no_step_in_the_history() {
    let heard: Rc<RefCell<Vec<String>>> = Rc::default();
    location::on_change({
        let heard = heard.clone();
        move |hash| heard.borrow_mut().push(hash)
    });
    let history = || {
        web_sys::window()
            .unwrap()
            .history()
            .unwrap()
            .length()
            .unwrap()
    };
    let before = history();
    location::replace("#/one");
    pause(30).await;
    assert_eq!(location::hash(), "#/one");
    assert_eq!(history(), before);
    assert_eq!(heard.take(), [""; 0]);
    location::go("#/two");
    until("the other address", || !heard.borrow().is_empty()).await;
    assert_eq!(history(), before + 1);
    assert_eq!(heard.take(), ["#/two"]);
}

#[wasm_bindgen_test]
async fn a_timer_calls_once_and_never_when_it_was_dropped() {
    let calls: Rc<RefCell<Vec<&str>>> = Rc::default();
    let note = |word| {
        let calls = calls.clone();
        move || calls.borrow_mut().push(word)
    };
    let kept = clock::after(10, note("kept"));
    drop(clock::after(10, note("dropped")));
    pause(60).await;
    drop(kept);
    assert_eq!(calls.take(), ["kept"]);
}

#[wasm_bindgen_test]
fn a_theme_marks_the_document_and_none_leaves_it_to_the_system() {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.document_element().unwrap();
    page::set_theme(Some("dark"));
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    page::set_theme(None);
    assert_eq!(root.get_attribute("data-theme"), None);
}
