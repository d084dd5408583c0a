//! What is sent and what comes back: draft → prepared request → exchange.

mod exchange;
mod request;

pub use exchange::{Answer, Exchange, Failure, Outcome};
pub use request::{Body, Header, HeaderValue, Part, PartContent, PreparedRequest};
