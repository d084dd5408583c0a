//! What it means that no answer could be read.

use crate::catalogue::Method;
use crate::http::Failure;

/// Says what a failure means, and what to do next.
pub fn of_failure(failure: &Failure, host: &str) -> String {
    match failure {
        Failure::Cancelled => "You stopped the request.".to_owned(),
        Failure::TimedOut(seconds) => {
            format!(
                "{host} did not finish its answer within {seconds} seconds. Send again, or ask for less at a time."
            )
        }
        Failure::Offline => {
            "Your browser says that it is offline. Connect, and send again.".to_owned()
        }
        Failure::Locked => {
            format!(
                "The lock of this page refused the address, since it is not on {host}. Nothing was sent."
            )
        }
        Failure::NoLock => {
            "The lock could not be put in place, so nothing was sent. Reload the page; if this stays, another browser may help."
                .to_owned()
        }
        Failure::Redirected => {
            format!(
                "{host} answered with a redirect, which this page does not follow, lest the token go elsewhere. Is the address of the server right?"
            )
        }
        Failure::Unreadable => format!(
            "The browser gives no reason. Either {host} cannot be reached (name, network, certificate, or a blocker in the browser), \
             or it does not let pages of this origin read its answers (CORS). The console of the browser tells which; the code on the right works either way."
        ),
        Failure::CutOff(bytes) => {
            format!("The answer broke off after {bytes} bytes. Send again.")
        }
        Failure::TooLong(bytes) => {
            format!(
                "The answer is longer than this page can take; after {bytes} bytes it was stopped. The code on the right gets all of it."
            )
        }
        Failure::PracticeUnavailable => {
            "The practice SeaTable could not be loaded. Reload the page and switch it on again."
                .to_owned()
        }
    }
}

/// Whether a request of this method may have changed something although its answer could not be read.
pub fn may_have_happened(method: Method, failure: &Failure) -> bool {
    method != Method::Get
        && matches!(
            failure,
            Failure::Cancelled
                | Failure::TimedOut(_)
                | Failure::Unreadable
                | Failure::CutOff(_)
                | Failure::TooLong(_)
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_whose_answer_is_unknown_may_have_happened() {
        assert!(may_have_happened(Method::Post, &Failure::Unreadable));
        assert!(may_have_happened(Method::Delete, &Failure::TimedOut(90)));
        assert!(!may_have_happened(Method::Get, &Failure::Unreadable));
        assert!(!may_have_happened(Method::Post, &Failure::Locked));
        assert!(!may_have_happened(Method::Post, &Failure::Offline));
    }
}
