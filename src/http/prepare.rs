//! From the draft to the request: the one place where a request is put together.

use super::{
    At, Body, Draft, Entry, FieldError, Header, HeaderValue, Part, PartContent, PreparedRequest,
    check, encode,
};
use crate::auth::{self, Secret};
use crate::catalogue::{BodyKind, Field, FieldKind, Place};
use crate::json;

/// Puts the request together, or says of every field what keeps it from being sent.
///
/// What comes back can be sent as it stands: nothing is left that a browser would refuse, and nothing is sent that
/// the preview does not show.
pub fn prepare(draft: &Draft<'_>) -> Result<PreparedRequest, Vec<FieldError>> {
    let mut errors = Vec::new();
    let token = token(draft, &mut errors);
    let entries = entries(draft, &mut errors);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut headers: Vec<Header> = token.into_iter().collect();
    headers.extend(header_fields(&entries));
    let body = body(draft.operation.body, &entries);
    match body {
        Body::Json(_) => headers.push(content_type("application/json")),
        Body::Form(_) => headers.push(content_type("application/x-www-form-urlencoded")),
        Body::None | Body::Multipart(_) => {}
    }
    Ok(PreparedRequest { method: draft.operation.method, url: url(draft, &entries), headers, body })
}

/// A field that has something to send.
struct Filled<'a> {
    field: &'a Field,
    entry: &'a Entry,
}

impl Filled<'_> {
    fn text(&self) -> &str {
        match self.entry {
            Entry::Text(text) => match self.field.kind {
                FieldKind::Integer { .. } | FieldKind::Number => text.trim(),
                _ => text,
            },
            Entry::File { .. } => "",
        }
    }
}

fn token(draft: &Draft<'_>, errors: &mut Vec<FieldError>) -> Option<Header> {
    let kind = draft.operation.token?;
    let given = draft.token.as_ref().map_or("", Secret::reveal);
    let mut refuse = |text: String| errors.push(FieldError { at: At::Token, text });
    match auth::accept(kind, given) {
        Err(fault) => refuse(fault.text()),
        Ok(secret)
            if auth::is_practice(secret.reveal()) && !draft.server.takes_practice_tokens() =>
        {
            refuse(format!(
                "This is a token of the practice SeaTable, which {} does not know. Nothing was sent.",
                draft.server.host()
            ));
        }
        Ok(secret) => {
            return Some(Header { name: "Authorization".into(), value: HeaderValue::Bearer(kind, secret) });
        }
    }
    None
}

fn entries<'a>(draft: &'a Draft<'_>, errors: &mut Vec<FieldError>) -> Vec<Filled<'a>> {
    let mut filled = Vec::new();
    for (i, field) in draft.operation.fields.iter().enumerate() {
        let entry = draft.entries.get(i);
        let fault = match entry {
            None => missing(field),
            Some(Entry::Text(text)) if text.trim().is_empty() => missing(field),
            Some(Entry::Text(text)) => check::text(field, text).err(),
            Some(Entry::File { .. }) => None,
        };
        match (fault, entry) {
            (Some(text), _) => errors.push(FieldError { at: At::Field(i), text }),
            (None, Some(Entry::Text(text))) if text.trim().is_empty() => {}
            (None, Some(entry)) => filled.push(Filled { field, entry }),
            (None, None) => {}
        }
    }
    filled
}

fn missing(field: &Field) -> Option<String> {
    let needed = field.required || field.place == Place::Path;
    needed.then(|| format!("{} is needed.", field.name))
}

fn header_fields(entries: &[Filled<'_>]) -> Vec<Header> {
    let mut headers = Vec::new();
    for filled in entries.iter().filter(|filled| filled.field.place == Place::Header) {
        headers.push(Header {
            name: filled.field.name.clone(),
            value: HeaderValue::Code(Secret::new(filled.text())),
        });
    }
    headers
}

fn content_type(media: &str) -> Header {
    Header { name: "Content-Type".into(), value: HeaderValue::Plain(media.to_owned()) }
}

fn url(draft: &Draft<'_>, entries: &[Filled<'_>]) -> String {
    let mut url = draft.server.origin().to_owned();
    push_path(&mut url, &draft.operation.path, entries);
    let mut separator = '?';
    if !draft.operation.fixed_query.is_empty() {
        url.push('?');
        url.push_str(&draft.operation.fixed_query);
        separator = '&';
    }
    for filled in entries.iter().filter(|filled| filled.field.place == Place::Query) {
        url.push(separator);
        encode::query(&mut url, &filled.field.name);
        url.push('=');
        encode::query(&mut url, filled.text());
        separator = '&';
    }
    url
}

fn push_path(url: &mut String, template: &str, entries: &[Filled<'_>]) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        url.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = entries
            .iter()
            .find(|filled| filled.field.place == Place::Path && filled.field.name == name);
        encode::segment(url, value.map_or("", Filled::text));
        rest = after;
    }
    url.push_str(rest);
}

fn body(kind: BodyKind, entries: &[Filled<'_>]) -> Body {
    if let Some(whole) = entries.iter().find(|filled| filled.field.place == Place::WholeBody) {
        return Body::Json(whole.text().to_owned());
    }
    let mut members =
        entries.iter().filter(|filled| filled.field.place == Place::Body).peekable();
    match kind {
        BodyKind::None => Body::None,
        // A body without members is left out: SeaTable's optional bodies are all absent ones.
        _ if members.peek().is_none() => Body::None,
        BodyKind::Json => Body::Json(object(members)),
        BodyKind::Form => Body::Form(members.map(part).collect()),
        BodyKind::Multipart => Body::Multipart(members.map(part).collect()),
    }
}

/// Writes the object that the members make, one a line, JSON texts as they were typed.
fn object<'a, 'b: 'a>(members: impl Iterator<Item = &'a Filled<'b>>) -> String {
    let mut out = String::from("{");
    for (i, filled) in members.enumerate() {
        out.push_str(if i == 0 { "\n  \"" } else { ",\n  \"" });
        json::escape(&mut out, &filled.field.name);
        out.push_str("\": ");
        match filled.field.kind {
            FieldKind::Integer { .. } | FieldKind::Number | FieldKind::Boolean => {
                out.push_str(filled.text());
            }
            // A line break can stand between tokens only, so indenting the lines changes no value.
            FieldKind::Json => out.push_str(&filled.text().trim().replace('\n', "\n  ")),
            _ => {
                out.push('"');
                json::escape(&mut out, filled.text());
                out.push('"');
            }
        }
    }
    out.push_str("\n}");
    out
}

fn part(filled: &Filled<'_>) -> Part {
    let content = match filled.entry {
        Entry::File { handle, name, size } => {
            PartContent::File { handle: *handle, name: name.clone(), size: *size }
        }
        Entry::Text(_) if filled.field.kind == FieldKind::Password => {
            PartContent::Secret(Secret::new(filled.text()))
        }
        Entry::Text(_) => PartContent::Text(filled.text().to_owned()),
    };
    Part { name: filled.field.name.clone().into_owned(), content }
}
