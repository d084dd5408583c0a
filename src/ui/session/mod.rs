//! The state that the whole page shares, and everything a person can do that reaches beyond one component.

mod desk;
mod exchanges;
mod forget;
mod form;
mod looks;
mod made;
mod operations;
mod practice;
mod progress;
mod remaining;
mod runs;
mod send;
mod servers;
mod signals;
mod sketch;
mod time;
mod told;
mod transfer;
mod typed;
mod values;

use crate::browser::storage::{self, Keep};
use crate::browser::{Sending, location, relay};
use leptos::prelude::*;
use playground_core::http::{Ledger, Server};
use playground_core::route::Address;
use std::ops::Deref;

use super::dynamic::{Memo, memo};
pub(super) use desk::{DeskId, StepKey};
pub(super) use form::DeskForm;
pub(super) use looks::{Shape, View};
pub(super) use made::{MadeState, MadeThing};
use operations::OperationDesk;
pub(super) use operations::Ways;
pub(super) use practice::Practice;
pub(super) use remaining::Remaining;
use runs::Runs;
pub(super) use runs::WholeRun;
use servers::{KEPT_BASE, KEPT_SERVER};
pub(super) use servers::{KEPT_PINNED, first_server};
pub(super) use sketch::Sketch;
pub(super) use transfer::Transfer;
use values::Shelf;
pub(super) use values::{Errand, Values};

/// The state of the page. It lives as long as the page, as all its signals do: they belong to the root.
#[derive(Clone, Copy)]
pub(super) struct Session(&'static Shared);

/// What the state of the page is.
///
/// A signal whose kind of value no other one has is counted by reference: the arena of signals would need code of its own for it.
pub(super) struct Shared {
    /// The server that requests go to.
    pub(super) server: ArcRwSignal<Server>,
    /// The address of an open base, if the person has entered one for a server.
    pub(in crate::ui) base: RwSignal<String>,
    /// Whether the browser holds the page to that server.
    pub(super) locked: RwSignal<bool>,
    /// How far the practice SeaTable is.
    pub(super) practice: ArcRwSignal<Practice>,
    /// Every request sent.
    pub(super) ledger: ArcRwSignal<Ledger>,
    /// Where the page is.
    pub(super) address: ArcRwSignal<Address>,
    /// Whether what the page began with has been on the screen, so that the rest of it may follow.
    pub(super) framed: RwSignal<bool>,
    /// Whether a walkthrough has been on the screen, so that what its forms can do without may follow.
    pub(super) stands: RwSignal<bool>,
    /// Whether the reader has gone on from the page that was opened first.
    pub(super) moved: RwSignal<bool>,
    /// How often everything was forgotten. What is on the page is then drawn anew.
    pub(super) forgotten: RwSignal<u32>,
    /// What the live region says.
    pub(super) said: RwSignal<String>,
    /// Whether the rail is open where it is a drawer.
    pub(super) drawer: RwSignal<bool>,
    /// Whether the dialog that changes the server was opened.
    pub(in crate::ui) asks_server: RwSignal<bool>,
    /// What the requests of this page have made.
    pub(super) made: ArcRwSignal<Vec<MadeThing>>,
    /// The walkthrough whose remaining steps are being sent, and what stopped the last time.
    pub(in crate::ui) remaining: ArcRwSignal<Remaining>,
    /// The present moment in seconds since 1970, renewed while the page is open: by the server's clock, where that is known.
    pub(super) now: Memo<u64>,
    /// How far the server's clock is ahead of this machine's, in seconds; none as long as that is not known.
    pub(super) ahead: ArcRwSignal<Option<i64>>,
    /// The desk whose response is here and cannot be shown, since a part of the page did not come.
    pub(super) unshown: ArcRwSignal<Option<DeskId>>,
    /// Whether the host has a newer version of the page, so that parts of this one may be gone from there.
    pub(super) newer: RwSignal<bool>,
    /// The requests under way that take their time.
    under_way: ArcRwSignal<Vec<transfer::UnderWay>>,
    /// Whether long lines of an answer are wrapped.
    pub(super) wrapped: RwSignal<bool>,
    /// How the answers of desks are looked at.
    looks: StoredValue<Vec<(DeskId, looks::Look)>>,
    /// The walkthroughs that were opened.
    runs: Runs,
    /// What was typed before a reload, for the walkthroughs that are not opened yet.
    typed: StoredValue<String>,
    /// The desks of operations that were opened, by their places in the catalogue.
    operations: StoredValue<Vec<(usize, &'static OperationDesk)>>,
    /// What answers told of.
    shelf: Shelf,
    /// The requests under way, by desk.
    sendings: StoredValue<Vec<(DeskId, Sending)>, LocalStorage>,
    /// Fetches what shows responses, which a request that is sent soon needs.
    fetch_viewer: fn(),
}

impl Deref for Session {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

impl Session {
    /// Makes the state and takes up what the tab remembers.
    pub(super) fn new(fetch_viewer: fn()) -> Self {
        let (local, ahead) = (time::ticking(), ArcRwSignal::new(None));
        let known = ahead.clone();
        let kept = storage::get(Keep::Tab, KEPT_SERVER)
            .and_then(Server::kept)
            // A relay leads to one server alone.
            .filter(|server| server.is_in_page() || relay::server().is_none());
        let session = Self(Box::leak(Box::new(Shared {
            server: ArcRwSignal::new(kept.clone().unwrap_or_else(first_server)),
            base: RwSignal::new(storage::get(Keep::Tab, KEPT_BASE).unwrap_or_default()),
            locked: RwSignal::new(false),
            practice: ArcRwSignal::new(Practice::Off),
            ledger: ArcRwSignal::new(Ledger::default()),
            address: ArcRwSignal::new(Address::parse(&location::hash())),
            framed: RwSignal::new(false),
            stands: RwSignal::new(false),
            moved: RwSignal::new(false),
            forgotten: RwSignal::new(0),
            said: RwSignal::new(String::new()),
            drawer: RwSignal::new(false),
            asks_server: RwSignal::new(false),
            made: ArcRwSignal::new(Vec::new()),
            remaining: ArcRwSignal::new(Remaining::default()),
            now: memo(move || local.get().saturating_add_signed(known.get().unwrap_or(0))),
            ahead,
            unshown: ArcRwSignal::new(None),
            newer: RwSignal::new(false),
            under_way: ArcRwSignal::new(Vec::new()),
            wrapped: RwSignal::new(false),
            looks: StoredValue::new(Vec::new()),
            runs: Runs::default(),
            typed: StoredValue::new(typed::kept()),
            operations: StoredValue::new(Vec::new()),
            shelf: Shelf::default(),
            sendings: StoredValue::new_local(Vec::new()),
            fetch_viewer,
        })));
        location::on_change(move |hash| session.address.set(Address::parse(&hash)));
        // Opening the page asks no server anything. The practice SeaTable is the page's own.
        if kept.is_some_and(|server| server.is_in_page()) {
            session.recognise_practice();
        }
        session
    }

    /// Goes to another address in the place of this one, as if a link had led there.
    pub(super) fn lead_on(self, hash: &str) {
        location::replace(hash);
        self.address.set(Address::parse(hash));
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
