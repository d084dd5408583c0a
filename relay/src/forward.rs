//! One request to the server, and its response to the page.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::http::uri::PathAndQuery;
use hyper::{Request, Response, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use site::Answer;

use crate::body::{Download, Upload};
use crate::connect::Connector;
use crate::fault::{Code, Fault};
use crate::gate::{Gate, Refusal};
use crate::headers;
use crate::log::{Account, Log};
use crate::server::Server;
use crate::tls;

/// What addresses of the relay begin with; the rest is an address on the server.
pub(crate) const PREFIX: &str = "/relay";

/// How long a connection is kept that nobody uses. Shorter than servers do: one that the server has just closed would cost a request.
const IDLE: Duration = Duration::from_secs(15);

/// What a relay is made of.
#[derive(Debug)]
pub struct Options {
    /// The one server.
    pub server: Server,
    /// A file with certificates that are trusted besides the system's.
    pub ca: Option<PathBuf>,
    /// Which proxies there are.
    pub proxies: Matcher,
    /// How long a connection may take to be made; none for the usual time.
    pub patience: Option<Duration>,
    /// Where a line for each request goes.
    pub log: Log,
}

impl Options {
    /// Leads to `server`, with the proxies that the environment names, and prints its lines.
    pub fn new(server: Server) -> Self {
        Self {
            server,
            ca: None,
            proxies: Matcher::from_env(),
            patience: None,
            log: Log::printed(),
        }
    }
}

/// The way to one server.
#[derive(Clone, Debug)]
pub struct Relay {
    server: Server,
    proxy: Option<String>,
    client: Client<Connector, Upload>,
    log: Log,
}

impl Relay {
    /// Makes the way. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Fails with a sentence where certificates cannot be read, or a proxy is of a kind that is not known here.
    pub fn new(options: Options) -> Result<Self, String> {
        let server = options.server;
        let is_encrypted = server.is_encrypted();
        let tls = match is_encrypted {
            true => Some(tls::connector(options.ca.as_deref())?),
            false => None,
        };
        let address = server.address(PathAndQuery::from_static("/"));
        let proxy = address.and_then(|address| options.proxies.intercept(&address));
        // What is not encrypted is for this machine or its own network.
        let proxy = proxy.filter(|_| is_encrypted);
        if let Some(proxy) = &proxy
            && !matches!(proxy.uri().scheme_str(), Some("http" | "https"))
        {
            return Err(
                "HTTPS_PROXY has to name a proxy with http:// or https://; others are not known here."
                    .to_owned(),
            );
        }
        let named = proxy.as_ref().and_then(|proxy| proxy.uri().authority());
        Ok(Self {
            proxy: named.map(|authority| hostport(authority.as_str()).to_owned()),
            client: Client::builder(TokioExecutor::new())
                .http1_preserve_header_case(true)
                .pool_idle_timeout(IDLE)
                .pool_timer(TokioTimer::new())
                .set_host(false)
                .build(Connector::new(server.clone(), proxy, tls, options.patience)),
            log: options.log,
            server,
        })
    }

    /// The server that it leads to.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Says where it leads, and how, for people.
    pub fn described(&self) -> String {
        let proxy = self.proxy.as_deref();
        let proxy = proxy.map(|proxy| format!(", through the proxy {proxy}"));
        let warning = match self.server.is_encrypted() || self.server.is_this_machine() {
            true => "",
            false => ". Without https, everybody on the way can read your tokens",
        };
        let server = &self.server;
        format!("to {server}{}{warning}", proxy.unwrap_or_default())
    }

    pub(crate) fn log(&self) -> Log {
        self.log.clone()
    }

    /// Leads a request of the page to the server, if it is one.
    pub(crate) async fn answer(&self, gate: Gate, request: Request<Incoming>) -> Answer {
        let path = request.uri().path();
        let shown = path.strip_prefix(PREFIX).unwrap_or(path);
        let account = Account::new(self.log.clone(), request.method(), shown);
        if let Err(refusal) = gate.check_relayed(&request) {
            let (_, body) = request.into_parts();
            drop(Upload::new(body, account.clone()));
            return refused(refusal, &account);
        }
        match self.ask(request, &account).await {
            Ok(response) => response,
            Err(fault) => own(fault.status(), fault.code, &fault.text, &account),
        }
    }

    async fn ask(
        &self,
        request: Request<Incoming>,
        account: &Arc<Account>,
    ) -> Result<Answer, Fault> {
        let (mut parts, body) = request.into_parts();
        let body = Upload::new(body, account.clone());
        let address = parts.uri.path_and_query();
        let address =
            address.and_then(|address| address.as_str().strip_prefix(PREFIX)?.parse().ok());
        let address = address.and_then(|path| self.server.address(path));
        let host = HeaderValue::from_str(self.server.authority()).ok();
        let (Some(address), Some(host)) = (address, host) else {
            let text = "There is nothing at this address: the server begins at /relay/.";
            return Err(Fault::new(Code::NotAllowed, text));
        };
        parts.uri = address;
        headers::for_the_server(&mut parts.headers, host);
        let request = Request::from_parts(parts, body);
        let response = self.client.request(request).await;
        let response =
            response.map_err(|error| Fault::of_asking(self.server.authority(), &error))?;
        self.hand_over(response, account)
    }

    fn hand_over(
        &self,
        response: Response<Incoming>,
        account: &Arc<Account>,
    ) -> Result<Answer, Fault> {
        let (mut parts, body) = response.into_parts();
        if parts.status.is_informational() {
            let text = format!(
                "{} uses another protocol than HTTP (status {}).",
                self.server.authority(),
                parts.status
            );
            return Err(Fault::new(Code::Broken, text));
        }
        account.answered(parts.status.as_u16());
        headers::for_the_page(&mut parts.headers);
        let body = Download::new(body, account.clone());
        Ok(Answer::from_parts(parts, body.boxed_unsync()))
    }
}

/// Answers what is refused at the door, before it is known to be for the relay.
pub(crate) fn refused_at_the_door(
    request: &Request<Incoming>,
    refusal: Refusal,
    log: &Log,
) -> Answer {
    let account = Account::new(log.clone(), request.method(), request.uri().path());
    refused(refusal, &account)
}

fn refused(refusal: Refusal, account: &Account) -> Answer {
    let status = match refusal {
        Refusal::Method => StatusCode::METHOD_NOT_ALLOWED,
        _ => StatusCode::FORBIDDEN,
    };
    let mut answer = own(status, Code::NotAllowed, refusal.text(), account);
    if refusal == Refusal::Method {
        let methods = HeaderValue::from_static("GET, POST, PUT, DELETE");
        answer.headers_mut().insert(ALLOW, methods);
    }
    answer
}

/// A response of the relay's own, which says so.
fn own(status: StatusCode, code: Code, text: &str, account: &Account) -> Answer {
    account.own(status.as_u16(), code);
    let body = serde_json::json!({ "error_msg": text }).to_string();
    let body = Full::from(body).map_err(|never| -> io::Error { match never {} });
    let mut answer = Response::new(body.boxed_unsync());
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(headers::MARK, HeaderValue::from_static(code.word()));
    headers::harmless(headers);
    answer
}

/// Leaves out the user name and the password of an address.
fn hostport(authority: &str) -> &str {
    authority.rsplit('@').next().unwrap_or_default()
}
