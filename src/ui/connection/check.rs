//! A check under way, and the last one: its requests one after the other, and what came of each.

use crate::browser::{Sending, clock, probe, task};
use crate::ui::session::Session;
use leptos::prelude::*;
use playground_core::connection::{Circumstances, Finding, Found, Probe, Verdict, verdicts};
use playground_core::http::{Failure, LineResult, Server};
use std::cell::RefCell;

/// How long a request of the check may take, in seconds.
const LIMIT: u32 = 8;

/// The same while the browser may be asking the person.
const ASKED: u32 = 60;

/// How long a check holds, in milliseconds: a request that fails within that time begins no other.
const HOLDS: f64 = 60_000.0;

thread_local! {
    /// The last check. It may still be under way.
    static LAST: RefCell<Option<Check>> = const { RefCell::new(None) };
    /// Its request under way.
    static SENDING: RefCell<Option<Sending>> = const { RefCell::new(None) };
}

/// A check of one server.
#[derive(Clone)]
pub(super) struct Check {
    server: Server,
    /// How often everything had been forgotten before.
    forgotten: u32,
    began_ms: f64,
    /// How far it is.
    pub(super) state: ArcRwSignal<CheckState>,
}

/// How far a check is.
#[derive(Clone, Default)]
pub(super) struct CheckState {
    /// What has come.
    pub(super) found: Vec<Found>,
    /// What is being asked.
    pub(super) asking: Option<Probe>,
    /// What it takes place under, once that is known.
    pub(super) circumstances: Option<Circumstances>,
    /// What it comes to, once it is over.
    pub(super) verdicts: Option<Vec<Verdict>>,
    /// When it was over.
    pub(super) ended_ms: f64,
}

impl Check {
    /// Returns the last check of the present server, if there was one.
    pub(super) fn last(session: Session) -> Option<Self> {
        let last = LAST.with_borrow(Clone::clone)?;
        last.is_of(session).then_some(last)
    }

    /// Returns the last check, if it still holds, or else begins another.
    pub(super) fn recent(session: Session) -> Self {
        Self::last(session)
            .filter(|last| last.is_under_way() || last.is_fresh())
            .unwrap_or_else(|| Self::begin(session))
    }

    /// Begins a check, unless one is under way.
    pub(super) fn begin(session: Session) -> Self {
        if let Some(last) = Self::last(session).filter(Self::is_under_way) {
            return last;
        }
        let check = Self {
            server: session.server.get_untracked(),
            forgotten: session.forgotten.get_untracked(),
            began_ms: clock::monotonic_ms(),
            state: ArcRwSignal::new(CheckState::default()),
        };
        LAST.set(Some(check.clone()));
        task::spawn(check.clone().run(session));
        check
    }

    /// Stops it.
    pub(super) fn stop() {
        if let Some(sending) = SENDING.take() {
            sending.cancel();
        }
    }

    /// Whether it is not over yet.
    pub(super) fn is_under_way(&self) -> bool {
        self.state.with_untracked(|state| state.verdicts.is_none())
    }

    /// Whether it is so new that it still holds.
    pub(super) fn is_fresh(&self) -> bool {
        clock::monotonic_ms() - self.began_ms < HOLDS
    }

    /// Whether the page still has that server, and has forgotten nothing since.
    fn is_of(&self, session: Session) -> bool {
        session
            .server
            .with_untracked(|server| *server == self.server)
            && session.forgotten.get_untracked() == self.forgotten
    }

    async fn run(self, session: Session) {
        let mut circumstances = probe::circumstances(&self.server).await;
        self.state
            .update(|state| state.circumstances = Some(circumstances.clone()));
        let mut found = Vec::new();
        while let Some(probe) = Probe::next(&found) {
            self.state.update(|state| state.asking = Some(probe));
            let seconds = if circumstances.is_asked() {
                ASKED
            } else {
                LIMIT
            };
            let finding = self.ask(session, probe, seconds).await;
            found.push((probe, finding));
            self.state.update(|state| state.found.clone_from(&found));
        }
        // The person may have allowed or denied something meanwhile.
        circumstances = probe::circumstances(&self.server).await;
        self.state.update(|state| {
            state.asking = None;
            state.verdicts = Some(verdicts(&found, &circumstances));
            state.circumstances = Some(circumstances);
            state.ended_ms = clock::monotonic_ms();
        });
    }

    /// Makes one request under the lock, and enters it in the ledger as one of the check.
    async fn ask(&self, session: Session, probe: Probe, seconds: u32) -> Finding {
        if !self.is_of(session) {
            return Finding::Failed(Failure::Cancelled);
        }
        if !session.engage() {
            return Finding::Failed(Failure::NoLock);
        }
        let request = probe.request(&self.server);
        let line = session
            .ledger
            .try_update(|ledger| ledger.begin_check(&request))
            .unwrap_or_default();
        let sending = Sending::new();
        SENDING.set(Some(sending.clone()));
        let came = probe::ask(probe, &self.server, &sending, seconds).await;
        // A list that was forgotten has other lines by now.
        if self.is_of(session) {
            session.ledger.update(|ledger| {
                ledger.finish_check(line, result(&came.finding), came.bytes, came.elapsed_ms);
            });
        }
        came.finding
    }
}

fn result(finding: &Finding) -> LineResult {
    match finding {
        Finding::Came => LineResult::Unread,
        Finding::Read(read) => LineResult::Status(read.status),
        Finding::Failed(failure) => LineResult::Failure(failure.clone()),
    }
}
