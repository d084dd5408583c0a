//! Whether a policy refused a request, told from what the browser reports of violations.

use super::Address;

/// The directive that requests fall under.
const DIRECTIVE: &str = "connect-src";

/// Whether a violation of that directive is the refusal of the request to this address. Browsers name the whole address or, of
/// another origin, the origin alone; what else in the page violates a policy names something else.
pub fn is_refusal(directive: &str, blocked: &str, address: &str) -> bool {
    let address = address.split('#').next().unwrap_or_default();
    directive == DIRECTIVE && (blocked == address || is_origin(blocked, address))
}

/// Whether an address is one of this origin.
pub fn is_on(address: &str, origin: &str) -> bool {
    let rest = address.strip_prefix(origin);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

fn is_origin(text: &str, address: &str) -> bool {
    let origin = text.strip_suffix('/').unwrap_or(text);
    let is_bare = Address::of(origin)
        .is_some_and(|address| !address.host.is_empty() && address.path.is_empty());
    is_bare && is_on(address, origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://table.example.com:8443/api/v2.1/x/?a=1";

    #[test]
    fn a_refusal_names_the_address_or_its_origin() {
        for (directive, blocked, expected) in [
            ("connect-src", ADDRESS, true),
            ("connect-src", "https://table.example.com:8443", true),
            ("connect-src", "https://table.example.com:8443/", true),
            // What else in the page, or an extension, violates.
            ("style-src-attr", "inline", false),
            ("script-src-elem", "eval", false),
            ("img-src", ADDRESS, false),
            ("connect-src", "https://table.example.com", false),
            ("connect-src", "https://table.example.com:844", false),
            ("connect-src", "https://other.example.com/api/", false),
            (
                "connect-src",
                "https://table.example.com:8443/api/v2.1/x/",
                false,
            ),
            ("connect-src", "", false),
            ("connect-src", "https://", false),
        ] {
            assert_eq!(
                is_refusal(directive, blocked, ADDRESS),
                expected,
                "{directive} {blocked}"
            );
        }
    }

    #[test]
    fn an_address_is_on_its_own_origin_alone() {
        assert!(is_on(ADDRESS, "https://table.example.com:8443"));
        assert!(!is_on(ADDRESS, "https://table.example.com"));
        assert!(!is_on(
            "https://table.example.com.evil.example/",
            "https://table.example.com"
        ));
    }
}
