//! What a page knows after some exchanges.

use crate::read;
use playground_core::catalogue::{FieldPath, Operation, Place};
use playground_core::form::RequestForm;
use playground_core::http::{Answer, PreparedRequest, Server, sketch_parts};
use playground_core::json::Document;
use playground_core::known::{Known, Offer, Ruled, Rules, Value};
use serde_json::Value as Json;

/// The moment of the first exchange.
pub(crate) const START: u64 = 1_800_000_000;

/// A page that learns.
pub(crate) struct Scene {
    pub(crate) known: Known,
    pub(crate) rules: Rules,
    pub(crate) now: u64,
}

/// Finds an operation by its area and id, as `base.listRows`.
pub(crate) fn operation(name: &str) -> &'static Operation {
    let (area, id) = name.split_once('.').unwrap();
    let mut operations = read().0.iter();
    let is_it = |one: &&Operation| one.area.name() == area && one.id == id;
    operations
        .find(is_it)
        .unwrap_or_else(|| panic!("no operation {name}"))
}

/// Reads a place such as `path/base_uuid`.
pub(crate) fn path(text: &str) -> FieldPath {
    let (place, steps) = text.split_once('/').unwrap();
    let place = match place {
        "path" => Place::Path,
        "query" => Place::Query,
        "body" => Place::Body,
        other => panic!("{other}"),
    };
    let steps = steps.to_owned().into();
    FieldPath { place, steps }
}

/// Returns the form of an operation, with some fields filled in.
pub(crate) fn form(name: &str, fields: &[(&str, &str)]) -> RequestForm {
    let operation = operation(name);
    let mut form = RequestForm::with_parts(operation);
    for (place, text) in fields {
        form.type_into(&path(place), (*text).to_owned());
    }
    form
}

pub(crate) fn answer(status: u16, body: &Json) -> Answer {
    answer_of(status, body.to_string().into_bytes())
}

pub(crate) fn answer_of(status: u16, body: Vec<u8>) -> Answer {
    Answer {
        status,
        headers: Vec::new(),
        body: Document::parse(body),
        decoded: None,
    }
}

impl Scene {
    pub(crate) fn new() -> Self {
        Self {
            known: Known::default(),
            rules: read().1,
            now: START,
        }
    }

    /// Learns from an answer with status 200, a minute after the one before.
    pub(crate) fn learn(&mut self, name: &str, fields: &[(&str, &str)], body: &Json) {
        self.learn_of(&form(name, fields), &answer(200, body));
    }

    /// Learns from an answer to the request of a form.
    pub(crate) fn learn_of(&mut self, form: &RequestForm, answer: &Answer) {
        let request = sketch_parts(form, &Server::practice());
        self.learn_from(form, &request, answer);
    }

    /// Learns from an exchange, whose secrets are forgotten by then.
    pub(crate) fn learn_from(
        &mut self,
        form: &RequestForm,
        request: &PreparedRequest,
        answer: &Answer,
    ) {
        let mut request = request.clone();
        request.forget_secrets();
        self.known
            .learn(self.rules, form.operation, &request, answer, self.now);
        self.now += 60;
    }

    pub(crate) fn ruled(&self, name: &str) -> &'static Ruled {
        self.ruled_of(name).unwrap()
    }

    pub(crate) fn ruled_of(&self, name: &str) -> Option<&'static Ruled> {
        let operation = operation(name);
        self.rules.of(operation.area, &operation.id)
    }

    /// Lists what fits a field of an operation.
    pub(crate) fn offers(&self, name: &str, fields: &[(&str, &str)], place: &str) -> Vec<Offer> {
        self.offers_of(name, &form(name, fields), &path(place))
    }

    /// Lists what fits a field of a form.
    pub(crate) fn offers_of(&self, name: &str, form: &RequestForm, path: &FieldPath) -> Vec<Offer> {
        let ruled = self.ruled_of(name);
        ruled.map_or(Vec::new(), |ruled| self.known.offers(ruled, form, path))
    }

    /// Lists the tokens that fit a form.
    pub(crate) fn tokens_of(&self, name: &str, form: &RequestForm) -> Vec<Offer> {
        let ruled = self.ruled_of(name);
        ruled.map_or(Vec::new(), |ruled| self.known.tokens(ruled, form))
    }

    /// Lists what fits, each as its name, a colon and the value.
    pub(crate) fn told(&self, name: &str, fields: &[(&str, &str)], place: &str) -> Vec<String> {
        self.offers(name, fields, place).iter().map(told).collect()
    }
}

/// Writes an offer as its name, a colon and the value; a secret as a star.
pub(crate) fn told(offer: &Offer) -> String {
    let value = match &offer.value {
        Value::Plain(text) => text,
        Value::Secret(_) => "*",
    };
    format!("{}: {value}", offer.name)
}
