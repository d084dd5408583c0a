//! What is known that fits a field.

use super::thing::contradict;
use super::{Facet, Fact, Kind, Known, Origin, Ruled, Thing, Want, sent};
use crate::auth::{Secret, TokenKind};
use crate::catalogue::FieldPath;
use crate::form::RequestForm;

/// A value, as it goes into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Plain(String),
    /// A credential.
    Secret(Secret),
}

/// Something that fits a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is.
    pub kind: Kind,
    /// Its name for people; empty where no answer had one.
    pub name: String,
    /// What tells it from others of that name.
    pub note: String,
    /// The name of what it is inside of, where the other fields are not about that.
    pub elsewhere: Option<String>,
    /// Whether they are about another one.
    pub is_elsewhere: bool,
    /// What goes into the field.
    pub value: Value,
    /// What goes into others that are empty and want it too: the workspace of a base, the table of a view.
    pub along: Vec<(FieldPath, String)>,
    /// The answer that told of it last; none for a token that the person brought.
    pub origin: Option<Origin>,
}

impl Offer {
    /// Returns the token that a form takes by itself in the place of the one that it has, if any: the newest of what the form is about,
    /// or the only one where the form is about nothing yet. `None` if the one that it has may stay.
    pub fn token_to_take<'a>(offers: &'a [Self], current: Option<&Secret>) -> Option<&'a Secret> {
        let mut fitting = offers.iter().filter(|offer| !offer.is_elsewhere);
        if current.is_some() && fitting.clone().any(|offer| offer.secret() == current) {
            return None;
        }
        let first = fitting.next()?;
        // Of tokens of several bases, the person has to say which is meant.
        let is_certain = first.elsewhere.is_none() || fitting.next().is_none();
        first.secret().filter(|_| is_certain)
    }

    /// Returns the credential that it is; `None` if it is none.
    pub fn secret(&self) -> Option<&Secret> {
        match &self.value {
            Value::Secret(secret) => Some(secret),
            Value::Plain(_) => None,
        }
    }
}

impl Known {
    /// Lists what fits a field of a form, the things of the same base, table, group or workspace as its other fields first, and of
    /// these the newest.
    pub fn offers(&self, ruled: &Ruled, form: &RequestForm, path: &FieldPath) -> Vec<Offer> {
        let Some(want) = ruled.want(path) else {
            return Vec::new();
        };
        let place = self.place(ruled, form, path);
        let mut offers = self.fitting(want.kind, want.facet, &place);
        for (offer, thing) in &mut offers {
            offer.along = along(ruled, form, path, thing);
        }
        offers.into_iter().map(|(offer, _)| offer).collect()
    }

    /// Returns the newest thing of a kind that has such a value; where a text is given, one that has this.
    pub fn newest(&self, kind: Kind, facet: Facet, text: Option<&str>) -> Option<&Thing> {
        let mut things = self.things().filter(|thing| thing.kind == kind);
        things.find(|thing| match text {
            Some(text) => thing.own(facet) == Some(&facet.normal(text)),
            None => thing.value(facet).is_some(),
        })
    }

    /// Returns the name of a thing that a request names by this text; `None` if it is not known, or that is its name.
    pub fn name_of(&self, kind: Kind, text: &str) -> Option<String> {
        let mut things = self.things().filter(|thing| thing.kind == kind);
        let thing = things.find(|thing| thing.own_facts().any(|fact| fact.text == text))?;
        Some(thing.name.clone()).filter(|name| !name.is_empty() && name != text)
    }

    /// Lists the tokens that fit an operation, those of the base that its form is about first.
    pub fn tokens(&self, ruled: &Ruled, form: &RequestForm) -> Vec<Offer> {
        let Some(kind) = form.operation.token.and_then(Kind::of_token) else {
            return Vec::new();
        };
        let nowhere = FieldPath::body();
        let place = self.widened(sent::of_form(ruled, form, &nowhere));
        let mut offers = self.fitting(kind, Facet::Token, &place);
        for (offer, thing) in &mut offers {
            offer.along = along(ruled, form, &nowhere, thing);
        }
        offers.into_iter().map(|(offer, _)| offer).collect()
    }

    /// Returns the value that a want can only have, as the other fields of a form and its token say; that of the base that a
    /// Base-Token is for.
    pub fn certain(&self, ruled: &Ruled, form: &RequestForm, want: &Want) -> Option<String> {
        let path = FieldPath {
            place: want.place,
            steps: want.steps.into(),
        };
        let facts = self.place(ruled, form, &path).into_iter();
        let mut told = facts.filter(|fact| (fact.kind, fact.facet) == (want.kind, want.facet));
        told.next().filter(|_| !want.is_aside).map(|fact| fact.text)
    }

    /// Says where the things of a form are, by its other fields and its token.
    fn place(&self, ruled: &Ruled, form: &RequestForm, but: &FieldPath) -> Vec<Fact> {
        let mut facts = sent::of_form(ruled, form, but);
        for fact in self.of_token(form) {
            if !facts.iter().any(|other| other.is_about(&fact)) {
                facts.push(fact);
            }
        }
        self.widened(facts)
    }

    /// Says which base the token of a form is of: by what it says itself, or by the answer that gave it.
    fn of_token(&self, form: &RequestForm) -> Vec<Fact> {
        let Some(token) = &form.token else {
            return Vec::new();
        };
        let claimed = token
            .claims
            .as_ref()
            .and_then(|claims| claims.dtable_uuid.as_ref());
        if let Some(uuid) = claimed {
            let text = Facet::Uuid.normal(uuid);
            return vec![Fact {
                kind: Kind::Base,
                facet: Facet::Uuid,
                text,
            }];
        }
        let secret = token.secret.as_ref().ok();
        let is_held = |thing: &&Thing| thing.secret.is_some() && thing.secret.as_ref() == secret;
        let held = self.things().find(is_held);
        held.into_iter().flat_map(Thing::around).cloned().collect()
    }

    /// Lists the things of a kind that have such a value: those of the place first, those of which nobody knows, those of others.
    fn fitting(&self, kind: Kind, facet: Facet, place: &[Fact]) -> Vec<(Offer, &Thing)> {
        let mut ranks: [Vec<(Offer, &Thing)>; 3] = Default::default();
        for thing in self.things().filter(|thing| thing.kind == kind) {
            let Some(value) = thing.value(facet) else {
                continue;
            };
            let is_elsewhere = contradict(thing.facts.iter(), place);
            let is_here = !is_elsewhere && thing.facts.iter().any(|fact| place.contains(fact));
            let rank = match (is_here, is_elsewhere) {
                (true, _) => 0,
                (false, false) => 1,
                (false, true) => 2,
            };
            let offer = Offer {
                kind,
                name: thing.name.clone(),
                note: thing.note.clone(),
                elsewhere: (rank > 0).then(|| self.whereabouts(thing)).flatten(),
                is_elsewhere,
                value,
                along: Vec::new(),
                origin: thing.origin,
            };
            if let Some(offers) = ranks.get_mut(rank) {
                offers.push((offer, thing));
            }
        }
        let mut seen: Vec<(Offer, &Thing)> = Vec::new();
        for (offer, thing) in ranks.into_iter().flatten() {
            let is_same = |(other, _): &(Offer, &Thing)| {
                other.value == offer.value && other.elsewhere == offer.elsewhere
            };
            if !seen.iter().any(is_same) {
                seen.push((offer, thing));
            }
        }
        seen
    }

    /// Names what a thing is inside of: its base, or its group or workspace where it is a base itself.
    fn whereabouts(&self, thing: &Thing) -> Option<String> {
        let around = [
            Kind::Table,
            Kind::Base,
            Kind::Group,
            Kind::Workspace,
            Kind::Team,
        ];
        let mut around = around
            .into_iter()
            .filter(|kind| thing.kind.is_inside(*kind));
        around.find_map(|kind| {
            let facts = self.widened(thing.around().cloned().collect());
            let mut named = facts.into_iter();
            let name = named.find(|fact| fact.kind == kind && fact.facet == Facet::Name);
            name.map(|fact| fact.text)
        })
    }
}

/// Lists what a thing says of other fields that are empty.
fn along(
    ruled: &Ruled,
    form: &RequestForm,
    path: &FieldPath,
    thing: &Thing,
) -> Vec<(FieldPath, String)> {
    let mut along = Vec::new();
    for want in ruled.wants.iter().filter(|want| !want.is_aside) {
        let other = FieldPath {
            place: want.place,
            steps: want.steps.into(),
        };
        let value = thing.of(want.kind, want.facet);
        if other != *path
            && !want.steps.contains('*')
            && form.text(&other).is_empty()
            && let Some(value) = value
        {
            along.push((other, value.to_owned()));
        }
    }
    along
}

impl Thing {
    fn value(&self, facet: Facet) -> Option<Value> {
        if facet == Facet::Token && self.kind.is_secret() {
            return self.secret.clone().map(Value::Secret);
        }
        self.own(facet).map(|text| Value::Plain(text.to_owned()))
    }
}

impl Kind {
    /// Returns what a token of an operation is.
    pub fn of_token(kind: TokenKind) -> Option<Self> {
        Some(match kind {
            TokenKind::Account => Self::AccountToken,
            TokenKind::Api => Self::ApiToken,
            TokenKind::Base => Self::BaseToken,
            TokenKind::Scheduler => return None,
        })
    }
}
