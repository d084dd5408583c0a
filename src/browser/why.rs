//! Why no response could be read, as far as the browser lets a page find out.

use super::lock::Watched;
use super::{location, page, relay};
use crate::http::{Failure, PreparedRequest, Server, host_of, is_nearby, is_on};
use js_sys::{Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Request;

/// The names of the permission to reach the local network: one at first, now one for it and one for this device.
const LOCAL_NETWORK: [&str; 3] = ["local-network-access", "local-network", "loopback-network"];

/// What was noted before a request was sent.
pub(super) struct Before {
    watched: Option<Rc<Watched>>,
    was_online: bool,
    /// Whether the lock lets the address pass.
    is_allowed: bool,
    is_nearby: bool,
    is_relayed: bool,
}

impl Before {
    /// Takes note.
    pub(super) fn note(request: &PreparedRequest, server: &Server) -> Self {
        // The browser writes some characters of an address in its own way, and names it so when it refuses it.
        let address = Request::new_with_str(&relay::way(&request.url)).map(|request| request.url());
        let target = server.target(&request.url);
        Self {
            watched: address.ok().map(Watched::new),
            was_online: page::is_online(),
            is_allowed: is_on(&request.url, target),
            // In the local network itself, the page needs no permission: a server there is no nearer than it.
            is_nearby: is_nearby(host_of(target)) && !is_nearby(host_of(&location::origin())),
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
            (true, _) if is_denied().await => Failure::Denied(self.is_nearby),
            (true, _) => Failure::Unreadable,
        }
    }
}

/// Whether the page was denied the local network.
async fn is_denied() -> bool {
    for name in LOCAL_NETWORK {
        if state(name).await.is_some_and(|state| state == "denied") {
            return true;
        }
    }
    false
}

/// Returns the state of a permission; none where the browser does not know it.
pub(super) async fn state(name: &str) -> Option<String> {
    let permissions = page::window()?.navigator().permissions().ok()?;
    let descriptor = Object::new();
    Reflect::set(&descriptor, &"name".into(), &JsValue::from_str(name)).ok()?;
    let status = JsFuture::from(permissions.query(&descriptor).ok()?)
        .await
        .ok()?;
    Reflect::get(&status, &"state".into()).ok()?.as_string()
}
