//! The state that the whole page shares, and everything a person can do that reaches beyond one component.

mod desk;
mod looks;
mod made;
mod progress;
mod rest;
mod send;
mod servers;
mod time;
mod transfer;
mod typed;

use crate::browser::storage::{self, Keep};
use crate::browser::{Sending, clock, files, location, practice, relay, task};
use leptos::prelude::*;
use playground_core::http::{Exchange, Ledger, Server};
use playground_core::route::Address;
use playground_core::walkthrough::Run;

use std::sync::Arc;

use super::dynamic::memo;
use super::later::later;
use super::practice_banner::Credentials;
pub(super) use desk::{DeskId, StepKey};
pub(super) use looks::{Shape, View};
pub(super) use made::{MadeThing, State};
pub(super) use transfer::Transfer;

/// The name under which the tab remembers the server, so that a reload comes back to it.
const KEPT_SERVER: &str = "server";

/// The name under which the tab remembers the address of an open base that was entered for a server.
const KEPT_BASE: &str = "base";

/// The name under which the tab remembers which servers were chosen.
const KEPT_RECENT: &str = "servers";

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
    pub(super) resting: RwSignal<rest::Resting>,
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
    runs: StoredValue<Vec<RunState>>,
    /// The requests under way, by desk.
    sendings: StoredValue<Vec<(DeskId, Sending)>, LocalStorage>,
}

/// How far the practice SeaTable is.
#[derive(Clone, PartialEq)]
pub(super) enum Practice {
    /// The server is a real one, as far as the page knows.
    Off,
    /// The program is being loaded.
    Loading,
    /// The server is a practice SeaTable; these open it. That in the page is asked for its own when they are needed.
    On(Option<Credentials>),
    /// The program could not be loaded.
    Unavailable,
}

/// A run, and for each step two numbers that change with every outcome.
#[derive(Clone)]
struct RunState {
    run: RwSignal<Run>,
    /// What stands where the response is shown, which is drawn first.
    responses: Vec<RwSignal<u32>>,
    /// What follows from it for the form.
    outcomes: Vec<RwSignal<u32>>,
}

impl RunState {
    /// Has everything drawn anew that shows responses and outcomes.
    fn draw(&self) {
        let numbers = self.responses.iter().chain(&self.outcomes);
        numbers.for_each(|number| number.update(|number| *number += 1));
    }
}

/// Finds out whether a server is a practice SeaTable.
type Meet = fn(Session, Server) -> task::Work<Practice>;

later! {
    /// Fetches what finds that out, and what starts the practice SeaTable in the page and sends to it.
    async fn meeter() -> Meet, meet in practice;
}

fn meet(session: Session, server: Server) -> task::Work<Practice> {
    Box::pin(async move {
        if server.is_in_page() {
            return match practice::start().await {
                Ok(()) => Practice::On(None),
                Err(_) => Practice::Unavailable,
            };
        }
        let request = Credentials::request(&server);
        let exchange = session.exchange(request, Sending::new()).await;
        Credentials::of(&exchange).map_or(Practice::Off, |it| Practice::On(Some(it)))
    })
}

impl Session {
    /// Makes the state and takes up what the tab remembers.
    pub(super) fn new() -> Self {
        let runs = crate::walkthroughs::ALL.iter().map(|walkthrough| {
            let numbers = || walkthrough.steps.iter().map(|_| RwSignal::new(0)).collect();
            RunState {
                run: RwSignal::new(Run::new(walkthrough)),
                responses: numbers(),
                outcomes: numbers(),
            }
        });
        let (local, ahead) = (ticking(), RwSignal::new(None));
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
            resting: RwSignal::new(rest::Resting::default()),
            now: memo(move || local.get().saturating_add_signed(ahead.get().unwrap_or(0))),
            ahead,
            unshown: RwSignal::new(None),
            newer: RwSignal::new(false),
            under_way: RwSignal::new(Vec::new()),
            wrapped: RwSignal::new(false),
            looks: StoredValue::new(Vec::new()),
            runs: StoredValue::new(runs.collect()),
            sendings: StoredValue::new_local(Vec::new()),
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

    /// Returns the run of a walkthrough.
    pub(super) fn run(self, walkthrough: usize) -> RwSignal<Run> {
        self.runs.with_value(|runs| runs[walkthrough].run)
    }

    /// Returns a number that changes with every response of a step, before anything else is drawn.
    fn responses(self, key: StepKey) -> RwSignal<u32> {
        self.runs
            .with_value(|runs| runs[key.walkthrough].responses[key.step])
    }

    /// Has the response of a desk drawn, before anything that follows from it.
    fn draw_response(self, desk: DeskId) {
        if let Some(key) = desk.step() {
            self.responses(key).update(|number| *number += 1);
        }
    }

    /// Returns the exchange that a desk shows.
    pub(super) fn shown(self, desk: DeskId) -> Option<Arc<Exchange>> {
        let key = desk.step()?;
        self.responses(key).track();
        let run = self.run(key.walkthrough);
        run.with_untracked(|run| run.exchange(key.step).cloned())
    }

    /// Returns a number that changes with every outcome of a step, once its response is drawn.
    pub(super) fn outcomes(self, key: StepKey) -> RwSignal<u32> {
        self.runs
            .with_value(|runs| runs[key.walkthrough].outcomes[key.step])
    }

    /// Returns the runs with their walkthroughs.
    fn run_states(self) -> Vec<RunState> {
        self.runs.get_value()
    }

    /// Says something to a screen reader.
    pub(super) fn say(self, text: impl Into<String>) {
        self.said.set(text.into());
    }

    /// Takes another server. A locked page has to be loaded anew for that. Nothing is sent to it before the person sends something.
    pub(super) fn choose(self, server: Server) {
        if server == self.server.get_untracked() {
            return;
        }
        storage::set(Keep::Tab, KEPT_SERVER, server.origins());
        if self.locked.get_untracked() {
            location::replace("#/");
            location::reload();
            return;
        }
        self.practice.set(Practice::Off);
        let in_page = server.is_in_page();
        self.server.set(server);
        // What was done on the other server is not done on this one.
        self.recall();
        if in_page {
            self.meet();
        }
    }

    /// Finds out whether the server is a practice SeaTable: loads the one in the page, or asks one on this machine.
    pub(super) fn meet(self) {
        let server = self.server.get_untracked();
        if server.is_in_page() {
            self.practice.set(Practice::Loading);
        } else if !server.takes_practice_tokens() {
            return;
        }
        task::spawn(async move {
            let met = match meeter().await {
                Ok(meet) => meet(self, server.clone()).await,
                Err(_) if server.is_in_page() => Practice::Unavailable,
                Err(_) => Practice::Off,
            };
            // Meanwhile the person may have gone to another server.
            if self.server.get_untracked() == server {
                self.practice.set(met);
            }
        });
    }

    /// Returns what opens the practice SeaTable.
    pub(super) fn credentials(self) -> Option<Credentials> {
        match self.practice.get_untracked() {
            Practice::On(None) => Credentials::read(practice::credentials()?.as_bytes()),
            Practice::On(held) => held,
            _ => None,
        }
    }

    /// Forgets what was entered, what came, what was sent and made, and how it was looked at. The memory that held it is
    /// overwritten (`browser::memory`).
    pub(super) fn forget(self) {
        for sending in self
            .sendings
            .try_update_value(std::mem::take)
            .into_iter()
            .flatten()
        {
            sending.1.cancel();
        }
        for (walkthrough, state) in self.run_states().into_iter().enumerate() {
            state.run.update(Run::reset);
            state.draw();
            self.forget_done(walkthrough);
        }
        self.made.set(Vec::new());
        self.ledger.set(Ledger::default());
        self.resting.set(rest::Resting::default());
        self.unshown.set(None);
        self.under_way.set(Vec::new());
        self.looks.set_value(Vec::new());
        files::forget();
        self.base.set(String::new());
        storage::remove(Keep::Tab, KEPT_BASE);
        storage::remove(Keep::Tab, KEPT_RECENT);
        if !self.server.with_untracked(Server::is_in_page) {
            self.practice.set(Practice::Off);
        }
        // What stands in fields that no run knows of goes with the fields.
        self.forgotten.update(|times| *times += 1);
        self.say("Everything is forgotten.");
        // The other host that links may lead to is too. A lock for both ends with a reload, which has nothing left to cost.
        let server = self.server.get_untracked();
        if server.links().is_some() {
            self.choose(server.with_links(None));
        }
    }
}

/// Returns the server that requests go to before anybody has chosen one: that of the relay the page comes from, or SeaTable Cloud.
pub(super) fn first_server() -> Server {
    relay::server().unwrap_or_else(Server::cloud)
}

/// Returns the state of the page.
pub(super) fn session() -> Session {
    // Provided by `App`, above every component that asks for it.
    expect_context()
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

fn ticking() -> ReadSignal<u64> {
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
