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

/// Says how long ago the check was.
pub fn ago(seconds: u64) -> String {
    match seconds {
        0..=1 => "Checked just now.".to_owned(),
        2..=119 => format!("Checked {seconds} seconds ago."),
        _ => format!("Checked {} minutes ago.", seconds / 60),
    }
}
