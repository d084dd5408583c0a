//! What the requests of this page have made, and its removal.

use super::{Session, StepKey};
use crate::browser::{Sending, task};
use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::auth::Secret;
use playground_core::catalogue::Method;
use playground_core::http::{Exchange, PreparedRequest};
use playground_core::known::Kind;
use playground_core::walkthrough::Removal;
use playground_core::words;
use std::sync::Arc;

/// Something that was made here.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct MadeThing {
    /// What it is.
    pub(in crate::ui) what: Kind,
    /// What it is called.
    pub(in crate::ui) name: String,
    /// What the thing is called that it is in, for some.
    pub(in crate::ui) inside: Option<String>,
    /// The title of the walkthrough or the operation that made it.
    pub(in crate::ui) by: &'static str,
    /// The request that removes it; none where the page cannot be sure that it would remove this and nothing else.
    request: Option<PreparedRequest>,
    /// How far it is.
    pub(in crate::ui) state: MadeState,
}

/// How far the removal of something is.
#[derive(Clone, PartialEq)]
pub(in crate::ui) enum MadeState {
    /// It is there.
    Here,
    /// The request is under way.
    Going,
    /// It is removed, or was gone already.
    Gone,
    /// It was in something of this name, which is removed.
    GoneWith(String),
    /// It could not be removed.
    Stuck(Stuck),
}

/// The exchange that did not remove something. Each is one of its own.
#[derive(Clone)]
pub(in crate::ui) struct Stuck(Arc<Exchange>);

impl PartialEq for Stuck {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Stuck {
    /// Says why it could not be removed.
    pub(in crate::ui) fn told(&self, session: Session) -> String {
        let host = session.server.with_untracked(words::server::name);
        words::made::not_removed(&self.0, &host)
    }
}

impl MadeThing {
    /// Whether it is there and can be removed from here.
    pub(in crate::ui) fn can_go(&self) -> bool {
        self.request.is_some() && matches!(self.state, MadeState::Here | MadeState::Stuck(_))
    }

    /// Whether it is in something of this kind and name: a table in a base; a row, a column or a view in a table.
    fn is_in(&self, what: Kind, name: &str) -> bool {
        let is_kind = match what {
            Kind::Base => matches!(self.what, Kind::Table | Kind::ApiToken),
            Kind::Table => matches!(self.what, Kind::Row | Kind::Column | Kind::View),
            _ => false,
        };
        is_kind && self.inside.as_deref() == Some(name)
    }

    /// Whether the request of an exchange has removed it.
    fn is_removed_by(&self, exchange: &Exchange) -> bool {
        let request = self.request.as_ref().filter(|_| self.can_go());
        request.is_some_and(|request| exchange.request.covers(request))
    }

    /// Forgets the request that removes it, where that carries a token.
    pub(super) fn forget_token(&mut self, secret: &Secret) {
        self.request.take_if(|request| request.carries(secret));
    }

    /// Returns method and path of the request that removes it.
    pub(in crate::ui) fn call(&self) -> Option<(&'static str, String)> {
        let request = self.request.as_ref()?;
        Some((request.method.as_str(), request.path().into_owned()))
    }
}

impl Session {
    /// Notes what the last request of a step has made.
    pub(super) fn take_made(self, key: StepKey) {
        let server = self.server.get_untracked();
        let removals = self
            .run(key)
            .with_untracked(|run| run.made(key.step, &server));
        let by = CONTENTS.get(key.walkthrough);
        self.list_made(removals, by.map_or("", |by| by.title));
    }

    /// Lists what was made.
    pub(in crate::ui) fn list_made(self, removals: Vec<Removal>, by: &'static str) {
        if removals.is_empty() {
            return;
        }
        self.made.update(|made| {
            made.extend(removals.into_iter().map(|removal| MadeThing {
                what: removal.what,
                name: removal.name,
                inside: removal.inside,
                by,
                request: removal.request,
                state: MadeState::Here,
            }));
        });
    }

    /// Notes what the request of a form has removed of what was made.
    pub(super) fn strike_out(self, exchange: &Exchange) {
        let is_success = exchange.answer().is_some_and(|answer| answer.is_success());
        if !is_success || exchange.request.method != Method::Delete {
            return;
        }
        self.made.update(|made| {
            for place in 0..made.len() {
                let is_removed = made
                    .get(place)
                    .is_some_and(|thing| thing.is_removed_by(exchange));
                if is_removed {
                    gone(made, place);
                }
            }
        });
    }

    /// Removes things one after the other, the newest first: what was made later may depend on what was made before.
    pub(in crate::ui) fn remove(self, mut places: Vec<usize>) {
        places.sort_unstable();
        task::spawn(async move {
            for place in places.into_iter().rev() {
                self.remove_one(place).await;
            }
        });
    }

    async fn remove_one(self, place: usize) {
        let thing = self.made.with_untracked(|made| made.get(place).cloned());
        let Some(thing) = thing.filter(MadeThing::can_go) else {
            return;
        };
        let Some(request) = thing.request else {
            return;
        };
        self.set_state(place, MadeState::Going);
        let mut exchange = self.exchange(request, Sending::new()).await;
        exchange.request.forget_secrets();
        let exchange = Arc::new(exchange);
        self.ledger.update(|ledger| ledger.keep(exchange.clone()));
        let is_gone = exchange
            .answer()
            .is_some_and(|answer| answer.is_success() || answer.status == 404);
        let state = if is_gone {
            self.say("Removed.");
            MadeState::Gone
        } else {
            let stuck = Stuck(exchange);
            self.say(words::made::said_not_removed(&stuck.told(self)));
            MadeState::Stuck(stuck)
        };
        self.set_state(place, state);
    }

    fn set_state(self, place: usize, state: MadeState) {
        self.made.update(|made| match (state, made.get_mut(place)) {
            (MadeState::Gone, _) => gone(made, place),
            (state, Some(thing)) => thing.state = state,
            _ => {}
        });
    }
}

/// Notes that something is gone. What was made in something of that name since then has nothing to be removed from any more.
fn gone(made: &mut [MadeThing], place: usize) {
    if let Some(thing) = made.get_mut(place) {
        thing.state = MadeState::Gone;
        let name = thing.name.clone();
        take_along(made, place, &name);
    }
}

/// Notes of all that is in something that it is gone with what has this name.
fn take_along(made: &mut [MadeThing], place: usize, with: &str) {
    let Some((what, name)) = made
        .get(place)
        .map(|thing| (thing.what, thing.name.clone()))
    else {
        return;
    };
    for place in place..made.len() {
        let inside = made.get_mut(place);
        if let Some(thing) = inside.filter(|thing| thing.can_go() && thing.is_in(what, &name)) {
            thing.state = MadeState::GoneWith(with.to_owned());
            take_along(made, place, with);
        }
    }
}
