//! The rows of an answer that were written just before, or that its request asks for.

use super::super::Response;
use super::super::tree::TreeState;
use crate::browser::task;
use crate::ui::session::Session;
use leptos::prelude::*;
use playground_core::json::NodeId;
use playground_core::table::{RowSearch, row_ids, sources};

/// How many rows are looked at at a time.
const STEPS: usize = 5_000;

/// Begins to look for them in some lists.
pub(super) fn search(session: Session, response: &Response, lists: Vec<NodeId>) -> RowSearch {
    let others = (response.uses.kin)(session, response.desk);
    RowSearch::new(row_ids(&response.exchange, &others), lists)
}

/// Looks for them in the tree of an answer, and tells it of the first.
pub(super) fn seek(state: TreeState, response: Response) {
    let lists = state.with(|document| sources(document).into_iter().map(|it| it.array).collect());
    let mut search = search(state.session(), &response, lists.unwrap_or_default());
    task::spawn(async move {
        task::in_steps(Box::new(|| {
            state.with(|document| search.advance(document, STEPS)) != Some(false)
        }))
        .await;
        let _ = state.mine.try_set(search.into_found().first().copied());
    });
}
