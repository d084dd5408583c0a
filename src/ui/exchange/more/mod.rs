//! Views of an answer that are fetched when one of them is first chosen.

mod changes;
mod hex;
mod list;
mod path;
mod picture;
mod table;

use super::Response;
use super::tree::TreeState;
use crate::browser::task;
use crate::ui::later::later;
use crate::ui::session::DeskId;
use leptos::prelude::*;
use playground_core::http::Exchange;
use std::sync::Arc;

/// Where a view of the answer asks for a value to be shown in the tree: its JSON Pointer.
pub(super) type Goal = RwSignal<Option<String>>;

later! {
    /// The rows of an answer.
    pub(super) fn table_view(response: Response) in views {
        table::table(response)
    }
}

later! {
    /// What a path selects in an answer.
    pub(super) fn path_view(desk: DeskId, exchange: Arc<Exchange>, goal: Goal) in views {
        path::path(desk, exchange, goal)
    }
}

later! {
    /// What is different since the answer before.
    pub(super) fn changes_view(response: Response, goal: Goal) in views {
        changes::changes(response, goal)
    }
}

later! {
    /// An answer that is a picture.
    pub(super) fn picture_view(exchange: Arc<Exchange>) in views {
        picture::picture(&exchange)
    }
}

later! {
    /// The bytes of an answer that is no text.
    pub(super) fn hex_view(exchange: Arc<Exchange>) in views {
        hex::hex(exchange)
    }
}

later! {
    /// Fetches what compares a tree with the answer before.
    async fn marker() -> fn(TreeState, Arc<Exchange>), mark in views;
}

fn mark(state: TreeState, before: Arc<Exchange>) {
    changes::mark(state, before);
}

/// Marks in a tree what is different since the answer before, if the same was asked.
pub(super) fn mark_changes(before: Option<Arc<Exchange>>, state: TreeState) {
    let Some(before) = before else { return };
    task::spawn(async move {
        // Without that part the tree is simply not marked.
        if let Ok(mark) = marker().await {
            mark(state, before);
        }
    });
}
