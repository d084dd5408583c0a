//! The state that the whole page shares, and everything a person can do that reaches beyond one component.

mod desk;
mod forget;
mod looks;
mod made;
mod practice;
mod progress;
mod remaining;
mod runs;
mod send;
mod servers;
mod sketch;
mod time;
mod transfer;
mod typed;

use crate::browser::storage::{self, Keep};
use crate::browser::{Sending, location, relay};
use crate::walkthroughs::ALL;
use leptos::prelude::*;
use playground_core::http::{Ledger, Server};
use playground_core::route::Address;
use playground_core::walkthrough::Walkthrough;

use super::dynamic::memo;
pub(super) use desk::{DeskId, StepKey};
pub(super) use looks::{Shape, View};
pub(super) use made::{MadeThing, State};
pub(super) use practice::Practice;
pub(super) use remaining::Remaining;
use runs::WholeRun;
pub(super) use servers::first_server;
use servers::{KEPT_BASE, KEPT_SERVER};
pub(super) use sketch::Sketch;
pub(super) use transfer::Transfer;

/// The state of the page. All its signals belong to the root and live as long as the page.
#[derive(Clone, Copy)]
pub(super) struct Session {
    /// The server that requests go to.
    pub(super) server: RwSignal<Server>,
    /// The address of an open base, if the person has entered one for a server.
    pub(in crate::ui) base: RwSignal<String>,
    /// Whether the browser holds the page to that server.
    pub(super) locked: RwSignal<bool>,
    /// How far the practice SeaTable is.
    pub(super) practice: RwSignal<Practice>,
    /// Every request sent.
    pub(super) ledger: RwSignal<Ledger>,
    /// Where the page is.
    pub(super) address: RwSignal<Address>,
    /// Whether what the page began with has been on the screen, so that the rest of it may follow.
    pub(super) framed: RwSignal<bool>,
    /// How often everything was forgotten. What is on the page is then drawn anew.
    pub(super) forgotten: RwSignal<u32>,
    /// What the live region says.
    pub(super) said: RwSignal<String>,
    /// Whether the rail is open where it is a drawer.
    pub(super) drawer: RwSignal<bool>,
    /// Whether the dialog that changes the server was opened.
    pub(in crate::ui) asks_server: RwSignal<bool>,
    /// What the requests of this page have made.
    pub(super) made: RwSignal<Vec<MadeThing>>,
    /// The walkthrough whose remaining steps are being sent, and what stopped the last time.
    pub(in crate::ui) remaining: RwSignal<Remaining>,
    /// The present moment in seconds since 1970, renewed while the page is open: by the server's clock, where that is known.
    pub(super) now: Memo<u64>,
    /// How far the server's clock is ahead of this machine's, in seconds; none as long as that is not known.
    pub(super) ahead: RwSignal<Option<i64>>,
    /// The desk whose response is here and cannot be shown, since a part of the page did not come.
    pub(super) unshown: RwSignal<Option<DeskId>>,
    /// Whether the host has a newer version of the page, so that parts of this one may be gone from there.
    pub(super) newer: RwSignal<bool>,
    /// The requests under way that take their time.
    under_way: RwSignal<Vec<transfer::UnderWay>>,
    /// Whether long lines of an answer are wrapped.
    pub(super) wrapped: RwSignal<bool>,
    /// How the answers of desks are looked at.
    looks: StoredValue<Vec<(DeskId, looks::Look)>>,
    /// One run for each walkthrough.
    runs: StoredValue<Vec<WholeRun>>,
    /// The run of a walkthrough that is not there.
    no_run: WholeRun,
    /// The requests under way, by desk.
    sendings: StoredValue<Vec<(DeskId, Sending)>, LocalStorage>,
    /// Fetches what shows responses, which a request that is sent soon needs.
    fetch_viewer: fn(),
}

impl Session {
    /// Makes the state and takes up what the tab remembers.
    pub(super) fn new(fetch_viewer: fn()) -> Self {
        let runs = ALL.iter().map(WholeRun::new);
        let (local, ahead) = (time::ticking(), RwSignal::new(None));
        let kept = storage::get(Keep::Tab, KEPT_SERVER)
            .and_then(Server::kept)
            // A relay leads to one server alone.
            .filter(|server| server.is_in_page() || relay::server().is_none());
        let session = Self {
            server: RwSignal::new(kept.clone().unwrap_or_else(first_server)),
            base: RwSignal::new(storage::get(Keep::Tab, KEPT_BASE).unwrap_or_default()),
            locked: RwSignal::new(false),
            practice: RwSignal::new(Practice::Off),
            ledger: RwSignal::new(Ledger::default()),
            address: RwSignal::new(Address::parse(&location::hash())),
            framed: RwSignal::new(false),
            forgotten: RwSignal::new(0),
            said: RwSignal::new(String::new()),
            drawer: RwSignal::new(false),
            asks_server: RwSignal::new(false),
            made: RwSignal::new(Vec::new()),
            remaining: RwSignal::new(Remaining::default()),
            now: memo(move || local.get().saturating_add_signed(ahead.get().unwrap_or(0))),
            ahead,
            unshown: RwSignal::new(None),
            newer: RwSignal::new(false),
            under_way: RwSignal::new(Vec::new()),
            wrapped: RwSignal::new(false),
            looks: StoredValue::new(Vec::new()),
            runs: StoredValue::new(runs.collect()),
            no_run: WholeRun::new(&Walkthrough::NONE),
            sendings: StoredValue::new_local(Vec::new()),
            fetch_viewer,
        };
        session.recall();
        session.retype();
        location::on_change(move |hash| session.address.set(Address::parse(&hash)));
        // Opening the page asks no server anything. The practice SeaTable is the page's own.
        if kept.is_some_and(|server| server.is_in_page()) {
            session.meet();
        }
        session
    }

    /// Says something to a screen reader.
    pub(super) fn say(self, text: impl Into<String>) {
        self.said.set(text.into());
    }
}

/// Returns the state of the page.
pub(super) fn session() -> Session {
    // Provided by `App`, above every component that asks for it.
    expect_context()
}
