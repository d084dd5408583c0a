//! The form of an operation, filled in and prepared, and the request as a server receives it.

use playground_core::auth::{Secret, Token, TokenKind};
use playground_core::catalogue::{Field, Operation, Place, Shape};
use playground_core::form::{Entry, Filled, RequestForm, Source};
use playground_core::http::{
    Body, FieldError, Part, PartContent, PreparedRequest, Server, prepare_parts,
};
use serde_json::Value;

const TOKEN: &str = "fake0000fake0000fake0000fake0000fake0000";
/// Of a Base-Token that may write.
const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjk5OTk5OTk5OTksImR0YWJsZV91dWlkIjoiNjUwZDhhMGQiLCJ1c2VybmFtZSI6IiIsInBlcm1pc3Npb24iOiJydyIsImFwcF9uYW1lIjoieCJ9.fake0000";
const BOUNDARY: &str = "boundary0000";

/// Prepares the request of a form whose fields hold these values; a field without one is left empty.
pub(crate) fn prepared(
    operation: &'static Operation,
    values: &[Option<Value>],
) -> Result<PreparedRequest, Vec<FieldError>> {
    prepare_parts(&filled(operation, values), &Server::cloud())
}

/// Fills in the form.
pub(crate) fn filled(operation: &'static Operation, values: &[Option<Value>]) -> RequestForm {
    let mut form = empty(operation);
    for (field, value) in operation.fields().zip(values) {
        if let Some(value) = value {
            form.typed.fill(Filled {
                path: field.path(),
                entry: entry(&form, field, value),
                source: Source::Person,
            });
        }
    }
    form
}

/// Returns a form that has its token alone.
pub(crate) fn empty(operation: &'static Operation) -> RequestForm {
    let mut form = RequestForm::with_parts(operation);
    form.token = operation.token.map(|kind| {
        let token = match kind {
            TokenKind::Base => JWT,
            _ => TOKEN,
        };
        Token::new(kind, &Secret::new(token))
    });
    form
}

/// Enters a value as a person does: a text as it is, all else as JSON.
fn entry(form: &RequestForm, field: Field<'_>, value: &Value) -> Entry {
    if *field.shape() == Shape::File {
        return Entry::File {
            handle: 0,
            name: "a.txt".to_owned(),
            size: 1,
        };
    }
    match value {
        Value::String(text) if text.is_empty() && !field.is_json() => Entry::Empty,
        Value::String(text) if !field.is_json() => form.entry(&field.path(), text.clone()),
        Value::Array(items) if field.place == Place::Query => {
            let items = items.iter().map(|item| item.as_str().unwrap());
            Entry::Text(items.collect::<Vec<_>>().join(","))
        }
        other => Entry::Text(other.to_string()),
    }
}

/// Calls `look` with the request as it arrives.
pub(crate) fn received<T>(
    request: &PreparedRequest,
    look: impl FnOnce(&contract::Request<'_>) -> T,
) -> T {
    let url = request.url.in_the_clear();
    let rest = url.split_once("://").unwrap().1;
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let headers = request.headers.iter();
    let mut headers: Vec<_> = headers
        .map(|header| (header.name.to_string(), header.value.in_the_clear()))
        .collect();
    let body = match &request.body {
        Body::None => String::new(),
        Body::Json(text) => text.in_the_clear(),
        form @ Body::Form(_) => form.form_in_the_clear(),
        Body::Multipart(parts) => {
            let media = format!("multipart/form-data; boundary={BOUNDARY}");
            headers.push(("Content-Type".to_owned(), media));
            multipart(parts)
        }
    };
    look(&contract::Request {
        method: request.method.as_str(),
        path: &path[path.find('/').unwrap()..],
        query,
        headers: &headers,
        body: body.as_bytes(),
    })
}

fn multipart(parts: &[Part]) -> String {
    let mut out = String::new();
    for part in parts {
        let (file, text) = match &part.content {
            PartContent::Text(text) => (String::new(), text.in_the_clear()),
            PartContent::File { name, .. } => (format!("; filename=\"{name}\""), "x".to_owned()),
        };
        let name = &part.name;
        out.push_str(&format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{text}\r\n"
        ));
    }
    out + "--" + BOUNDARY + "--\r\n"
}
