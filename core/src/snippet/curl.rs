//! The request as a curl command for a POSIX shell.

use super::{Snippet, variable};
use crate::catalogue::Method;
use crate::http::{Body, Hidden, Part, PartContent, PreparedRequest, Span, Text, Writing, encode};

/// Writes a request as a command of curl.
pub fn render(request: &PreparedRequest) -> Snippet {
    let mut code = Snippet::default();
    let (url, queried) = taken_apart(&request.url);
    push_argument(code.keyword("curl"), &url);
    // In an address curl takes these for patterns of many addresses.
    let is_pattern =
        |span: &Span| matches!(span, Span::Plain(text) if text.contains(['[', ']', '{', '}']));
    if url.spans().iter().any(is_pattern) {
        option(&mut code, "--globoff");
    }
    for text in &queried {
        push_argument(option(&mut code, "--url-query"), text);
    }
    // With a body, curl takes POST unless it is told.
    if request.method != Method::Get || !matches!(request.body, Body::None) {
        option(&mut code, "--request")
            .plain(" ")
            .plain(request.method.as_str());
    }
    for header in &request.headers {
        push_named(
            option(&mut code, "--header"),
            &[&header.name, ": "],
            &header.value,
        );
    }
    match &request.body {
        Body::None => {}
        // Of --data, --data-raw and --data-binary only the second takes a leading @ as it is.
        Body::Json(text) => push_argument(option(&mut code, "--data-raw"), text),
        Body::Form(parts) => parts.iter().for_each(|part| push_member(&mut code, part)),
        Body::Multipart(parts) => parts.iter().for_each(|part| push_part(&mut code, part)),
    }
    code.plain("\n");
    code
}

/// Begins an option on a line of its own.
fn option<'a>(code: &'a mut Snippet, name: &str) -> &'a mut Snippet {
    code.plain(" \\\n  ").name(name)
}

/// Takes the secrets of the query out of an address, since a shell cannot encode them: curl does that, and appends them.
fn taken_apart(url: &Text) -> (Text, Vec<Text>) {
    let mut rest = Text::default();
    let mut queried = Vec::new();
    let mut pending = String::new();
    for span in url.spans() {
        match span {
            Span::Plain(text) => pending.push_str(text),
            Span::Secret(hidden) if hidden.writing == Writing::Query => {
                let at = pending.rfind(['?', '&']).unwrap_or_default();
                let mut text = Text::from(pending.split_off(at).get(1..).unwrap_or_default());
                text.push_hidden(hidden);
                queried.push(text);
            }
            Span::Secret(hidden) => {
                rest.push(&std::mem::take(&mut pending));
                rest.push_hidden(hidden);
            }
        }
    }
    // Where the first pair of the query is taken, another one becomes the first.
    if !queried.is_empty() && !pending.contains('?') {
        pending = pending.replacen('&', "?", 1);
    }
    rest.push(&pending);
    (rest, queried)
}

/// Adds a member of a URL-encoded form. curl encodes the value, but not the name.
fn push_member(code: &mut Snippet, part: &Part) {
    let mut name = String::new();
    encode::form(&mut name, &part.name);
    if let PartContent::Text(text) = &part.content {
        push_named(option(code, "--data-urlencode"), &[&name, "="], text);
    }
}

fn push_part(code: &mut Snippet, part: &Part) {
    match &part.content {
        // --form would take a leading @ or < in a text for the name of a file.
        PartContent::Text(text) => {
            push_named(option(code, "--form-string"), &[&part.name, "="], text);
        }
        PartContent::File { name, .. } => {
            push_named(
                option(code, "--form"),
                &[&part.name, "=@", &file(name)],
                &Text::default(),
            );
        }
    }
}

/// Quotes the name of a file for curl itself, which would end it at a comma or a semicolon.
fn file(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Adds one argument that begins with a name.
fn push_named(code: &mut Snippet, name: &[&str], text: &Text) {
    let mut whole = Text::from(name.concat());
    whole.append(text.clone());
    push_argument(code, &whole);
}

/// Adds one argument.
fn push_argument(code: &mut Snippet, text: &Text) {
    code.plain(" ");
    match text.spans() {
        [] => {
            code.string("''");
        }
        // Such a text can stand in the quotes of the variable.
        [Span::Plain(text), Span::Secret(hidden)]
            if hidden.writing != Writing::Json && text.bytes().all(is_plain_in_quotes) =>
        {
            code.string("\"").string(text);
            push_variable(code, hidden);
            code.string("\"");
        }
        spans => {
            for span in spans {
                match span {
                    Span::Plain(text) => {
                        code.string(&quoted(text));
                    }
                    Span::Secret(hidden) if hidden.writing == Writing::Json => {
                        push_json(code, hidden);
                    }
                    Span::Secret(hidden) => {
                        code.string("\"");
                        push_variable(code, hidden);
                        code.string("\"");
                    }
                }
            }
        }
    }
}

fn push_variable(code: &mut Snippet, hidden: &Hidden) {
    code.variable("$").variable(&variable::of(hidden));
}

/// Adds a secret as a JSON string: quotes and backslashes in it get a backslash.
fn push_json(code: &mut Snippet, hidden: &Hidden) {
    code.string("\"\\\"").plain("$(printf %s ").string("\"");
    push_variable(code, hidden);
    code.string("\"")
        .plain(" | sed ")
        .string(r#"'s/["\\]/\\&/g'"#)
        .plain(")")
        .string("\\\"\"");
}

/// Quotes a text for the shell. In single quotes nothing but the quote itself has a meaning, not even `!`.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

fn is_plain_in_quotes(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b" :=-_.".contains(&byte)
}
