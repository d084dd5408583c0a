//! Rate limits: so many requests a minute, and 429 from each part in its own words.

use crate::json::json;
use crate::route::merged;
use crate::{Request, Response};

const MINUTE_MS: u64 = 60_000;

/// Counts the requests of the current minute.
#[derive(Debug, Default)]
pub(super) struct Rate {
    minute: u64,
    count: u32,
}

impl Rate {
    /// Counts a request and refuses it if the minute has had its share. Pings and what tells the version are free.
    pub(super) fn refusal(&mut self, request: &Request, per_minute: u32) -> Option<Response> {
        let path = merged(&request.path);
        if path.ends_with("/ping/") || path.ends_with("/server-info/") {
            return None;
        }
        let minute = request.now_ms / MINUTE_MS;
        if minute != self.minute {
            (self.minute, self.count) = (minute, 0);
        }
        self.count += 1;
        (self.count > per_minute).then(|| refuse(request, per_minute))
    }
}

fn refuse(request: &Request, per_minute: u32) -> Response {
    let left = (MINUTE_MS - request.now_ms % MINUTE_MS).div_ceil(1000);
    if merged(&request.path).starts_with("/api-gateway/") {
        // SeaTable's limits page says that there is no further output.
        return Response {
            status: 429,
            ..Response::default()
        }
        .with_header("x-ratelimit-limit", per_minute.to_string())
        .with_header("x-ratelimit-remaining", "0")
        .with_header(
            "x-ratelimit-reset",
            (request.now_ms / 1000 + left).to_string(),
        );
    }
    let text = format!("Request was throttled. Expected available in {left} seconds.");
    Response::json(429, json!({ "detail": text })).with_header("retry-after", left.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_request_too_many_is_refused_until_the_minute_ends() {
        let mut rate = Rate::default();
        let at = |now_ms| Request {
            path: "/api2/account/info/".to_owned(),
            now_ms,
            ..Request::default()
        };
        assert!((0..3).all(|_| rate.refusal(&at(1000), 3).is_none()));
        let refusal = rate.refusal(&at(2000), 3).unwrap();
        assert_eq!(
            (refusal.status, refusal.header("retry-after")),
            (429, Some("58"))
        );
        assert_eq!(rate.refusal(&at(MINUTE_MS), 3), None);
        let ping = Request {
            path: "/api2/ping/".to_owned(),
            now_ms: MINUTE_MS,
            ..Request::default()
        };
        assert_eq!(rate.refusal(&ping, 0), None);
    }
}
