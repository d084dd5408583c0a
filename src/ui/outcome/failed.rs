//! A request that no readable response came to.

use crate::browser::location;
use crate::ui::connection;
use crate::ui::form::FormOf;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::http::{Exchange, Failure, Outcome, Server, meaning};
use playground_core::words;

/// What happened, whether the request was sent, and what the connection check finds.
pub(super) fn told(
    of: FormOf,
    exchange: &Exchange,
    failure: &Failure,
    look: fn(FormOf) -> Option<AnyView>,
) -> AnyView {
    let name = |server: &Server| words::server::target(server, &exchange.request);
    let host = session().server.with_untracked(name);
    let fate = words::fate::told(exchange);
    let is_open = meaning::may_write_twice(exchange);
    let name = words::failure::no_answer(failure);
    let told = if meaning::is_mixed(exchange, &location::origin()) {
        words::failure::mixed(&host)
    } else {
        words::failure::told(failure, &host)
    };
    let (told, check) = connection::failed(exchange, failure, name, told);
    view! {
        <div class="outcome bad">
            {told}
            {relays_words(exchange).map(|words| view! { <p>"The relay says: " <q>{words}</q></p> })}
            <p class="fate"><b>{fate}</b> {is_open.then(|| look(of))}</p>
            {check}
        </div>
    }
    .into_any()
}

/// What the relay says of a request that it did not hand on, or got no response to.
fn relays_words(exchange: &Exchange) -> Option<String> {
    let Outcome::Failure(Failure::Relay(_)) = &exchange.outcome else {
        return None;
    };
    exchange.came.as_ref()?.error_text()
}
