//! A long list, of which only the rows on the screen are in the page.

use crate::browser::{clock, page, task};
use crate::ui::dynamic::{dynamic, effect_after, value};
use leptos::html::Div;
use leptos::prelude::*;
use playground_core::extent::Extent;

/// How far the rows in the page reach beyond what is seen, so that a short scroll draws nothing anew.
const MARGIN: usize = 8;

/// How much of the window's height a list takes at most, in per cent; the style sheet has the same.
const SHARE: usize = 60;

/// What scrolls.
#[derive(Clone, Copy)]
pub(super) struct Scroll {
    /// The element that scrolls. It has to call [`Scroll::scrolled`] when it does.
    pub(super) node: NodeRef<Div>,
    /// How many rows there are.
    rows: Signal<usize>,
    /// How high a row is, in CSS pixels; the style sheet has the same.
    height: usize,
    /// The first row that is in the page.
    first: RwSignal<usize>,
    /// How many rows are in the page.
    count: RwSignal<usize>,
    /// How far the rows in the page are moved down, in CSS pixels.
    shift: RwSignal<i64>,
}

impl Scroll {
    /// A list of so many rows.
    pub(super) fn new(rows: Signal<usize>, height: usize) -> Self {
        let scroll = Self {
            node: NodeRef::new(),
            rows,
            height,
            first: RwSignal::new(0),
            count: RwSignal::new(needed(page::height() * SHARE / 100, height)),
            shift: RwSignal::new(0),
        };
        // With other rows, another part of them is seen.
        effect_after(move |before: Option<()>| {
            rows.track();
            // At first its beginning is seen; to measure it would have the page laid out too early.
            if before.is_some() {
                scroll.scrolled();
            }
        });
        scroll
    }

    /// Draws what is seen now.
    pub(super) fn scrolled(self) {
        let Some(element) = self.node.get_untracked() else {
            return;
        };
        let (top, view) = measures(&element);
        let sight = self.extent(self.rows.get_untracked()).sight(top, view);
        // Whole margins only: between them nothing has to be drawn.
        let first = (sight.row / MARGIN * MARGIN).saturating_sub(MARGIN);
        let above = (sight.row - first) * self.height + sight.hidden;
        let shift = signed(top) - signed(above);
        let needed = needed(view, self.height);
        if self.count.get_untracked() < needed {
            self.count.set(needed);
        }
        if self.first.get_untracked() != first {
            self.first.set(first);
        }
        if self.shift.get_untracked() != shift {
            self.shift.set(shift);
        }
    }

    /// Scrolls as far as is needed to see so many rows from one on; and again once the page is drawn, since what is said of the row
    /// below the list can take room from it.
    pub(super) fn show(self, row: usize, rows: usize) {
        self.reach(row, rows);
        task::spawn(async move {
            clock::painted().await;
            self.reach(row, rows);
        });
    }

    /// Does nothing where the list is gone by now.
    fn reach(self, row: usize, rows: usize) {
        let (Some(Some(element)), Some(all)) =
            (self.node.try_get_untracked(), self.rows.try_get_untracked())
        else {
            return;
        };
        let (top, view) = measures(&element);
        if let Some(top) = self.extent(all).reach(row, rows, top, view) {
            element.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
            self.scrolled();
        }
    }

    /// Whether some of so many rows from one on are in the page. What is not there can't be named as the active one.
    pub(super) fn draws(self, row: usize, rows: usize) -> bool {
        let (first, count) = (self.first.get(), self.count.get());
        row < self.rows.get() && row < first + count && row + rows > first
    }

    /// Returns how many whole rows fit on the screen, one at least.
    pub(super) fn page(self) -> usize {
        let view = self.node.get_untracked().map_or(0, |e| measures(&e).1);
        (view / self.height).max(2) - 1
    }

    fn extent(self, rows: usize) -> Extent {
        Extent::new(rows, self.height)
    }
}

/// How many rows are in the page for a view of that height.
fn needed(view: usize, height: usize) -> usize {
    view / height.max(1) + 2 + 3 * MARGIN
}

/// The rows. `draw` is given the first one that is to be in the page, and the one behind the last.
pub(super) fn rows(
    scroll: Scroll,
    draw: impl Fn(usize, usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let height = value(move || format!("{}px", scroll.extent(scroll.rows.get()).tall()));
    let moved = value(move || format!("translateY({}px)", scroll.shift.get()));
    view! {
        <div class="tall" role="presentation" style:height=height>
            <div class="rows" role="presentation" style:transform=moved>
                {dynamic(move || { let first = scroll.first.get(); draw(first, first + scroll.count.get()) })}
            </div>
        </div>
    }
    .into_any()
}

/// How far an element is scrolled, and how high it is.
fn measures(element: &page::Element) -> (usize, usize) {
    let whole = |pixels: i32| usize::try_from(pixels).unwrap_or(0);
    (whole(element.scroll_top()), whole(element.client_height()))
}

fn signed(pixels: usize) -> i64 {
    i64::try_from(pixels).unwrap_or(i64::MAX)
}
