//! The parameters of a request, and its token, which is one of them.

use super::{Filler, Filling};
use crate::expression::Expression;
use crate::expression::Piece;
use crate::payload::{self, Payload, Value};
use crate::step::Parameter;
use crate::yaml::Position;
use playground_core::catalogue::Place;
use playground_core::walkthrough::Reference;

impl Filler<'_> {
    /// Fills the parameters and returns where the token comes from.
    pub(super) fn parameters(&mut self, filling: &Filling<'_>) -> Option<Reference> {
        let mut credential = None;
        let mut has_credential = false;
        for parameter in filling.parameters {
            if parameter.name.text == "Authorization" && parameter.place.text == "header" {
                has_credential = true;
                credential = self.credential(parameter);
            } else {
                self.parameter(parameter);
            }
        }
        let needed = self
            .operation
            .token
            .filter(|_| filling.whole && !filling.own_token);
        if let Some(kind) = needed.filter(|_| !has_credential) {
            let expected = "the header parameter Authorization: \"Bearer {$…}\"";
            self.faults.push(
                filling.at,
                format!("a step without its {}", kind.name()),
                expected,
            );
        }
        credential
    }

    fn credential(&mut self, parameter: &Parameter<'_>) -> Option<Reference> {
        let at = parameter.value.at;
        let Some(kind) = self.operation.token else {
            self.faults
                .push(at, "a token", "none: this operation takes no token");
            return None;
        };
        let payload = payload::yaml(parameter.value, self.faults)?;
        let Some((expression, place)) = bearer(&payload) else {
            self.faults
                .push(at, "another credential", "\"Bearer {$…}\"");
            return None;
        };
        let from = self.values.resolve(expression, place, self.faults)?;
        self.values.mark_token(from, kind, at, self.faults);
        Some(from)
    }

    fn parameter(&mut self, parameter: &Parameter<'_>) {
        let place = match parameter.place.text.as_str() {
            "path" => Place::Path,
            "query" => Place::Query,
            _ => Place::Header,
        };
        let name = parameter.name;
        let Some(field) = self.field(|f| f.place == place && f.name == name.text) else {
            let names = self.names(|field| field.place == place);
            let found = format!("the {} parameter \"{}\"", parameter.place.text, name.text);
            self.faults.push(
                name.at,
                found,
                format!("a parameter of the operation: {names}"),
            );
            return;
        };
        if !self.name(field, name.at) {
            return;
        }
        if let Some(payload) = payload::yaml(parameter.value, self.faults) {
            self.fill(field, &payload, name.at);
        }
    }
}

/// Takes apart what stands in an Authorization header: the word Bearer, and one value.
fn bearer(payload: &Payload) -> Option<(&Expression, Position)> {
    match &payload.value {
        Value::String(pieces) => match pieces.as_slice() {
            [Piece::Text(scheme), Piece::Expression(token, at)] if scheme == "Bearer " => {
                Some((token, *at))
            }
            _ => None,
        },
        _ => None,
    }
}
