//! A simulated SeaTable that keeps what is written to it.
//!
//! [`handle`] is pure: it reads no clock, opens no socket and takes no random number, so the same
//! requests to the same [`World`] always give the same answers. Around it stand an HTTP server
//! (feature `http`) and a Web Worker for the page (on wasm32). It follows SeaTable 6.2 as far as
//! the walkthroughs and SeaTable's own clients reach; `docs/practice.md` says where it stops.

mod access;
mod cell;
pub mod cors;
mod encoding;
mod endpoint;
mod fault;
mod form;
mod formula;
mod json;
mod message;
mod number;
mod route;
mod sql;
mod time;
mod token;
mod world;

#[cfg(feature = "http")]
pub mod http;
#[cfg(target_arch = "wasm32")]
mod worker;

pub use message::{Request, Response};
pub use route::{handle, routes};
pub use world::{Credentials, World};

pub(crate) use json::Object;
