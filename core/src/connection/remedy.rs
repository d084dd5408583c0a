//! What helps, filled in with the page's own origin and the name of the server.

use super::{Circumstances, Verdict, nginx};

/// Something that helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Which one it is.
    pub kind: Kind,
    /// What to do, in a few words.
    pub title: &'static str,
    /// How, and whom it is for.
    pub text: String,
    /// What to copy.
    pub copy: Option<String>,
}

/// The kinds of remedies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Open the server in a tab of the browser.
    Tab,
    /// Change the server's nginx file.
    Nginx,
    /// Ask the admin of the server to do so.
    Letter,
    /// Ask SeaTable, who run the Cloud.
    Cloud,
    /// Ask whoever hosts the page.
    Host,
    /// Send this request from a terminal.
    Request,
    /// Run the page on this machine, with a relay.
    Local,
    /// Go on without a server.
    Practice,
}

impl Kind {
    /// Returns the name by which tests and styles know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tab => "tab",
            Self::Nginx => "nginx",
            Self::Letter => "letter",
            Self::Cloud => "cloud",
            Self::Host => "host",
            Self::Request => "request",
            Self::Local => "local",
            Self::Practice => "practice",
        }
    }

    /// Writes it out.
    fn fill(self, verdict: &Verdict, circumstances: &Circumstances) -> Remedy {
        let host = circumstances.server_name();
        let origin = circumstances.server.origin();
        let page = &circumstances.page;
        let (title, text, copy) = match self {
            Self::Tab => (
                "Open the server in a tab",
                format!(
                    "{origin}/api2/ping/ shows \"pong\" where a SeaTable is reached. Otherwise the browser says there what is wrong: the \
                     name, the connection, or the certificate."
                ),
                None,
            ),
            Self::Nginx => (
                "Change SeaTable’s nginx file",
                format!(
                    "For whoever runs {host}: in the server block, put these lines in place of those that set these headers, and reload \
                     nginx. A location that has an add_header of its own needs them too."
                ),
                Some(nginx::lines(page)),
            ),
            Self::Letter => (
                "Ask the admin of the server",
                format!("Not you? Send this to whoever runs {host}."),
                Some(letter(verdict, circumstances)),
            ),
            Self::Cloud => (
                "Ask SeaTable",
                format!(
                    "SeaTable decides which pages may read what its Cloud responds. Its own API reference, https://api.seatable.com, may; \
                     which others may is not published. You can’t change that, but you can ask SeaTable’s support to let {page} in."
                ),
                None,
            ),
            Self::Host => (
                "Ask whoever hosts this page",
                "The header Content-Security-Policy of this page has to name the server in connect-src:".to_owned(),
                Some(format!("connect-src 'self' {origin}")),
            ),
            Self::Request => (
                "Send this request from a terminal",
                "A terminal has no such rules. The command for curl stands beside the form, without your token.".to_owned(),
                None,
            ),
            Self::Local => (
                "Run this page on your machine",
                local(verdict, &host),
                Some(format!(
                    "seatable-playground --server {origin}{}\n",
                    if *verdict == Verdict::Certificate { " --ca FILE" } else { "" }
                )),
            ),
            Self::Practice => (
                "Practise without a server",
                "The practice SeaTable runs inside this page and has all six walkthroughs.".to_owned(),
                None,
            ),
        };
        Remedy {
            kind: self,
            title,
            text,
            copy,
        }
    }
}

impl Verdict {
    /// Returns what can help, the best first. `in_step` says whether there is a request with its code.
    pub fn remedies(&self, circumstances: &Circumstances, in_step: bool) -> Vec<Remedy> {
        let kinds: &[Kind] = match self {
            Self::CorsMissing
            | Self::PreflightRefused
            | Self::CodeRefused
            | Self::ErrorsHidden
            | Self::GatewayHidden
            | Self::FilesHidden => {
                if circumstances.is_cloud() {
                    &[Kind::Cloud, Kind::Local, Kind::Request, Kind::Practice]
                } else {
                    &[
                        Kind::Nginx,
                        Kind::Letter,
                        Kind::Local,
                        Kind::Request,
                        Kind::Practice,
                    ]
                }
            }
            Self::Unreachable | Self::Certificate => &[Kind::Tab, Kind::Local, Kind::Practice],
            Self::Blocked => &[Kind::Tab, Kind::Local, Kind::Request, Kind::Practice],
            Self::Mixed
            | Self::PermissionDenied
            | Self::PermissionIgnored
            | Self::PermissionUnasked => &[Kind::Local, Kind::Request, Kind::Practice],
            Self::Policy => &[Kind::Host, Kind::Local, Kind::Request, Kind::Practice],
            Self::Redirected(_) | Self::NotSeaTable | Self::Silent(_) | Self::Down(_) => {
                &[Kind::Tab, Kind::Practice]
            }
            Self::Offline | Self::Relay(_) => &[Kind::Practice],
            Self::PermissionAsked
            | Self::Locked
            | Self::Unsent
            | Self::Old(_)
            | Self::Well { .. }
            | Self::Stopped => &[],
        };
        let can_help = |kind: &&Kind| match kind {
            Kind::Request => in_step,
            Kind::Local => !circumstances.is_relayed,
            _ => true,
        };
        let kinds = kinds.iter().filter(can_help);
        kinds.map(|kind| kind.fill(self, circumstances)).collect()
    }
}

fn local(verdict: &Verdict, host: &str) -> String {
    let why = match verdict {
        Verdict::Unreachable => {
            "Its relay is bound by no rules of browsers, and says why a server can’t be reached."
        }
        Verdict::Certificate => {
            "Its relay says why a server can’t be reached, and trusts the authority whose certificate is in FILE."
        }
        _ => {
            "Then a relay on your machine leads the requests there, and the server need not allow anything."
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
    let test = verdict.allowed(circumstances);
    format!(
        "\
Hello,

I use the SeaTable API Playground at {page} with our server {origin}. {} Could you please allow that page?

In the server block of SeaTable's nginx file, these lines belong in place of those that set these headers. A location that has an \
add_header of its own needs them too. They keep SeaTable's own API reference allowed, and no cookie or token is exposed by them: the page \
sends tokens in a header, as every client does.

{}
After a reload of nginx, this shows whether it works. {}

{}
",
        verdict.told(circumstances, false).title,
        nginx::lines(page),
        test.reading,
        test.command,
    )
}

#[cfg(test)]
mod tests;
