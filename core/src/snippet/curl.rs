//! The request as a curl command for a POSIX shell.

use super::{Snippet, variable};
use crate::catalogue::Method;
use crate::http::{Body, Header, HeaderValue, Part, PartContent, PreparedRequest, encode, link};

/// Writes a request as a command of curl.
pub fn render(request: &PreparedRequest) -> Snippet {
    let mut code = Snippet::default();
    code.keyword("curl").plain(" ");
    match link::cut(&request.url) {
        None => code.string(&quoted(&request.url)),
        Some(cut) => code
            .string(&quoted(cut.before))
            .string("\"")
            .variable("$")
            .variable(variable::LINK)
            .string("\"")
            .string(&quoted(cut.after)),
    };
    // In an address curl takes these for patterns of many addresses.
    if request.url.contains(['[', ']', '{', '}']) && link::cut(&request.url).is_none() {
        option(&mut code, "--globoff");
    }
    if request.method != Method::Get {
        option(&mut code, "--request")
            .plain(" ")
            .plain(request.method.as_str());
    }
    for header in &request.headers {
        push_header(option(&mut code, "--header"), header);
    }
    match &request.body {
        Body::None => {}
        // Of --data, --data-raw and --data-binary only the second takes a leading @ as it is.
        Body::Json(text) => {
            option(&mut code, "--data-raw")
                .plain(" ")
                .string(&quoted(text));
        }
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

fn push_header(code: &mut Snippet, header: &Header) {
    let secret = variable::of_header(header);
    let text = match &header.value {
        HeaderValue::Plain(value) => format!("{}: {value}", header.name),
        HeaderValue::Code(_) => format!("{}: ", header.name),
        HeaderValue::Bearer(..) => format!("{}: Bearer ", header.name),
    };
    push_argument(code, &text, secret.as_deref());
}

/// Adds a member of a URL-encoded form. curl encodes the value, but not the name.
fn push_member(code: &mut Snippet, part: &Part) {
    let mut text = String::new();
    encode::form(&mut text, &part.name);
    text.push('=');
    if let PartContent::Text(value) = &part.content {
        text.push_str(value);
    }
    push_argument(
        option(code, "--data-urlencode"),
        &text,
        variable::of_part(part).as_deref(),
    );
}

fn push_part(code: &mut Snippet, part: &Part) {
    // --form would take a leading @ or < in a text for the name of a file.
    let (name, text) = match &part.content {
        PartContent::Text(value) => ("--form-string", format!("{}={value}", part.name)),
        PartContent::Secret(_) => ("--form-string", format!("{}=", part.name)),
        PartContent::File { name, .. } => ("--form", format!("{}=@{}", part.name, file(name))),
    };
    push_argument(
        option(code, name),
        &text,
        variable::of_part(part).as_deref(),
    );
}

/// Quotes the name of a file for curl itself, which would end it at a comma or a semicolon.
fn file(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Adds one argument: a text, and behind it a variable, if there is one.
fn push_argument(code: &mut Snippet, text: &str, secret: Option<&str>) {
    code.plain(" ");
    match secret {
        None => code.string(&quoted(text)),
        Some(secret) if text.bytes().all(is_plain_in_quotes) => code
            .string("\"")
            .string(text)
            .variable("$")
            .variable(secret)
            .string("\""),
        Some(secret) => code
            .string(&quoted(text))
            .string("\"")
            .variable("$")
            .variable(secret)
            .string("\""),
    };
}

/// Quotes a text for the shell. In single quotes nothing but the quote itself has a meaning, not even `!`.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

fn is_plain_in_quotes(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b" :=-_.".contains(&byte)
}
