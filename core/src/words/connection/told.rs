//! What a verdict says.

use crate::connection::{Circumstances, Probe, Verdict};
use crate::http::Failure;
use crate::words::failure;

/// A verdict in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is the matter. It stands alone where there is no room for more.
    pub title: String,
    /// Why, and what to do.
    pub text: String,
}

/// Puts a verdict into words. `after` says whether a request has just failed.
pub fn told(verdict: &Verdict, circumstances: &Circumstances, after: bool) -> Told {
    let (title, text) = words(verdict, circumstances, after);
    Told { title, text }
}

fn words(verdict: &Verdict, circumstances: &Circumstances, after: bool) -> (String, String) {
    let host = circumstances.server_name();
    let page = &circumstances.page;
    match verdict {
        Verdict::Offline => both("Your browser says that it is offline.", "Connect, and try again."),
        Verdict::Unreachable | Verdict::Certificate | Verdict::Silent(_) | Verdict::Blocked => network(verdict, circumstances),
        Verdict::Mixed
        | Verdict::PermissionAsked
        | Verdict::PermissionDenied
        | Verdict::PermissionIgnored
        | Verdict::PermissionUnasked => browser(verdict, circumstances),
        Verdict::Locked => (
            format!("The lock of this page refuses requests to {host}."),
            "The page is locked to another server until you reload it.".to_owned(),
        ),
        Verdict::Policy => (
            format!("The host of this page does not let it reach {host}."),
            "The Content-Security-Policy that the host sends refuses the address.".to_owned(),
        ),
        Verdict::Unsent => both(
            "The browser did not send the requests of the check.",
            "Reload the page. If this happens again, try another browser.",
        ),
        Verdict::Redirected(probe) => (
            format!("{host} redirects {} to another address.", probe.path()),
            "This page doesn't follow redirects, so that no token goes elsewhere. A proxy or the login page of your network may be in \
             front of the server, or the server has another address: open it in a tab, and look at the address bar."
                .to_owned(),
        ),
        Verdict::CorsMissing => (
            format!("{host} does not let this page read its responses (CORS)."),
            format!(
                "The server can be reached, but the browser keeps the responses from pages of {page}. The response header \
                 Access-Control-Allow-Origin is missing, names another origin, or comes twice; a page can't tell these apart."
            ),
        ),
        Verdict::PreflightRefused => (
            format!("{host} does not let this page send a token (CORS)."),
            format!(
                "Before a request with a token, the browser asks the server whether pages of {page} may send the header Authorization \
                 (a preflight). The response does not allow it, so the browser does not send such requests."
            ),
        ),
        Verdict::CodeRefused => (
            format!("{host} does not let this page send the code of a two-factor login (CORS)."),
            "The header X-SEAFILE-OTP is not among those that it allows. A login without a code, and requests with a token, are \
             not affected."
                .to_owned(),
        ),
        Verdict::ErrorsHidden => (
            format!("{host} does not let this page read its error responses (CORS)."),
            [
                if after { "The request that failed has probably got such a response: check the token and the values. " } else { "" },
                "Success can be read, errors can't: usually the server's nginx adds the header without the word always.",
            ]
            .concat(),
        ),
        Verdict::GatewayHidden => (
            format!("{host} does not let this page read responses from inside a base (CORS)."),
            "They come from addresses that begin with /api-gateway/. Others can be read.".to_owned(),
        ),
        Verdict::FilesHidden => (
            format!("{host} does not let this page read the responses of its file server (CORS)."),
            "Uploads go to addresses that begin with /seafhttp/. A file may be stored although the response can't be read.".to_owned(),
        ),
        Verdict::NotSeaTable => (
            format!("{host} responds, but not as SeaTable does."),
            "The login page of a firewall or another program may respond in its place. Open it in a tab to see what is there, or \
             check the address of the server."
                .to_owned(),
        ),
        Verdict::Down(status) => (
            format!("Something responds at {host}, but SeaTable does not: status {status}."),
            "A proxy responds like this when the program after it doesn't run. Try again in some minutes, or tell whoever runs the server."
                .to_owned(),
        ),
        Verdict::Relay(mark) => (
            "The relay on this machine got no response.".to_owned(),
            failure::told(&Failure::Relay(mark.clone()), &host),
        ),
        Verdict::Old(version) => (
            format!("{host} runs SeaTable {version}. This page is made for 6.2."),
            "Before 5.3, requests inside a base had other addresses, and some operations may not exist there.".to_owned(),
        ),
        Verdict::Well { version, edition } => (
            format!("The connection to {host} works."),
            well(version.as_deref(), edition.as_deref(), after),
        ),
        Verdict::Stopped => both("The check was stopped.", "What it found so far is under “What was checked”."),
    }
}

/// Where something between the browser and the server does not work.
fn network(verdict: &Verdict, circumstances: &Circumstances) -> (String, String) {
    let host = circumstances.server_name();
    match verdict {
        Verdict::Certificate => (
            format!("{host} can't be reached, perhaps because of its certificate."),
            "No public authority issues a certificate for an address like this, so a browser trusts it only if it was told to. The \
             browser does not say whether that is the reason: the server may also be down, or an extension may block it."
                .to_owned(),
        ),
        Verdict::Silent(Probe::Reach) => (
            format!("{host} does not respond."),
            "The request was given up after some seconds. The server may be overloaded, or a firewall on the way drops what is sent."
                .to_owned(),
        ),
        Verdict::Silent(probe) => (
            format!("{host} does not respond at {}.", probe.path()),
            "It has responded to other requests, so that part of the server may be overloaded or down.".to_owned(),
        ),
        Verdict::Blocked => (
            format!("Something blocks some of the addresses of {host}."),
            "One request came through and another did not. An extension of the browser does that, such as a content blocker, or a \
             filter in the network. Try a private window without extensions."
                .to_owned(),
        ),
        _ if circumstances.is_encrypted() => (
            format!("{host} can't be reached from this browser."),
            "The browser does not say why. The name may be wrong, the server or the network may be down, its certificate may not be \
             trusted, or an extension of the browser may block it."
                .to_owned(),
        ),
        _ => (
            format!("{host} can't be reached from this browser."),
            "The browser does not say why. The address or its port may be wrong, the server may not be running, or an extension of \
             the browser may block it."
                .to_owned(),
        ),
    }
}

/// Where the browser has a rule of its own.
fn browser(verdict: &Verdict, circumstances: &Circumstances) -> (String, String) {
    let host = circumstances.server_name();
    match verdict {
        Verdict::Mixed if circumstances.is_loopback() => both(
            "Your browser may refuse plain http from a page that came by https.",
            "Safari does so for every server; other browsers make an exception for this machine.",
        ),
        Verdict::Mixed => (
            "Your browser refuses plain http from a page that came by https.".to_owned(),
            format!("Use https for {host}, if it has that, or run this page on your machine."),
        ),
        Verdict::PermissionAsked => (
            "Your browser seems to wait until you let this page reach your local network."
                .to_owned(),
            format!(
                "{host} is there, and the question is near the address bar. Allow it, and try again."
            ),
        ),
        Verdict::PermissionIgnored => (
            "Your browser may have asked whether this page may reach your local network."
                .to_owned(),
            format!(
                "{host} is there. If the question was closed without a choice, the browser refused the request: try again, and allow it."
            ),
        ),
        Verdict::PermissionUnasked => (
            "Your browser may keep this page from your local network.".to_owned(),
            format!(
                "{host} is there. Browsers that ask before a page may reach it refuse that to pages that came by plain http."
            ),
        ),
        _ if circumstances.needs_permission() => (
            "Your browser does not let this page reach your local network.".to_owned(),
            format!(
                "{host} is there. Allow access to the local network or to this device in the settings that the browser has for this \
                 page, beside the address, and try again."
            ),
        ),
        _ => (
            "Your browser does not let this page reach your local network.".to_owned(),
            format!(
                "If {host} is there, allow that in the settings that the browser has for this page, and try again."
            ),
        ),
    }
}

fn both(title: &str, text: &str) -> (String, String) {
    (title.to_owned(), text.to_owned())
}

fn well(version: Option<&str>, edition: Option<&str>, after: bool) -> String {
    let mut text = match (version, edition) {
        (Some(version), Some(edition)) => format!("It runs SeaTable {version}, {edition}. "),
        (Some(version), None) => format!("It runs SeaTable {version}. "),
        (None, _) => String::new(),
    };
    text.push_str("This page may send tokens there and read the responses.");
    if after {
        text.push_str(
            " So the request that failed was cut off on its way, or something blocks just that one, such as an extension of the browser.",
        );
    }
    text
}
