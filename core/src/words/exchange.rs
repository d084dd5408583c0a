//! What became of a request, in one sentence.

use super::{failure, fate, status};
use crate::http::{Exchange, Outcome};

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
