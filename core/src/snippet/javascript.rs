//! The request as JavaScript with `fetch`, for Node.js.

use super::{Snippet, variable};
use crate::http::{Body, Header, HeaderValue, Part, PartContent, PreparedRequest, link};
use crate::json;

pub(super) fn render(request: &PreparedRequest) -> Snippet {
    let mut code = Snippet::default();
    if let Body::Multipart(parts) = &request.body {
        push_form_data(&mut code, parts);
    }
    code.keyword("const")
        .plain(" response = ")
        .keyword("await")
        .plain(" fetch(");
    match link::cut(&request.url) {
        None => code.string(&quoted(&request.url)),
        Some(cut) => environment(
            code.string(&quoted(cut.before)).plain(" + "),
            variable::LINK,
        )
        .plain(" + ")
        .string(&quoted(cut.after)),
    };
    code.plain(", {\n  ");
    code.name("method")
        .plain(": ")
        .string(&quoted(request.method.as_str()))
        .plain(",\n");
    if !request.headers.is_empty() {
        code.plain("  ").name("headers").plain(": {\n");
        request
            .headers
            .iter()
            .for_each(|header| push_header(&mut code, header));
        code.plain("  },\n");
    }
    push_body(&mut code, &request.body);
    code.plain("});\nconsole.log(response.status, ")
        .keyword("await")
        .plain(" response.text());\n");
    code
}

/// Builds the multipart form ahead of the request.
fn push_form_data(code: &mut Snippet, parts: &[Part]) {
    if parts
        .iter()
        .any(|part| matches!(part.content, PartContent::File { .. }))
    {
        code.keyword("import")
            .plain(" { openAsBlob } ")
            .keyword("from")
            .plain(" ");
        code.string("\"node:fs\"").plain(";\n\n");
    }
    code.keyword("const")
        .plain(" form = ")
        .keyword("new")
        .plain(" FormData();\n");
    for part in parts {
        code.plain("form.append(")
            .string(&quoted(&part.name))
            .plain(", ");
        if let PartContent::File { name, .. } = &part.content {
            code.keyword("await")
                .plain(" openAsBlob(")
                .string(&quoted(name))
                .plain("), ");
            code.string(&quoted(name));
        } else {
            push_text(code, part);
        }
        code.plain(");\n");
    }
    code.plain("\n");
}

fn push_header(code: &mut Snippet, header: &Header) {
    code.plain("    ").string(&quoted(&header.name)).plain(": ");
    match (&header.value, variable::of_header(header)) {
        (HeaderValue::Plain(value), _) => code.string(&quoted(value)),
        (HeaderValue::Bearer(..), Some(secret)) => code
            .string("`Bearer ${")
            .plain("process.env.")
            .variable(&secret)
            .string("}`"),
        (_, secret) => environment(code, &secret.unwrap_or_default()),
    };
    code.plain(",\n");
}

fn push_body(code: &mut Snippet, body: &Body) {
    if matches!(body, Body::None) {
        return;
    }
    code.plain("  ").name("body").plain(": ");
    match body {
        Body::Json(text) => {
            code.string(&template(text));
        }
        Body::Form(parts) => {
            code.keyword("new").plain(" URLSearchParams([\n");
            for part in parts {
                code.plain("    [").string(&quoted(&part.name)).plain(", ");
                push_text(code, part);
                code.plain("],\n");
            }
            code.plain("  ])");
        }
        Body::Multipart(_) => {
            code.plain("form");
        }
        Body::None => {}
    }
    code.plain(",\n");
}

fn push_text(code: &mut Snippet, part: &Part) {
    match (&part.content, variable::of_part(part)) {
        (PartContent::Text(text), _) => code.string(&quoted(text)),
        (_, secret) => environment(code, &secret.unwrap_or_default()),
    };
}

fn environment<'a>(code: &'a mut Snippet, variable: &str) -> &'a mut Snippet {
    code.plain("process.env.").variable(variable)
}

/// Writes a text as a literal on one line: a JSON string is one.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    json::escape(&mut out, text);
    out.push('"');
    out
}

/// Writes a text as a template literal over several lines, which shows as it is.
fn template(text: &str) -> String {
    let mut out = String::from("`");
    for char in text.chars() {
        match char {
            // `${` begins an expression; a carriage return would be read as a line feed.
            '`' | '\\' | '$' => out.extend(['\\', char]),
            '\r' => out.push_str("\\r"),
            _ => out.push(char),
        }
    }
    out.push('`');
    out
}
