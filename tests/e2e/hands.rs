//! What a person does with hands: presses, types, chooses and sends, by mouse and by keyboard in turn.

use super::browser::is_chromium;
use super::stage::{PATIENCE, Stage};
use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Finds the control with this label: in the open step, if there is one, and by the whole label before a part of it. Unfolds what it
/// stands in, and a value as JSON is folded away again for a control among its fields.
const LABELLED: &str = "const wanted = arguments[0];\
    const all = [...document.querySelectorAll('.step.open label, .made label')];\
    const text = e => (e.innerText || e.textContent).replace(/\\s+/g, ' ').trim();\
    const found = all.find(e => text(e) === wanted) || all.find(e => text(e).includes(wanted));\
    const control = found && (found.control || document.getElementById(found.htmlFor))\
        || document.querySelector(`.step.open [aria-label='${wanted}']`);\
    for (const either of document.querySelectorAll('.either > [open]')) either.open = either.contains(control);\
    for (let fold; fold = control?.closest('details:not([open])');) fold.open = true;\
    return control;";

impl Stage {
    /// Counts what a person had to do to get on; returns how often that was before.
    fn count(&self) -> usize {
        self.presses.fetch_add(1, Ordering::Relaxed)
    }

    /// Returns how many presses and choices it took since the walkthrough was opened.
    pub(crate) fn pressed(&self) -> usize {
        self.presses.load(Ordering::Relaxed)
    }

    /// Presses the control with this label.
    pub(crate) async fn tick(&self, label: &str) {
        self.click(&self.control(label).await).await;
    }

    /// Waits for a button or link with this text, and presses it.
    pub(crate) async fn press(&self, text: &str) {
        self.press_below("", text).await;
    }

    /// The same, for what the rail may have too.
    pub(crate) async fn press_in_main(&self, text: &str) {
        self.press_below("//main", text).await;
    }

    async fn press_below(&self, place: &str, text: &str) {
        // Buttons have apostrophes, and no straight quotation marks.
        let is = format!("contains(normalize-space(.), \"{text}\")");
        let path = format!("{place}//*[self::button or self::a][{is}][not(ancestor::*[@hidden])]");
        let found = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::XPath(&path))
            .await;
        let element = found.unwrap_or_else(|error| panic!("no button or link “{text}”: {error}"));
        self.click(&element).await;
    }

    /// Presses an element.
    pub(crate) async fn click(&self, element: &Element) {
        self.bring_to_the_middle(element).await;
        element.click().await.unwrap();
        self.count();
    }

    /// The driver takes what is under the top bar or below the line under Send for visible.
    async fn bring_to_the_middle(&self, element: &Element) {
        let middle = "arguments[0].scrollIntoView({ block: 'center' })";
        let place = vec![serde_json::to_value(element).unwrap()];
        let _ = self.client.execute(middle, place).await;
    }

    /// Takes the element that a script returned; `None` if it returned nothing.
    fn element(&self, found: &Value) -> Option<Element> {
        let id = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), id.into()))
    }

    /// Waits for the control with this label.
    pub(crate) async fn control(&self, label: &str) -> Element {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            let found = self
                .client
                .execute(LABELLED, vec![json!(label)])
                .await
                .unwrap();
            if let Some(element) = self.element(&found) {
                return element;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no control is labelled “{label}”");
    }

    /// Types into the field with this label, in place of what is there.
    pub(crate) async fn enter(&self, label: &str, text: &str) {
        let answered = self.sent().len();
        self.typed.lock().unwrap().push((text.to_owned(), answered));
        self.copy(label, text).await;
    }

    /// Types what the page showed, as a person has to who copies it.
    pub(crate) async fn copy(&self, label: &str, text: &str) {
        let field = self.control(label).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Chooses from the list with this label: by mouse, or by typing the beginning of the entry's name.
    pub(crate) async fn choose(&self, label: &str, entry: &str) {
        let list = self.control(label).await;
        if self.count().is_multiple_of(2) {
            list.select_by_label(entry)
                .await
                .unwrap_or_else(|error| panic!("“{entry}” is not in “{label}”: {error}"));
        } else {
            list.send_keys(entry).await.unwrap();
        }
        self.chosen(label, entry).await;
    }

    /// Waits until the list with this label shows an entry.
    pub(crate) async fn chosen(&self, label: &str, entry: &str) {
        let began = Instant::now();
        let mut seen = String::new();
        while began.elapsed() < PATIENCE {
            // It may just be drawn again.
            let list = self.control(label).await;
            let script = "return arguments[0].selectedOptions[0]?.text ?? '';";
            let shown = self
                .client
                .execute(script, vec![serde_json::to_value(&list).unwrap()])
                .await;
            seen = shown
                .ok()
                .and_then(|text| text.as_str().map(str::to_owned))
                .unwrap_or_default();
            if seen == entry {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("“{label}” shows “{seen}”, not “{entry}”");
    }

    /// Sends the request of the open step: by a click, or by Ctrl+Enter from one of its fields.
    pub(crate) async fn send(&self) {
        let button = self.find(".step.open .send .primary").await;
        if self.count().is_multiple_of(2) {
            self.bring_to_the_middle(&button).await;
            button.click().await.unwrap();
            return;
        }
        let script = "return [...document.querySelectorAll('.step.open form input, .step.open form select')]\
            .find(e => e.checkVisibility() && !e.disabled && e.type !== 'file') || null;";
        let found = self.client.execute(script, vec![]).await.unwrap();
        match self.element(&found) {
            Some(field) => {
                let keys = format!("{}{}", Key::Control, Key::Enter);
                field.send_keys(&keys).await.unwrap();
            }
            // A form without fields is sent from its button.
            None => button.send_keys(&Key::Enter.to_string()).await.unwrap(),
        }
    }

    /// Goes on to the next step, which has to be this one.
    pub(crate) async fn next(&self, step: impl ToString) {
        self.press("Next:").await;
        self.shows(".step.open .number", &step.to_string()).await;
        if self.is_seen_first("").await {
            self.fits().await;
        }
    }

    /// Sends the open step's request, and waits until it worked, in these words.
    pub(crate) async fn works(&self, words: &str) {
        self.watches_shifts().await;
        self.send().await;
        self.shows(".step.open .went", "That worked.").await;
        self.shows(".step.open .outcome", words).await;
        self.sees_how_it_went_here().await;
        if self.is_seen_first(words).await {
            self.sees_how_it_went_in_all_windows().await;
            self.fits().await;
        }
    }

    /// Whether this is the first test that comes to where the address leads, and to these words: windows of all widths are looked at once.
    async fn is_seen_first(&self, words: &str) -> bool {
        static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
        let hash = self.run("return location.hash", Vec::new()).await;
        is_chromium(&self.client) && SEEN.lock().unwrap().insert(format!("{hash} {words}"))
    }

    /// Goes on to the next step and sends its request, which works.
    pub(crate) async fn go(&self, step: impl ToString, words: &str) {
        self.next(step).await;
        self.works(words).await;
    }

    /// Opens the optional values of the open step.
    pub(crate) async fn unfold(&self) {
        let summary = self.find(".step.open .optional summary").await;
        self.click(&summary).await;
    }
}
