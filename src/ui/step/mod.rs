//! A step of a walkthrough: folded to a line, or open with prose and form on the left, request and answer on the right.

mod draft;
mod field;
mod form;
mod gave;
mod inputs;
mod verdict;

use super::prose::Prose;
use super::session::{StepKey, session};
use super::wire::Wire;
use crate::browser::page;
use crate::route::Route;
use crate::ui::dynamic::{dynamic, flag, memo, shown_when, truth};
use crate::walkthrough::{ALL, Action, Call, Status, Step};
pub(super) use draft::Drafted;
use leptos::prelude::*;

/// A step.
#[component]
pub(super) fn StepCard(
    /// Which step.
    key: StepKey,
    /// Whether it stands open.
    open: Signal<bool>,
) -> impl IntoView {
    let walkthrough = ALL.get(key.walkthrough)?;
    let step = walkthrough.steps.get(key.step)?;
    let run = session().run(key.walkthrough);
    let status = memo(move || run.with(|run| run.status(key.step)));
    let link = Route::Walkthrough {
        id: walkthrough.id.into(),
        step: Some(key.step + 1),
    }
    .to_string();
    let heading = format!("step-{}", key.step + 1);
    // Who goes from step to step is taken along: eyes and screen reader begin at the heading.
    Effect::new({
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
            class="step" class:open=flag(move || open.get()) class:done=flag(move || status.get() == Status::Done)
            class:failed-step=flag(move || status.get() == Status::Failed) class:waiting=flag(move || status.get() == Status::Waiting)
            aria-labelledby=heading.clone()
        >
            <header>
                <span class="number" aria-hidden="true">{key.step + 1}</span>
                <h2 id=heading.clone() tabindex="-1"><a href=link aria-expanded=truth(move || open.get())>{step.title}</a></h2>
                {verdict::line(key, status)}
            </header>
            {shown_when(move || !open.get() && status.get() == Status::Done, move || gave::folded(key))}
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
    let drafted = Drafted::new(key);
    let session = session();
    // Who leaves a step does not wait for its answer any more.
    on_cleanup(move || session.cancel(key));
    view! {
        <div class="columns">
            <div class="text">
                <Prose html=step.prose />
                {form::form(key, call, drafted)}
                {dynamic(move || verdict::outcome(key))}
                {dynamic(move || gave::list(key))}
                {next(key, status)}
                {notes(step)}
            </div>
            <Wire key drafted />
        </div>
    }
    .into_any()
}

/// The way on, once the step is done.
fn next(key: StepKey, status: Memo<Status>) -> impl IntoView {
    dynamic(move || {
        if status.get() != Status::Done {
            return None;
        }
        let walkthrough = ALL.get(key.walkthrough)?;
        let content = match walkthrough.steps.get(key.step + 1) {
            Some(step) => {
                let route = Route::Walkthrough { id: walkthrough.id.into(), step: Some(key.step + 2) };
                view! { <a class="primary next" href=route.to_string()>"Next: " {step.title}</a> }.into_any()
            }
            None => view! { <p class="finished">"That was the last step. You have done this walkthrough."</p> }.into_any(),
        };
        Some(content)
    })
}

fn notes(step: &'static Step) -> impl IntoView {
    step.notes
        .iter()
        .map(|note| view! { <details class="note"><summary>{note.title}</summary><Prose html=note.prose /></details> })
        .collect_view()
}
