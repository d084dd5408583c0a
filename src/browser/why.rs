//! Why no response could be read, as far as the browser lets a page find out.

use super::lock::Watched;
use super::{page, permission, relay};
use playground_core::http::{Failure, PreparedRequest, Server, is_on};
use std::rc::Rc;
use web_sys::Request;

/// What was noted before a request was sent.
pub(super) struct Before {
    watched: Option<Rc<Watched>>,
    was_online: bool,
    /// Whether the lock lets the address pass.
    is_allowed: bool,
    /// The origin that the request goes to.
    target: String,
    is_relayed: bool,
}

impl Before {
    /// Takes note.
    pub(super) fn note(request: &PreparedRequest, server: &Server) -> Self {
        // The browser writes some characters of an address in its own way, and names it so when it refuses it.
        let address = Request::new_with_str(&relay::way(&request.url.in_the_clear()))
            .map(|request| request.url());
        let url = request.url.shown();
        let target = server.target(&url);
        Self {
            watched: address.ok().map(Watched::new),
            was_online: page::is_online(),
            is_allowed: is_on(&url, target),
            target: target.to_owned(),
            is_relayed: relay::leads_to(server),
        }
    }

    /// Says why the request failed.
    pub(super) async fn reason(&self) -> Failure {
        // Chromium reports a violation in a task of its own, after it has refused the request.
        super::clock::turn().await;
        let is_refused = |watched: &Rc<Watched>| watched.is_refused();
        match (page::is_online(), self.was_online) {
            _ if self.watched.as_ref().is_some_and(is_refused) => {
                if self.is_allowed {
                    Failure::Policy
                } else {
                    Failure::Locked
                }
            }
            // It is this machine's own, whatever the network and its permission.
            _ if self.is_relayed => Failure::Relay(String::new()),
            (false, false) => Failure::Offline,
            (false, true) => Failure::WentOffline,
            (true, _) => match permission::denied(&self.target).await {
                Some(keeps) => Failure::Denied(keeps),
                None => Failure::Unreadable,
            },
        }
    }
}
