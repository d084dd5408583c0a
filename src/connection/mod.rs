//! The connection check: why a server does not let the page read its responses, and what helps.

pub mod nginx;
