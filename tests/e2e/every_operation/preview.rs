//! The request as the page shows it: a command of curl, which a shell takes apart.

use practice::Request;
use std::process::Command;

/// Writes the arguments of a command one after the other, each with a NUL after it.
const PRINTED: &str = "curl() { printf '%s\\0' \"$@\"; }\n";

const BOUNDARY: &str = "boundary=";

/// A request as the page shows it.
pub(super) struct Shown {
    pub(super) method: String,
    url: String,
    /// Whether curl puts a pair of the query together itself, which then comes last.
    has_queried: bool,
    headers: Vec<(String, String)>,
    pub(super) body: Option<Body>,
}

pub(super) enum Body {
    Json(String),
    /// Name and value.
    Form(Vec<(String, String)>),
    /// Name, value, and whether it is the name of a file.
    Parts(Vec<(String, String, bool)>),
}

/// Reads the code, with these secrets in the place of their variables.
pub(super) fn read(code: &str, secrets: &[(String, String)]) -> Result<Shown, String> {
    let mut shell = Command::new("sh");
    for name in variables(code) {
        let named = |(of, _): &&(String, String)| name.contains(of.as_str());
        let known = secrets.iter().filter(named).max_by_key(|(of, _)| of.len());
        // A secret in a part of a body: all samples of those are alike.
        shell.env(&name, known.map_or("123456", |(_, value)| value));
    }
    let written = shell
        .arg("-c")
        .arg([PRINTED, code].concat())
        .output()
        .unwrap();
    let written = String::from_utf8(written.stdout).unwrap();
    let mut arguments = written.split_terminator('\0').map(str::to_owned);
    let mut shown = Shown {
        method: "GET".to_owned(),
        url: arguments
            .next()
            .ok_or_else(|| format!("no code but {code}"))?,
        has_queried: false,
        headers: Vec::new(),
        body: None,
    };
    while let Some(option) = arguments.next() {
        if option != "--globoff" {
            let value = arguments
                .next()
                .ok_or_else(|| format!("{option} without a value"))?;
            shown.take(&option, value)?;
        }
    }
    Ok(shown)
}

fn variables(code: &str) -> Vec<String> {
    let rests = code.split('$').skip(1);
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    rests
        .map(|rest| rest.chars().take_while(|c| is_of_name(*c)).collect())
        .collect()
}

fn pair(text: &str, separator: &str) -> (String, String) {
    let (name, value) = text.split_once(separator).unwrap_or((text, ""));
    (name.to_owned(), value.to_owned())
}

impl Shown {
    fn take(&mut self, option: &str, value: String) -> Result<(), String> {
        match option {
            "--request" => self.method = value,
            "--header" => self.headers.push(pair(&value, ": ")),
            "--url-query" => {
                self.has_queried = true;
                let (name, value) = pair(&value, "=");
                let value: String =
                    url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
                let separator = if self.url.contains('?') { '&' } else { '?' };
                self.url.push_str(&format!("{separator}{name}={value}"));
            }
            "--data-raw" => self.body = Some(Body::Json(value)),
            "--data-urlencode" => match self.body.get_or_insert(Body::Form(Vec::new())) {
                Body::Form(members) => members.push(pair(&value, "=")),
                _ => return Err("two kinds of body".to_owned()),
            },
            "--form-string" | "--form" => match self.body.get_or_insert(Body::Parts(Vec::new())) {
                Body::Parts(parts) => {
                    let (name, value) = pair(&value, "=");
                    let file = value.strip_prefix('@').filter(|_| option == "--form");
                    let file = file.map(|file| file.trim_matches('"').to_owned());
                    let is_file = file.is_some();
                    parts.push((name, file.unwrap_or(value), is_file));
                }
                _ => return Err("two kinds of body".to_owned()),
            },
            other => return Err(format!("an option {other}")),
        }
        Ok(())
    }

    /// Returns an address, with the pairs of its query in one order where curl puts a secret one after the others.
    fn sorted(&self, url: &str) -> String {
        match url.split_once('?') {
            Some((path, query)) if self.has_queried => {
                let mut pairs: Vec<_> = query.split('&').collect();
                pairs.sort_unstable();
                [path, "?", &pairs.join("&")].concat()
            }
            _ => url.to_owned(),
        }
    }

    /// Compares it with what has arrived.
    pub(super) fn compare(&self, request: &Request, server: &str) -> Result<(), String> {
        let query = match request.query.as_str() {
            "" => String::new(),
            query => format!("?{query}"),
        };
        let url = format!("{server}{}{query}", request.path);
        same("method", &self.method, &request.method)?;
        same("address", &self.sorted(&self.url), &self.sorted(&url))?;
        for (name, value) in &self.headers {
            same(name, value, request.header(name).unwrap_or_default())?;
        }
        let arrived = String::from_utf8_lossy(&request.body);
        match &self.body {
            None => same("body", "", &arrived),
            Some(Body::Json(text)) => same("body", text, &arrived),
            Some(Body::Form(members)) => {
                let mut form = url::form_urlencoded::Serializer::new(String::new());
                form.extend_pairs(members);
                same("body", &form.finish(), &arrived)
            }
            Some(Body::Parts(parts)) => {
                let media = request.header("content-type").unwrap_or_default();
                let boundary = media
                    .split_once(BOUNDARY)
                    .map_or("", |(_, boundary)| boundary);
                same("body", &multipart(parts, boundary), &arrived)
            }
        }
    }
}

/// Writes parts as a browser does.
fn multipart(parts: &[(String, String, bool)], boundary: &str) -> String {
    let mut out = String::new();
    for (name, value, is_file) in parts {
        let (file, content) = match is_file {
            true => (
                format!("; filename=\"{value}\"\r\nContent-Type: application/octet-stream"),
                "x",
            ),
            false => (String::new(), value.as_str()),
        };
        out.push_str(&format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n"
        ));
    }
    out + "--" + boundary + "--\r\n"
}

fn same(what: &str, shown: &str, arrived: &str) -> Result<(), String> {
    match shown == arrived {
        true => Ok(()),
        false => Err(format!(
            "{what}: shown is {shown:?}, arrived has {arrived:?}"
        )),
    }
}
