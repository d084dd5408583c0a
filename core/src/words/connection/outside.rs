//! The test outside the browser that tells apart what a page cannot.

use crate::connection::{Circumstances, Probe, Verdict};

/// A command, and how to read what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// A line for a terminal. Its quotes are those that every shell takes.
    pub command: String,
    /// What its output tells.
    pub reading: String,
}

/// Returns the test that shows whether the page may send requests with a token, or those of a two-factor login where these are refused.
pub(super) fn allowed(verdict: &Verdict, circumstances: &Circumstances) -> Outside {
    let probe = match verdict {
        Verdict::CodeRefused => Probe::Code,
        _ => Probe::Token,
    };
    let (page, origin) = (&circumstances.page, circumstances.server.origin());
    let header = probe
        .header()
        .map_or("", |(name, _)| name)
        .to_ascii_lowercase();
    Outside {
        command: format!(
            "curl -si -X OPTIONS {origin}{} -H \"Origin: {page}\" -H \"Access-Control-Request-Method: GET\" -H \"Access-Control-Request-Headers: {header}\"",
            probe.path()
        ),
        reading: format!(
            "The first line has to say 200 or 204, access-control-allow-origin has to name {page} or *, and \
             access-control-allow-headers has to name {header}."
        ),
    }
}

/// Returns the test that tells more; `None` if nothing is left open, or where it would only say the same.
pub fn outside(verdict: &Verdict, circumstances: &Circumstances) -> Option<Outside> {
    let page = &circumstances.page;
    let ask = |probe: Probe, options: &str| {
        let origin = circumstances.server.origin();
        format!("curl {options} {origin}{}", probe.path())
    };
    let with_origin = |probe| format!("{} -H \"Origin: {page}\"", ask(probe, "-si"));
    let (command, reading) = match verdict {
        Verdict::Unreachable | Verdict::Certificate | Verdict::Blocked | Verdict::Silent(_) => {
            let probe = match verdict {
                Verdict::Silent(probe) => *probe,
                _ => Probe::Reach,
            };
            (ask(probe, "-sS -m 20"), reached(circumstances))
        }
        Verdict::CorsMissing => (
            with_origin(Probe::Plain),
            format!(
                "No line access-control-allow-origin: the header is missing. One with another origin than {page}: it is for \
                 another page. Two of them: it comes twice. One with {page} or *: something on the way takes it out."
            ),
        ),
        Verdict::PreflightRefused | Verdict::CodeRefused => {
            return Some(allowed(verdict, circumstances));
        }
        Verdict::ErrorsHidden => (
            with_origin(Probe::Error),
            "The status is 403, and a line access-control-allow-origin is missing.".to_owned(),
        ),
        Verdict::GatewayHidden => (with_origin(Probe::Gateway), missing()),
        Verdict::FilesHidden => (with_origin(Probe::Files), missing()),
        Verdict::Redirected(probe) => (
            ask(*probe, "-si"),
            "The line location names where it leads.".to_owned(),
        ),
        Verdict::NotSeaTable => (
            ask(Probe::Plain, "-si"),
            "SeaTable responds with \"pong\" and nothing else.".to_owned(),
        ),
        _ => return None,
    };
    Some(Outside { command, reading })
}

fn missing() -> String {
    "A line access-control-allow-origin is missing, names another origin, or is there twice."
        .to_owned()
}

/// Reads what curl says of a server that the browser does not reach.
fn reached(circumstances: &Circumstances) -> String {
    let certificate = if circumstances.is_encrypted() {
        "“SSL certificate problem”: the certificate. "
    } else {
        ""
    };
    format!(
        "“Could not resolve host”: the name, or the network. “Failed to connect” or “timed out”: the server, its port, or a firewall. \
         {certificate}\"pong\": the server is there, and something in the browser blocks it."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::Permission;
    use crate::http::Server;

    fn test(verdict: &Verdict, server: &str) -> Outside {
        let circumstances = Circumstances {
            page: "https://playground.example.com".to_owned(),
            is_secure: true,
            server: Server::kept(server.to_owned()).unwrap(),
            permission: Permission::Unknown,
            is_relayed: false,
        };
        outside(verdict, &circumstances).unwrap()
    }

    #[test]
    fn a_header_that_is_missing_is_told_from_one_that_is_wrong_or_doubled() {
        let told = test(&Verdict::CorsMissing, "https://table.example.com");
        assert_eq!(
            told.command,
            "curl -si https://table.example.com/api2/ping/ -H \"Origin: https://playground.example.com\""
        );
        for reason in ["is missing", "another origin", "comes twice"] {
            assert!(told.reading.contains(reason), "{}", told.reading);
        }
    }

    #[test]
    fn a_preflight_is_made_as_a_browser_makes_it() {
        let told = test(&Verdict::PreflightRefused, "https://table.example.com");
        assert_eq!(
            told.command,
            "curl -si -X OPTIONS https://table.example.com/server-info/ -H \"Origin: https://playground.example.com\" \
             -H \"Access-Control-Request-Method: GET\" -H \"Access-Control-Request-Headers: authorization\""
        );
    }

    #[test]
    fn a_server_without_a_certificate_has_none_that_could_be_wrong() {
        for (server, expected) in [
            ("https://a.example.com", true),
            ("http://127.0.0.1:8000", false),
        ] {
            let told = test(&Verdict::Unreachable, server);
            assert_eq!(told.reading.contains("certificate"), expected, "{server}");
        }
    }
}
