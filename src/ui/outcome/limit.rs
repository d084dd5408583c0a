//! What stands below a response that says "too many requests": how long to wait, or what the limit is.

use crate::browser::clock;
use crate::ui::dynamic::words;
use crate::ui::session::{Session, session};
use leptos::prelude::*;
use playground_core::http::{Answer, Exchange, Quota, meaning};
use playground_core::words::{self, size};

/// The status.
const TOO_MANY: u16 = 429;

/// From how many seconds on a time is told in larger units.
const LONG: u64 = 120;

/// A countdown where the server says how long to wait, else what this page has sent beside the limit that SeaTable documents.
/// Nothing below any other response.
pub(super) fn row(exchange: &Exchange, answer: &Answer) -> Option<AnyView> {
    if answer.status != TOO_MANY {
        return None;
    }
    let session = session();
    let came_ms = exchange.began_ms + f64::from(exchange.elapsed_ms);
    let age = seconds(clock::monotonic_ms() - came_ms);
    let now =
        seconds(clock::now_ms()).saturating_add_signed(session.ahead.get_untracked().unwrap_or(0));
    match meaning::seconds_to_wait(answer, now - age.min(now)) {
        Some(wait) => Some(countdown(session, came_ms, wait)),
        None => {
            let quota = Quota::of_path(&exchange.request.path())?;
            let told = session.server.with_untracked(|server| {
                session.ledger.with_untracked(|ledger| {
                    let count = quota.count(ledger, server, came_ms);
                    words::quota::told(&quota, count, server)
                })
            });
            Some(view! { <p class="limit">{told}</p> }.into_any())
        }
    }
}

/// Counts the seconds down in place. Who hears the page hears the first number, and when the time is over.
fn countdown(session: Session, came_ms: f64, wait: u64) -> AnyView {
    let left = RwSignal::new(left(came_ms, wait));
    tick(session, left, came_ms, wait);
    let told = move || match left.get() {
        0 => "You can send again now.".to_owned(),
        left => words::quota::next(&time(left)),
    };
    let first = told();
    view! {
        <p class="limit">
            <b aria-hidden="true">{words(told)}</b> <span class="unseen">{first}</span>
        </p>
    }
    .into_any()
}

/// Renews the number at every full second, as long as it is shown.
fn tick(session: Session, shown: RwSignal<u64>, came_ms: f64, wait: u64) {
    if shown.try_get_untracked().is_none_or(|left| left == 0) {
        return;
    }
    clock::later(1_000, move || {
        let now = left(came_ms, wait);
        if shown.try_set(now).is_none() {
            if now == 0 {
                session.say("You can send again now.");
            }
            tick(session, shown, came_ms, wait);
        }
    });
}

fn left(came_ms: f64, wait: u64) -> u64 {
    wait.saturating_sub(seconds(clock::monotonic_ms() - came_ms))
}

fn time(seconds: u64) -> String {
    match seconds {
        LONG.. => size::time_left(seconds),
        _ => format!("{seconds} s"),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a time after the page was opened"
)]
fn seconds(milliseconds: f64) -> u64 {
    (milliseconds.max(0.0) / 1000.0) as u64
}
