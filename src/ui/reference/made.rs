//! What the request of an operation has made: it is listed with the request that removes it.

use super::data;
use crate::ui::session::{DeskId, Session};
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::walkthrough::made_by;

/// Lists what an outcome says was made.
pub(super) fn take(session: Session, place: usize, exchange: &Exchange) {
    let Some((title, rules)) = data::made(place) else {
        return;
    };
    let server = session.server.get_untracked();
    let form = session.form(DeskId::Operation(place));
    let removals = form.with_untracked(|form| made_by(rules, form, exchange, &server));
    session.list_made(removals.unwrap_or_default(), title);
}
