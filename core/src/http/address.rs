//! The parts of an absolute address.

/// An absolute address, taken apart where a browser takes it apart. Each part stands as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    /// The scheme, without its colon.
    pub scheme: &'a str,
    /// The host, with its port where there is one.
    pub host: &'a str,
    /// The path, with its first slash; empty where the host ends the address.
    pub path: &'a str,
    /// The query, without its question mark.
    pub query: &'a str,
}

impl<'a> Address<'a> {
    /// Takes an address apart; `None` if it has no scheme, and so no host.
    pub fn of(address: &'a str) -> Option<Self> {
        let (scheme, rest) = address.split_once("://")?;
        let rest = rest.split('#').next().unwrap_or_default();
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        Some(Self {
            scheme,
            host,
            path,
            query,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_found() {
        for (address, scheme, host, path, query) in [
            ("https://a.example", "https", "a.example", "", ""),
            ("http://a:80/", "http", "a:80", "/", ""),
            ("http://a/b/c?d=e/f?g#h", "http", "a", "/b/c", "d=e/f?g"),
            ("http://a?b=/c", "http", "a", "", "b=/c"),
            ("http://a#b?c/d", "http", "a", "", ""),
            ("http://a/b#c?d", "http", "a", "/b", ""),
        ] {
            let expected = Address {
                scheme,
                host,
                path,
                query,
            };
            assert_eq!(Address::of(address), Some(expected), "{address}");
        }
        for address in ["", "/api/", "a.example/b", "mailto:a"] {
            assert_eq!(Address::of(address), None, "{address}");
        }
    }
}
