//! Sends a prepared request, by the network or to the practice SeaTable in the page.

use super::{clock, fetch, practice};
use crate::http::{Answer, Exchange, Failure, Outcome, PreparedRequest, Server};
use std::rc::Rc;
use web_sys::AbortController;

/// How long a request may take, in seconds. SeaTable's own gateway gives up after a minute; uploads take longer.
const TIME_LIMIT: u32 = 90;

/// A request under way. Dropping it does not end the request; [`Sending::cancel`] does.
#[derive(Clone)]
pub struct Sending {
    controller: Option<AbortController>,
    ended_by: Rc<std::cell::Cell<Option<End>>>,
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Cancelled,
    TimedOut,
}

impl Sending {
    /// Prepares to send.
    pub fn new() -> Self {
        Self {
            controller: AbortController::new().ok(),
            ended_by: Rc::default(),
        }
    }

    /// Ends the request; its outcome becomes [`Failure::Cancelled`].
    pub fn cancel(&self) {
        self.end(End::Cancelled);
    }

    fn end(&self, end: End) {
        if self.ended_by.get().is_none() {
            self.ended_by.set(Some(end));
            if let Some(controller) = &self.controller {
                // Without a reason: an aborted fetch then rejects with a DOMException, the one
                // kind of rejection that gloo-net can carry.
                controller.abort();
            }
        }
    }
}

impl Default for Sending {
    fn default() -> Self {
        Self::new()
    }
}

/// Sends the request and waits for the whole answer. Every fault is an outcome, none an error.
pub async fn send(server: Server, request: PreparedRequest, sending: Sending) -> Exchange {
    let began = clock::monotonic_ms();
    let limit = clock::after(TIME_LIMIT * 1000, {
        let sending = sending.clone();
        move || sending.end(End::TimedOut)
    });
    let signal = sending.controller.as_ref().map(AbortController::signal);
    let result = if server.is_in_page() {
        practice::send(&request).await
    } else {
        fetch::send(&request, signal.as_ref()).await
    };
    drop(limit);
    Exchange {
        outcome: outcome(result, sending.ended_by.get()),
        elapsed_ms: elapsed(began),
        request,
    }
}

fn outcome(result: Result<Answer, Failure>, ended_by: Option<End>) -> Outcome {
    match (result, ended_by) {
        (_, Some(End::Cancelled)) => Outcome::Failure(Failure::Cancelled),
        (_, Some(End::TimedOut)) => Outcome::Failure(Failure::TimedOut(TIME_LIMIT)),
        (Ok(answer), None) => Outcome::Answer(answer),
        (Err(failure), None) => Outcome::Failure(failure),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few minutes at most"
)]
fn elapsed(began: f64) -> u32 {
    (clock::monotonic_ms() - began).max(0.0).round() as u32
}
