//! The JSON of an answer as a tree of lines, of which only the visible ones are in the page.

use super::copy::Copy;
use super::tree_line;
use crate::browser::page;
use crate::http::Exchange;
use crate::json::{Document, Lines, NodeId, Part};
use crate::ui::dynamic::{dynamic, value, words};
use crate::ui::session::{StepKey, session};
use crate::walkthrough::{ALL, Action, Pick, Use};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

/// The height of a line, in CSS pixels; the style sheet has the same.
const HEIGHT: usize = 21;

/// How many lines are in the page at once: more than any screen shows of the tree.
const WINDOW: usize = 110;

/// How far the lines reach above the first visible one, so that a short scroll draws nothing anew.
const MARGIN: usize = 20;

/// How many lines Page Up and Page Down go.
const PAGE: usize = 20;

/// What the lines of a tree need.
#[derive(Clone, Copy)]
pub(super) struct TreeState {
    /// The exchange whose answer is shown.
    pub(super) exchange: StoredValue<Arc<Exchange>>,
    /// The lines.
    pub(super) lines: RwSignal<Lines>,
    /// The chosen line.
    pub(super) active: RwSignal<usize>,
    /// Where each value goes that later steps take.
    pub(super) taken: StoredValue<Vec<(NodeId, String)>>,
    /// The beginning of the lines' element ids.
    pub(super) id: StoredValue<String>,
}

impl TreeState {
    /// Does something with the document.
    pub(super) fn with<T>(self, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.exchange
            .with_value(|exchange| exchange.answer().map(|answer| look(&answer.body)))
    }

    fn count(self) -> usize {
        self.lines.with(Lines::line_count)
    }

    /// Folds or unfolds a value.
    pub(super) fn toggle(self, node: NodeId) {
        self.with(|document| self.lines.update(|lines| lines.toggle(document, node)));
        self.active
            .update(|active| *active = (*active).min(self.count().saturating_sub(1)));
    }

    /// The line that shows a value.
    fn line_of(self, node: NodeId) -> Option<usize> {
        self.with(|document| {
            self.lines
                .with_untracked(|lines| lines.line_of(document, node))
        })
    }

    /// The value on the chosen line.
    fn chosen(self) -> Option<(NodeId, Part)> {
        let number = self.active.get();
        self.with(|document| {
            self.lines.with(|lines| {
                lines
                    .line(document, number)
                    .map(|line| (line.node, line.part))
            })
        })?
    }
}

/// The tree.
#[component]
pub(super) fn Tree(
    /// The step, to mark what later steps take.
    key: StepKey,
    /// The exchange.
    exchange: Arc<Exchange>,
) -> impl IntoView {
    let body = &exchange.answer()?.body;
    let fault = body.fault().map(|fault| {
        format!(
            "This is no complete JSON: line {}, column {}: {}",
            fault.line,
            fault.column,
            fault.reason.text()
        )
    });
    let state = TreeState {
        lines: RwSignal::new(Lines::new(body)),
        active: RwSignal::new(0),
        taken: StoredValue::new(taken(key, body)),
        id: StoredValue::new(format!("tree-{}-{}", key.walkthrough, key.step)),
        exchange: StoredValue::new(exchange),
    };
    Some(view! {
        <div class="tools">
            <button type="button" on:click=move |_| { state.with(|d| state.lines.update(|l| l.fold_all(d))); state.active.set(0); }>"Fold all"</button>
            <button type="button" on:click=move |_| { state.with(|d| state.lines.update(|l| l.unfold_all(d))); }>"Unfold all"</button>
        </div>
        {fault.map(|text| view! { <p class="quiet-wire bad">{text}</p> })}
        <Scroller state />
        <PathLine state />
    })
}

/// The scrolling part.
#[component]
fn Scroller(
    /// The tree.
    state: TreeState,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    let first = RwSignal::new(0usize);
    let scrolled = move |_| {
        if let Some(element) = node.get_untracked() {
            let line = usize::try_from(element.scroll_top()).unwrap_or(0) / HEIGHT;
            // Whole margins only: between them nothing has to be drawn.
            first.set((line / MARGIN * MARGIN).saturating_sub(MARGIN));
        }
    };
    Effect::new(move |before: Option<usize>| {
        let active = state.active.get();
        if before.is_some_and(|before| before != active)
            && let Some(element) = node.get_untracked()
        {
            keep_visible(&element, active);
        }
        active
    });
    let rows = move || {
        let first = first.get();
        state.with(|document| {
            state.lines.with(|lines| {
                lines
                    .window(document, first)
                    .take(WINDOW)
                    .enumerate()
                    .map(|(i, line)| tree_line::row(state, document, first + i, &line))
                    .collect_view()
            })
        })
    };
    view! {
        <div class="tree" role="tree" tabindex="0" aria-label="The answer as JSON" node_ref=node
            aria-activedescendant=value(move || format!("{}-{}", state.id.get_value(), state.active.get()))
            on:scroll=scrolled on:keydown=move |event| pressed(state, &event)>
            <div class="tall" role="presentation" style:height=value(move || format!("{}px", state.count() * HEIGHT))>
                <div class="rows" role="presentation" style:transform=value(move || format!("translateY({}px)", first.get() * HEIGHT))>
                    {dynamic(rows)}
                </div>
            </div>
        </div>
    }
}

fn keep_visible(element: &page::Element, line: usize) {
    let top = i32::try_from(line * HEIGHT).unwrap_or(i32::MAX);
    let height = i32::try_from(HEIGHT).unwrap_or(0);
    if top < element.scroll_top() {
        element.set_scroll_top(top);
    } else if top + 2 * height > element.scroll_top() + element.client_height() {
        element.set_scroll_top(top + 2 * height - element.client_height());
    }
}

/// The keys of a tree, after the pattern of the ARIA Authoring Practices.
fn pressed(state: TreeState, event: &KeyboardEvent) {
    let last = state.count().saturating_sub(1);
    let active = state.active.get_untracked();
    let go = |line: usize| state.active.set(line.min(last));
    let chosen = untrack(|| state.chosen());
    match (event.key().as_str(), chosen) {
        ("ArrowDown", _) | ("ArrowRight", Some((_, Part::Open))) => go(active + 1),
        ("ArrowUp", _) => go(active.saturating_sub(1)),
        ("PageDown", _) => go(active + PAGE),
        ("PageUp", _) => go(active.saturating_sub(PAGE)),
        ("Home", _) => go(0),
        ("End", _) => go(last),
        ("ArrowRight", Some((node, Part::Folded { .. })))
        | ("ArrowLeft", Some((node, Part::Open))) => state.toggle(node),
        ("ArrowLeft", Some((node, part))) => {
            let container = match part {
                Part::Close => Some(node),
                _ => state.with(|document| document.parent(node)).flatten(),
            };
            container
                .and_then(|node| state.line_of(node))
                .into_iter()
                .for_each(go);
        }
        ("Enter" | " ", Some((node, Part::Open | Part::Folded { .. })))
            if !page::is_send_key(event) =>
        {
            state.toggle(node);
        }
        _ => return,
    }
    event.prevent_default();
}

/// The path of the chosen value, and the buttons that copy it.
#[component]
fn PathLine(
    /// The tree.
    state: TreeState,
) -> impl IntoView {
    let look = move |look: fn(&Document, NodeId) -> String| {
        let node = state.chosen().map(|(node, _)| node);
        node.and_then(|node| state.with(|document| look(document, node)))
            .unwrap_or_default()
    };
    let path = move || look(Document::dotted_of);
    view! {
        <div class="place">
            <code>{words(path)}</code>
            <span class="grow"></span>
            <Copy label="Copy value" text=move || untrack(|| look(plain)) />
            <Copy label="Copy path" text=move || untrack(path) />
        </div>
    }
}

/// A string's content, the exact text of anything else.
fn plain(document: &Document, node: NodeId) -> String {
    document
        .string(node)
        .unwrap_or_else(|| document.text(node).into_owned())
}

/// Finds the values of an answer that later steps take.
fn taken(key: StepKey, document: &Document) -> Vec<(NodeId, String)> {
    let mut places = Vec::new();
    let session = session();
    let run = session.run(key.walkthrough);
    let Some(Action::Send(call)) = ALL
        .get(key.walkthrough)
        .and_then(|w| w.steps.get(key.step))
        .map(|step| &step.action)
    else {
        return places;
    };
    run.with_untracked(|run| {
        for (value, output) in call.outputs.iter().enumerate() {
            let Pick::Body(pointer) = output.pick else {
                continue;
            };
            let users = run.users_of(crate::walkthrough::Reference {
                step: key.step,
                value,
            });
            if let (Some(node), Some(user)) = (document.pointer(pointer), users.first()) {
                let step = user.step + 1;
                let name = match user.place {
                    Use::Credential => "token",
                    Use::Field(field) => field_name(key, user.step, field),
                };
                places.push((node, format!("step {step} · {name}")));
            }
        }
    });
    places
}

fn field_name(key: StepKey, step: usize, field: usize) -> &'static str {
    let step = ALL
        .get(key.walkthrough)
        .and_then(|walkthrough| walkthrough.steps.get(step));
    match step.map(|step| &step.action) {
        Some(Action::Send(call)) => call
            .operation
            .fields
            .get(field)
            .map_or("", |field| field.name.as_ref()),
        _ => "",
    }
}
