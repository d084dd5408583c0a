//! The page on this machine, with a way through to one SeaTable server.
//!
//! A browser lets a page read the responses of a server only if that server permits it (CORS). A page that is served from the same
//! address as the responses needs no permission: so this serves the page, and leads its requests below `/relay/` to one server.
//! `docs/local.md` says what goes through and what does not.

mod body;
mod connect;
mod fault;
mod forward;
mod gate;
mod headers;
mod local;
mod log;
mod pinned;
mod server;
mod tls;

pub use fault::Code;
pub use forward::{Options, Relay};
pub use headers::MARK;
pub use hyper_util::client::proxy::matcher::Matcher as Proxies;
pub use local::{Local, Running};
pub use log::Log;
pub use server::Server;
pub use site::{PackedFile, Site};
