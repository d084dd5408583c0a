//! Sending: the request of a desk, and any request under the lock.

use super::{DeskId, Session, StepKey, told};
use crate::browser::{self, Sending, clock, focus, lock, permission, sight, task, upload};
use crate::ui::later::{SOON, later, soon};
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::desk::{Desk, Ticket};
use playground_core::http::{Exchange, Failure, Outcome, PreparedRequest};
use playground_core::words;
use std::sync::Arc;

/// Takes an outcome in; none where it is of no use any more.
type Take = fn(Session, DeskId, Ticket, Exchange) -> Option<Taken>;

/// Takes in what a request brought that the page sent on its own.
type Found = fn(Session, DeskId, &Exchange);

/// The request that the page sends on its own after another, and what takes in what it brings.
type Missed = Option<(PreparedRequest, Found)>;

/// Has everything drawn that follows from an outcome, and says what it is.
type Settle = fn(Session, DeskId, String, bool);

/// What follows from an outcome that was taken in.
struct Taken {
    /// What it is in words.
    words: String,
    /// The request that looks up what a list should have and has not.
    missed: Missed,
    /// What follows when the response has been drawn.
    settle: Settle,
}

later! {
    /// Fetches what takes outcomes in: nobody needs it before the first one.
    async fn taker() -> Take, take in answers;
}

later! {
    /// Fetches what sends large files, what tells more of failures, and what keeps the focus.
    async fn uploader() -> fn(), install in answers;
}

fn install() {
    // The time that passes while a request is under way is told by the style sheet.
    sheets::response();
    upload::install();
    permission::install();
    focus::keep();
}

/// Takes the outcome of a request in, and has its desk show the response as it came, before anything that follows from it.
fn take(session: Session, desk: DeskId, ticket: Ticket, mut exchange: Exchange) -> Option<Taken> {
    browser::text::decode(&mut exchange);
    let words = words::exchange::told(&exchange);
    let exchange = match desk {
        DeskId::Step(key) => {
            let run = session.whole_run(key.walkthrough);
            run.change(|run| run.receive(key.step, ticket, exchange))
        }
        DeskId::Operation(place) => {
            let kept = session.operation(place)?;
            // As long as the request has its token: what was made is removed with the one that made it.
            if kept.awaits(&ticket) {
                (kept.ways().settle)(session, place, &exchange);
            }
            kept.receive(ticket, exchange)
        }
    }?;
    session
        .ledger
        .update(|ledger| ledger.keep(exchange.clone()));
    session.strike_out(&exchange);
    session.show(desk, exchange);
    let missed = match desk {
        DeskId::Step(key) => follow(session, key),
        DeskId::Operation(_) => None,
    };
    Some(Taken {
        words,
        missed,
        settle,
    })
}

/// Does what follows from the outcome that a step has received, and draws nothing of it yet.
fn follow(session: Session, key: StepKey) -> Missed {
    let run = session.whole_run(key.walkthrough);
    run.change(|run| run.follow(key.step));
    session.keep_time(key);
    // At once: whatever happens in the next frame, what was made can still be removed.
    session.take_made(key);
    let server = session.server.get_untracked();
    let missed = run.with_untracked(|run| run.missed(key.step, &server));
    missed.map(|request| (request, found as Found))
}

/// Takes in what looking up has brought.
fn found(session: Session, desk: DeskId, exchange: &Exchange) {
    let Some(key) = desk.step() else { return };
    let server = session.server.get_untracked();
    let run = session.whole_run(key.walkthrough);
    run.change(|run| run.found(key.step, &server, exchange));
}

fn settle(session: Session, desk: DeskId, words: String, was_seen: bool) {
    session.hear(desk);
    match desk {
        DeskId::Step(key) => {
            // Later steps may have been taken back too.
            session.whole_run(key.walkthrough).follow();
            session.remember(key.walkthrough);
        }
        DeskId::Operation(place) => {
            if let Some(desk) = session.operation(place) {
                desk.follow();
            }
        }
    }
    told::say(session, desk, words);
    // The line that says how it went appears below Send, and over it where that stands at the bottom of the window.
    sight::keep(was_seen, send_of(desk));
}

/// Where the form of a desk has what sends it.
fn send_of(desk: DeskId) -> String {
    ["#", &desk.element("form"), " .send"].concat()
}

impl Session {
    /// Sends the request of a desk, unless its last one is still under way.
    pub(in crate::ui) fn send(self, desk: DeskId, request: PreparedRequest) {
        task::spawn(async move {
            self.perform(desk, request).await;
        });
    }

    /// Sends the request of a desk as it stands, where nothing keeps it from being sent.
    pub(in crate::ui) fn send_as_it_stands(self, desk: DeskId) {
        if let Some(request) = self.prepared(desk) {
            self.send(desk, request);
        }
    }

    /// Sends the request of a desk and takes its outcome in; false where it was not sent, or its outcome is of no use any more.
    pub(in crate::ui) async fn perform(self, desk: DeskId, request: PreparedRequest) -> bool {
        let Some(ticket) = self.begin(desk) else {
            return false;
        };
        let was_seen = sight::is_seen(&send_of(desk));
        self.fetch_answers();
        (self.fetch_viewer)();
        let mut bare = request.clone();
        bare.forget_secrets();
        let sending = Sending::reporting(move |progress| self.note(desk, &bare, progress));
        self.sendings.update_value(|all| {
            all.retain(|(other, _)| *other != desk);
            all.push((desk, sending.clone()));
        });
        self.say("Sending.");
        let exchange = self.exchange(request, sending.clone()).await;
        let Some(take) = self.taker(desk, &sending).await else {
            self.give_up(desk, &ticket);
            self.arrived(desk);
            return false;
        };
        let taken = take(self, desk, ticket, exchange);
        let is_taken = taken.is_some();
        self.arrived(desk);
        if let Some(Taken {
            words,
            missed,
            settle,
        }) = taken
        {
            // The response comes first, and the form in a frame of its own: both at once would take longer than one.
            clock::painted().await;
            if let Some((request, found)) = missed {
                let mut exchange = self.exchange(request, sending).await;
                found(self, desk, &exchange);
                exchange.request.forget_secrets();
                self.ledger.update(|ledger| ledger.keep(Arc::new(exchange)));
            }
            settle(self, desk, words, was_seen);
        }
        is_taken
    }

    /// Begins a request. None where the desk has one under way, or cannot send.
    fn begin(self, desk: DeskId) -> Option<Ticket> {
        match desk {
            DeskId::Step(key) => {
                let run = self.whole_run(key.walkthrough);
                let ticket = run.change(|run| run.begin(key.step))?;
                run.wake();
                Some(ticket)
            }
            DeskId::Operation(place) => self.operation(place)?.change(Desk::begin),
        }
    }

    /// Gives a request up: its outcome will be dropped.
    fn give_up(self, desk: DeskId, ticket: &Ticket) {
        match desk {
            DeskId::Step(key) => {
                let run = self.whole_run(key.walkthrough);
                run.change(|run| run.give_up(key.step, ticket));
                run.wake();
            }
            DeskId::Operation(place) => {
                if let Some(kept) = self.operation(place) {
                    kept.change(|desk| desk.give_up(ticket));
                }
            }
        }
    }

    /// Fetches what takes outcomes in, so that it is there when the first one is.
    pub(in crate::ui) fn fetch_answers(self) {
        task::spawn(async {
            if let Ok(install) = uploader().await {
                install();
            }
        });
    }

    /// Returns what takes the outcome of a request in. An outcome that is here already is not lost when that part of
    /// the page does not come: it is asked for again, until it comes or the person gives the request up.
    async fn taker(self, desk: DeskId, sending: &Sending) -> Option<Take> {
        // A request that was stopped has an outcome too, which is shown if it can be, and not waited for for long.
        let was_cancelled = sending.is_cancelled();
        let mut given_up: task::Work<()> = Box::pin(sending.asked_to_end());
        let take = loop {
            let mut fetching: task::Work<_> = Box::pin(soon(taker()));
            match task::first(&mut fetching, &mut given_up).await {
                Some(Some(take)) => break Some(take),
                Some(None) if !was_cancelled => {}
                _ => break None,
            }
            self.unshown.set(Some(desk));
            self.look_for_newer();
            let mut pause: task::Work<()> = Box::pin(clock::wait(SOON));
            if task::first(&mut pause, &mut given_up).await.is_none() {
                break None;
            }
        };
        if self.unshown.get_untracked() == Some(desk) {
            self.unshown.set(None);
        }
        take
    }

    /// Finds out whether parts of the page are missing because the host has a newer version of it.
    pub(in crate::ui) fn look_for_newer(self) {
        task::spawn(async move {
            if !self.newer.get_untracked() && browser::version::is_newer_there().await {
                self.newer.set(true);
            }
        });
    }

    /// Stops the request of a desk.
    pub(in crate::ui) fn cancel(self, desk: DeskId) {
        self.end(desk, Sending::cancel);
    }

    /// Stops the request of a desk that the person leaves.
    pub(in crate::ui) fn leave(self, desk: DeskId) {
        self.end(desk, Sending::leave);
    }

    fn end(self, desk: DeskId, end: fn(&Sending)) {
        self.sendings.with_value(|all| {
            all.iter()
                .filter(|(other, _)| *other == desk)
                .for_each(|(_, sending)| end(sending));
        });
    }

    /// Locks the page to its server, if it is not locked yet. Returns whether it is.
    pub(in crate::ui) fn engage(self) -> bool {
        if !self.locked.get_untracked() {
            self.locked.set(self.server.with_untracked(lock::engage));
        }
        self.locked.get_untracked()
    }

    /// Sends a request under the lock and enters it in the ledger.
    pub(super) async fn exchange(self, request: PreparedRequest, sending: Sending) -> Exchange {
        let server = self.server.get_untracked();
        if !self.engage() {
            return Exchange::new(request, Outcome::Failure(Failure::NoLock), 0);
        }
        let line = self
            .ledger
            .try_update(|ledger| ledger.begin(&request))
            .unwrap_or_default();
        let exchange = browser::send(server, request, sending).await;
        self.ledger.update(|ledger| ledger.finish(line, &exchange));
        exchange
    }
}
