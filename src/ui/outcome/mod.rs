//! What stands below the form of any desk once there is an outcome: how it went, in a line; where it did not succeed, what that means, whether it was sent, and
//! what to do next; of a list, its next part.

mod failed;
mod limit;
mod line;
mod pager;
mod refused;

use super::form::FormOf;
use leptos::prelude::AnyView;
pub(super) use line::line;
pub(super) use pager::pager;
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
