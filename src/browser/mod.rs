//! Everything that touches the browser. No other module names its interfaces.
//!
//! Nothing here decides anything: it does what it is told, and reports in the words of the pure parts.

mod body;
pub mod clipboard;
pub mod clock;
pub mod composing;
pub mod double_click;
mod fetch;
pub mod files;
pub mod finding;
pub mod focus;
pub mod host;
mod indexing;
pub mod keys;
pub mod location;
pub mod lock;
pub mod memory;
pub mod page;
pub mod panic;
pub mod permission;
pub mod practice;
pub mod probe;
pub mod relay;
pub mod secret_field;
pub mod selection;
mod send;
pub mod sheet;
pub mod sight;
pub mod storage;
pub mod task;
pub mod text;
pub mod translation;
pub mod upload;
pub mod version;
pub mod visits;
mod watch;
mod why;

pub use send::{Sending, send};
pub use watch::Progress;
