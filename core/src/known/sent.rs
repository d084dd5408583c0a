//! What a request said of things: the values at the places that want something.

use super::{Fact, Kind, Ruled, Want};
use crate::catalogue::{FieldPath, Operation, Place};
use crate::form::RequestForm;
use crate::http::{Body, PartContent, PreparedRequest, Text};
use crate::json::{Document, Kind as JsonKind, NodeId, pointer};

/// A fact with the want that it was read by.
pub(super) type Sent = (&'static Want, Fact);

/// Reads the values of all wants out of a request. A secret is none of them.
pub(super) fn of_request(
    ruled: &Ruled,
    operation: &Operation,
    request: &PreparedRequest,
) -> Vec<Sent> {
    let body = json(request);
    let mut sent = Vec::new();
    for want in ruled.wants {
        let texts = match want.place {
            Place::Body => in_body(want.steps, request, &body),
            place => field(place, want.steps, operation, request)
                .into_iter()
                .collect(),
        };
        sent.extend(texts.into_iter().map(|text| (want, want.fact(&text))));
    }
    sent.retain(|(_, fact)| !fact.text.is_empty());
    sent
}

/// Reads what a field such as `query/path` had.
pub(super) fn named(
    name: &str,
    operation: &Operation,
    request: &PreparedRequest,
) -> Option<String> {
    let (place, name) = name.split_once('/')?;
    match place {
        "path" => field(Place::Path, name, operation, request),
        "query" => field(Place::Query, name, operation, request),
        _ => in_body(name, request, &json(request)).into_iter().next(),
    }
}

/// A row that a request writes anew, and what is written: the names of columns, each with its text, where it is a text or a number.
pub(super) type Written = (Fact, Vec<(String, String)>);

/// Returns the rows whose cells a request changes: a `row` stands beside what names each.
pub(super) fn rows(ruled: &Ruled, request: &PreparedRequest) -> Vec<Written> {
    let body = json(request);
    let mut rows = Vec::new();
    for want in ruled.wants.iter().filter(|want| want.kind == Kind::Row) {
        let Some((around, name)) = want.steps.rsplit_once('/') else {
            continue;
        };
        for entry in below(&body, body.root(), around) {
            let (Some(id), Some(row)) = (body.member(entry, name), body.member(entry, "row"))
            else {
                continue;
            };
            let cell = |cell| {
                let name = body.key(cell)?.text().into_owned();
                Some((name, text(&body, cell).unwrap_or_default()))
            };
            let cells = body.children(row).filter_map(cell);
            rows.extend(text(&body, id).map(|id| (want.fact(&id), cells.collect())));
        }
    }
    rows
}

/// Returns a body that is JSON; an empty document for any other.
fn json(request: &PreparedRequest) -> Document {
    match &request.body {
        Body::Json(text) => Document::parse(text.shown().into_owned().into_bytes()),
        _ => Document::default(),
    }
}

fn field(
    place: Place,
    name: &str,
    operation: &Operation,
    request: &PreparedRequest,
) -> Option<String> {
    match place {
        Place::Path => request.path_parameter(&operation.path, name),
        Place::Query => request.query_parameter(name),
        _ => None,
    }
}

fn in_body(steps: &str, request: &PreparedRequest, body: &Document) -> Vec<String> {
    if body.root().is_none() {
        return part(request, steps).into_iter().collect();
    }
    let nodes = below(body, body.root(), steps);
    nodes
        .into_iter()
        .filter_map(|node| text(body, node))
        .collect()
}

fn part(request: &PreparedRequest, name: &str) -> Option<String> {
    let (Body::Form(parts) | Body::Multipart(parts)) = &request.body else {
        return None;
    };
    let part = parts.iter().find(|part| part.name == name)?;
    match &part.content {
        PartContent::Text(text) => plain(text),
        PartContent::File { .. } => None,
    }
}

/// Returns a text that has no secret in it.
fn plain(text: &Text) -> Option<String> {
    let has_secret = text.secrets().next().is_some();
    (!has_secret).then(|| text.shown().into_owned())
}

/// Follows steps, of which `*` leads to every item or member.
fn below(document: &Document, from: Option<NodeId>, steps: &str) -> Vec<NodeId> {
    let mut nodes: Vec<NodeId> = from.into_iter().collect();
    for step in steps.split('/') {
        let next = |node| match step {
            "*" => document.children(node).collect(),
            name => document
                .member(node, &pointer::unescaped(name))
                .into_iter()
                .collect::<Vec<_>>(),
        };
        nodes = nodes.into_iter().flat_map(next).collect();
    }
    nodes
}

/// Returns a string's content, and the text of a number.
pub(super) fn text(document: &Document, node: NodeId) -> Option<String> {
    match document.kind(node) {
        JsonKind::String => document.string(node),
        JsonKind::Number => Some(document.text(node).into_owned()),
        _ => None,
    }
}

/// Reads what the fields of a form say of where its things are, but for one of them.
pub(super) fn of_form(ruled: &Ruled, form: &RequestForm, but: &FieldPath) -> Vec<Fact> {
    let mut facts = Vec::new();
    for want in ruled.wants.iter().filter(|want| !want.is_aside) {
        let path = FieldPath {
            place: want.place,
            steps: want.steps.into(),
        };
        let text = form.text(&path);
        if path != *but && !text.is_empty() {
            facts.push(want.fact(text));
        }
    }
    facts
}

impl Want {
    /// Returns what a value at its place says.
    fn fact(&self, text: &str) -> Fact {
        Fact {
            kind: self.kind,
            facet: self.facet,
            text: self.facet.normal(text),
        }
    }
}
