//! Sends a prepared request, by the network or to the practice SeaTable in the page.

use super::watch::{Progress, Watch};
use super::why::Before;
use super::{clock, fetch, files, practice, upload};
use playground_core::http::{Answer, Exchange, Failure, Outcome, PreparedRequest, Server, relay};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use web_sys::{AbortController, AbortSignal};

/// How long a request may take, in seconds, from the last sign of life on of an upload or an answer. SeaTable's own gateway gives up after
/// a minute.
const TIME_LIMIT: u32 = 90;

/// A request under way. Dropping it does not end the request; [`Sending::cancel`] does.
#[derive(Clone)]
pub struct Sending {
    controller: Option<AbortController>,
    ended_by: Rc<Cell<Option<End>>>,
    /// How often somebody has asked for its end, and who waits for the next time.
    asked: Rc<Cell<u32>>,
    waker: Rc<RefCell<Option<Waker>>>,
    /// Hears how far it is.
    progress: Option<Rc<dyn Fn(Progress)>>,
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Cancelled,
    Left,
    TimedOut,
    /// It has come to its end by itself.
    Done,
}

impl Sending {
    /// Prepares to send.
    pub fn new() -> Self {
        Self {
            controller: AbortController::new().ok(),
            ended_by: Rc::default(),
            asked: Rc::default(),
            waker: Rc::default(),
            progress: None,
        }
    }

    /// Prepares to send, and to tell how far a large upload or a long answer is.
    pub fn reporting(progress: impl Fn(Progress) + 'static) -> Self {
        Self {
            progress: Some(Rc::new(progress)),
            ..Self::new()
        }
    }

    /// Ends the request; its outcome becomes [`Failure::Cancelled`].
    pub fn cancel(&self) {
        self.end(End::Cancelled);
    }

    /// Ends the request, since the person has gone elsewhere; its outcome becomes [`Failure::Left`].
    pub fn leave(&self) {
        self.end(End::Left);
    }

    /// Waits until somebody calls one of them from now on.
    pub fn asked_to_end(&self) -> impl Future<Output = ()> + use<> {
        let (asked, waker, before) = (self.asked.clone(), self.waker.clone(), self.asked.get());
        poll_fn(move |context| {
            if asked.get() != before {
                return Poll::Ready(());
            }
            waker.replace(Some(context.waker().clone()));
            Poll::Pending
        })
    }

    /// Whether somebody has called [`Sending::cancel`] or [`Sending::leave`].
    pub fn is_cancelled(&self) -> bool {
        matches!(self.ended_by.get(), Some(End::Cancelled | End::Left))
    }

    /// Takes note that it is over, and returns what had ended it before. Whoever leaves the step later must not abort what has
    /// come whole: the browser's network panel would show it as cancelled.
    fn done(&self) -> Option<End> {
        let before = self.ended_by.get();
        self.ended_by.set(before.or(Some(End::Done)));
        before
    }

    /// Returns what tells the browser to end the request.
    pub(super) fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    fn end(&self, end: End) {
        self.asked.set(self.asked.get().wrapping_add(1));
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
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
    let limit = Rc::new(RefCell::new(limit(&sending)));
    let listener = sending.progress.clone().map(|tell| {
        let (sending, limit) = (sending.clone(), limit.clone());
        let listener: Box<dyn Fn(Progress)> = Box::new(move |progress| {
            limit.replace(self::limit(&sending));
            tell(progress);
        });
        listener
    });
    let watch = Rc::new(Watch::new(listener));
    let signal = sending.signal();
    let before = Before::note(&request, &server);
    let result = if let Some(name) = files::unreadable(&request.body).await {
        Err(Failure::FileGone(name))
    } else if server.is_in_page() {
        practice::send(&request, &watch).await
    } else if let Some((parts, upload)) = upload::large(&request) {
        upload(&request, parts, signal.as_ref(), &watch, &before).await
    } else {
        fetch::send(&request, signal.as_ref(), &watch, &before).await
    };
    let result = match result {
        Ok(answer) => match relay::mark(&answer).map(str::to_owned) {
            Some(mark) => {
                watch.keep(answer);
                Err(Failure::Relay(mark))
            }
            None => Ok(answer),
        },
        Err(Failure::Unreadable) => Err(match files::unreadable(&request.body).await {
            Some(name) => Failure::FileChanged(name),
            None => Failure::Unreadable,
        }),
        other => other,
    };
    drop(limit);
    let ended_by = sending.done();
    Exchange {
        outcome: outcome(result, ended_by),
        elapsed_ms: whole(clock::monotonic_ms() - watch.began),
        first_byte_ms: watch.first_byte().map(whole),
        began_ms: watch.began,
        came: watch.kept(),
        is_uploaded: watch.uploaded.get(),
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
        (_, Some(End::Left)) => Outcome::Failure(Failure::Left),
        (_, Some(End::TimedOut)) => Outcome::Failure(Failure::TimedOut(TIME_LIMIT)),
        (Ok(answer), None | Some(End::Done)) => Outcome::Answer(answer),
        (Err(failure), None | Some(End::Done)) => Outcome::Failure(failure),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few minutes at most"
)]
fn whole(milliseconds: f64) -> u32 {
    milliseconds.max(0.0).round() as u32
}
