//! Requests of every kind, full of texts that break careless quoting.

use playground_core::auth::{Secret, TokenKind};
use playground_core::catalogue::Method;
use playground_core::http::{Body, Header, Part, PartContent, PreparedRequest, Text, Writing};
use serde_json::json;

/// Texts that break careless quoting.
const NASTY: [&str; 25] = [
    "plain",
    "",
    "it's",
    "''",
    "\"",
    "\"\"\"",
    "a\"\"\"\"b",
    "say \"hi\"\"\"",
    "$HOME ${HOME} $(id) `id`",
    "!! !x",
    "back\\slash\\",
    "\\n \\' \\\" \\`",
    "two\nlines\n",
    "\r\n",
    "tab\there",
    "Größe ü € 😀",
    "@file",
    "<file",
    "a;type=text/html",
    "a,b&c=d+e%20",
    "${process.env.HOME}",
    "{os.environ}",
    "-x --data",
    "\u{2028}\u{feff}",
    "\u{1}\u{1f}\u{7f}",
];

/// What the environment holds in place of the secrets.
pub(crate) const FROM_ENVIRONMENT: &str = "fake $x \"`'!\\ ü";

fn plain(name: &'static str, value: &str) -> Header {
    Header {
        name: name.into(),
        value: value.into(),
    }
}

fn text(name: &str, text: &str) -> Part {
    Part {
        name: name.to_owned(),
        content: PartContent::Text(text.into()),
    }
}

fn password() -> Part {
    let secret = Secret::new("fake-password");
    Part {
        name: "password".to_owned(),
        content: PartContent::Text(Text::secret("password", Writing::Plain, secret)),
    }
}

fn file(name: &str) -> Part {
    let content = PartContent::File {
        handle: 1,
        name: name.to_owned(),
        size: 4,
    };
    Part {
        name: "file".to_owned(),
        content,
    }
}

/// Makes a request that sends a Base-Token.
pub(crate) fn request(method: Method, media: Option<&str>, body: Body) -> PreparedRequest {
    let token = Secret::new("fake-base-token");
    let mut headers = vec![Header::bearer(TokenKind::Base, token)];
    headers.extend(media.map(|media| plain("Content-Type", media)));
    let url = "https://table.example.com/a%20b/?x=it's&y=1";
    PreparedRequest {
        method,
        headers,
        body,
        ..PreparedRequest::reading(url)
    }
}

/// Returns requests with each kind of header and body.
pub(crate) fn every_kind() -> Vec<PreparedRequest> {
    let nasty = |(i, value): (usize, &&str)| text(&format!("part{i}"), value);
    let mut form: Vec<Part> = NASTY.iter().enumerate().map(nasty).collect();
    form.push(password());
    let mut multipart = form.clone();
    multipart.push(file("it's ü; a,b.png"));
    let form_media = Some("application/x-www-form-urlencoded");
    let mut requests = vec![
        request(Method::Get, None, Body::None),
        request(Method::Delete, None, Body::None),
        request(Method::Post, form_media, Body::Form(form)),
        request(Method::Put, None, Body::Multipart(multipart)),
        request(
            Method::Post,
            None,
            Body::Multipart(vec![text("name", "no file")]),
        ),
    ];
    requests[0].headers.push(Header {
        name: "X-SEAFILE-OTP".into(),
        value: Text::secret("X-SEAFILE-OTP", Writing::Plain, Secret::new("fake-000000")),
    });
    requests.extend(with_secrets_inside());
    // SeaTable takes JSON only, but the quoting has to hold for any text.
    let every = serde_json::to_string_pretty(&json!({ "rows": NASTY })).unwrap();
    for body in NASTY.map(str::to_owned).into_iter().chain([every]) {
        let media = Some("application/json");
        requests.push(request(Method::Post, media, Body::Json(body.into())));
    }
    requests
}

/// Requests with a secret in the midst of a path, of a query, of a body, and of the parts of forms.
fn with_secrets_inside() -> Vec<PreparedRequest> {
    let inside = |before: &str, writing: Writing, after: &str| {
        let name = if writing == Writing::Segment {
            "upload_link"
        } else {
            "password"
        };
        let secret = if writing == Writing::Segment {
            "fake-link"
        } else {
            "fake-password"
        };
        let mut text = Text::from(before);
        text.push_secret(name, writing, Secret::new(secret));
        text.push(after);
        text
    };
    let mut json = inside(
        "{\n  \"it's\": \"`$x\\\\`\", \"user\": [",
        Writing::Json,
        ", ",
    );
    json.append(inside("", Writing::Json, "]\n}"));
    let part = |name: &str| Part {
        name: name.to_owned(),
        content: PartContent::Text(json.clone()),
    };
    let mut requests = vec![
        request(Method::Post, None, Body::Multipart(vec![text("a", "b")])),
        request(Method::Get, None, Body::None),
        request(Method::Get, None, Body::None),
        request(
            Method::Put,
            Some("application/json"),
            Body::Json(json.clone()),
        ),
        request(
            Method::Post,
            Some("application/x-www-form-urlencoded"),
            Body::Form(vec![part("user"), text("b", "c")]),
        ),
        request(Method::Post, None, Body::Multipart(vec![part("user")])),
    ];
    let upload = "https://table.example.com/seafhttp/upload-api/";
    requests[0].url = inside(upload, Writing::Segment, "?ret-json=1");
    let export = "https://table.example.com/export/?";
    requests[1].url = inside(&[export, "password="].concat(), Writing::Query, "");
    let first = inside(
        &[export, "a=1&password="].concat(),
        Writing::Query,
        "&b=2&c=3&other=",
    );
    requests[2].url = first;
    requests[2].url.append(inside("", Writing::Query, "&d=4"));
    requests
}
