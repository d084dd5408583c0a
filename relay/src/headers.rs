//! Which headers go through. `docs/local.md` has the table, with the reasons.

use hyper::header::{
    CONNECTION, CONTENT_SECURITY_POLICY, HOST, HeaderMap, HeaderName, HeaderValue,
    X_CONTENT_TYPE_OPTIONS,
};

/// Says in a response that it is the relay's own, and why.
pub const MARK: HeaderName = HeaderName::from_static("playground-relay");

/// What a response from the server may do should it be opened as a page all the same: nothing.
const POLICY: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// What is meant for the next hop only.
const HOP_BY_HOP: [&str; 9] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// What a browser says of the page on this machine and not of the request. Its cookies are those of every other program that is
/// served from this machine, since cookies know no ports.
const OF_THE_PAGE: [&str; 8] = [
    "cookie",
    "origin",
    "referer",
    "sec-fetch-dest",
    "sec-fetch-mode",
    "sec-fetch-site",
    "sec-fetch-storage-access",
    "sec-fetch-user",
];

/// What a server says to its own pages, and would be taken for this page's.
const OF_THE_SERVER: [&str; 20] = [
    "accept-ch",
    "access-control-allow-credentials",
    "access-control-allow-headers",
    "access-control-allow-methods",
    "access-control-allow-origin",
    "access-control-expose-headers",
    "access-control-max-age",
    "alt-svc",
    "clear-site-data",
    "content-security-policy",
    "content-security-policy-report-only",
    "critical-ch",
    "nel",
    "playground-relay",
    "report-to",
    "reporting-endpoints",
    "service-worker-allowed",
    "set-cookie",
    "strict-transport-security",
    "www-authenticate",
];

/// Takes out of a request what is not for the server, and names the server. The rest stays in its order.
pub(crate) fn for_the_server(headers: &mut HeaderMap, host: HeaderValue) {
    leave_out(headers, &OF_THE_PAGE);
    headers.insert(HOST, host);
}

/// Takes out of a response what is not for the page, and has it be read and nothing else.
pub(crate) fn for_the_page(headers: &mut HeaderMap) {
    leave_out(headers, &OF_THE_SERVER);
    harmless(headers);
}

/// Has a response be nothing but data.
pub(crate) fn harmless(headers: &mut HeaderMap) {
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
}

/// Leaves out these headers, and what is meant for one hop only.
fn leave_out(headers: &mut HeaderMap, names: &[&str]) {
    let of_this_hop = headers.get_all(CONNECTION).iter();
    let of_this_hop: Vec<HeaderName> = of_this_hop
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    let is_kept = |name: &HeaderName| {
        let name = name.as_str();
        !names.contains(&name)
            && !HOP_BY_HOP.contains(&name)
            && !of_this_hop.iter().any(|it| it == name)
    };
    // Not by `remove`, which puts the last one in the gap.
    let kept = headers.iter().filter(|(name, _)| is_kept(name));
    *headers = kept
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(lines: &[(&str, &str)]) -> HeaderMap {
        let line = |(name, value): &(&str, &str)| {
            let name: HeaderName = name.parse().unwrap();
            (name, HeaderValue::from_str(value).unwrap())
        };
        lines.iter().map(line).collect()
    }

    #[test]
    fn a_request_keeps_what_is_for_the_server() {
        let kept = [
            ("host", "127.0.0.1:8080"),
            ("authorization", "Bearer x"),
            ("accept", "*/*"),
            ("accept-encoding", "gzip, br"),
            ("x-seafile-otp", "123456"),
            ("user-agent", "browser"),
            ("content-type", "application/json"),
            ("content-length", "2"),
        ];
        let mut headers = map(&kept);
        for name in OF_THE_PAGE.iter().chain(&HOP_BY_HOP) {
            headers.insert(*name, HeaderValue::from_static("x"));
        }
        headers.insert("x-private", HeaderValue::from_static("x"));
        headers.insert(CONNECTION, HeaderValue::from_static("close, X-Private"));
        for_the_server(&mut headers, HeaderValue::from_static("a.example"));
        let mut wanted = map(&kept);
        wanted.insert(HOST, HeaderValue::from_static("a.example"));
        assert_eq!(headers, wanted);
    }

    #[test]
    fn a_response_keeps_what_is_for_the_page() {
        let kept = [
            ("content-type", "text/html"),
            ("content-encoding", "br"),
            ("location", "https://elsewhere.example/"),
            ("x-ratelimit-remaining", "1"),
            ("retry-after", "5"),
        ];
        let mut headers = map(&kept);
        for name in OF_THE_SERVER.iter().chain(&HOP_BY_HOP) {
            headers.append(*name, HeaderValue::from_static("x"));
            headers.append(*name, HeaderValue::from_static("y"));
        }
        for_the_page(&mut headers);
        let mut wanted = map(&kept);
        harmless(&mut wanted);
        assert_eq!(headers, wanted);
    }
}
