//! Views of an answer that are fetched when one of them is first chosen.

mod changes;
mod hex;
mod list;
mod mine;
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
use playground_core::table as rows;
use std::sync::Arc;

/// Where a view of the answer asks for a value to be shown in the tree: its JSON Pointer.
pub(super) type Goal = RwSignal<Option<String>>;

later! {
    /// The rows of an answer.
    pub(super) fn table_view(response: Response, goal: Goal) in views {
        table::table(response, goal)
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
    /// Fetches what compares a tree with the answer before, and finds in it the row that was written.
    async fn marker() -> fn(TreeState, Response), mark in views;
}

fn mark(state: TreeState, response: Response) {
    if let Some(before) = response.before.clone() {
        changes::mark(state, before);
    }
    mine::seek(state, response);
}

/// Marks in a tree what is different since the answer before, if the same was asked, and finds the row that was written.
pub(super) fn mark_changes(response: Response, state: TreeState) {
    let has_rows = || state.with(|document| !rows::sources(document).is_empty());
    if response.before.is_none() && has_rows() != Some(true) {
        return;
    }
    task::spawn(async move {
        // Without that part the tree is simply not marked.
        if let Ok(mark) = marker().await {
            mark(state, response);
        }
    });
}
