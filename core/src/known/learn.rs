//! Learning from an exchange.

use super::read::{Found, Reading};
use super::sent::{self, Sent};
use super::{Cut, Facet, Fact, Kind, Known, Origin, Ruled, Rules, Thing};
use crate::auth::Token;
use crate::catalogue::Operation;
use crate::http::{Answer, PreparedRequest};

impl Known {
    /// Learns what the answer to a request says, which came at this moment (in seconds since 1970).
    pub fn learn(
        &mut self,
        rules: Rules,
        operation: &Operation,
        request: &PreparedRequest,
        answer: &Answer,
        at: u64,
    ) {
        let Some(ruled) = rules.of(operation.area, &operation.id) else {
            return;
        };
        if !(200..300).contains(&answer.status) {
            return;
        }
        let sent = sent::of_request(ruled, operation, request);
        let around = self.widened(around(&sent));
        if let Some(root) = answer.body.root() {
            let reading = Reading {
                body: &answer.body,
                operation,
                request,
                origin: Origin {
                    area: operation.area,
                    id: ruled.id,
                    at,
                },
                known: self,
            };
            let mut found = Found::default();
            for gives in ruled.gives {
                reading.take(gives, root, &around, &mut found);
            }
            let origin = reading.origin;
            self.take(found, origin);
        }
        self.follow(ruled, operation, request, &sent, &around);
    }

    /// Takes note of a token that the person brought, and for what.
    pub fn hold(&mut self, token: &Token, what_for: &str) {
        let (Some(kind), Ok(secret)) = (Kind::of_token(token.kind), &token.secret) else {
            return;
        };
        if self
            .things()
            .any(|thing| thing.secret.as_ref() == Some(secret))
        {
            return;
        }
        let claims = token.claims.as_ref();
        let claimed = claims.and_then(|claims| claims.dtable_uuid.as_ref());
        let base = claimed.map(|uuid| Fact {
            kind: Kind::Base,
            facet: Facet::Uuid,
            text: Facet::Uuid.normal(uuid),
        });
        self.add(Thing {
            kind,
            name: String::new(),
            note: what_for.to_owned(),
            origin: None,
            facts: base.into_iter().collect(),
            secret: Some(secret.clone()),
        });
    }

    fn take(&mut self, found: Found, origin: Origin) {
        for thing in &found.things {
            self.cuts.retain(|cut| cut.kind != thing.kind);
        }
        for (kind, of) in found.cut {
            self.cuts.push(Cut { kind, of, origin });
        }
        for thing in found.things {
            self.add(thing);
        }
    }

    /// Does what follows from the success of a request for what was known before.
    fn follow(
        &mut self,
        ruled: &Ruled,
        operation: &Operation,
        request: &PreparedRequest,
        sent: &[Sent],
        around: &[Fact],
    ) {
        let facts: Vec<&Fact> = sent.iter().map(|(_, fact)| fact).collect();
        if let Some(kind) = ruled.removes {
            self.remove(kind, &facts, &outside(kind, around));
        }
        for (row, cells) in sent::rows(ruled, request) {
            self.rewrite(&row, &outside(Kind::Row, around), &cells);
        }
        if let Some((kind, place)) = ruled.renames
            && let Some(to) = sent::named(place, operation, request)
        {
            let mut named = facts.iter().filter(|fact| fact.kind == kind);
            if let Some(named) = named.find(|fact| fact.facet != Facet::Name || fact.text != to) {
                self.rename(named, &outside(kind, around), &to);
            }
        }
    }
}

/// Returns what a request says of where its things are.
fn around(sent: &[Sent]) -> Vec<Fact> {
    let sent = sent.iter().filter(|(want, _)| !want.is_aside);
    sent.map(|(_, fact)| fact.clone()).collect()
}

/// Returns what is said of other things than those of a kind: of several rows, each is the one that is meant.
fn outside(kind: Kind, facts: &[Fact]) -> Vec<Fact> {
    let mut facts = facts.to_vec();
    facts.retain(|fact| kind.is_inside(fact.kind));
    facts
}
