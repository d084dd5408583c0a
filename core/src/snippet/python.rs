//! The request as Python, with the package requests.

use super::{Snippet, variable};
use crate::catalogue::Method;
use crate::http::{Body, Header, HeaderValue, Part, PartContent, PreparedRequest, link};

pub(super) fn render(request: &PreparedRequest) -> Snippet {
    let mut code = Snippet::default();
    if has_secret(request) {
        code.keyword("import").plain(" os\n\n");
    }
    code.keyword("import")
        .plain(" requests\n\nresponse = requests.");
    code.plain(function(request.method)).plain("(\n    ");
    match link::cut(&request.url) {
        None => code.string(&quoted(&request.url)),
        Some(cut) => environment(
            code.string(&quoted(cut.before)).plain(" + "),
            variable::LINK,
        )
        .plain(" + ")
        .string(&quoted(cut.after)),
    };
    code.plain(",\n");
    if !request.headers.is_empty() {
        code.plain("    ").name("headers").plain("={\n");
        request
            .headers
            .iter()
            .for_each(|header| push_header(&mut code, header));
        code.plain("    },\n");
    }
    match &request.body {
        Body::None => {}
        // requests sends a text as Latin-1, so it is handed bytes.
        Body::Json(text) => {
            code.plain("    ")
                .name("data")
                .plain("=")
                .string(&block(text))
                .plain(".encode(),\n");
        }
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

fn has_secret(request: &PreparedRequest) -> bool {
    let parts = match &request.body {
        Body::Form(parts) | Body::Multipart(parts) => parts.as_slice(),
        Body::None | Body::Json(_) => &[],
    };
    request
        .headers
        .iter()
        .any(|header| variable::of_header(header).is_some())
        || link::cut(&request.url).is_some()
        || parts.iter().any(|part| variable::of_part(part).is_some())
}

fn function(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Put => "put",
        Method::Delete => "delete",
    }
}

fn push_header(code: &mut Snippet, header: &Header) {
    code.plain("        ")
        .string(&quoted(&header.name))
        .plain(": ");
    match (&header.value, variable::of_header(header)) {
        (HeaderValue::Plain(value), _) => code.string(&quoted(value)),
        (HeaderValue::Bearer(..), Some(secret)) => code
            .string("f\"Bearer {")
            .plain("os.environ['")
            .variable(&secret)
            .plain("']")
            .string("}\""),
        (_, secret) => environment(code, &secret.unwrap_or_default()),
    };
    code.plain(",\n");
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
    match (&part.content, variable::of_part(part)) {
        (PartContent::Text(text), _) => code.string(&quoted(text)),
        (_, secret) => environment(code, &secret.unwrap_or_default()),
    };
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

fn environment<'a>(code: &'a mut Snippet, variable: &str) -> &'a mut Snippet {
    code.plain("os.environ[\"").variable(variable).plain("\"]")
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
