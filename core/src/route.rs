//! The address after the `#`, parsed and printed.
//!
//! Parsing never fails: what cannot be read is [`Route::Unknown`]. An address holds no secret and does nothing by itself; a server
//! in it is a proposal that a person has to confirm.

use crate::encode;
use std::fmt;

/// A page of the playground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What this is, and the walkthroughs.
    Home,
    /// A walkthrough, and the step that stands open.
    Walkthrough {
        /// The walkthrough's id.
        id: String,
        /// The number of the step: `2`, or `2a` for a step of the way around that.
        step: Option<String>,
    },
    /// The ledger.
    Requests,
    /// What the requests have made.
    Made,
    /// The reference, as far as the address says: what there is of that name, the reference finds out.
    Reference {
        /// The name of an area, or SeaTable's own name for the page of an operation; none for all areas.
        of: Option<String>,
        /// An operationId of the area; none for all of it.
        id: Option<String>,
    },
    /// Nothing that the playground has.
    Unknown,
}

/// A route, and the server that the address proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The page.
    pub route: Route,
    /// The text of the proposal, unchecked.
    pub server: Option<String>,
    /// What stands after the question mark, as it stands there.
    pub query: String,
}

impl Address {
    /// Reads the address after the `#`, with or without that sign.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut address = Self {
            route: Route::parse(path),
            server: None,
            query: query.to_owned(),
        };
        address.server = address.value("server");
        address
    }

    /// Returns the value of a name in the query; `None` if it is empty or broken.
    pub fn value(&self, name: &str) -> Option<String> {
        let mut pairs = self.query.split('&');
        let value = pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        value.and_then(decode).filter(|text| !text.is_empty())
    }
}

impl Route {
    /// The page of a walkthrough.
    pub fn walkthrough(id: &str) -> Self {
        let id = id.to_owned();
        Self::Walkthrough { id, step: None }
    }

    /// A step of a walkthrough, by its number.
    pub fn step(id: &str, number: &str) -> Self {
        Self::Walkthrough {
            id: id.to_owned(),
            step: Some(number.to_owned()),
        }
    }

    /// The page of an operation.
    pub fn operation(area: &str, id: &str) -> Self {
        Self::Reference {
            of: Some(area.to_owned()),
            id: Some(id.to_owned()),
        }
    }

    fn parse(path: &str) -> Self {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let route = match (segments.next(), segments.next(), segments.next()) {
            (None, ..) => Self::Home,
            (Some("requests"), None, _) => Self::Requests,
            (Some("made"), None, _) => Self::Made,
            (Some("reference"), of, id) => match (of.map(decode), id.map(decode)) {
                (Some(None), _) | (_, Some(None)) => Self::Unknown,
                (of, id) => Self::Reference {
                    of: of.flatten(),
                    id: id.flatten(),
                },
            },
            (Some("walkthrough"), Some(id), step) => match (decode(id), step) {
                (Some(id), None) => Self::Walkthrough { id, step: None },
                (Some(id), Some(step))
                    if step.starts_with(|first: char| first.is_ascii_digit()) =>
                {
                    Self::step(&id, step)
                }
                _ => Self::Unknown,
            },
            _ => Self::Unknown,
        };
        if segments.next().is_some() {
            Self::Unknown
        } else {
            route
        }
    }
}

/// Prints the whole address, with its `#`.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::Unknown => f.write_str("#/"),
            Self::Requests => f.write_str("#/requests"),
            Self::Made => f.write_str("#/made"),
            Self::Walkthrough { id, step } => {
                let mut segment = String::new();
                encode::segment(&mut segment, id);
                write!(f, "#/walkthrough/{segment}")?;
                step.iter().try_for_each(|step| write!(f, "/{step}"))
            }
            Self::Reference { of, id } => {
                let mut address = "#/reference".to_owned();
                for segment in [of, id].into_iter().flatten() {
                    address.push('/');
                    encode::segment(&mut address, segment);
                }
                f.write_str(&address)
            }
        }
    }
}

/// Undoes percent-encoding; `None` if what comes out is no UTF-8 or an escape is broken.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let value = digit(rest.next())? * 16 + digit(rest.next())?;
        bytes.push(u8::try_from(value).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back_from_what_it_prints() {
        for route in [
            Route::Home,
            Route::Requests,
            Route::Walkthrough {
                id: "write-and-read".into(),
                step: None,
            },
            Route::Walkthrough {
                id: "write-and-read".into(),
                step: Some("4".into()),
            },
            Route::Walkthrough {
                id: "ä/b?c".into(),
                step: Some("1a".into()),
            },
            Route::Reference { of: None, id: None },
            Route::Reference {
                of: Some("enforcetwofactor-1".into()),
                id: None,
            },
            Route::operation("base", "listRows"),
        ] {
            assert_eq!(
                Address::parse(&route.to_string()),
                Address {
                    route,
                    server: None,
                    query: String::new(),
                }
            );
        }
    }

    #[test]
    fn an_address_can_propose_a_server() {
        let address = Address::parse("#/?server=http%3A%2F%2F127.0.0.1%3A9000");
        assert_eq!(address.route, Route::Home);
        assert_eq!(address.server.as_deref(), Some("http://127.0.0.1:9000"));
    }

    #[test]
    fn an_address_keeps_its_query() {
        let address = Address::parse("#/reference/base/listRows?server=x&query.table_name=A%26B");
        assert_eq!(address.route, Route::operation("base", "listRows"));
        assert_eq!(address.query, "server=x&query.table_name=A%26B");
        assert_eq!(address.value("query.table_name").as_deref(), Some("A&B"));
        assert_eq!(address.value("query.table"), None);
    }

    #[test]
    fn nothing_that_is_typed_there_breaks_the_page() {
        for hash in ["", "#", "#/", "#//"] {
            assert_eq!(Address::parse(hash).route, Route::Home, "{hash}");
        }
        for hash in [
            "#/nowhere",
            "#/walkthrough",
            "#/walkthrough/a/b",
            "#/walkthrough/a/1/2",
            "#/walkthrough/%zz",
            "#/reference/%zz",
            "#/reference/base/%zz",
            "#/reference/base/listRows/1",
        ] {
            assert_eq!(Address::parse(hash).route, Route::Unknown, "{hash}");
        }
        assert_eq!(Address::parse("#/?server=%").server, None);
        assert_eq!(Address::parse("#/?server=").server, None);
    }
}
