//! What a path selects: a JSONPath (RFC 9535), as typed.

use super::super::copy::Copy;
use super::Goal;
use super::list::{List, list};
use crate::browser::task;
use crate::ui::dynamic::{dynamic, truth, words};
use crate::ui::session::{DeskId, session};
use crate::ui::text;
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::json::{Document, NodeId, Query, Selection};
use playground_core::words::{self, size};
use std::sync::Arc;

/// How many values are looked at at a time.
const STEPS: usize = 10_000;

/// The longest text of a value that an entry shows, in bytes.
const LONGEST: usize = 300;

/// What was selected.
#[derive(Clone, Copy)]
struct Selected {
    exchange: StoredValue<Arc<Exchange>>,
    nodes: RwSignal<Vec<NodeId>>,
    /// Whether all of the answer was looked at.
    is_over: RwSignal<bool>,
    fault: RwSignal<Option<String>>,
    /// The number of the last path: an older one is dropped.
    last: StoredValue<u32>,
}

/// The field for the path, and what it selects.
pub(super) fn path(desk: DeskId, exchange: Arc<Exchange>, goal: Goal) -> AnyView {
    let session = session();
    let look = session.look(desk, &exchange.request);
    let selected = Selected {
        exchange: StoredValue::new(exchange),
        nodes: RwSignal::new(Vec::new()),
        is_over: RwSignal::new(true),
        fault: RwSignal::new(None),
        last: StoredValue::new(0),
    };
    let entered = RwSignal::new(!look.path.trim().is_empty());
    let typed = move |event| {
        let text = event_target_value(&event);
        selected.select(&text);
        entered.set(!text.trim().is_empty());
        session.keep_look(desk, |look| look.path = text);
    };
    selected.select(&look.path);
    let count = Signal::derive(move || selected.nodes.with(Vec::len));
    let told = move || match (count.get(), selected.is_over.get()) {
        (0, true) if entered.get() => "selects nothing".to_owned(),
        (0, true) => String::new(),
        (1, true) => "1 value".to_owned(),
        (count, true) => format!("{} values", size::count(count)),
        (count, false) => format!("{} values …", size::count(count)),
    };
    let open = move |place: usize| {
        let node = selected
            .nodes
            .with_untracked(|nodes| nodes.get(place).copied());
        let pointer = node.and_then(|node| selected.with(|document| document.pointer_of(node)));
        goal.set(pointer);
    };
    let fault = move || selected.fault.get();
    view! {
        <div class="tools">
            <div class="find wide">
                <input type="text" aria-label="Path in the response" placeholder="rows[*].Name" autocomplete="off" prop:value=look.path
                    on:input=typed aria-invalid=truth(move || selected.fault.with(Option::is_some)) aria-describedby="path-told" />
                <output id="path-told">{words(told)}</output>
            </div>
            <Copy label="Copy as JSON" text=move || selected.json() />
        </div>
        {dynamic(move || fault().map(|text| view! { <p class="quiet-wire bad" role="alert">{text}</p> }))}
        <p class="quiet-wire">"A JSONPath: " <code>"rows[*]"</code> ", " <code>"..email"</code> ", " <code>"rows[0:3]"</code> ", " <code>"rows[?@.Age > 30].Name"</code></p>
        {list(List {
            label: "What the path selects",
            id: "selected",
            count,
            draw: Arc::new(move |place| selected.entry(place)),
            text: Arc::new(move |place| selected.text(place)),
            open: Arc::new(open),
        })}
    }
    .into_any()
}

impl Selected {
    fn with<T>(self, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.exchange
            .try_with_value(|exchange| exchange.shown().map(|answer| look(&answer.body)))?
    }

    /// Selects what a path leads to, a part at a time.
    fn select(self, path: &str) {
        let number = self.last.get_value().wrapping_add(1);
        self.last.set_value(number);
        self.nodes.set(Vec::new());
        let query = if path.trim().is_empty() {
            None
        } else {
            Some(Query::parse(path))
        };
        let (query, fault) = match query {
            Some(Ok(query)) => (Some(query), None),
            Some(Err(fault)) => (None, Some(words::query::fault(&fault))),
            None => (None, None),
        };
        self.fault.set(fault);
        self.is_over.set(query.is_none());
        let Some(query) = query else { return };
        task::spawn(async move {
            let mut selection = Selection::new(query);
            let is_old = || self.last.try_get_value() != Some(number);
            task::in_steps(Box::new(|| {
                is_old() || self.with(|document| selection.advance(document, STEPS)) != Some(false)
            }))
            .await;
            if !is_old() {
                self.nodes.set(selection.nodes().to_vec());
                self.is_over.set(true);
            }
        });
    }

    fn entry(self, place: usize) -> Option<AnyView> {
        let node = self.nodes.with(|nodes| nodes.get(place).copied())?;
        self.with(|document| {
            let shown = shown(document, node);
            view! { <span class="n">{document.dotted_of(node)}</span> " " <span class="p">{shown}</span> }
                .into_any()
        })
    }

    /// Returns the path of a value and the value, all of it.
    fn text(self, place: usize) -> Option<String> {
        // A long list is still being copied when somebody leaves it.
        let node = self
            .nodes
            .try_with_untracked(|nodes| nodes.get(place).copied())??;
        self.with(|document| format!("{} {}", document.dotted_of(node), document.text(node)))
    }

    /// Returns everything that is selected as an array, each value as it came.
    fn json(self) -> String {
        let mut out = String::from("[");
        self.with(|document| {
            self.nodes.with_untracked(|nodes| {
                for (place, node) in nodes.iter().enumerate() {
                    out.push_str(if place == 0 { "\n  " } else { ",\n  " });
                    out.push_str(&document.text(*node));
                }
            });
        });
        out.push_str("\n]");
        out
    }
}

/// The beginning of a value's text.
pub(super) fn shown(document: &Document, node: NodeId) -> String {
    let source = document.source(node);
    let short = text::clipped(source, LONGEST);
    let more = if short.len() < source.len() {
        "…"
    } else {
        ""
    };
    format!("{}{more}", String::from_utf8_lossy(short))
}
