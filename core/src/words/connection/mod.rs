//! What the connection check says.

pub mod nginx;
mod outside;
mod probe;
mod remedy;
mod told;

pub use outside::{Outside, outside};
pub use probe::question;
pub use remedy::{Remedy, remedy};
pub use told::{Told, told};
