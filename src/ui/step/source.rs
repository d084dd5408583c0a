//! Where the value of a field comes from, in a walkthrough.

use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::form::{Origin, Reference};
use playground_core::walkthrough::Action;

/// Says which step a value comes from, and leads there.
pub(super) fn of(key: StepKey, origin: Origin) -> Option<AnyView> {
    let Origin::Step(from) = origin else {
        return None;
    };
    let words = format!("step {} · {}", key.at(from.step).number(), name(key, from)?);
    let link = key.at(from.step).link();
    Some(view! { <a class="from" href=link>{words}</a> }.into_any())
}

fn name(key: StepKey, from: Reference) -> Option<&'static str> {
    match session().walkthrough(key).steps.get(from.step)?.action {
        Action::Provide(inputs) => Some(inputs.get(from.value)?.title),
        Action::Send(call) => Some(call.outputs.get(from.value)?.name),
    }
}
