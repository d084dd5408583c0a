//! Sends a prepared request, by the network or to the practice SeaTable in the page.

use super::{clock, fetch, practice, upload};
use crate::http::{Answer, Exchange, Failure, Outcome, PreparedRequest, Server};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::AbortController;

/// How long a request may take, in seconds: an upload from its last sign of life on. SeaTable's own gateway gives up after
/// a minute.
const TIME_LIMIT: u32 = 90;

/// A request under way. Dropping it does not end the request; [`Sending::cancel`] does.
#[derive(Clone)]
pub struct Sending {
    controller: Option<AbortController>,
    ended_by: Rc<Cell<Option<End>>>,
    /// Hears how far a large upload is.
    progress: Option<Rc<dyn Fn(u64, u64)>>,
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
            progress: None,
        }
    }

    /// Prepares to send, and to tell how many bytes of a large upload have gone, and of how many.
    pub fn reporting(progress: impl Fn(u64, u64) + 'static) -> Self {
        Self {
            progress: Some(Rc::new(progress)),
            ..Self::new()
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
    let limit = Rc::new(RefCell::new(limit(&sending)));
    let signal = sending.controller.as_ref().map(AbortController::signal);
    let result = if server.is_in_page() {
        practice::send(&request).await
    } else if let Some(parts) = upload::large(&request) {
        let progress = Box::new({
            let (sending, limit) = (sending.clone(), limit.clone());
            move |sent, total| {
                limit.replace(self::limit(&sending));
                if let Some(progress) = &sending.progress {
                    progress(sent, total);
                }
            }
        });
        upload::send(&request, parts, signal.as_ref(), progress).await
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

/// Ends the request when its time is over, unless the timer is dropped before.
fn limit(sending: &Sending) -> clock::Timer {
    let sending = sending.clone();
    clock::after(TIME_LIMIT * 1000, move || sending.end(End::TimedOut))
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
