//! What wakes the parts of a desk.

use leptos::prelude::*;
use playground_core::http::Exchange;
use std::sync::Arc;

/// What wakes the parts of a desk. They are drawn in frames of their own: first the response, then what follows from it.
pub(super) struct DeskSignals {
    /// Something of the desk is different.
    pub(super) form: ArcTrigger,
    /// What follows from an outcome is different.
    pub(super) outcome: ArcTrigger,
    /// The exchange that is shown.
    pub(super) response: ArcRwSignal<Option<Arc<Exchange>>>,
}

impl DeskSignals {
    /// Those of a desk that shows nothing yet.
    pub(super) fn new() -> Self {
        Self {
            form: ArcTrigger::new(),
            outcome: ArcTrigger::new(),
            response: ArcRwSignal::new(None),
        }
    }

    /// Shows an exchange, unless it is there already.
    pub(super) fn show(&self, exchange: Option<Arc<Exchange>>) {
        let shown = self.response.get_untracked();
        if shown.as_ref().map(Arc::as_ptr) != exchange.as_ref().map(Arc::as_ptr) {
            self.response.set(exchange);
        }
    }
}
