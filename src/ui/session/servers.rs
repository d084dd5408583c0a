//! The servers of this tab: the one to take, those that were in use before, and the base whose address named one.

use super::{Practice, Session};
use crate::browser::storage::{self, Keep};
use crate::browser::{location, relay};
use leptos::prelude::*;
use playground_core::http::{OpenBase, Server, is_on};

/// The name under which the tab remembers the server, so that a reload comes back to it.
pub(super) const KEPT_SERVER: &str = "server";

/// The name under which the tab remembers the address of an open base that was entered for a server.
pub(super) const KEPT_BASE: &str = "base";

/// The name under which the tab remembers which servers were chosen.
pub(super) const KEPT_RECENT: &str = "servers";

/// Where it is noted which operations are pinned.
pub(in crate::ui) const KEPT_PINNED: &str = "pinned";

/// How many servers are offered again.
const RECENT: usize = 5;

impl Session {
    /// Takes another server. A locked page has to be loaded anew for that. Nothing is sent to it before the person sends something.
    pub(in crate::ui) fn choose(self, server: Server) {
        if server == self.server.get_untracked() {
            return;
        }
        storage::set(Keep::Tab, KEPT_SERVER, server.origins());
        if self.locked.get_untracked() {
            // The same page. What its link filled in may belong to the server of before.
            location::replace(
                &self
                    .address
                    .with_untracked(|address| address.route.to_string()),
            );
            location::reload();
            return;
        }
        self.practice.set(Practice::Off);
        let in_page = server.is_in_page();
        self.server.set(server);
        // What was done on the other server is not done on this one.
        for (walkthrough, run) in self.0.runs.all() {
            self.recall(walkthrough, run);
        }
        if in_page {
            self.recognise_practice();
        }
    }

    /// Takes a server that the person has agreed to, and keeps the base whose address named it.
    pub(in crate::ui) fn take(self, server: Server, base: Option<&OpenBase>) {
        let before = self.server.get_untracked();
        let mut recent = self.recent();
        for used in [before, server.clone()] {
            recent.retain(|other| other.origin() != used.origin());
            if !used.is_in_page() {
                recent.insert(0, used);
            }
        }
        recent.truncate(RECENT);
        let origins: Vec<_> = recent.iter().map(Server::origin).collect();
        storage::set(Keep::Tab, KEPT_RECENT, &origins.join(" "));
        if let Some(base) = base {
            let address = [server.origin(), &base.path()].concat();
            storage::set(Keep::Tab, KEPT_BASE, &address);
            self.base.set(address);
        }
        self.choose(server);
    }

    /// Lets upload links lead to this server too. A locked page has to be loaded anew for that; what was typed is kept.
    pub(in crate::ui) fn allow_links(self, other: &Server) {
        let both = self
            .server
            .with_untracked(|server| server.with_links(Some(other)));
        storage::set(Keep::Tab, KEPT_SERVER, both.origins());
        if self.locked.get_untracked() {
            self.reload();
        } else {
            self.server.set(both);
        }
    }

    /// Lists the servers that were chosen in this tab, the latest first.
    pub(in crate::ui) fn recent(self) -> Vec<Server> {
        let kept = storage::get(Keep::Tab, KEPT_RECENT).unwrap_or_default();
        let origins = kept.split(' ').map(str::to_owned);
        origins.filter_map(Server::kept).take(RECENT).collect()
    }

    /// Returns the base whose address was entered for the server that requests go to.
    pub(in crate::ui) fn open_base(self) -> Option<OpenBase> {
        let is_here = |address: &String| self.server.with(|server| is_on(address, server.origin()));
        let address = Some(self.base.get()).filter(is_here)?;
        OpenBase::read(&address)
    }
}

/// Returns the server that requests go to before anybody has chosen one: that of the relay the page comes from, or SeaTable Cloud.
pub(in crate::ui) fn first_server() -> Server {
    relay::server().unwrap_or_else(Server::cloud)
}
