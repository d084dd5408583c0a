//! From the form to the request: the one place where a request is put together.

mod address;
mod masked;
mod nested;
mod parts;
mod value;

use super::{
    At, Body, FieldError, FieldFault, Header, Part, PartContent, PreparedRequest, Server, Text,
    Writing, check, pasted,
};
use crate::auth::{Secret, Token, TokenFault, TokenKind};
use crate::catalogue::{self, BodyKind, Field, FieldPath, Operation, Place, Schema, Shape};
use crate::form::{Entry, RequestForm};
use crate::json;
use crate::typed;
use parts::{Entries, Parts};
pub(super) use value::entered;
use value::{Filled, sent};

/// Puts the request together, or says of every field what keeps it from being sent.
///
/// What comes back can be sent as it stands: nothing is left that a browser would refuse, and nothing is sent that
/// the preview does not show.
pub fn prepare(form: &RequestForm, server: &Server) -> Result<PreparedRequest, Vec<FieldError>> {
    prepare_as(form, server, &parts::NONE)
}

/// Like [`prepare`], of a form that has entries in parts of its fields.
pub fn prepare_parts(
    form: &RequestForm,
    server: &Server,
) -> Result<PreparedRequest, Vec<FieldError>> {
    prepare_as(form, server, &parts::ALL)
}

fn prepare_as(
    form: &RequestForm,
    server: &Server,
    parts: &'static Parts,
) -> Result<PreparedRequest, Vec<FieldError>> {
    let mut draft = Draft::of(form, server, parts);
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
    sketch_as(form, server, &parts::NONE)
}

/// Like [`sketch`], of a form that has entries in parts of its fields.
pub fn sketch_parts(form: &RequestForm, server: &Server) -> PreparedRequest {
    sketch_as(form, server, &parts::ALL)
}

/// Returns the JSON of what stands at a place of a form and below it; `None` if nothing does.
pub fn json_at(
    form: &RequestForm,
    path: &FieldPath,
    schema: &Schema,
    server: &Server,
) -> Option<String> {
    let mut assembly = nested::Assembly {
        form,
        server,
        errors: Vec::new(),
    };
    assembly.json(path, schema)
}

fn sketch_as(form: &RequestForm, server: &Server, parts: &'static Parts) -> PreparedRequest {
    let draft = Draft::of(form, server, parts);
    let token = |kind| token(&draft, kind).unwrap_or_else(|_| Secret::new(""));
    assemble(&draft, form.operation.token.map(token))
}

/// A form on its way to a server.
struct Draft<'a> {
    server: &'a Server,
    operation: &'a Operation,
    token: Option<&'a Token>,
    /// The fields, in their order, with what counts in each.
    entries: Entries<'a>,
    /// What is wrong below the fields.
    errors: Vec<FieldError>,
    parts: &'static Parts,
}

impl<'a> Draft<'a> {
    fn of(form: &'a RequestForm, server: &'a Server, parts: &'static Parts) -> Self {
        let mut errors = Vec::new();
        Self {
            server,
            operation: form.operation,
            token: form.token.as_ref(),
            entries: (parts.entries)(form, server, &mut errors),
            errors,
            parts,
        }
    }
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
        area: Some(draft.operation.area),
        harm: draft.operation.harm,
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
    // A token of another kind is none.
    let Some(token) = draft.token.filter(|token| token.kind == kind) else {
        return Err(FieldFault::Token(TokenFault::Missing(kind)));
    };
    let secret = token.secret.clone().map_err(FieldFault::Token)?;
    if token.is_practice && !draft.server.takes_practice_tokens() {
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
        Some(Entry::File { .. } | Entry::Empty) => return Ok(()),
        Some(Entry::Forgotten) => return Err(FieldFault::Forgotten),
        Some(Entry::Text(_) | Entry::Kind { .. } | Entry::Secret(_)) | None => {}
    }
    match entry.and_then(entered) {
        Some(text) if !is_blank(field, text) => match pasted::fault(field, text, server) {
            Some(fault) => Err(fault),
            None => check::text(field, &sent(field, text)),
        },
        _ => missing(field).map_or(Ok(()), Err),
    }
}

/// Returns the fields that have something to send.
fn filled<'a>(draft: &'a Draft<'_>) -> Vec<Filled<'a>> {
    let is_sent =
        |field: &Field<'_>, entry: &Entry| entered(entry).is_none_or(|text| !is_blank(field, text));
    let all = draft.entries.iter();
    all.filter_map(|(field, entry)| {
        let (field, entry) = (*field, entry.as_deref()?);
        is_sent(&field, entry).then_some(Filled {
            field,
            entry,
            parts: draft.parts,
        })
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
        Some(BodyKind::Form) => Body::Form(
            members
                .flat_map(|filled| (filled.parts.split)(filled))
                .collect(),
        ),
        Some(BodyKind::Multipart) => Body::Multipart(
            members
                .flat_map(|filled| (filled.parts.split)(filled))
                .collect(),
        ),
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
