//! The connection check: why a server does not let the page read its responses, and what helps.
//!
//! A [`Probe`] is a request of the check, and a [`Finding`] what came of it. From the findings and the [`Circumstances`] follow
//! [`verdicts`], which `words::connection` says. Whoever makes the requests asks [`Probe::next`] which one comes next.

mod circumstances;
mod finding;
mod probe;
mod remedy;
mod verdict;

pub use circumstances::{Circumstances, Permission};
pub use finding::{Finding, Found, KEPT, Read, is_open};
pub use probe::Probe;
pub use remedy::Kind;
pub use verdict::{Verdict, verdicts};
