//! The commands of this workspace, and the file server that its end-to-end tests share with them.

pub mod bench;
mod bindings;
pub mod catalogue;
pub mod compile;
mod driver;
pub mod local_port;
pub mod local_walkthroughs;
pub mod page;
#[cfg(feature = "publish")]
pub mod parts;
#[cfg(not(feature = "publish"))]
#[path = "no_parts.rs"]
pub mod parts;
pub mod practice_worker;
pub mod process;
pub mod project;
mod rustflags;
pub mod serve;
pub mod setup;
pub mod sizes;
pub mod static_files;
pub mod suite;
pub mod whole;
