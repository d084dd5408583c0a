//! A response, with what the desk that got it knows of its values.

use crate::ui::session::{DeskId, Session};
use leptos::prelude::*;
use playground_core::documented::Held;
use playground_core::http::Exchange;
use playground_core::json::{Document, NodeId};
use std::sync::Arc;

/// A response to be looked at.
#[derive(Clone)]
pub(in crate::ui) struct Response {
    /// The desk that got it.
    pub(in crate::ui) desk: DeskId,
    /// The request and what came of it.
    pub(in crate::ui) exchange: Arc<Exchange>,
    /// The exchange before, where the same was asked and answered.
    pub(in crate::ui) before: Option<Arc<Exchange>>,
    /// What its values are good for.
    pub(in crate::ui) uses: Uses,
    /// How it agrees with the documents; none where nobody looks.
    pub(in crate::ui) agreement: Option<Agreement>,
}

/// How responses at a desk agree with the documents. Whoever looks into that brings along what tells it.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Agreement {
    /// What came of the last response that was looked at.
    pub(in crate::ui) held: RwSignal<Option<(Arc<Exchange>, Arc<Held>)>>,
    /// Tells it of a response. What is pressed there asks for a value to be shown: its JSON Pointer.
    pub(in crate::ui) told: fn(Self, Arc<Exchange>, RwSignal<Option<String>>) -> AnyView,
}

impl Agreement {
    /// Returns what came of a response, as soon as it was looked at.
    pub(in crate::ui) fn of(self, exchange: &Arc<Exchange>) -> Option<Arc<Held>> {
        self.held.with(|last| {
            let (of, held) = last.as_ref()?;
            Arc::ptr_eq(of, exchange).then(|| held.clone())
        })
    }
}

/// What the values of a response are good for beyond being looked at, as far as the desk knows.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Uses {
    /// Finds the values that are taken from the answer, with words that say where they go. They glow.
    pub(in crate::ui) taken: fn(Session, DeskId, &Exchange) -> Vec<(NodeId, String)>,
    /// Finds the places that would take a value, each with the words of the button that hands it over.
    pub(in crate::ui) takers: fn(Session, DeskId, &Document, NodeId) -> Vec<String>,
    /// Hands a value over to one of these places.
    pub(in crate::ui) hand_over: fn(Session, DeskId, &Document, NodeId, usize),
    /// Lists the other exchanges around: what they brought says how the columns of this response are called, and which row was written.
    pub(in crate::ui) kin: fn(Session, DeskId) -> Vec<Arc<Exchange>>,
}

impl Uses {
    /// None at all.
    pub(in crate::ui) const NONE: Self = Self {
        taken: |_, _, _| Vec::new(),
        takers: |_, _, _, _| Vec::new(),
        hand_over: |_, _, _, _, _| (),
        kin: |_, _| Vec::new(),
    };
}
