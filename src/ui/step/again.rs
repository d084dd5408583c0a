//! What the last response changes in the form above it: whether it asks for the code of a second factor, and whether Send would
//! send once more what may have been carried out already.

use super::draft::Drafted;
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::http::{Answer, PreparedRequest, meaning};
use playground_core::walkthrough::Run;

/// Keeps the form in step with that: the button until the next response, or until the form makes another request.
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
    let wants_code = move |run: &Run| run.exchange(key.step)?.answer().map(Answer::wants_code);
    Effect::new(move || {
        session.track_outcome(key);
        let wants_code = run.with_untracked(wants_code);
        drafted.wants_code.set(wants_code == Some(true));
    });
    // A run that begins anew has no response that could ask for it.
    on_cleanup(move || {
        let _ = drafted.wants_code.try_set(false);
    });
}
