//! What holds for every page: names, ids, no style in the markup, and the theme.

use super::stage::Page;
use seatable_playground::browser::storage::{self, Keep};
use std::collections::HashSet;
use wasm_bindgen_test::wasm_bindgen_test;

const PAGES: [&str; 6] = [
    "#/",
    "#/requests",
    "#/nowhere",
    "#/walkthrough/write-and-read/1",
    "#/walkthrough/write-and-read/2",
    "#/walkthrough/write-and-read/4",
];

#[wasm_bindgen_test]
async fn every_field_has_a_label_and_every_button_and_link_a_name() {
    for hash in PAGES {
        let page = Page::open(hash).await;
        for field in page.all("input, select, textarea") {
            // The label stands around it, or names its id.
            let around = field.closest("label").unwrap();
            let id = field.id();
            let label = match around.and_then(|label| label.text_content()) {
                Some(label) => label,
                None => page.text(&format!("label[for={id}]")),
            };
            assert!(!label.trim().is_empty(), "{hash}: {}", field.outer_html());
        }
        for control in page.all("button, a, summary") {
            let text = control.text_content().unwrap_or_default();
            let name = control.get_attribute("aria-label").unwrap_or(text);
            assert!(!name.trim().is_empty(), "{hash}: {}", control.outer_html());
        }
    }
}

#[wasm_bindgen_test]
async fn ids_are_unique_and_what_refers_to_one_finds_it() {
    for hash in PAGES {
        let page = Page::open(hash).await;
        let mut ids = HashSet::new();
        for element in page.all("[id]") {
            assert!(ids.insert(element.id()), "{hash}: {} twice", element.id());
        }
        for attribute in [
            "for",
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
        ] {
            for element in page.all(&format!("[{attribute}]")) {
                for id in element.get_attribute(attribute).unwrap().split(' ') {
                    assert!(ids.contains(id), "{hash}: {attribute}={id}");
                }
            }
        }
    }
}

#[wasm_bindgen_test]
async fn no_page_has_a_style_in_its_markup_which_the_policy_forbids() {
    for hash in PAGES {
        let page = Page::open(hash).await;
        let styled = page.all("[style], style");
        assert!(styled.is_empty(), "{hash}: {}", styled[0].outer_html());
    }
}

#[wasm_bindgen_test]
async fn the_theme_button_steps_through_three_themes_and_keeps_the_choice() {
    storage::remove(Keep::Settings, "theme");
    let page = Page::open("#/").await;
    let button = ".bar > button:last-child";
    for (name, kept) in [
        ("Theme: light", Some("light")),
        ("Theme: dark", Some("dark")),
        ("Theme: system", None),
    ] {
        page.click(button).await;
        assert_eq!(page.text(button).trim(), name);
        assert_eq!(page.text(".live"), name);
        assert_eq!(storage::get(Keep::Settings, "theme").as_deref(), kept);
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.document_element().unwrap();
        assert_eq!(root.get_attribute("data-theme").as_deref(), kept);
    }
}
