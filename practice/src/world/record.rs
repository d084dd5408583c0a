//! What SeaTable keeps beside tables and files: comments, shares, links, webhooks, rules.

use crate::Object;
use crate::json::Value;

/// One of them.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// Which collection it is in.
    pub(crate) kind: &'static str,
    /// What it belongs to: a base by its uuid, else a user or a workspace by its id.
    pub(crate) owner: String,
    /// Its members. Each answer shows some of them.
    pub(crate) members: Object,
}

impl Record {
    /// Whether a member is this text, or a number or flag that is written so.
    pub(crate) fn has(&self, member: &str, text: &str) -> bool {
        let member = self.members.get(member);
        member.is_some_and(|value| value.to_plain() == text)
    }

    /// Returns a member that is a text.
    pub(crate) fn text(&self, member: &str) -> &str {
        let member = self.members.get(member);
        member.and_then(Value::as_str).unwrap_or_default()
    }
}
