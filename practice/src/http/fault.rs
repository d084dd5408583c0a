//! Faults on order: what a client has to live with when the network or a proxy misbehaves.

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
    /// The client is sent elsewhere.
    Redirect,
}

impl Fault {
    /// Reads `KIND:/path`, with the kinds `drop`, `hang`, `cut`, `502`, `json`, `type`, `redirect`.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, path) = text.split_once(':')?;
        let kind = match kind {
            "drop" => FaultKind::Drop,
            "hang" => FaultKind::Hang,
            "cut" => FaultKind::Cut,
            "502" => FaultKind::BadGateway,
            "json" => FaultKind::BrokenJson,
            "type" => FaultKind::WrongType,
            "redirect" => FaultKind::Redirect,
            _ => return None,
        };
        path.starts_with('/').then(|| Self {
            path: path.to_owned(),
            kind,
        })
    }

    /// Whether it befalls a path.
    pub(super) fn befalls(&self, path: &str) -> bool {
        let Some((head, tail)) = self.path.split_once('*') else {
            return path.starts_with(&self.path);
        };
        let rest = path.strip_prefix(head);
        rest.and_then(|rest| rest.find('/').and_then(|at| rest.get(at..)))
            .is_some_and(|rest| rest.starts_with(tail))
    }
}

impl FaultKind {
    /// Spoils an answer. The faults of the connection leave it as it is.
    pub(super) fn spoil(self, mut response: Response) -> Response {
        match self {
            Self::Drop | Self::Hang | Self::Cut => response,
            Self::BadGateway => {
                let page = "<html><head><title>502 Bad Gateway</title></head>\n<body><center>\
                            <h1>502 Bad Gateway</h1></center></body></html>\n";
                Response::new(502, "text/html", page)
            }
            Self::BrokenJson => {
                response.body.truncate(response.body.len() / 2);
                response
            }
            Self::WrongType => Response::new(response.status, "text/plain", response.body),
            Self::Redirect => {
                Response::new(302, "text/html", "").with_header("location", "/accounts/login/")
            }
        }
    }
}
