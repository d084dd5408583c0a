//! Who may come through: the page that this program serves, and nobody else.
//!
//! A browser sends requests to 127.0.0.1 for any page that asks it to. What such a page cannot forge are the headers that the
//! browser writes itself: `Host` gives away a foreign name that was pointed at this machine (DNS rebinding), `Origin` and
//! `Sec-Fetch-Site` another page, and `Sec-Fetch-Dest` whether the response would be shown as a page of this origin, run as a
//! script or drawn, and not merely read. Every browser that can show the page writes them.

use hyper::header::{HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN};
use hyper::{Method, Request};

/// The methods that SeaTable has.
const METHODS: [Method; 4] = [Method::GET, Method::POST, Method::PUT, Method::DELETE];

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Host,
    Origin,
    Site,
    Destination,
    Method,
}

impl Refusal {
    /// Says what is wrong. What the request had instead is not repeated.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Host => {
                "This program is for one address: open the page at the address that it printed. A request for another \
                 host or port was refused."
            }
            Self::Origin => {
                "The relay is for its own page. A request from another origin was refused."
            }
            Self::Site => {
                "The relay is for its own page, in a browser that says so (Sec-Fetch-Site: same-origin). Another \
                 request was refused."
            }
            Self::Destination => {
                "The relay is for requests of its page (Sec-Fetch-Dest: empty). A response is not opened as a page, \
                 a script or a picture."
            }
            Self::Method => {
                "SeaTable has the methods GET, POST, PUT and DELETE. Another was refused."
            }
        }
    }
}

/// The address of the page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gate {
    port: u16,
}

impl Gate {
    /// The page is at this port of this machine.
    pub(crate) fn new(port: u16) -> Self {
        Self { port }
    }

    /// Lets in what is meant for this address, to the page and to the relay.
    pub(crate) fn check_host<B>(self, request: &Request<B>) -> Result<(), Refusal> {
        let host = only(request.headers(), &HOST).ok_or(Refusal::Host)?;
        // An address with a host of its own is meant for a proxy.
        match self.is_own(host) && request.uri().authority().is_none() {
            true => Ok(()),
            false => Err(Refusal::Host),
        }
    }

    /// Lets a request through to the server.
    pub(crate) fn check_relayed<B>(self, request: &Request<B>) -> Result<(), Refusal> {
        let headers = request.headers();
        let own = only(headers, &HOST).map(|host| format!("http://{host}"));
        let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
        match headers.contains_key(ORIGIN) {
            true if only(headers, &ORIGIN) == own.as_deref() => {}
            // Browsers leave it out where nothing is changed.
            false if is_read => {}
            _ => return Err(Refusal::Origin),
        }
        if only(headers, &SITE) != Some("same-origin") {
            return Err(Refusal::Site);
        }
        if only(headers, &DESTINATION) != Some("empty") {
            return Err(Refusal::Destination);
        }
        match METHODS.contains(request.method()) {
            true => Ok(()),
            false => Err(Refusal::Method),
        }
    }

    /// `localhost` leads to this machine in every browser, whatever a network says of it.
    fn is_own(self, host: &str) -> bool {
        let names = ["127.0.0.1", "localhost"];
        let name = match host.strip_suffix(&format!(":{}", self.port)) {
            Some(name) => name,
            None if self.port == 80 => host,
            None => return false,
        };
        names.contains(&name)
    }
}

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Returns the value of a header that comes once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next().map(HeaderValue::to_str)?.ok()?;
    values.next().is_none().then_some(value)
}
