//! Samples of responses, which never look like one.

use super::form::Noted;
use crate::ui::dynamic::{dynamic, shown_when};
use crate::ui::exchange;
use crate::ui::form::{FormOf, Press, send_line};
use crate::ui::later::later;
use crate::ui::session::{DeskId, Practice, Session, session};
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::catalogue::Documented;
use playground_core::documented::sample;
use playground_core::reference::{Listed, Note};
use playground_core::words;

/// A sample of a documented response; none where the documents do not describe its content.
pub(super) fn of(documented: &Documented) -> Option<AnyView> {
    let sample = sample(documented)?.into_owned();
    let about = words::documented::sample(documented);
    Some(
        view! { <p class="hint">{about}</p> <pre class="sample" tabindex="0">{sample}</pre> }
            .into_any(),
    )
}

/// Whether the server is a practice SeaTable that does not answer the operation, so that there is only a sample of a response.
fn is_all_there_is() -> impl Fn() -> bool + Copy + Send + Sync {
    let (session, noted) = (session(), use_context::<Noted>());
    move || {
        let note = noted.and_then(|Noted(noted)| noted.get());
        is_practice(session) && note.is_some_and(|note| !note.is_practised)
    }
}

fn is_practice(session: Session) -> bool {
    let is_on = |practice: &Practice| matches!(practice, Practice::On(_) | Practice::Loading);
    session.practice.with(is_on)
}

/// What stands beside an operation in a list, in practice, where there is only a sample of its response.
pub(in crate::ui) fn mark(one: &Listed) -> Option<AnyView> {
    let session = session();
    let mark = || view! { " " <small>{words::documented::SAMPLE_ONLY}</small> };
    (!one.is_practised).then(|| shown_when(move || is_practice(session), mark))
}

/// Send; where there is only a sample, what keeps the request from being sent.
pub(super) fn or_send(of: FormOf) -> AnyView {
    let is_sample = is_all_there_is();
    dynamic(move || {
        if is_sample() {
            view! { <p class="needs" role="note">{words::documented::unpractised()}</p> }.into_any()
        } else {
            send_line(of)
        }
    })
}

/// What is done with a request that can be sent: nothing, where there is only a sample.
pub(super) fn or_press(press: Press) -> Press {
    let is_sample = is_all_there_is();
    Box::new(move |request| {
        if !untrack(is_sample) {
            press(request);
        }
    })
}

/// What stands in the place of a response as long as there is none.
pub(super) fn or_nothing(_: DeskId) -> AnyView {
    let (is_sample, noted) = (is_all_there_is(), use_context::<Noted>());
    dynamic(move || {
        let note = noted
            .filter(|_| is_sample())
            .and_then(|Noted(noted)| noted.get());
        match note {
            Some(note) => instead(note),
            None => exchange::awaited(),
        }
    })
}

later! {
    /// The sample, or that there is none.
    fn instead(note: &'static Note) in documents {
        sheets::documents();
        in_place(note)
    }
}

fn in_place(note: &'static Note) -> AnyView {
    let mut answers = note.answers.iter();
    let sample = answers.find_map(of);
    let none = sample.is_none();
    view! {
        <section class="instead" aria-label="Sample of a response">
            <h2>"Sample, not a response"</h2>
            {sample}
            {none.then(|| view! { <p>"SeaTable’s documents don’t describe the response."</p> })}
        </section>
    }
    .into_any()
}
