//! What is sent and what comes back: form → prepared request → exchange.

mod address;
mod charset;
mod check;
mod covers;
mod date;
pub mod elsewhere;
mod exchange;
mod fate;
mod fault;
mod file_name;
mod ledger;
mod link;
pub mod meaning;
mod media;
mod nearby;
mod open_base;
mod pasted;
mod prepare;
mod quota;
mod refusal;
pub mod relay;
mod request;
mod sent;
mod server;
mod text;

pub use crate::encode;
pub use address::Address;
pub use date::seconds_of_date;
pub use exchange::{Answer, Exchange, Failure, Outcome};
pub use fate::{Evidence, Fate};
pub use fault::{At, FieldError, FieldFault};
pub use file_name::file_name;
pub use ledger::{Ledger, Line, Result as LineResult};
pub use nearby::is_nearby;
pub use open_base::OpenBase;
pub use prepare::{json_at, prepare, prepare_parts, sketch, sketch_parts};
pub use quota::Quota;
pub use refusal::{is_on, is_refusal};
pub use relay::RelayFault;
pub use request::{Body, Header, Part, PartContent, PreparedRequest};
pub use server::{CLOUD, Doubt, Entered, Question, Server, ServerFault, Site, host_of};
pub use text::{Hidden, Span, Text, Writing};

#[cfg(test)]
pub(crate) mod tests;
