//! What the form holds, before anybody knows whether it can be sent.

use super::Server;
use crate::auth::Secret;
use crate::catalogue::Operation;

/// A request as the form holds it.
#[derive(Debug)]
pub struct Draft<'a> {
    /// The server to send to.
    pub server: &'a Server,
    /// The operation.
    pub operation: &'a Operation,
    /// The token, if the form has one.
    pub token: Option<Secret>,
    /// One entry for each of the operation's fields, in their order.
    pub entries: Vec<Entry>,
}

/// What a field of the form holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// Text as typed. Where it is empty, the field is not sent.
    Text(String),
    /// An empty text that is sent.
    Empty,
    /// A password that was sent and is forgotten since. Only the preview has it, as its variable.
    Forgotten,
    /// A chosen file, which the browser side holds.
    File {
        /// The number that the browser side gave it.
        handle: u32,
        /// Its name.
        name: String,
        /// Its size in bytes.
        size: u64,
    },
}
