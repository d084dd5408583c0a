//! What is sent and what comes back: draft → prepared request → exchange.

mod charset;
mod check;
mod date;
mod draft;
mod elsewhere;
pub mod encode;
mod exchange;
mod fate;
mod file_name;
mod ledger;
pub mod link;
pub mod meaning;
mod media;
mod nearby;
mod open_base;
mod pasted;
mod prepare;
mod refusal;
pub mod relay;
mod request;
mod sent;
mod server;

pub use date::seconds_of_date;
pub use draft::{At, Draft, Entry, FieldError};
pub use elsewhere::{Elsewhere, WITHOUT};
pub use exchange::{Answer, Exchange, Failure, Outcome};
pub use fate::{Evidence, Fate};
pub use file_name::file_name;
pub use ledger::{Ledger, Line, Result as LineResult};
pub use nearby::is_nearby;
pub use open_base::OpenBase;
pub use prepare::{prepare, sketch};
pub use refusal::{is_on, is_refusal};
pub use relay::RelayFault;
pub use request::{Body, Header, HeaderValue, Part, PartContent, PreparedRequest};
pub use server::{Doubt, Entered, Question, Server, ServerFault, host_of};
