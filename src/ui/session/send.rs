//! Sending: the request of a step, and any request under the lock.

use super::{Session, StepKey};
use crate::browser::{self, Sending, clock, lock, permission, task, upload};
use crate::ui::later::{SOON, later, soon};
use crate::ui::wire;
use leptos::prelude::*;
use playground_core::http::{Exchange, Failure, Outcome, PreparedRequest, prepare};
use playground_core::walkthrough::{self, Ticket};

/// Takes an outcome in; none where it is of no use any more.
type Take = fn(Session, Ticket, usize, Exchange) -> Option<Taken>;

/// Takes in what a request brought that the page sent on its own.
type Found = fn(Session, StepKey, &Exchange);

/// What follows from an outcome that was taken in.
struct Taken {
    /// What it is in words.
    words: String,
    /// The request that looks up what a list should have and has not, and what takes in what that brings.
    missed: Option<(PreparedRequest, Found)>,
}

later! {
    /// Fetches what takes outcomes in: nobody needs it before the first one.
    async fn taker() -> Take, take in answers;
}

later! {
    /// Fetches what sends large files, and what tells more of failures.
    async fn uploader() -> fn(), install in answers;
}

fn install() {
    upload::install();
    permission::install();
}

/// Takes the outcome of a request in. Nothing is drawn yet.
fn take(
    session: Session,
    ticket: Ticket,
    walkthrough: usize,
    mut exchange: Exchange,
) -> Option<Taken> {
    browser::text::decode(&mut exchange);
    let key = StepKey {
        walkthrough,
        step: ticket.step(),
    };
    let words = crate::ui::text::outcome(&exchange);
    let run = session.run(walkthrough);
    let is_taken = run.try_update_untracked(|run| run.finish(ticket, exchange));
    is_taken.filter(|is_taken| *is_taken)?;
    session.keep_time(key);
    // At once: whatever happens in the next frame, what was made can still be removed.
    session.take_made(key);
    let server = session.server.get_untracked();
    let missed = run.with_untracked(|run| run.missed(key.step, &server));
    let missed = missed.map(|request| (request, found as Found));
    Some(Taken { words, missed })
}

/// Takes in what looking up has brought.
fn found(session: Session, key: StepKey, exchange: &Exchange) {
    let server = session.server.get_untracked();
    let run = session.run(key.walkthrough);
    run.update_untracked(|run| run.found(key.step, &server, exchange));
}

impl Session {
    /// Sends the request of a step, unless that step's last one is still under way.
    pub(in crate::ui) fn send(self, key: StepKey, request: PreparedRequest) {
        task::spawn(async move {
            self.perform(key, request).await;
        });
    }

    /// Sends the request of a step as it stands, where nothing keeps it from being sent.
    pub(in crate::ui) fn send_as_it_stands(self, key: StepKey) {
        if let Some(Ok(request)) = self.prepared(key) {
            self.send(key, request);
        }
    }

    /// Puts the request of a step together; none for a step that sends nothing.
    pub(super) fn prepared(
        self,
        key: StepKey,
    ) -> Option<Result<PreparedRequest, Vec<playground_core::http::FieldError>>> {
        let server = self.server.get_untracked();
        self.run(key.walkthrough).with_untracked(|run| {
            walkthrough::draft(run, key.step, &server, &self.files(key))
                .map(|draft| prepare(&draft))
        })
    }

    /// Sends the request of a step and takes its outcome in; false where it was not sent, or its outcome is of no use any more.
    pub(super) async fn perform(self, key: StepKey, request: PreparedRequest) -> bool {
        let run = self.run(key.walkthrough);
        let Some(ticket) = run.try_update(|run| run.begin(key.step)).flatten() else {
            return false;
        };
        self.fetch_answers();
        wire::fetch_viewer();
        let mut bare = request.clone();
        bare.forget_secrets();
        let sending = Sending::reporting(move |progress| self.note(key, &bare, progress));
        self.sendings.update_value(|all| {
            all.retain(|(other, _)| *other != key);
            all.push((key, sending.clone()));
        });
        self.say("Sending.");
        let exchange = self.exchange(request, sending.clone()).await;
        let Some(take) = self.taker(key, &sending).await else {
            run.update(|run| run.give_up(&ticket));
            self.arrived(key);
            return false;
        };
        let taken = take(self, ticket, key.walkthrough, exchange);
        let is_taken = taken.is_some();
        if let Some(Taken { words, missed }) = taken {
            // The response comes first, and the form in a frame of its own: both at once would take longer than one.
            self.responses(key).update(|number| *number += 1);
            self.arrived(key);
            clock::painted().await;
            if let Some((request, found)) = missed {
                let exchange = self.exchange(request, sending).await;
                found(self, key, &exchange);
            }
            self.settle(key, words);
        } else {
            self.arrived(key);
        }
        is_taken
    }

    /// Has everything drawn that follows from an outcome.
    fn settle(self, key: StepKey, words: String) {
        self.run(key.walkthrough).notify();
        // Later steps may have been taken back too.
        self.recount(key.walkthrough);
        self.remember(key.walkthrough);
        self.say(words);
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
    async fn taker(self, key: StepKey, sending: &Sending) -> Option<Take> {
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
            self.unshown.set(Some(key));
            self.look_for_newer();
            let mut pause: task::Work<()> = Box::pin(clock::wait(SOON));
            if task::first(&mut pause, &mut given_up).await.is_none() {
                break None;
            }
        };
        if self.unshown.get_untracked() == Some(key) {
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

    /// Stops the request of a step.
    pub(in crate::ui) fn cancel(self, key: StepKey) {
        self.end(key, Sending::cancel);
    }

    /// Stops the request of a step that the person leaves.
    pub(in crate::ui) fn leave(self, key: StepKey) {
        self.end(key, Sending::leave);
    }

    fn end(self, key: StepKey, end: fn(&Sending)) {
        self.sendings.with_value(|all| {
            all.iter()
                .filter(|(other, _)| *other == key)
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
