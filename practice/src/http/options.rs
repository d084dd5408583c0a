//! What the HTTP server is told at its start.

use super::fault::Fault;
use super::handle::Received;
use super::stand_in::StandIn;
use crate::World;
use crate::cors::Cors;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How the HTTP server behaves.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How it treats pages of other origins.
    pub cors: Cors,
    /// How many requests it answers in a minute; the others get 429. Any number, if there is none.
    pub per_minute: Option<u32>,
    /// How long it waits before each answer.
    pub latency: Duration,
    /// What goes wrong where; the first fault whose path fits is taken.
    pub faults: Vec<Fault>,
    /// What it answers in SeaTable's place; the first one whose path fits is taken. It may be set while the server runs.
    pub stand_ins: Arc<Mutex<Vec<StandIn>>>,
    /// The world it serves; the seed world if there is none.
    pub world: Option<Arc<Mutex<World>>>,
    /// How far its clock is ahead, in milliseconds. It may be set while the server runs, so that a
    /// test need not wait for a token to expire.
    pub ahead_ms: Arc<AtomicU64>,
    /// Whether what was wrong is over: then it has no faults and no limit, and lets every page read. It may be set while the server runs.
    pub is_mended: Arc<AtomicBool>,
    /// Where it notes the requests it received, if anywhere.
    pub received: Option<Arc<Mutex<Vec<Received>>>>,
}
