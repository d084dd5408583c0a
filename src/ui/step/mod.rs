//! A step of a walkthrough: folded to a line, or open with prose and form on the left, request and response on the right.

mod chips;
mod choice;
mod compare;
pub(super) mod doubt;
mod finish;
mod form;
mod gave;
pub(super) mod inputs;
pub(super) mod practice;
mod remaining;
mod row_editor;
mod source;
mod taken;
mod token;
mod verdict;

use super::exchange::{self, ExchangeColumn};
use super::form::{FormOf, watch};
use super::outcome::pager;
use super::prose::Prose;
use super::session::{DeskId, StepKey, session};
use crate::browser::page;
use crate::ui::dynamic::{Memo, dynamic, effect_after, flag, memo, shown_when, truth};
use crate::ui::later::later;
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::route::Route;
use playground_core::walkthrough::{Action, Call, Status, Step};
use playground_core::words;
use std::sync::Arc;

/// A step.
#[component]
pub(super) fn StepCard(
    /// Which step.
    key: StepKey,
    /// Whether it stands open.
    open: Signal<bool>,
) -> impl IntoView {
    let walkthrough = session().walkthrough(key);
    let step = walkthrough.steps.get(key.step)?;
    let run = session().run(key);
    let status = memo(move || run.with(|run| run.status(key.step)));
    let ticked = memo(move || run.with(|run| run.is_ticked(key.step)));
    let link = key.link();
    let heading = ["step-", key.number()].concat();
    // Opening another step moves the focus to its heading, where eyes and screen reader begin.
    effect_after({
        let heading = heading.clone();
        move |before: Option<bool>| {
            let open = open.get();
            if before == Some(false) && open {
                page::focus_soon(heading.as_str());
            }
            open
        }
    });
    Some(view! {
        <section
            class="step" class:open=flag(move || open.get()) class:done=flag(move || ticked.get())
            hidden=flag(move || status.get() == Status::Unneeded)
            class:failed-step=flag(move || status.get() == Status::Failed) class:waiting=flag(move || status.get() == Status::Waiting)
            aria-labelledby=heading.clone()
        >
            <header>
                <span class="number" aria-hidden="true">{key.number()}</span>
                <h2 id=heading.clone() tabindex="-1"><a href=link aria-expanded=truth(move || open.get())>{step.title}</a></h2>
                {verdict::line(key, status)}
            </header>
            {shown_when(move || !open.get() && status.get() == Status::Done, move || folded(key))}
            {shown_when(move || open.get(), move || opened(key, step, status))}
        </section>
    })
}

fn opened(key: StepKey, step: &'static Step, status: Memo<Status>) -> AnyView {
    match step.action {
        Action::Provide(inputs) => view! {
            <div class="text alone">
                <Prose html=step.prose />
                {inputs::form(key, inputs)}
                {next(key, status)}
                {notes(step)}
            </div>
        }
        .into_any(),
        Action::Send(call) => request(key, step, call, status),
    }
}

fn request(
    key: StepKey,
    step: &'static Step,
    call: &'static Call,
    status: Memo<Status>,
) -> AnyView {
    let of = form::of(key, call);
    let session = session();
    // Leaving a step ends the wait for its response.
    on_cleanup(move || session.leave(key.into()));
    let answered = memo(move || answered(key));
    view! {
        <div class="columns">
            <div class="text">
                <Prose html=step.prose />
                {other_way(key)}
                {form::form(key, call, of)}
                {dynamic(move || if answered.get() { after(key, call, of, status) } else { next(key, status) })}
                {notes(step)}
                <p class="hint"><a href=Route::operation(call.operation.area.name(), &call.operation.id).to_string()>"A sample response, and more on this request"</a></p>
            </div>
            <ExchangeColumn desk=key.into() sketch=of.drafted.sketch answer empty=|_| exchange::awaited() />
        </div>
    }
    .into_any()
}

/// Whether a step has an outcome to speak of.
fn answered(key: StepKey) -> bool {
    let session = session();
    session.track_outcome(key);
    let run = session.run(key);
    run.with_untracked(|run| run.exchange(key.step).is_some())
}

later! {
    /// The answer, with what later steps make of it: nobody needs it before they have sent something.
    fn answer(desk: DeskId, exchange: Arc<Exchange>) in viewer {
        let key = desk.step();
        key.map(|key| exchange::answer(taken::response(session(), key, exchange)))
    }
}

later! {
    /// What stands below the form once there is an outcome.
    fn after(key: StepKey, call: &'static Call, of: FormOf, status: Memo<Status>) in answers {
        sheets::response();
        let session = session();
        watch(of);
        // What stands below the last step is more than fits a line.
        let is_last = memo(move || session.run(key).with(|run| run.next_after(key.step).is_none()));
        let end = move || if is_last.get() { next(key, status) } else { ().into_any() };
        let on = move || if is_last.get() { to_end(status) } else { next(key, status) };
        view! {
            // Before the line with Next: what is to be chosen comes first.
            {choice::choices(key)}
            {dynamic(move || verdict::under_send(key, of, on()))}
            {dynamic(move || verdict::outcome(key, of))}
            {call.extras.compare.is_some().then(|| dynamic(move || { session.track_outcome(key); compared(key) }))}
            {turned(of)}
            {dynamic(move || { session.track_outcome(key); gave::list(key) })}
            {dynamic(end)}
        }
    }
}

/// Leads to what stands below the last step: it may be out of the window.
fn to_end(status: Memo<Status>) -> AnyView {
    let show = |_| page::focus_soon(finish::HEADING);
    shown_when(
        move || status.get() == Status::Done,
        move || view! { <button class="primary" type="button" on:click=show>"See what was done"</button> },
    )
}

later! {
    /// What became of the cells that were sent: only steps with the form of a row hold rows against each other.
    fn compared(key: StepKey) in editors {
        view! { {compare::unstored(key)} {compare::changes(key)} }
    }
}

later! {
    /// What leads through the parts of a list, which is there when the list is.
    fn turned(of: FormOf) in viewer {
        pager(of)
    }
}

/// Leads to the other way, where there is one to what this step gives.
fn other_way(key: StepKey) -> Option<AnyView> {
    let steps = session().walkthrough(key).steps;
    let other = session()
        .run(key)
        .with_untracked(|run| run.way_around(key.step).or(run.instead_of(key.step)))?;
    let title = steps.get(other)?.title;
    Some(
        view! { <p class="around"><a href=key.at(other).link()>{title} " instead"</a></p> }
            .into_any(),
    )
}

/// The way on, once the step is done.
fn next(key: StepKey, status: Memo<Status>) -> AnyView {
    let run = session().run(key);
    let next = memo(move || run.with(|run| run.next_after(key.step)));
    dynamic(move || {
        let walkthrough = session().walkthrough(key);
        let link = |step: usize| {
            let title = walkthrough.steps.get(step).map_or("", |step| step.title);
            (key.at(step).link(), title)
        };
        session().track_outcome(key);
        let title = run.with_untracked(|run| run.to_choose(key.step));
        if let Some(title) = title.filter(|_| status.get() == Status::Done) {
            let told = words::step::choose(title);
            return Some(view! { <p class="needs to-choose">{told}</p> }.into_any());
        }
        let content = match (status.get(), next.get()) {
            (Status::Done, Some(next)) => {
                let (route, title) = link(next);
                view! { <a class="primary next" href=route>"Next: " {title}</a> }.into_any()
            }
            (Status::Done, None) => finished(key),
            _ => return None,
        };
        Some(content)
    })
}

later! {
    /// What a step that is done gave, in its line.
    fn folded(key: StepKey) in answers {
        sheets::response();
        gave::folded(key)
    }
}

later! {
    /// What stands below the last step.
    fn finished(key: StepKey) in answers {
        sheets::response();
        finish::last(key)
    }
}

fn notes(step: &'static Step) -> impl IntoView {
    step.notes
        .iter()
        .map(|note| view! { <details class="note"><summary>{note.title}</summary><Prose html=note.prose /></details> })
        .collect_view()
}
