//! Cross-origin headers, in the ways in which SeaTable servers are set up.

use crate::message::Response;

/// How a server treats requests from pages of other origins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cors {
    /// Every origin may read every answer.
    #[default]
    Star,
    /// One origin may read, on every answer. SeaTable ships this, with its own API reference as the
    /// origin.
    Origin(String),
    /// Every origin may read, but errors carry no header, and the header for two-factor codes is
    /// not allowed: nginx's `add_header` without `always`, as in SeaTable 4.4 and 5.0.
    NotAlways,
    /// Every origin may read every answer, but the header for two-factor codes is not allowed: SeaTable's instructions of 4.0 to 5.0.
    NoCode,
    /// Every origin may read every answer, but no token may be sent.
    NoToken,
    /// The header comes twice, once from the front and once from the service after it. Browsers
    /// refuse that.
    Doubled,
    /// No header at all.
    None,
}

const REFERENCE_ORIGIN: &str = "https://api.seatable.com";
const METHODS: &str = "GET,POST,PUT,DELETE,OPTIONS";
const HEADERS: &str = "Content-Type, Accept, authorization, token, deviceType, x-seafile-otp";
const OLD_HEADERS: &str = "deviceType, token, authorization, content-type";
const OTHER_HEADERS: &str = "Content-Type, Accept";

impl Cors {
    /// Reads the name of a set-up: `star`, `shipped`, `origin=URL`, `no-always`, `no-code`, `no-token`, `doubled`,
    /// `none`.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "star" => Self::Star,
            "shipped" => Self::Origin(REFERENCE_ORIGIN.to_owned()),
            "no-always" => Self::NotAlways,
            "no-code" => Self::NoCode,
            "no-token" => Self::NoToken,
            "doubled" => Self::Doubled,
            "none" => Self::None,
            _ => Self::Origin(
                text.strip_prefix("origin=")?
                    .trim_end_matches('/')
                    .to_owned(),
            ),
        })
    }

    /// Adds the headers to an answer.
    pub fn mark(&self, response: &mut Response) {
        let origin = match self {
            Self::None => return,
            Self::NotAlways if response.status >= 400 => return,
            Self::Origin(origin) => origin.as_str(),
            _ => "*",
        };
        let allowed = match self {
            Self::NotAlways | Self::NoCode => OLD_HEADERS,
            Self::NoToken => OTHER_HEADERS,
            _ => HEADERS,
        };
        let mut add = |name: &str, value: &str| {
            response.headers.push((name.to_owned(), value.to_owned()));
        };
        add("access-control-allow-origin", origin);
        if *self == Self::Doubled {
            add("access-control-allow-origin", origin);
        }
        add("access-control-allow-methods", METHODS);
        add("access-control-allow-headers", allowed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(cors: &Cors, status: u16) -> Vec<String> {
        let mut response = Response {
            status,
            ..Response::default()
        };
        cors.mark(&mut response);
        let named = |(name, _): &(String, String)| name == "access-control-allow-origin";
        response
            .headers
            .into_iter()
            .filter(named)
            .map(|(_, value)| value)
            .collect()
    }

    #[test]
    fn every_set_up_sends_its_own_headers() {
        let table = [
            ("star", vec!["*"], vec!["*"]),
            ("shipped", vec![REFERENCE_ORIGIN], vec![REFERENCE_ORIGIN]),
            (
                "origin=https://a.example/",
                vec!["https://a.example"],
                vec!["https://a.example"],
            ),
            ("no-always", vec!["*"], vec![]),
            ("no-code", vec!["*"], vec!["*"]),
            ("no-token", vec!["*"], vec!["*"]),
            ("doubled", vec!["*", "*"], vec!["*", "*"]),
            ("none", vec![], vec![]),
        ];
        for (name, on_success, on_error) in table {
            let cors = Cors::parse(name).unwrap();
            assert_eq!(origins(&cors, 200), on_success, "{name}");
            assert_eq!(origins(&cors, 403), on_error, "{name}");
        }
        assert_eq!(Cors::parse("open"), None);
    }
}
