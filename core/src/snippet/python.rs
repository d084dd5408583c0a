//! The request as Python, with the package requests.

use super::{Snippet, variable};
use crate::catalogue::Method;
use crate::http::{Body, Hidden, Part, PartContent, PreparedRequest, Span, Text, Writing};

pub(super) fn render(request: &PreparedRequest) -> Snippet {
    let mut code = Snippet::default();
    push_imports(&mut code, request);
    code.keyword("import")
        .plain(" requests\n\nresponse = requests.");
    code.plain(function(request.method)).plain("(\n    ");
    push_text(&mut code, &request.url, quoted);
    code.plain(",\n");
    if !request.headers.is_empty() {
        code.plain("    ").name("headers").plain("={\n");
        for header in &request.headers {
            code.plain("        ")
                .string(&quoted(&header.name))
                .plain(": ");
            push_header(&mut code, &header.value);
            code.plain(",\n");
        }
        code.plain("    },\n");
    }
    match &request.body {
        Body::None => {}
        Body::Json(text) => push_json(&mut code, text),
        Body::Form(parts) => push_parts(&mut code, "data", parts, push_member),
        Body::Multipart(parts) => push_parts(&mut code, "files", parts, push_part),
    }
    code.plain("    ")
        .name("timeout")
        .plain("=")
        .number("60")
        .plain(",\n)\n");
    code.plain("print(response.status_code, response.text)\n");
    code
}

/// Imports what the secrets are read and written with.
fn push_imports(code: &mut Snippet, request: &PreparedRequest) {
    let texts = request.texts();
    let secrets = || texts.iter().flat_map(|text| text.secrets());
    let has = |writing| secrets().any(|hidden| hidden.writing == writing);
    if has(Writing::Json) {
        code.keyword("import").plain(" json\n");
    }
    if secrets().next().is_some() {
        code.keyword("import").plain(" os\n");
    }
    if has(Writing::Query) {
        code.keyword("from").plain(" urllib.parse ");
        code.keyword("import").plain(" quote\n");
    }
    if secrets().next().is_some() {
        code.plain("\n");
    }
}

/// Adds the body. requests sends a text as Latin-1, so it is handed bytes.
fn push_json(code: &mut Snippet, text: &Text) {
    let (open, close) = if text.spans().len() > 1 {
        ("(", ")")
    } else {
        ("", "")
    };
    code.plain("    ").name("data").plain("=").plain(open);
    push_text(code, text, block);
    code.plain(close).plain(".encode(),\n");
}

fn function(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Put => "put",
        Method::Delete => "delete",
    }
}

fn push_header(code: &mut Snippet, value: &Text) {
    match value.spans() {
        [Span::Plain(scheme), Span::Secret(hidden)] => code
            .string(&["f\"", scheme, "{"].concat())
            .plain("os.environ['")
            .variable(&variable::of(hidden))
            .plain("']")
            .string("}\""),
        _ => push_text(code, value, quoted),
    };
}

/// Adds a text as an expression; `literal` writes what is plain in it.
fn push_text<'a>(
    code: &'a mut Snippet,
    text: &Text,
    literal: fn(&str) -> String,
) -> &'a mut Snippet {
    if text.spans().is_empty() {
        return code.string(&literal(""));
    }
    for (i, span) in text.spans().iter().enumerate() {
        if i > 0 {
            code.plain(" + ");
        }
        match span {
            Span::Plain(text) => code.string(&literal(text)),
            Span::Secret(hidden) => push_secret(code, hidden),
        };
    }
    code
}

fn push_secret<'a>(code: &'a mut Snippet, hidden: &Hidden) -> &'a mut Snippet {
    let (before, after) = match hidden.writing {
        Writing::Plain | Writing::Segment => ("", ""),
        Writing::Query => ("quote(", ", safe=\"\")"),
        Writing::Json => ("json.dumps(", ")"),
    };
    code.plain(before)
        .plain("os.environ[\"")
        .variable(&variable::of(hidden))
        .plain("\"]")
        .plain(after)
}

fn push_parts(code: &mut Snippet, name: &str, parts: &[Part], push: fn(&mut Snippet, &Part)) {
    code.plain("    ").name(name).plain("=[\n");
    for part in parts {
        code.plain("        (")
            .string(&quoted(&part.name))
            .plain(", ");
        push(code, part);
        code.plain("),\n");
    }
    code.plain("    ],\n");
}

fn push_member(code: &mut Snippet, part: &Part) {
    if let PartContent::Text(text) = &part.content {
        push_text(code, text, quoted);
    }
}

/// Adds what requests sends as one part of a multipart form. Without a name it is no file.
fn push_part(code: &mut Snippet, part: &Part) {
    if let PartContent::File { name, .. } = &part.content {
        code.plain("(")
            .string(&quoted(name))
            .plain(", open(")
            .string(&quoted(name));
        code.plain(", ").string("\"rb\"").plain("))");
    } else {
        code.plain("(").keyword("None").plain(", ");
        push_member(code, part);
        code.plain(")");
    }
}

/// Writes a text as a literal on one line.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            _ => push_escaped(&mut out, char),
        }
    }
    out.push('"');
    out
}

/// Writes a text as a literal over several lines, which shows as it is.
fn block(text: &str) -> String {
    let mut out = String::from("\"\"\"");
    let mut quotes = 0;
    for char in text.chars() {
        quotes = if char == '"' { quotes + 1 } else { 0 };
        match char {
            '"' if quotes == 3 => {
                out.push_str("\\\"");
                quotes = 0;
            }
            '"' | '\n' => out.push(char),
            _ => push_escaped(&mut out, char),
        }
    }
    if quotes > 0 {
        // The quote before the closing ones would be taken for one of them.
        out.pop();
        out.push_str("\\\"");
    }
    out.push_str("\"\"\"");
    out
}

fn push_escaped(out: &mut String, char: char) {
    match char {
        '\\' => out.push_str("\\\\"),
        // Python reads a carriage return in its source as a line feed.
        '\r' => out.push_str("\\r"),
        '\0'..'\u{20}' | '\u{7f}' => {
            out.push_str("\\x");
            out.extend(
                [char as u32 / 16, char as u32 % 16]
                    .map(|n| char::from_digit(n, 16).unwrap_or('0')),
            );
        }
        _ => out.push(char),
    }
}
