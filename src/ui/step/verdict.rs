//! How a step went: in a word beside its heading, and in sentences below its form.

use crate::ui::dynamic::{Memo, words};
use crate::ui::form::{FormOf, elsewhere};
use crate::ui::outcome::{self, unsuccessful};
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::http::{self, Answer, meaning};
use playground_core::walkthrough::{Action, Run, Status, Went};
use playground_core::words;

/// Said of a step that was done before the page was loaded.
const EARLIER: &str = "done before the reload";

/// The word beside the heading.
pub(super) fn line(key: StepKey, status: Memo<Status>) -> impl IntoView {
    let session = session();
    let run = session.run(key);
    let text = move || {
        run.with(|run| match status.get() {
            Status::Waiting => {
                let missing = run.missing(key.step);
                let needs = missing.first();
                let needs =
                    needs.map(|first| format!("needs step {}", key.at(first.from.step).number()));
                let earlier = run.is_ticked(key.step).then(|| EARLIER.to_owned());
                let words: Vec<String> = earlier.into_iter().chain(needs).collect();
                words.join(" · ")
            }
            Status::Sending => "sending …".to_owned(),
            Status::Ready if run.is_ticked(key.step) => EARLIER.to_owned(),
            Status::Ready | Status::Unneeded => String::new(),
            Status::Done | Status::Failed => run
                .exchange(key.step)
                .map(|exchange| words::step::came(exchange))
                .unwrap_or_default(),
        })
    };
    view! { <span class="verdict">{words(text)}</span> }
}

/// What became of the request, what it means, and what to do next. Nothing before the first outcome.
pub(super) fn outcome(key: StepKey, of: FormOf) -> Option<AnyView> {
    let session = session();
    session.track_outcome(key);
    let exchange = session.form(of.desk).exchange()?;
    let Some(told) = unsuccessful(of, &exchange, look_from) else {
        let run = session.run(key);
        return Some(run.with_untracked(|run| verdicts(key, run)));
    };
    let is_refused = exchange.answer().is_some_and(Answer::refuses_token);
    let token = is_refused.then(|| token_from(key));
    Some(view! { {told} {token} }.into_any())
}

/// Leads to the step that gave the token, which a server has refused.
fn token_from(key: StepKey) -> Option<AnyView> {
    let steps = session().walkthrough(key).steps;
    let Action::Send(call) = steps.get(key.step)?.action else {
        return None;
    };
    let from = key.at(call.credential?.step);
    let named = words::step::named(from.number(), steps.get(from.step)?.title);
    Some(
        view! { <p class="needs">"The token is from " <a href=from.link()>{named}</a> "."</p> }
            .into_any(),
    )
}

fn look_from(of: FormOf) -> Option<AnyView> {
    let key = of.desk.step()?;
    session().run(key).with_untracked(|run| look(key, run))
}

/// Returns an upload link that a step has got and the page does not follow, with the reason.
fn link_elsewhere(key: StepKey, run: &Run) -> Option<(String, String)> {
    session().server.with_untracked(|server| {
        let (link, host) = run.link_elsewhere(key.step, server)?;
        Some((link.to_owned(), words::elsewhere::link(host, server)))
    })
}

/// Returns the address on another host that a response names for the requests inside a base.
fn base_elsewhere(key: StepKey, run: &Run) -> Option<String> {
    let session = session();
    let answer = run.exchange(key.step)?.answer()?;
    session
        .server
        .with_untracked(|server| http::elsewhere::of_base(answer, server))
}

fn writes(run: &Run, step: usize) -> bool {
    run.exchange(step)
        .is_some_and(|exchange| meaning::writes(&exchange.request))
}

/// Leads to a step that shows whether the request was carried out, if there is one.
fn look(key: StepKey, run: &Run) -> Option<AnyView> {
    let step = run.look(key.step)?;
    let walkthrough = session().walkthrough(key);
    let link = key.at(step).link();
    let title = walkthrough.steps.get(step)?.title;
    let words = words::step::look(key.at(step).number(), title);
    Some(view! { " " <a class="look" href=link>{words}</a> }.into_any())
}

/// The line under Send: how the request went, and the way on.
pub(super) fn under_send(key: StepKey, of: FormOf, on: AnyView) -> Option<AnyView> {
    let session = session();
    session.track_outcome(key);
    let exchange = session.form(of.desk).exchange()?;
    let is_well = session.run(key).with_untracked(|run| is_well(key, run));
    let said = is_well.then(|| words::step::went(Went::Well));
    Some(outcome::line(of, &exchange, is_well, said, on))
}

/// Whether a successful response is all that the step is for.
fn is_well(key: StepKey, run: &Run) -> bool {
    let mut verdicts = run.verdicts(key.step).iter();
    verdicts.all(|verdict| verdict.held)
        && run.lacking(key.step).is_empty()
        && run.unstored(key.step).is_empty()
        && link_elsewhere(key, run).is_none()
}

fn verdicts(key: StepKey, run: &Run) -> AnyView {
    let verdicts = run.verdicts(key.step);
    let holds = verdicts.iter().all(|verdict| verdict.held);
    let lacking = run.lacking(key.step);
    let good = holds && lacking.is_empty();
    let stored = !good || run.unstored(key.step).is_empty();
    let elsewhere = link_elsewhere(key, run).filter(|_| good);
    let (link, reason) = elsewhere.unzip();
    let went = run.went(key.step, link.is_some());
    let is_empty = matches!(went, Went::NothingToChoose(_));
    // What is well is said in the line under Send.
    let told = (!is_well(key, run)).then(|| words::step::went(went));
    let rows = verdicts.iter().map(|verdict| {
        let (mark, held) = match (verdict.checked, verdict.held) {
            (false, _) => ("–", " was not checked: "),
            (true, true) => ("✓", " holds: "),
            (true, false) => ("✗", " does not hold: "),
        };
        view! { <li><span class="mark" aria-hidden="true">{mark}</span> <code>{words::criterion::checked(verdict.checks)}</code> {held} {words::criterion::found(&verdict.found)}</li> }
    });
    view! {
        <div class="outcome" class:bad=!stored || !good && !is_empty>
            <p><b>{told}</b> " " {reason.or_else(|| run.outcome(key.step, words::criterion::position))}</p>
            {link.map(elsewhere::ways)}
            {base_elsewhere(key, run).map(elsewhere::base)}
            {(!lacking.is_empty() && writes(run, key.step)).then(|| view! {
                <p>"The status says that it was carried out: look before you send it again." {look(key, run)}</p>
            })}
            <details open=!good><summary>"What was checked"</summary><ul>{rows.collect_view()}</ul></details>
        </div>
    }
    .into_any()
}
