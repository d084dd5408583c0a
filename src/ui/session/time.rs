//! The server's time, as far as responses tell it: the clock of a machine can be days off.

use super::{Session, StepKey};
use crate::browser::clock;
use leptos::prelude::*;
use playground_core::auth::{Token, TokenKind};
use playground_core::http::{Exchange, seconds_of_date};
use std::borrow::Cow;

/// How far clocks may differ without it being said, in seconds. A response takes its time.
const SLACK: u64 = 120;

/// How long a Base-Token lives unless the request says otherwise.
const USUAL: &str = "3d";

impl Session {
    /// Takes the server's time from a response: from its header, which few servers let a page read, or from the Base-Token that
    /// it has just made.
    pub(super) fn keep_time(self, key: StepKey) {
        let run = self.run(key);
        let told = run.with_untracked(|run| {
            let exchange = run.exchange(key.step)?;
            let date = exchange.answer()?.header("date");
            date.and_then(seconds_of_date).or_else(|| {
                let mut made = run.values(key.step).into_iter();
                let is_base = |token: &&Token| token.kind == TokenKind::Base;
                let token = made.find_map(|value| value.token.filter(is_base))?;
                token.claims.as_ref()?.made_at(&granted(exchange))
            })
        });
        let Some(told) = told else { return };
        let now = now_seconds();
        let ahead = if now.abs_diff(told) > SLACK {
            i64::try_from(told).unwrap_or(0) - i64::try_from(now).unwrap_or(0)
        } else {
            0
        };
        self.ahead.set(Some(ahead));
    }
}

/// Returns how long the token was asked for: the query's `exp`.
fn granted(exchange: &Exchange) -> Cow<'static, str> {
    let granted = exchange.request.query_parameter("exp");
    granted.map_or(USUAL.into(), Cow::from)
}

/// How often the present moment is taken anew, in milliseconds.
const TICK: u32 = 20_000;

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a date after 1970"
)]
fn now_seconds() -> u64 {
    (clock::now_ms() / 1000.0) as u64
}

/// Returns the present moment by the clock of this machine, renewed as long as the page is open.
pub(super) fn ticking() -> ReadSignal<u64> {
    let (now, set_now) = signal(now_seconds());
    fn again(set_now: WriteSignal<u64>) {
        clock::later(TICK, move || {
            if set_now.try_set(now_seconds()).is_none() {
                again(set_now);
            }
        });
    }
    again(set_now);
    now
}
