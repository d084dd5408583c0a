//! What became of a request that did not succeed, on any desk: what it means, whether it was sent, and what to do next.

mod failed;
mod limit;
mod refused;

use super::form::FormOf;
use leptos::prelude::AnyView;
use playground_core::http::{Exchange, Outcome};

/// Says what became of the last request of a desk; none where it succeeded. `look` leads to where a person sees whether the request
/// was carried out, if the desk knows such a place.
pub(super) fn unsuccessful(
    of: FormOf,
    exchange: &Exchange,
    look: fn(FormOf) -> Option<AnyView>,
) -> Option<AnyView> {
    match &exchange.outcome {
        Outcome::Failure(failure) => Some(failed::told(of, exchange, failure, look)),
        Outcome::Answer(answer) if !answer.is_success() || answer.takes_success_back() => {
            Some(refused::refused(of, look))
        }
        Outcome::Answer(_) => None,
    }
}
