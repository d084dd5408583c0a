//! From the form to the request: the one place where a request is put together.

mod address;
mod masked;
mod nested;
mod value;

use super::{
    At, Body, FieldError, FieldFault, Header, Part, PartContent, PreparedRequest, Server, Text,
    Writing, check, pasted,
};
use crate::auth::{self, Secret, TokenKind};
use crate::catalogue::{self, BodyKind, Field, FieldPath, Operation, Place, Shape};
use crate::form::{Entry, RequestForm};
use crate::json;
use crate::typed;
use nested::Assembly;
use std::borrow::Cow;
use value::{Filled, sent};

/// Puts the request together, or says of every field what keeps it from being sent.
///
/// What comes back can be sent as it stands: nothing is left that a browser would refuse, and nothing is sent that
/// the preview does not show.
pub fn prepare(form: &RequestForm, server: &Server) -> Result<PreparedRequest, Vec<FieldError>> {
    let mut draft = Draft::of(form, server);
    let mut errors = std::mem::take(&mut draft.errors);
    let token = match form
        .operation
        .token
        .map(|kind| token(&draft, kind))
        .transpose()
    {
        Ok(token) => token,
        Err(fault) => {
            let at = At::Token;
            errors.insert(0, FieldError { at, fault });
            None
        }
    };
    for (field, entry) in &draft.entries {
        let path = field.path();
        // What is wrong in a part is told there.
        let is_told = errors.iter().any(|error| error.is_below(&path));
        let checked = check_field(field, entry.as_deref(), server);
        if let (Err(fault), false) = (checked, is_told) {
            let at = At::Field(path);
            errors.push(FieldError { at, fault });
        }
    }
    if errors.is_empty() {
        Ok(assemble(&draft, token))
    } else {
        Err(errors)
    }
}

/// Puts together what is there, for the preview of a request that cannot be sent yet: a path parameter without a
/// value stays in its braces.
pub fn sketch(form: &RequestForm, server: &Server) -> PreparedRequest {
    let token = form.token.clone().unwrap_or_else(|| Secret::new(""));
    let draft = Draft::of(form, server);
    assemble(&draft, form.operation.token.map(|_| token))
}

/// A form on its way to a server.
struct Draft<'a> {
    server: &'a Server,
    operation: &'a Operation,
    token: Option<&'a Secret>,
    /// The fields, in their order, with what counts in each.
    entries: Vec<(Field<'static>, Option<Cow<'a, Entry>>)>,
    /// What is wrong below the fields.
    errors: Vec<FieldError>,
}

impl<'a> Draft<'a> {
    fn of(form: &'a RequestForm, server: &'a Server) -> Self {
        let mut assembly = Assembly {
            form,
            server,
            errors: Vec::new(),
        };
        let entries = fields(form).into_iter().map(|field| {
            let path = field.path();
            let entry = if form.below(&path).is_empty() {
                form.at(&path).map(|filled| Cow::Borrowed(&filled.entry))
            } else {
                let text = assembly.json(&path, field.schema);
                text.map(|text| Cow::Owned(Entry::Text(text)))
            };
            (field, entry)
        });
        Self {
            server,
            operation: form.operation,
            token: form.token.as_ref(),
            entries: entries.collect(),
            errors: assembly.errors,
        }
    }
}

/// Lists the fields of a form. A body that stands there as one text is one field, also where its members are known.
fn fields(form: &RequestForm) -> Vec<Field<'static>> {
    let whole = FieldPath::body();
    let body = form.operation.body.as_ref();
    let body = body.filter(|body| body.kind == BodyKind::Json && !form.text(&whole).is_empty());
    let is_left = |field: &Field<'_>| body.is_none() || field.place != Place::Body;
    let mut fields: Vec<_> = form.operation.fields().filter(is_left).collect();
    fields.extend(body.map(|body| Field {
        name: "body",
        place: Place::Body,
        is_whole: true,
        required: body.required,
        schema: &body.schema,
    }));
    fields
}

fn assemble(draft: &Draft<'_>, token: Option<Secret>) -> PreparedRequest {
    let entries = filled(draft);
    let mut headers = Vec::new();
    if let (Some(kind), Some(token)) = (draft.operation.token, token) {
        headers.push(Header::bearer(kind, token));
    }
    headers.extend(header_fields(&entries));
    let body = body(draft.operation.body.as_ref(), &entries);
    match body {
        Body::Json(_) => headers.push(content_type("application/json")),
        Body::Form(_) => headers.push(content_type("application/x-www-form-urlencoded")),
        Body::None | Body::Multipart(_) => {}
    }
    let mut request = PreparedRequest {
        method: draft.operation.method,
        url: address::of(draft, &entries),
        headers,
        body,
    };
    request.tell_secrets_apart();
    request
}

/// Whether there is nothing to send in a text. A password can be all spaces.
fn is_blank(field: &Field<'_>, text: &str) -> bool {
    match field.shape() {
        Shape::Secret => text.is_empty(),
        _ => typed::bare(text).is_empty(),
    }
}

fn token(draft: &Draft<'_>, kind: TokenKind) -> Result<Secret, FieldFault> {
    let given = draft.token.map_or("", Secret::reveal);
    let secret = auth::accept(kind, given).map_err(FieldFault::Token)?;
    if auth::is_practice(secret.reveal()) && !draft.server.takes_practice_tokens() {
        let server = draft.server.host().to_owned();
        return Err(FieldFault::PracticeToken { server });
    }
    Ok(secret)
}

fn check_field(
    field: &Field<'_>,
    entry: Option<&Entry>,
    server: &Server,
) -> Result<(), FieldFault> {
    match entry {
        Some(Entry::File { .. } | Entry::Empty) => Ok(()),
        Some(Entry::Forgotten) => Err(FieldFault::Forgotten),
        Some(Entry::Text(text)) if !is_blank(field, text) => {
            match pasted::fault(field, text, server) {
                Some(fault) => Err(fault),
                None => check::text(field, &sent(field, text)),
            }
        }
        _ => missing(field).map_or(Ok(()), Err),
    }
}

/// Returns the fields that have something to send.
fn filled<'a>(draft: &'a Draft<'_>) -> Vec<Filled<'a>> {
    let is_sent = |field: &Field<'_>, entry: &Entry| !matches!(entry, Entry::Text(text) if is_blank(field, text));
    let all = draft.entries.iter();
    all.filter_map(|(field, entry)| {
        let (field, entry) = (*field, entry.as_deref()?);
        is_sent(&field, entry).then_some(Filled { field, entry })
    })
    .collect()
}

fn missing(field: &Field<'_>) -> Option<FieldFault> {
    let needed = field.required || field.place == Place::Path;
    needed.then(|| FieldFault::Missing {
        name: field.name.to_owned(),
    })
}

fn header_fields(entries: &[Filled<'_>]) -> Vec<Header> {
    let mut headers = Vec::new();
    for filled in entries
        .iter()
        .filter(|filled| filled.field.place == Place::Header)
    {
        headers.push(Header {
            name: filled.field.name.to_owned().into(),
            value: filled.value(Writing::Plain),
        });
    }
    headers
}

fn content_type(media: &str) -> Header {
    Header {
        name: "Content-Type".into(),
        value: media.into(),
    }
}

fn body(body: Option<&catalogue::Body>, entries: &[Filled<'_>]) -> Body {
    if let Some(whole) = entries.iter().find(|filled| filled.field.is_whole) {
        return Body::Json(whole.value(Writing::Plain));
    }
    let mut members = entries
        .iter()
        .filter(|filled| filled.field.place == Place::Body)
        .peekable();
    match body.map(|body| body.kind) {
        None => Body::None,
        // A body without members is left out: SeaTable's optional bodies are all absent ones.
        _ if members.peek().is_none() => Body::None,
        Some(BodyKind::Json) => Body::Json(object(members)),
        Some(BodyKind::Form) => Body::Form(members.map(part).collect()),
        Some(BodyKind::Multipart) => Body::Multipart(members.map(part).collect()),
    }
}

/// Writes the object that the members make, one a line.
fn object<'a, 'b: 'a>(members: impl Iterator<Item = &'a Filled<'b>>) -> Text {
    let mut out = Text::from("{");
    for (i, filled) in members.enumerate() {
        let mut name = String::from(if i == 0 { "\n  \"" } else { ",\n  \"" });
        json::escape(&mut name, filled.field.name);
        name.push_str("\": ");
        out.push(&name);
        out.append(filled.member());
    }
    out.push("\n}");
    out
}

fn part(filled: &Filled<'_>) -> Part {
    let content = match filled.entry {
        Entry::File { handle, name, size } => PartContent::File {
            handle: *handle,
            name: name.clone(),
            size: *size,
        },
        _ => PartContent::Text(filled.value(Writing::Plain)),
    };
    Part {
        name: filled.field.name.to_owned(),
        content,
    }
}

#[cfg(test)]
mod tests;
