//! The request as JavaScript with `fetch`, for Node.js.

use super::{Snippet, variable};
use crate::http::{Body, Hidden, Part, PartContent, PreparedRequest, Span, Text, Writing};
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
    push_text(&mut code, &request.url);
    code.plain(", {\n  ");
    code.name("method")
        .plain(": ")
        .string(&quoted(request.method.as_str()))
        .plain(",\n");
    if !request.headers.is_empty() {
        code.plain("  ").name("headers").plain(": {\n");
        for header in &request.headers {
            code.plain("    ").string(&quoted(&header.name)).plain(": ");
            push_header(&mut code, &header.value);
            code.plain(",\n");
        }
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
        match &part.content {
            PartContent::Text(text) => push_text(code, text),
            PartContent::File { name, .. } => {
                code.keyword("await")
                    .plain(" openAsBlob(")
                    .string(&quoted(name))
                    .plain("), ");
                code.string(&quoted(name));
            }
        }
        code.plain(");\n");
    }
    code.plain("\n");
}

fn push_header(code: &mut Snippet, value: &Text) {
    match value.spans() {
        [Span::Plain(_), Span::Secret(_)] => push_template(code, value),
        _ => push_text(code, value),
    }
}

fn push_body(code: &mut Snippet, body: &Body) {
    if matches!(body, Body::None) {
        return;
    }
    code.plain("  ").name("body").plain(": ");
    match body {
        Body::Json(text) => {
            push_template(code, text);
        }
        Body::Form(parts) => {
            code.keyword("new").plain(" URLSearchParams([\n");
            for part in parts {
                code.plain("    [").string(&quoted(&part.name)).plain(", ");
                if let PartContent::Text(text) = &part.content {
                    push_text(code, text);
                }
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

/// Adds a text as an expression on one line.
fn push_text(code: &mut Snippet, text: &Text) {
    if text.spans().is_empty() {
        code.string("\"\"");
    }
    for (i, span) in text.spans().iter().enumerate() {
        if i > 0 {
            code.plain(" + ");
        }
        match span {
            Span::Plain(text) => {
                code.string(&quoted(text));
            }
            Span::Secret(hidden) => push_secret(code, hidden),
        }
    }
}

/// Adds a text as a template literal over several lines, which shows as it is.
fn push_template(code: &mut Snippet, text: &Text) {
    code.string("`");
    for span in text.spans() {
        match span {
            Span::Plain(text) => {
                code.string(&escaped(text));
            }
            Span::Secret(hidden) => {
                code.string("${");
                push_secret(code, hidden);
                code.string("}");
            }
        }
    }
    code.string("`");
}

fn push_secret(code: &mut Snippet, hidden: &Hidden) {
    let (before, after) = match hidden.writing {
        Writing::Plain | Writing::Segment => ("", ""),
        Writing::Query => ("encodeURIComponent(", ")"),
        Writing::Json => ("JSON.stringify(", ")"),
    };
    code.plain(before)
        .plain("process.env.")
        .variable(&variable::of(hidden))
        .plain(after);
}

/// Writes a text as a literal on one line: a JSON string is one.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    json::escape(&mut out, text);
    out.push('"');
    out
}

/// Writes a text as it stands in a template literal.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for char in text.chars() {
        match char {
            // `${` begins an expression; a carriage return would be read as a line feed.
            '`' | '\\' | '$' => out.extend(['\\', char]),
            '\r' => out.push_str("\\r"),
            _ => out.push(char),
        }
    }
    out
}
