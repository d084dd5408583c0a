//! What helps, filled in with the page's own origin and the name of the server.

use super::{nginx, outside, told};
use crate::connection::{Circumstances, Kind, Verdict};

/// Something that helps, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// What to do, in a few words.
    pub title: &'static str,
    /// How, and whom it is for.
    pub text: String,
    /// What to copy.
    pub copy: Option<String>,
}

/// Says what helps.
pub fn remedy(kind: Kind, verdict: &Verdict, circumstances: &Circumstances) -> Remedy {
    let host = circumstances.server_name();
    let origin = circumstances.server.origin();
    let page = &circumstances.page;
    let (title, text, copy) = match kind {
        Kind::Tab => (
            "Open the server in a tab",
            format!(
                "{origin}/api2/ping/ shows \"pong\" if a SeaTable server is there. Otherwise the browser says what is wrong: the \
                 name, the connection, or the certificate."
            ),
            None,
        ),
        Kind::Nginx => (
            "Change SeaTable’s nginx file",
            format!(
                "For whoever runs {host}: in the server block, put these lines in place of those that set these headers, and reload \
                 nginx. A location with an add_header of its own needs them too."
            ),
            Some(nginx::lines(page)),
        ),
        Kind::Letter => (
            "Ask the admin of the server",
            format!("Not you? Send this to whoever runs {host}."),
            Some(letter(verdict, circumstances)),
        ),
        Kind::Cloud => (
            "Ask SeaTable",
            format!(
                "SeaTable decides which pages may read what its Cloud responds. Its own API reference, https://api.seatable.com, may; \
                 which others may is not published. You can’t change that, but you can ask SeaTable’s support to let {page} in."
            ),
            None,
        ),
        Kind::Host => (
            "Ask whoever hosts this page",
            "The header Content-Security-Policy of this page has to name the server in connect-src:".to_owned(),
            Some(format!("connect-src 'self' {origin}")),
        ),
        Kind::Request => (
            "Send this request from a terminal",
            "A terminal has no such rules. The command for curl is beside the form, without your token.".to_owned(),
            None,
        ),
        Kind::Local => (
            "Run this page on your machine",
            local(verdict, &host),
            Some(format!(
                "seatable-playground --server {origin}{}\n",
                if *verdict == Verdict::Certificate { " --ca FILE" } else { "" }
            )),
        ),
        Kind::Practice => (
            "Practise without a server",
            "The practice SeaTable runs inside this page and has all six walkthroughs.".to_owned(),
            None,
        ),
    };
    Remedy { title, text, copy }
}

fn local(verdict: &Verdict, host: &str) -> String {
    let why = match verdict {
        Verdict::Unreachable => {
            "Its relay isn’t bound by the rules of browsers, and says why a server can’t be reached."
        }
        Verdict::Certificate => {
            "Its relay says why a server can’t be reached, and trusts the authority whose certificate is in FILE."
        }
        _ => {
            "Then a relay on your machine forwards the requests, and the server doesn’t have to allow anything."
        }
    };
    format!(
        "{why} Tokens still go to {host} only. From the sources of this page, use cargo xtask serve with the same options."
    )
}

/// A text for the admin of a server.
fn letter(verdict: &Verdict, circumstances: &Circumstances) -> String {
    let origin = circumstances.server.origin();
    let page = &circumstances.page;
    let test = outside::allowed(verdict, circumstances);
    format!(
        "\
Hello,

I use the SeaTable API Playground at {page} with our server {origin}. {} Could you please allow that page?

In the server block of SeaTable's nginx file, please put these lines in place of those that set these headers. A location with an \
add_header of its own needs them too. They keep SeaTable's own API reference allowed, and no cookie or token is exposed by them: the page \
sends tokens in a header, as every client does.

{}
After a reload of nginx, this shows whether it works. {}

{}
",
        told(verdict, circumstances, false).title,
        nginx::lines(page),
        test.reading,
        test.command,
    )
}

#[cfg(test)]
mod tests;
