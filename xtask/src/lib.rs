//! The commands of this workspace.

pub mod bench;
mod bindings;
pub mod catalogue;
pub mod compile;
mod driver;
pub mod local_walkthroughs;
pub mod more;
pub mod page;
#[cfg(feature = "publish")]
pub mod parts;
#[cfg(not(feature = "publish"))]
#[path = "no_parts.rs"]
pub mod parts;
pub mod pictures;
pub mod practice_worker;
pub mod process;
pub mod project;
#[cfg(feature = "relay")]
pub mod relayed;
#[cfg(not(feature = "relay"))]
#[path = "no_relay.rs"]
pub mod relayed;
#[cfg(feature = "publish")]
pub mod release;
#[cfg(not(feature = "publish"))]
#[path = "no_release.rs"]
pub mod release;
mod rustflags;
pub mod serve;
pub mod setup;
pub mod sizes;
pub mod suite;
