//! How a check is shown: its requests as they run, then its verdicts, and what helps.

use super::check::{Check, CheckState};
use super::{Why, remedies};
use crate::browser::{clock, page, probe};
use crate::ui::dynamic::{dynamic, effect_after, flag, memo, words};
use crate::ui::exchange::Copy;
use crate::ui::session::Session;
use leptos::prelude::*;
use playground_core::connection::{Circumstances, Finding, Probe, Read, Verdict};
use playground_core::http::Failure;
use playground_core::words;

/// Where a check is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ShownIn {
    /// Below the form of a step whose request failed.
    Step,
    /// In the dialog.
    Dialog,
}

/// What is known of the connection below the form of a step: at once, or from a check. That begins by itself where the request has
/// only just failed and the last check is older than a minute.
pub(super) fn explain(session: Session, why: Why) -> AnyView {
    match why {
        Why::Known(verdict) => known(session, verdict),
        Why::Check => area(session, Some(Check::recent(session)), ShownIn::Step),
        Why::LastCheck => area(session, Check::last(session), ShownIn::Step),
    }
}

/// What helps where there is nothing to check. What the matter is stands above it.
fn known(session: Session, verdict: Verdict) -> AnyView {
    let circumstances = session.server.with_untracked(probe::known);
    let name = verdict.name();
    let remedies = remedies::list(&[verdict], &circumstances, ShownIn::Step);
    view! { <div class="connection" data-verdict=name>{remedies}</div> }.into_any()
}

/// The id of the button of the check in the dialog.
const BUTTON: &str = "connection-check";

/// The check that the person asked for in the dialog.
pub(super) fn asked(session: Session) -> AnyView {
    // The button that was pressed is gone; this one stands in its place.
    page::focus_soon(BUTTON);
    let check = Check::begin(session);
    let state = check.state.clone();
    let is_bad = flag(move || {
        state.with(|state| {
            let verdicts = state.verdicts.as_deref();
            verdicts.is_some_and(|all| !matches!(all, [Verdict::Well { .. }]))
        })
    });
    view! { <div class="outcome" class:bad=is_bad>{area(session, Some(check), ShownIn::Dialog)}</div> }
        .into_any()
}

/// The check, and the button that begins another or stops it.
fn area(session: Session, check: Option<Check>, place: ShownIn) -> AnyView {
    let check = RwSignal::new(check);
    let is_under_way = memo(move || {
        check.with(|check| {
            check
                .as_ref()
                .is_some_and(|check| check.state.with(|state| state.verdicts.is_none()))
        })
    });
    let press = move |_| {
        if is_under_way.get_untracked() {
            Check::stop();
        } else {
            check.set(Some(Check::begin(session)));
        }
    };
    let label = move || match (is_under_way.get(), check.with(Option::is_some)) {
        (true, _) => "Stop",
        (false, true) => "Check again",
        (false, false) => "Check the connection",
    };
    view! {
        <div class="connection">
            {dynamic(move || check.get().map(|check| shown(session, &check, place)))}
            <p><button type="button" id=matches!(place, ShownIn::Dialog).then_some(BUTTON) on:click=press>{words(label)}</button></p>
        </div>
    }
    .into_any()
}

fn shown(session: Session, check: &Check, place: ShownIn) -> AnyView {
    let state = check.state.clone();
    announce(session, check, place);
    let age = age(session, check);
    let (asked, told) = (state.clone(), state);
    view! {
        {dynamic(move || told.with(|state| verdicts(state, place)))}
        {age}
        {dynamic(move || asked.with(asked_list))}
    }
    .into_any()
}

/// Says the first verdict to a screen reader, once.
fn announce(session: Session, check: &Check, place: ShownIn) {
    let state = check.state.clone();
    let is_after = place == ShownIn::Step;
    // Whoever comes back to a step has heard it before.
    let is_news = check.is_under_way() || check.is_fresh();
    effect_after(move |said: Option<bool>| {
        let title = state.with(|state| {
            let verdict = state.verdicts.as_ref()?.first()?;
            let circumstances = state.circumstances.as_ref()?;
            Some(words::connection::told(verdict, circumstances, is_after).title)
        });
        match title {
            Some(title) if is_news && said != Some(true) => {
                session.say(title);
                true
            }
            _ => said == Some(true),
        }
    });
}

/// How long ago a check was over that was not made for what has just failed.
fn age(session: Session, check: &Check) -> Option<AnyView> {
    if check.is_under_way() {
        return None;
    }
    let state = check.state.clone();
    Some(dynamic(move || {
        // Read for the sake of the time that goes by.
        session.now.track();
        let age = clock::monotonic_ms() - state.with(|state| state.ended_ms);
        view! { <p class="hint">{ago(age)}</p> }
    }))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a time since the page was loaded"
)]
fn ago(age_ms: f64) -> String {
    words::connection::ago((age_ms.max(0.0) / 1_000.0) as u64)
}

/// The verdicts, and what helps; while the check is under way, what the person may have to do.
fn verdicts(state: &CheckState, place: ShownIn) -> Option<AnyView> {
    let circumstances = state.circumstances.as_ref()?;
    let Some(verdicts) = &state.verdicts else {
        return waiting(state, circumstances);
    };
    let in_step = place == ShownIn::Step;
    let each = verdicts.iter().map(|verdict| {
        let told = words::connection::told(verdict, circumstances, in_step);
        let outside = words::connection::outside(verdict, circumstances).map(|test| {
            let command = test.command.clone();
            view! {
                <details>
                    <summary>"A test outside the browser"</summary>
                    <pre class="command">{test.command}</pre>
                    <Copy label="Copy" text=move || command.clone() />
                    <p>{test.reading}</p>
                </details>
            }
        });
        view! { <div data-verdict=verdict.name()><p><b>{told.title}</b> " " {told.text}</p>{outside}</div> }
    });
    let each = each.collect_view();
    Some(view! { {each} {remedies::list(verdicts, circumstances, place)} }.into_any())
}

/// Says that the browser may be asking the person.
fn waiting(state: &CheckState, circumstances: &Circumstances) -> Option<AnyView> {
    let may_ask = circumstances.is_asked() && state.asking == Some(Probe::Reach);
    may_ask.then(|| {
        view! {
            <p>"Your browser may be asking whether this page may reach your local network. The question is near the address bar: allow it."</p>
        }
        .into_any()
    })
}

/// What was asked, and what came.
fn asked_list(state: &CheckState) -> AnyView {
    let is_over = state.verdicts.is_some();
    let lines = state
        .found
        .iter()
        .map(|(probe, finding)| line(*probe, Some(finding)));
    let asking = state
        .asking
        .filter(|asking| state.found.iter().all(|(probe, _)| probe != asking));
    let asking = asking.map(|probe| line(probe, None));
    let summary = if is_over {
        "What was checked"
    } else {
        "Checking the connection …"
    };
    view! {
        <details class="probes" open=!is_over>
            <summary>{summary}</summary>
            <ul>{lines.collect_view()} {asking}</ul>
        </details>
    }
    .into_any()
}

fn line(probe: Probe, finding: Option<&Finding>) -> AnyView {
    let mark = match finding {
        None => "…",
        Some(Finding::Failed(Failure::Cancelled)) => "–",
        Some(finding) if finding.came() => "✓",
        Some(_) => "✗",
    };
    let header = probe.header().map(|(name, _)| format!(", with {name}"));
    view! {
        <li>
            <span class="mark" aria-hidden="true">{mark}</span>
            {words::connection::question(probe)} " " <code>"GET " {probe.path()}</code> {header} ": " {finding.map_or_else(|| "waiting".to_owned(), came)}
        </li>
    }
    .into_any()
}

/// Says what came.
fn came(finding: &Finding) -> String {
    match finding {
        Finding::Came => "a response came".to_owned(),
        Finding::Read(read) => read_words(read),
        Finding::Failed(failure) => words::failure::name(failure).to_owned(),
    }
}

fn read_words(read: &Read) -> String {
    match read.version() {
        Some(version) => format!("{}, SeaTable {version}", read.status),
        None => read.status.to_string(),
    }
}
