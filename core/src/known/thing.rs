//! A thing that answers told of.

use super::{Facet, Kind};
use crate::auth::{Secret, Token, TokenKind};
use crate::catalogue::Area;

/// Something that is known of a thing: its UUID, or that of the base it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What kind of thing it names.
    pub kind: Kind,
    /// What of that.
    pub facet: Facet,
    /// The text.
    pub text: String,
}

/// The answer that something was learned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The area of the operation.
    pub area: Area,
    /// Its id.
    pub id: &'static str,
    /// When its answer came, in seconds since 1970.
    pub at: u64,
}

/// A thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its kind.
    pub kind: Kind,
    /// Its name for people; empty where no answer has one.
    pub name: String,
    /// What tells it from others of that name.
    pub note: String,
    /// The answer that told of it last; none for a token that the person brought.
    pub origin: Option<Origin>,
    /// What it is called in requests, and what it is inside of.
    pub(super) facts: Vec<Fact>,
    /// What it is, where it is a credential.
    pub(super) secret: Option<Secret>,
}

impl Thing {
    /// The token that it is, if it is one that an answer gave.
    pub fn given_token(&self) -> Option<Token> {
        self.origin?;
        let kind = match self.kind {
            Kind::AccountToken => TokenKind::Account,
            Kind::ApiToken => TokenKind::Api,
            Kind::BaseToken => TokenKind::Base,
            _ => return None,
        };
        Some(Token::new(kind, self.secret.as_ref()?))
    }

    /// Returns a value of its own.
    pub fn own(&self, facet: Facet) -> Option<&str> {
        let mut own = self.own_facts();
        own.find(|fact| fact.facet == facet)
            .map(|fact| fact.text.as_str())
    }

    /// Returns a value of something that it is inside of.
    pub fn of(&self, kind: Kind, facet: Facet) -> Option<&str> {
        let mut facts = self.facts.iter();
        facts
            .find(|fact| fact.kind == kind && fact.facet == facet)
            .map(|fact| fact.text.as_str())
    }

    /// Lists its own values.
    pub(super) fn own_facts(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| fact.kind == self.kind)
    }

    /// Lists what is known of what it is inside of.
    pub(super) fn around(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| fact.kind != self.kind)
    }

    /// Whether another one is the same: the first value that names both names the same thing.
    pub(super) fn is(&self, other: &Self) -> bool {
        if self.kind != other.kind {
            return false;
        }
        if self.secret.is_some() && self.secret == other.secret {
            return true;
        }
        let facets = self.kind.facets().iter();
        let mut named =
            facets.filter_map(|facet| Some((*facet, self.own(*facet)?, other.own(*facet)?)));
        let first = named.find(|(facet, ..)| facet.is_identity());
        first.is_some_and(|(facet, own, others)| {
            own == others && (self.kind.is_unique(facet) || self.is_where(other))
        })
    }

    /// Whether nothing says that it is elsewhere than another one, and something, if anything is known of that, that it is not.
    fn is_where(&self, other: &Self) -> bool {
        let is_same = |fact: &Fact| other.facts.contains(fact);
        let is_nowhere = |thing: &Self| thing.around().next().is_none();
        let is_told = self.around().any(is_same) || (is_nowhere(self) && is_nowhere(other));
        is_told && !contradict(self.around(), &other.facts)
    }

    /// Takes over what a newer answer says of it.
    pub(super) fn renew(&mut self, newer: Self) {
        let is_one_place = self.kind.has_one_place();
        for fact in newer.facts {
            let is_own = fact.kind == self.kind;
            if is_own || is_one_place {
                self.facts
                    .retain(|other| (other.kind, other.facet) != (fact.kind, fact.facet));
            }
            if !self.facts.contains(&fact) {
                self.facts.push(fact);
            }
        }
        if !newer.name.is_empty() {
            self.name = newer.name;
        }
        if !newer.note.is_empty() {
            self.note = newer.note;
        }
        self.secret = newer.secret.or(self.secret.take());
        self.origin = newer.origin.or(self.origin);
    }

    /// Whether it is inside of another thing.
    pub(super) fn is_inside(&self, other: &Self) -> bool {
        let mut around = self.around();
        let names_it = |fact: &Fact| {
            fact.kind == other.kind && other.own(fact.facet) == Some(fact.text.as_str())
        };
        around.any(names_it) && !contradict(self.around(), &other.facts)
    }
}

impl Facet {
    /// Whether it names a thing. People are reached at addresses that others had before, and may share a name.
    fn is_identity(self) -> bool {
        !matches!(self, Self::Contact | Self::IdInTeam)
    }
}

/// Whether some facts say of the same what others say otherwise.
pub(super) fn contradict<'a>(facts: impl Iterator<Item = &'a Fact>, others: &[Fact]) -> bool {
    let mut facts = facts;
    facts.any(|fact| {
        let mut told = others
            .iter()
            .filter(|other| fact.is_about(other))
            .peekable();
        told.peek().is_some() && !told.any(|other| other.text == fact.text)
    })
}

impl Fact {
    /// Whether another one is about the same.
    pub(super) fn is_about(&self, other: &Self) -> bool {
        (self.kind, self.facet) == (other.kind, other.facet)
    }
}
