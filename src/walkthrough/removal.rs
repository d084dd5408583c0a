//! What a step has made, and the request that removes it again.

use super::extras::{Made, Thing};
use super::fill::Sources;
use super::run::Run;
use super::value::Value;
use crate::auth::Secret;
use crate::http::{Draft, Entry, PreparedRequest, Server, prepare};
use crate::json::Document;

/// Something that was made, with the request that removes it.
pub struct Removal {
    /// What it is.
    pub what: Thing,
    /// What it is called.
    pub name: String,
    /// The request. None where the answer lacked what it needs.
    pub request: Option<PreparedRequest>,
}

impl Run {
    /// Lists what the last request of a step has made. Nothing where the answer is not one of success.
    pub fn made(&self, step: usize, server: &Server) -> Vec<Removal> {
        let Some((call, state)) = self.call(step) else {
            return Vec::new();
        };
        let answer = state.exchange.as_deref().and_then(|e| e.answer());
        let Some(answer) = answer.filter(|answer| answer.is_success()) else {
            return Vec::new();
        };
        let body = &answer.body;
        let mut removals = Vec::new();
        let all = call.extras.made.iter();
        for made in all.filter(|made| self.holds(made.when.as_ref())) {
            let count = match made.each.map(|each| body.pointer(each)) {
                None => 1,
                Some(list) => list.map_or(0, |list| body.len(list)),
            };
            removals.extend((0..count).map(|index| self.removal(made, body, index, server)));
        }
        removals
    }

    fn removal(&self, made: &Made, body: &Document, index: usize, server: &Server) -> Removal {
        let at = |pointer: &str| Value::at(body, &entry(made, pointer, index));
        let sources = Sources {
            value: &|from| self.value(from),
            answer: &at,
            position: "",
        };
        let text = |field: usize| {
            let preset = made.presets.iter().find(|preset| preset.field == field);
            preset.map_or(Some(String::new()), |preset| sources.fill(preset.template))
        };
        let fields = made.operation.fields.len();
        let entries: Option<Vec<Entry>> = (0..fields).map(|f| text(f).map(Entry::Text)).collect();
        let token = made.credential.and_then(|from| self.value(from));
        let request = entries.and_then(|entries| {
            let draft = Draft {
                server,
                operation: &made.operation,
                token: token.map(|token| Secret::new(token.plain())),
                entries,
            };
            prepare(&draft).ok()
        });
        Removal {
            what: made.what,
            name: sources.fill(made.name).unwrap_or_default(),
            request,
        }
    }
}

/// Points to the entry of that index, where the document points to the first of a list.
fn entry(made: &Made, pointer: &str, index: usize) -> String {
    let rest = made
        .each
        .and_then(|each| pointer.strip_prefix(each)?.strip_prefix("/0"));
    match (made.each, rest) {
        (Some(each), Some(rest)) => [each, "/", &index.to_string(), rest].concat(),
        _ => pointer.to_owned(),
    }
}
