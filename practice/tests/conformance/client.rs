//! A client that talks to the library or over HTTP, and does not know which.

use crate::body::Body;
use practice::http::{Handle, Options, start};
use practice::{Credentials, Request, World, handle};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;
use std::time::Duration;

/// The endpoints that were asked.
static ASKED: Mutex<BTreeSet<(&str, &str)>> = Mutex::new(BTreeSet::new());

/// Returns the endpoints that were asked so far.
pub(crate) fn asked() -> BTreeSet<(&'static str, &'static str)> {
    ASKED.lock().unwrap().clone()
}

/// Notes which endpoint a request is for.
fn note(method: &str, target: &str) {
    let path = target.split('?').next().unwrap();
    let fits = |template: &str| {
        let (wanted, given) = (template.split('/'), path.split('/'));
        let is_file = template.ends_with("{path}");
        (is_file || wanted.clone().count() == given.clone().count())
            && wanted
                .zip(given)
                .all(|(wanted, given)| wanted.starts_with('{') || wanted == given)
    };
    let mut routes = practice::routes();
    ASKED
        .lock()
        .unwrap()
        .extend(routes.find(|(known, template)| *known == method && fits(template)));
}

const NOW_MS: u64 = 1_780_000_000_000;

pub(crate) struct Client {
    face: Face,
    pub(crate) credentials: Credentials,
}

enum Face {
    Library {
        world: Box<RefCell<World>>,
        now_ms: Cell<u64>,
    },
    Http(Handle),
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    /// Checks the status and returns the JSON of the body.
    pub(crate) fn json(&self, status: u16) -> Value {
        let text = self.text();
        assert_eq!(self.status, status, "{text}");
        assert_eq!(
            self.header("content-type"),
            Some("application/json"),
            "{text}"
        );
        serde_json::from_str(&text).unwrap()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let header = self
            .headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        header.map(|(_, value)| value.as_str())
    }
}

impl Client {
    pub(crate) fn library() -> Self {
        let world = World::practice(NOW_MS);
        let credentials = world.credentials();
        let world = Box::new(RefCell::new(world));
        Self {
            face: Face::Library {
                world,
                now_ms: Cell::new(NOW_MS),
            },
            credentials,
        }
    }

    pub(crate) fn http() -> Self {
        let server = start(Options::default()).unwrap();
        let credentials = server.credentials();
        Self {
            face: Face::Http(server),
            credentials,
        }
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, time: Duration) {
        match &self.face {
            Face::Library { now_ms, .. } => {
                now_ms.set(now_ms.get() + u64::try_from(time.as_millis()).unwrap());
            }
            Face::Http(server) => server.advance(time),
        }
    }

    /// Sends a request; `authorization` is the whole header, or nothing.
    pub(crate) fn send(
        &self,
        method: &str,
        target: &str,
        authorization: &str,
        body: &Body<'_>,
    ) -> Answer {
        let mut headers = Vec::new();
        if !authorization.is_empty() {
            headers.push(("Authorization", authorization.to_owned()));
        }
        self.send_with(method, target, headers, body)
    }

    pub(crate) fn send_with(
        &self,
        method: &str,
        target: &str,
        mut headers: Vec<(&str, String)>,
        body: &Body<'_>,
    ) -> Answer {
        note(method, target);
        let (content_type, bytes) = body.encode();
        if !content_type.is_empty() {
            headers.push(("Content-Type", content_type));
        }
        match &self.face {
            Face::Library { world, now_ms } => {
                let (path, query) = target.split_once('?').unwrap_or((target, ""));
                headers.push(("Host", "practice.example".to_owned()));
                let headers = headers
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value));
                let request = Request {
                    method: method.to_owned(),
                    path: path.to_owned(),
                    query: query.to_owned(),
                    headers: headers.collect(),
                    body: bytes,
                    now_ms: now_ms.get(),
                };
                let response = handle(&mut world.borrow_mut(), &request);
                let (status, headers) = (response.status, response.headers);
                Answer {
                    status,
                    headers,
                    bytes: response.body,
                }
            }
            Face::Http(server) => send_over_http(server, method, target, &headers, &bytes),
        }
    }

    /// Sends with the admin's Account-Token.
    pub(crate) fn account(&self, method: &str, target: &str, body: &Body<'_>) -> Answer {
        let token = format!("Bearer {}", self.credentials.account_token);
        self.send(method, target, &token, body)
    }

    /// Logs one of the team's people in, with these headers besides.
    pub(crate) fn login(&self, name: &str, headers: &[(&str, &str)]) -> Answer {
        let username = format!("{name}@practice.example");
        let fields = [
            ("username", username.as_str()),
            ("password", &self.credentials.password),
        ];
        let headers = headers
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()));
        self.send_with(
            "POST",
            "/api2/auth-token/",
            headers.collect(),
            &Body::Form(&fields),
        )
    }

    /// Sends with the Account-Token of one of the team's people.
    pub(crate) fn as_user(
        &self,
        name: &str,
        method: &str,
        target: &str,
        body: &Body<'_>,
    ) -> Answer {
        let login = self.login(name, &[("X-SEAFILE-OTP", "123456")]).json(200);
        let token = format!("Bearer {}", login["token"].as_str().unwrap());
        self.send(method, target, &token, body)
    }

    /// Returns the id of one of the team's people.
    pub(crate) fn user_id(&self, name: &str) -> String {
        let path = format!("/api2/search-user/?q={name}@practice.example");
        let found = self.account("GET", &path, &Body::None).json(200);
        found["users"][0]["email"].as_str().unwrap().to_owned()
    }

    /// Adds a base with big-data storage and returns an API-Token for it.
    pub(crate) fn add_big_base(&self) -> String {
        match &self.face {
            Face::Library { world, .. } => world.borrow_mut().add_big_base(0, NOW_MS),
            Face::Http(server) => server.world().add_big_base(0, NOW_MS),
        }
    }

    /// Sends with the API-Token.
    pub(crate) fn api(&self, method: &str, target: &str) -> Answer {
        let token = format!("Token {}", self.credentials.api_token);
        self.send(method, target, &token, &Body::None)
    }

    /// Trades the API-Token for a Base-Token.
    pub(crate) fn base_token(&self) -> String {
        let exchange = self
            .api("GET", "/api/v2.1/dtable/app-access-token/")
            .json(200);
        exchange["access_token"].as_str().unwrap().to_owned()
    }

    /// Sends below the base's address with a Base-Token.
    pub(crate) fn base(&self, method: &str, path: &str, body: &Body<'_>) -> Answer {
        let token = format!("Bearer {}", self.base_token());
        self.send(method, &self.base_path(path), &token, body)
    }

    pub(crate) fn base_path(&self, path: &str) -> String {
        format!(
            "/api-gateway/api/v2/dtables/{}/{path}",
            self.credentials.base_uuid
        )
    }

    /// The path of the base below its workspace.
    pub(crate) fn workspace_path(&self, path: &str) -> String {
        let Credentials {
            workspace_id,
            base_name,
            ..
        } = &self.credentials;
        let name = base_name.replace(' ', "%20");
        format!("/api/v2.1/workspace/{workspace_id}/dtable/{name}/{path}")
    }

    pub(crate) fn org_path(&self, path: &str) -> String {
        format!("/api/v2.1/org/{}/admin/{path}", self.credentials.org_id)
    }

    /// Appends one row to Table1 and returns its id.
    pub(crate) fn append(&self, row: &Value) -> String {
        let body = Body::Json(json!({ "table_name": "Table1", "rows": [row] }));
        let answer = self.base("POST", "rows/", &body).json(200);
        answer["row_ids"][0]["_id"].as_str().unwrap().to_owned()
    }

    /// Reads a row of Table1 by names.
    pub(crate) fn row(&self, id: &str) -> Value {
        let path = format!("rows/{id}/?table_name=Table1&convert_keys=true");
        self.base("GET", &path, &Body::None).json(200)
    }

    /// Adds a column to Table1.
    pub(crate) fn add_column(&self, name: &str, kind: &str, data: &Value) -> Answer {
        let body = json!({
            "table_name": "Table1", "column_name": name, "column_type": kind, "column_data": data,
        });
        self.base("POST", "columns/", &Body::Json(body))
    }

    /// Runs SQL with column names and returns the rows.
    pub(crate) fn sql(&self, sql: &str) -> Value {
        let body = Body::Json(json!({ "sql": sql, "convert_keys": true }));
        self.base("POST", "sql/", &body).json(200)["results"].clone()
    }
}

fn send_over_http(
    server: &Handle,
    method: &str,
    target: &str,
    headers: &[(&str, String)],
    body: &[u8],
) -> Answer {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let (host, length) = (server.address(), body.len());
    let mut head = format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {length}\r\n\r\n"));
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let split = answer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .unwrap();
    let head = String::from_utf8(answer[..split].to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .unwrap()
        .split(' ')
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    let header = |line: &str| {
        line.split_once(": ")
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .unwrap()
    };
    Answer {
        status,
        headers: lines.map(header).collect(),
        bytes: answer[split + 4..].to_vec(),
    }
}
