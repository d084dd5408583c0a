//! The relay that the page comes from, if it comes from one: the page's head says so, and to which server it leads.

use super::{location, page};
use playground_core::http::{Server, relay};
use std::borrow::Cow;

/// The element by which a relay names the server.
const MARK: &str = "meta[name=playground-relay]";

/// Returns the server to which the page's own relay leads; `None` if the page comes from a host of files.
pub fn server() -> Option<Server> {
    let mark = page::document()?.query_selector(MARK).ok()??;
    Server::kept(mark.get_attribute("content")?)
}

/// Whether requests to this server go through a relay.
pub fn leads_to(server: &Server) -> bool {
    self::server().is_some_and(|own| own.origin() == server.origin())
}

/// Returns the address that the browser is to ask for what is at this one.
pub fn way(address: &str) -> Cow<'_, str> {
    match server() {
        Some(server) => relay::through(&location::origin(), server.origin(), address).into(),
        None => address.into(),
    }
}
