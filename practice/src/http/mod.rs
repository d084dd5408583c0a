//! The practice SeaTable as an HTTP server, for tests and for `cargo xtask serve`.

mod body;
mod fault;
mod firewall;
mod handle;
mod options;
mod rate;
mod server;
mod stand_in;

pub use body::Pace;
pub use fault::{Fault, FaultKind};
pub use firewall::Charset;
pub use handle::{Handle, Received, start};
pub use options::Options;
pub use server::serve;
pub use stand_in::StandIn;
