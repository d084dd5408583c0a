//! How many requests a minute SeaTable accepts.

use crate::http::{Quota, Server};

/// Says how many requests of this kind the page has sent in the minute before a response, and how many the server accepts.
pub fn told(quota: &Quota, count: usize, server: &Server) -> String {
    let (of_cloud, of_own) = quota.per_minute();
    let kind = match quota {
        Quota::Base(_) => "to this base",
        Quota::Login => "to log in",
        Quota::Web => "outside bases",
    };
    let requests = if count == 1 { "request" } else { "requests" };
    let limit = if *server == Server::cloud() {
        format!("SeaTable Cloud accepts {of_cloud}")
    } else {
        format!("a server of your own accepts {of_own}, unless its admin has set another limit")
    };
    format!(
        "In the minute before, this page sent {count} {requests} {kind}; {limit}. Other programs and people may count for the same limit. \
         Or the quota of the month is used up: the team's info has its state."
    )
}

/// Says when the server accepts the next request.
pub fn next(time: &str) -> String {
    format!("SeaTable accepts the next one in {time}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_that_of_the_server() {
        let quota = Quota::Base("650d8a0d".to_owned());
        let told = told(&quota, 3, &Server::cloud());
        assert!(
            told.contains("sent 3 requests to this base; SeaTable Cloud accepts 200."),
            "{told}"
        );
        let own = Server::parse("table.example.com").unwrap();
        let told = super::told(&quota, 1, &own);
        assert!(
            told.contains("sent 1 request to") && told.contains("accepts 500, unless"),
            "{told}"
        );
    }
}
