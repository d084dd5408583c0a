//! What a token says of itself, on any desk.

use crate::ui::dynamic::{memo, words};
use crate::ui::session::{DeskId, session};
use leptos::prelude::*;
use playground_core::words;
use playground_core::words::size;

/// What the token says of itself.
pub(in crate::ui) fn told(desk: DeskId) -> AnyView {
    let session = session();
    let claims = memo(move || session.form(desk).claims());
    let text = move || {
        let Some(claims) = claims.get() else {
            return String::new();
        };
        let rights = words::token::rights(claims.permission.as_deref());
        match claims.seconds_left(session.now.get()) {
            Some(0) => "expired".to_owned(),
            Some(left) => format!("{rights}, {} left", size::time_left(left)),
            None => rights.to_owned(),
        }
    };
    view! { <small class="told">{words(text)}</small> }.into_any()
}
