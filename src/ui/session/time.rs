//! The server's time, as far as responses tell it: the clock of a machine can be days off.

use super::{Session, StepKey, now_seconds};
use leptos::prelude::*;
use playground_core::auth::{Claims, TokenKind};
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
        let run = self.run(key.walkthrough);
        let told = run.with_untracked(|run| {
            let exchange = run.exchange(key.step)?;
            let date = exchange.answer()?.header("date");
            date.and_then(seconds_of_date).or_else(|| {
                let mut made = run.values(key.step).into_iter();
                let token = made.find(|value| value.token == Some(TokenKind::Base))?;
                Claims::read(token.plain)?.made_at(&granted(exchange))
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
