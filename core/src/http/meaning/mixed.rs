//! Requests by plain http from a page that came by https.

use crate::http::{Exchange, Failure, Outcome};

/// Whether a request from a page of `origin` may have been refused because it goes by plain http and the page came by https. Not so
/// where the browser gave another reason.
pub fn is_mixed(exchange: &Exchange, origin: &str) -> bool {
    let is_mixed =
        origin.starts_with("https://") && exchange.request.url.shown().starts_with("http://");
    is_mixed && matches!(exchange.outcome, Outcome::Failure(Failure::Unreadable))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::PreparedRequest;

    #[test]
    fn plain_http_from_a_page_of_https_is_named_as_a_reason() {
        let exchange = |url: &str, failure| {
            Exchange::new(PreparedRequest::reading(url), Outcome::Failure(failure), 0)
        };
        let plain = exchange("http://127.0.0.1:8081/a", Failure::Unreadable);
        assert!(is_mixed(&plain, "https://play.example"));
        assert!(!is_mixed(&plain, "http://play.example"));
        let secure = exchange("https://a.example/a", Failure::Unreadable);
        assert!(!is_mixed(&secure, "https://play.example"));
        let refused = exchange("http://127.0.0.1:8081/a", Failure::Locked);
        assert!(!is_mixed(&refused, "https://play.example"));
    }
}
