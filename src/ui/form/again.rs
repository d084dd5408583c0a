//! What the last response changes in the form above it: whether it asks for the code of a second factor, and whether Send would
//! send once more what may have been carried out already.

use super::FormOf;
use crate::browser::double_click;
use crate::ui::dynamic::effect;
use leptos::prelude::*;
use playground_core::http::{Answer, PreparedRequest, meaning};

/// Keeps the form in step with that: the button until the next response, or until the form makes another request.
pub(in crate::ui) fn watch(of: FormOf) {
    double_click::take_for_one();
    let (form, drafted) = (of.form(), of.drafted);
    let may_write_twice = move |request: &PreparedRequest| {
        let exchange = form.exchange()?;
        let mut request = request.clone();
        request.forget_secrets();
        Some(meaning::may_write_twice(&exchange) && exchange.asks_for(&request))
    };
    effect(move || {
        form.track_outcome();
        let twice = drafted
            .sketch
            .with(|sketch| may_write_twice(sketch.as_ref()?.sendable()?));
        drafted.twice.set(twice == Some(true));
    });
    let wants_code = move || form.exchange()?.answer().map(Answer::wants_code);
    effect(move || {
        form.track_outcome();
        drafted.wants_code.set(wants_code() == Some(true));
    });
    // A desk that begins anew has no response that could ask for it.
    on_cleanup(move || {
        let _ = drafted.wants_code.try_set(false);
    });
}
