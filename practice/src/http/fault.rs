//! Faults on order: what a client has to live with when the network or a proxy misbehaves.

use super::firewall::Charset;
use crate::Response;

/// A fault, and the paths it befalls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What the paths begin with; `*` stands for any one segment.
    pub path: String,
    /// What happens there.
    pub kind: FaultKind,
}

/// What can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The connection is closed before an answer.
    Drop,
    /// The connection is reset before an answer: its other end is told so, and does not just see it close.
    Reset,
    /// No answer ever comes.
    Hang,
    /// The body ends halfway, short of its announced length.
    Cut,
    /// A proxy answers in the server's place: 502 with a page of HTML.
    BadGateway,
    /// The body is JSON that breaks off.
    BrokenJson,
    /// The body is as it should be, but called plain text.
    WrongType,
    /// The client is sent to another page of the same server.
    Redirect,
    /// The client is sent to another server.
    RedirectAway,
    /// There is no such address: a SeaTable from before that part of the API, or another program.
    NotFound,
    /// A firewall gives its login page, to preflights too.
    Login(Charset),
    /// The preflight alone gets this status.
    Preflight(u16),
}

/// How the names of some kinds begin.
const LOGIN: &str = "login-";
const PREFLIGHT: &str = "preflight-";

impl Fault {
    /// Reads `KIND:/path`, with the kinds `drop`, `reset`, `hang`, `cut`, `502`, `404`, `json`, `type`, `redirect`, `redirect-away`,
    /// `login-CHARSET` and `preflight-STATUS`.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, path) = text.split_once(':')?;
        let kind = FaultKind::parse(kind)?;
        path.starts_with('/').then(|| Self {
            path: path.to_owned(),
            kind,
        })
    }

    /// Whether it befalls a request. Preflights are mostly answered by what stands in front of a server, where a fault would hide the
    /// one after it.
    pub(super) fn befalls(&self, method: &str, path: &str) -> bool {
        let is_preflight = method == "OPTIONS";
        let befalls_method = match self.kind {
            FaultKind::Login(_) => true,
            FaultKind::Preflight(_) => is_preflight,
            _ => !is_preflight,
        };
        befalls_method && self.befalls_path(path)
    }

    fn befalls_path(&self, path: &str) -> bool {
        let Some((head, tail)) = self.path.split_once('*') else {
            return path.starts_with(&self.path);
        };
        let rest = path.strip_prefix(head);
        rest.and_then(|rest| rest.find('/').and_then(|at| rest.get(at..)))
            .is_some_and(|rest| rest.starts_with(tail))
    }
}

impl FaultKind {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "drop" => Self::Drop,
            "reset" => Self::Reset,
            "hang" => Self::Hang,
            "cut" => Self::Cut,
            "502" => Self::BadGateway,
            "404" => Self::NotFound,
            "json" => Self::BrokenJson,
            "type" => Self::WrongType,
            "redirect" => Self::Redirect,
            "redirect-away" => Self::RedirectAway,
            _ => match (name.strip_prefix(LOGIN), name.strip_prefix(PREFLIGHT)) {
                (Some(charset), _) => Self::Login(Charset::parse(charset)?),
                (_, Some(status)) => Self::Preflight(status.parse().ok()?),
                _ => return None,
            },
        })
    }

    /// Spoils an answer. The faults of the connection leave it as it is.
    pub(super) fn spoil(self, mut response: Response) -> Response {
        match self {
            Self::Drop | Self::Reset | Self::Hang | Self::Cut => response,
            Self::BadGateway => page(502, "502 Bad Gateway"),
            Self::NotFound => page(404, "404 Not Found"),
            Self::Login(charset) => charset.login_page(),
            Self::Preflight(status) if (300..400).contains(&status) => {
                page(status, "Moved").with_header("location", "/accounts/login/")
            }
            Self::Preflight(status) => page(status, "Not Allowed"),
            Self::BrokenJson => {
                response.body.truncate(response.body.len() / 2);
                response
            }
            Self::WrongType => Response::new(response.status, "text/plain", response.body),
            Self::Redirect => {
                Response::new(302, "text/html", "").with_header("location", "/accounts/login/")
            }
            Self::RedirectAway => {
                Response::new(302, "text/html", "").with_header("location", "http://login.invalid/")
            }
        }
    }
}

/// The page with which nginx tells of a status.
fn page(status: u16, words: &str) -> Response {
    let page = format!(
        "<html><head><title>{words}</title></head>\n<body><center><h1>{words}</h1></center></body></html>\n"
    );
    Response::new(status, "text/html", page)
}
