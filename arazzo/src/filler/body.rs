//! The body of a request, member by member.

use super::{Filler, Filling};
use crate::expression::Piece;
use crate::payload::{self, Member, Payload, Value};
use crate::step::Body;
use playground_core::catalogue::{BodyKind, Place};

impl Filler<'_> {
    pub(super) fn body(&mut self, filling: &Filling<'_>) {
        let Some(body) = filling.body else { return };
        let Some(kind) = self.kind_of_body() else {
            self.faults.push(
                body.content_type.at,
                "a body",
                "none: this operation has no body",
            );
            return;
        };
        let media = kind.media();
        if body.content_type.text != media {
            self.faults.push(
                body.content_type.at,
                format!("\"{}\"", body.content_type.text),
                media,
            );
        }
        let Some(payload) = self.payload(body) else {
            // What cannot be read may have every member.
            self.named.extend(0..self.operation.field_count());
            return;
        };
        if let Some(whole) = self.field(|field| field.is_whole) {
            self.fill(whole, &payload, payload.at);
            return;
        }
        let Value::Object(members) = &payload.value else {
            let names = self.names(|field| field.place == Place::Body);
            let expected = format!("an object with members out of: {names}");
            self.faults
                .push(payload.at, "a payload that isn't an object", expected);
            return;
        };
        for member in members {
            self.member(member);
        }
    }

    fn kind_of_body(&self) -> Option<BodyKind> {
        self.operation.body.as_ref().map(|body| body.kind)
    }

    fn payload(&mut self, body: &Body<'_>) -> Option<Payload> {
        match self.kind_of_body() {
            Some(BodyKind::Json) => payload::read(body.payload, self.faults),
            _ => payload::yaml(body.payload, self.faults),
        }
    }

    fn member(&mut self, member: &Member) {
        let name = match member.key.as_slice() {
            [Piece::Text(name)] => name.as_str(),
            _ => "",
        };
        match self.field(|field| field.place == Place::Body && field.name == name) {
            Some(field) if self.name(field, member.at) => {
                self.fill(field, &member.value, member.at);
            }
            Some(_) => {}
            None => {
                let names = self.names(|field| field.place == Place::Body);
                let expected = format!("a member of the operation's body: {names}");
                self.faults
                    .push(member.at, format!("the member \"{name}\""), expected);
            }
        }
    }
}
