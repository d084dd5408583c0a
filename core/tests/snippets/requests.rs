//! Requests of every kind, full of texts that break careless quoting.

use playground_core::auth::{Secret, TokenKind};
use playground_core::catalogue::Method;
use playground_core::http::{Body, Header, HeaderValue, Part, PartContent, PreparedRequest};
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
        value: HeaderValue::Plain(value.to_owned()),
    }
}

fn text(name: &str, text: &str) -> Part {
    Part {
        name: name.to_owned(),
        content: PartContent::Text(text.to_owned()),
    }
}

fn password() -> Part {
    let content = PartContent::Secret(Secret::new("fake-password"));
    Part {
        name: "password".to_owned(),
        content,
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
    let token = HeaderValue::Bearer(TokenKind::Base, Secret::new("fake-base-token"));
    let mut headers = vec![Header {
        name: "Authorization".into(),
        value: token,
    }];
    headers.extend(media.map(|media| plain("Content-Type", media)));
    let url = "https://table.example.com/a%20b/?x=it's&y=1".to_owned();
    PreparedRequest {
        method,
        url,
        headers,
        body,
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
    let code = HeaderValue::Code(Secret::new("fake-000000"));
    requests[0].headers.push(Header {
        name: "X-SEAFILE-OTP".into(),
        value: code,
    });
    let mut upload = request(Method::Post, None, Body::Multipart(vec![text("a", "b")]));
    upload.url = "https://table.example.com/seafhttp/upload-api/fake-link?ret-json=1".to_owned();
    requests.push(upload);
    // SeaTable takes JSON only, but the quoting has to hold for any text.
    let every = serde_json::to_string_pretty(&json!({ "rows": NASTY })).unwrap();
    for body in NASTY.map(str::to_owned).into_iter().chain([every]) {
        let media = Some("application/json");
        requests.push(request(Method::Post, media, Body::Json(body)));
    }
    requests
}
