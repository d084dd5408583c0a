//! What the parts of a tree share.

use super::super::scroll::Scroll;
use super::super::selecting::Selecting;
use super::{HEIGHT, copied};
use crate::browser::{clock, task};
use crate::ui::exchange::{Agreement, Uses};
use crate::ui::session::{DeskId, Session, Shape, session};
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::json::{Document, Fold, LinePart, Lines, Needle, NodeId, Recount};
use playground_core::metadata::is_structure;
use playground_core::words;
use std::sync::Arc;

/// How many lines are counted at a time.
const STEPS: usize = 20_000;

/// How many lines from the one before a value on are seen when it is gone to: it may have members, which say what it is.
const WITHIN: usize = 14;

/// Goes to the next hit, or the one before.
type Step = Arc<dyn Fn(bool) + Send + Sync>;

/// A tree.
#[derive(Clone, Copy)]
pub(in crate::ui::exchange) struct TreeState {
    /// The state of the page. Kept here, since neither handlers nor other work can ask for it.
    pub(super) session: Session,
    /// The desk.
    pub(super) desk: DeskId,
    /// What its values are good for.
    pub(super) uses: Uses,
    /// The exchange whose answer is shown.
    pub(super) exchange: StoredValue<Arc<Exchange>>,
    /// The lines.
    pub(super) lines: RwSignal<Lines>,
    /// The number of the chosen line.
    pub(super) active: RwSignal<usize>,
    /// What scrolls.
    pub(super) scroll: Scroll,
    /// What is selected.
    pub(super) selecting: Selecting,
    /// Where each value goes that is taken from the answer.
    pub(super) taken: StoredValue<Vec<(NodeId, String)>>,
    /// Values that were not there or not the same in the answer before.
    pub(super) changed: RwSignal<Vec<NodeId>>,
    /// The row that was written just before, or asked for, where it is in the answer.
    pub(in crate::ui::exchange) mine: RwSignal<Option<NodeId>>,
    /// How the answer agrees with the documents.
    pub(super) agreement: StoredValue<Option<Agreement>>,
    /// What is being looked for.
    pub(super) needle: RwSignal<Option<Needle>>,
    /// The beginning of the lines' element ids.
    pub(super) id: StoredValue<String>,
    /// Goes to the next hit of what is looked for, or the one before.
    pub(super) step: StoredValue<Option<Step>>,
    /// The number of the last change of the lines, so that an older one that takes longer is dropped.
    change: StoredValue<u32>,
}

impl TreeState {
    /// Opens the answer of an exchange, as the last one was left if it was an answer to the same.
    pub(super) fn new(desk: DeskId, exchange: Arc<Exchange>, uses: Uses, name: &str) -> Self {
        let session = session();
        let look = session.look(desk, &exchange.request);
        let lines = exchange
            .shown()
            .map(|answer| Lines::new(&answer.body))
            .unwrap_or_default();
        let lines = RwSignal::new(lines);
        let id = desk.element(name);
        let state = Self {
            session,
            desk,
            uses,
            lines,
            active: RwSignal::new(0),
            scroll: Scroll::new(Signal::derive(move || lines.with(Lines::row_count)), HEIGHT),
            taken: StoredValue::new((uses.taken)(session, desk, &exchange)),
            changed: RwSignal::new(Vec::new()),
            mine: RwSignal::new(None),
            agreement: StoredValue::new(None),
            needle: RwSignal::new(None),
            selecting: Selecting::new(id.clone()),
            id: StoredValue::new(id),
            step: StoredValue::new(None),
            change: StoredValue::new(0),
            exchange: StoredValue::new(exchange),
        };
        state
            .selecting
            .writes(Arc::new(move |from, to| copied::write(state, from, to)));
        // Otherwise every line would be drawn twice more before the first is seen.
        if look.is_untouched() {
            return state;
        }
        let rest: Box<dyn FnOnce()> = Box::new(move || {
            let toggled = state.with(|document| {
                let differs = |(pointer, folded): &(String, bool)| {
                    let node = document.pointer(pointer)?;
                    let is_folded = state
                        .lines
                        .with_untracked(|lines| lines.is_folded(document, node));
                    (is_folded != *folded).then_some(node)
                };
                look.folded.iter().filter_map(differs).collect()
            });
            let active = look.active;
            state.fold_then(
                Fold::Toggle(toggled.unwrap_or_default()),
                Box::new(move || {
                    let node = state.with(|document| document.pointer(&active)).flatten();
                    node.into_iter().for_each(|node| state.uncover(node));
                }),
            );
        });
        match look.shape {
            Some(shape) => state.fold_then(fold_of(shape), rest),
            None => rest(),
        }
        state
    }

    /// Returns the state of the page.
    pub(in crate::ui::exchange) fn session(self) -> Session {
        self.session
    }

    /// Returns the exchange whose answer is shown.
    pub(in crate::ui::exchange) fn exchange(self) -> Option<Arc<Exchange>> {
        self.exchange.try_get_value()
    }

    /// Returns what was looked for in the tree before it was drawn.
    pub(super) fn sought(self) -> String {
        let look = self
            .exchange()
            .map(|exchange| self.session.look(self.desk, &exchange.request));
        look.unwrap_or_default().sought
    }

    /// Marks values, given in the order of the text, as changed.
    pub(in crate::ui::exchange) fn mark(self, changed: Vec<NodeId>) {
        let _ = self.changed.try_set(changed);
    }

    /// Says what differs from the documents at a value, if anything does.
    pub(super) fn differs(self, node: NodeId) -> Option<String> {
        let agreement = self.agreement.try_get_value()??;
        let held = agreement.of(&self.exchange()?)?;
        let here = held.marks.iter().filter(|mark| mark.node == node);
        let here = here.filter_map(|mark| held.differences.get(mark.difference));
        let words: Vec<_> = here.map(words::documented::mark).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// Does something with the document.
    pub(in crate::ui::exchange) fn with<T>(self, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.exchange
            .try_with_value(|exchange| exchange.shown().map(|answer| look(&answer.body)))?
    }

    /// Folds or unfolds a value.
    pub(super) fn toggle(self, node: NodeId) {
        let was = self.with(|document| {
            let is_folded = |lines: &Lines| lines.is_folded(document, node);
            (
                document.pointer_of(node),
                self.lines.with_untracked(is_folded),
            )
        });
        let Some((pointer, folded)) = was else { return };
        self.session
            .keep_look(self.desk, |look| look.note(pointer, !folded));
        self.fold_then(Fold::Toggle(vec![node]), Box::new(|| ()));
    }

    /// Opens everything as far as a shape goes.
    pub(super) fn shape(self, shape: Shape) {
        self.session.keep_look(self.desk, |look| {
            look.shape = Some(shape);
            look.folded.clear();
        });
        self.fold_then(fold_of(shape), Box::new(|| ()));
    }

    /// Unfolds what hides a value, and goes there.
    pub(in crate::ui::exchange) fn uncover(self, node: NodeId) {
        let show = move || {
            self.go_to(node);
            let line = self.line_of(node);
            let place = self
                .lines
                .with_untracked(|lines| self.place_of(lines, line?));
            if let Some((row, _)) = place {
                self.scroll.show(row.saturating_sub(1), WITHIN);
            }
        };
        self.fold_then(Fold::Uncover(node), Box::new(show));
    }

    /// Changes the lines, a part at a time, and does the rest when that is done. The chosen value stays chosen.
    pub(super) fn fold_then(self, fold: Fold, rest: Box<dyn FnOnce()>) {
        let change = self.change.get_value().wrapping_add(1);
        self.change.set_value(change);
        let chosen = untrack(|| self.chosen()).map(|(node, _)| node);
        let begun = self.with(|document| {
            self.lines
                .with_untracked(|lines| lines.fold(document, fold))
        });
        let Some(mut recount) = begun else { return };
        // Most changes take no time: the lines must not flicker.
        if let Some(lines) = self.advance(&mut recount) {
            return self.take(lines, chosen, rest);
        }
        task::spawn(async move {
            let mut counted = None;
            task::in_steps(Box::new(|| {
                counted = self.advance(&mut recount);
                counted.is_some() || self.change.try_get_value() != Some(change)
            }))
            .await;
            if let Some(lines) = counted {
                self.take(lines, chosen, rest);
            }
        });
    }

    fn advance(self, recount: &mut Recount) -> Option<Lines> {
        self.with(|document| recount.advance(document, STEPS))
            .flatten()
    }

    fn take(self, lines: Lines, chosen: Option<NodeId>, rest: Box<dyn FnOnce()>) {
        if self.lines.try_set(lines).is_some() {
            return;
        }
        self.selecting.forget();
        if let Some(line) = chosen.and_then(|node| self.line_of(node)) {
            self.active.set(line);
        }
        // The tree is as tall as before until the browser has had its turn, and could not be scrolled far enough.
        let change = self.change.get_value();
        task::spawn(async move {
            clock::breathe().await;
            if self.change.try_get_value() == Some(change) {
                rest();
            }
        });
    }

    /// Chooses the line that shows a value.
    pub(super) fn go_to(self, node: NodeId) {
        if let Some(line) = self.line_of(node) {
            self.go(line);
        }
    }

    /// Chooses a line, and has it seen.
    pub(super) fn go(self, line: usize) {
        let last = self
            .lines
            .with_untracked(Lines::line_count)
            .saturating_sub(1);
        let line = line.min(last);
        self.active.set(line);
        let place = self
            .lines
            .with_untracked(|lines| self.place_of(lines, line));
        if let Some((row, rows)) = place {
            // One more on either side shows that the list goes on.
            self.scroll.show(row.saturating_sub(1), rows + 2);
        }
        let pointer = self.chosen_pointer();
        self.session
            .keep_look(self.desk, |look| look.active = pointer);
    }

    /// The first row of a line, and how many it has.
    pub(super) fn place_of(self, lines: &Lines, line: usize) -> Option<(usize, usize)> {
        self.with(|document| {
            let placed = lines.line(document, line)?;
            Some((placed.row, placed.rows))
        })?
    }

    fn chosen_pointer(self) -> String {
        let node = untrack(|| self.chosen()).map(|(node, _)| node);
        node.and_then(|node| self.with(|document| document.pointer_of(node)))
            .unwrap_or_default()
    }

    /// The line that shows a value.
    pub(super) fn line_of(self, node: NodeId) -> Option<usize> {
        self.with(|document| {
            self.lines
                .with_untracked(|lines| lines.line_of(document, node))
        })
    }

    /// The value on the chosen line.
    pub(super) fn chosen(self) -> Option<(NodeId, LinePart)> {
        let number = self.active.get();
        self.with(|document| {
            self.lines.with(|lines| {
                lines
                    .line(document, number)
                    .map(|placed| (placed.line.node, placed.line.part))
            })
        })?
    }
}

fn fold_of(shape: Shape) -> Fold {
    match shape {
        Shape::Levels(levels) => Fold::ToDepth(levels),
        Shape::Structure => Fold::Where(is_structure),
    }
}
