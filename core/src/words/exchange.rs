//! What became of a request, in one sentence.

use super::{failure, fate, status, step};
use crate::http::{Exchange, Outcome};
use crate::walkthrough::Went;

/// Says in one sentence what became of a request.
pub fn told(exchange: &Exchange) -> String {
    match &exchange.outcome {
        Outcome::Answer(answer) => {
            format!(
                "Response {} {} after {} milliseconds.",
                answer.status,
                status::name(answer.status),
                exchange.elapsed_ms
            )
        }
        Outcome::Failure(failure) => {
            let fate = fate::told(exchange).unwrap_or_default();
            format!("No response: {}. {fate}", failure::name(failure))
        }
    }
}

/// Names a request of the list of requests, before its path.
pub fn numbered(number: usize, exchange: &Exchange) -> String {
    format!("Request {number}: {} ", exchange.request.method.as_str())
}

/// Says what became of a request, and what its response is for a step of a walkthrough.
pub fn told_of_step(exchange: &Exchange, went: Went<'_>, number: &str) -> String {
    let went = match went {
        Went::Well => step::done(number),
        other => step::went(other),
    };
    [&told(exchange), " ", &went].concat()
}

/// Says what became of a request, and what its response means.
pub fn told_with(exchange: &Exchange, meaning: &str) -> String {
    [&told(exchange), " ", meaning].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Method;
    use crate::http::{Failure, tests};

    #[test]
    fn one_sentence_says_what_came_and_what_it_is_for_the_step() {
        let exchange = |outcome| Exchange::new(tests::request(Method::Get, "/"), outcome, 16);
        let good = exchange(Outcome::Answer(tests::answer(200, "{}")));
        for (went, expected) in [
            (Went::Well, "Step 5 is done."),
            (Went::Otherwise, "This isn't the expected response."),
        ] {
            assert_eq!(
                told_of_step(&good, went, "5"),
                format!("Response 200 OK after 16 milliseconds. {expected}")
            );
        }
        let offline = exchange(Outcome::Failure(Failure::Offline));
        assert_eq!(told(&offline), "No response: offline. Nothing was sent.");
    }
}
