//! Whether Send would send once more what may have been carried out already.

use super::draft::Drafted;
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::http::{PreparedRequest, meaning};

/// Keeps the button of a form in step with that: until the next response, or until the form makes another request.
pub(super) fn watch(key: StepKey, drafted: Drafted) {
    let session = session();
    let run = session.run(key);
    let may_write_twice = move |request: &PreparedRequest| {
        run.with_untracked(|run| {
            let exchange = run.exchange(key.step)?;
            let mut request = request.clone();
            request.forget_secrets();
            Some(meaning::may_write_twice(exchange) && exchange.asks_for(&request))
        })
    };
    Effect::new(move || {
        session.track_outcome(key);
        let twice = drafted
            .sketch
            .with(|sketch| may_write_twice(sketch.as_ref()?.sendable()?));
        drafted.twice.set(twice == Some(true));
    });
}
