//! How many requests a minute SeaTable takes, as its documentation of version 6 has it, beside what this page has sent. `words::quota` says it.

use super::{Ledger, Line, Server};

/// How long a limit counts, in milliseconds.
const MINUTE_MS: f64 = 60_000.0;

/// Requests that count for one limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quota {
    /// Inside the base of this id.
    Base(String),
    /// Logins.
    Login,
    /// Outside of bases.
    Web,
}

impl Quota {
    /// Returns the limit that a request to this path counts for; `None` if no document names one.
    pub fn of_path(path: &str) -> Option<Self> {
        let base = path
            .split_once("/api-gateway/api/v2/dtables/")
            .and_then(|(_, rest)| rest.split('/').next());
        if let Some(base) = base {
            Some(Self::Base(base.to_owned()))
        } else if path.contains("/api2/auth-token") {
            Some(Self::Login)
        } else {
            path.contains("/api/v2.1/").then_some(Self::Web)
        }
    }

    /// Returns how many such requests a minute SeaTable Cloud takes, and how many a server of your own, unless its admin has set another
    /// limit.
    pub fn per_minute(&self) -> (usize, usize) {
        match self {
            Self::Base(_) => (200, 500),
            Self::Login => (60, 60),
            Self::Web => (1000, 3000),
        }
    }

    /// Counts the requests of this kind that the page has sent in the minute that ends then.
    pub fn count(&self, ledger: &Ledger, server: &Server, until_ms: f64) -> usize {
        let began = |line: &Line| line.began_ms > until_ms - MINUTE_MS && line.began_ms <= until_ms;
        let counts = |line: &&Line| {
            line.host == server.host()
                && !line.never_left()
                && began(line)
                && Self::of_path(&line.path).as_ref() == Some(self)
        };
        ledger.lines().iter().filter(counts).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{Exchange, Failure, Outcome, PreparedRequest};

    const ROWS: &str = "/api-gateway/api/v2/dtables/650d8a0d/rows/";

    fn sent(ledger: &mut Ledger, path: &str, began_ms: f64, failure: Failure) {
        let request = PreparedRequest::reading(format!("https://cloud.seatable.io{path}?limit=1"));
        let place = ledger.begin(&request);
        let mut exchange = Exchange::new(request, Outcome::Failure(failure), 0);
        exchange.began_ms = began_ms;
        ledger.finish(place, &exchange);
    }

    #[test]
    fn a_path_counts_for_one_limit() {
        for (path, quota) in [
            (ROWS, Some(Quota::Base("650d8a0d".to_owned()))),
            ("/api2/auth-token/", Some(Quota::Login)),
            ("/api/v2.1/workspaces/", Some(Quota::Web)),
            ("/api/v2.1/dtable/app-access-token/", Some(Quota::Web)),
            ("/seafhttp/upload-api/{upload_link}", None),
            ("/api2/ping/", None),
        ] {
            assert_eq!(Quota::of_path(path), quota, "{path}");
        }
    }

    #[test]
    fn the_last_minute_of_the_same_limit_is_counted() {
        let mut ledger = Ledger::default();
        for (path, began_ms) in [
            (ROWS, 39_000.0),
            (ROWS, 41_000.0),
            (ROWS, 99_000.0),
            ("/api-gateway/api/v2/dtables/650d8a0d/sql/", 100_000.0),
            (ROWS, 101_000.0),
            ("/api-gateway/api/v2/dtables/other/rows/", 99_000.0),
            ("/api/v2.1/workspaces/", 99_000.0),
        ] {
            sent(&mut ledger, path, began_ms, Failure::Unreadable);
        }
        // What has not left counts nowhere.
        sent(&mut ledger, ROWS, 99_500.0, Failure::Offline);
        let quota = Quota::of_path(ROWS).unwrap();
        assert_eq!(quota.count(&ledger, &Server::cloud(), 100_000.0), 3);
        let own = Server::parse("table.example.com").unwrap();
        assert_eq!(quota.count(&ledger, &own, 100_000.0), 0);
    }
}
