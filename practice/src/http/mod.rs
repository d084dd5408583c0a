//! The practice SeaTable as an HTTP server, for tests and for `cargo xtask serve`.

mod handle;
mod options;
mod server;

pub use handle::{Handle, Received, start};
pub use options::Options;
pub use server::serve;
