//! Whether a request was sent, and what makes that certain.

use super::{Exchange, Failure, Outcome, relay};

/// What is certain of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing of it has reached the server: what stopped it stands before that.
    NotSent,
    /// It was sent, and this shows it.
    Sent(Evidence),
    /// Nothing tells whether it was sent. True where a browser may even have sent it more than once: it does so by itself, with a
    /// POST too, when a connection that was used before is cut without a response. The page is not told.
    Unknown(bool),
}

/// What shows that a request was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A response began to come, with this status where the browser kept it.
    Response(Option<u16>),
    /// A redirect came back.
    Redirect,
    /// The browser has handed the last byte of the upload on.
    Uploaded,
}

impl Fate {
    /// Finds out what is certain of a request by what came of it.
    pub fn of(exchange: &Exchange) -> Self {
        let failure = match &exchange.outcome {
            Outcome::Answer(answer) => return Self::Sent(Evidence::Response(Some(answer.status))),
            Outcome::Failure(failure) => failure,
        };
        match failure {
            _ if failure.never_left() => Self::NotSent,
            // What came is the relay's own.
            Failure::Relay(_) => Self::Unknown(false),
            Failure::Redirected => Self::Sent(Evidence::Redirect),
            _ if exchange.first_byte_ms.is_some() => {
                let came = exchange.came.as_ref();
                Self::Sent(Evidence::Response(came.map(|answer| answer.status)))
            }
            _ if exchange.is_uploaded => Self::Sent(Evidence::Uploaded),
            _ => Self::Unknown(matches!(
                failure,
                Failure::Unreadable
                    | Failure::WentOffline
                    | Failure::TimedOut(_)
                    | Failure::Denied(false)
            )),
        }
    }

    /// Whether the server may have carried the request out. What it refused, it has not.
    pub fn may_have_happened(self) -> bool {
        !matches!(
            self,
            Self::NotSent | Self::Sent(Evidence::Response(Some(400..=499)))
        )
    }
}

impl Failure {
    /// Whether it is certain that nothing has gone to the server.
    pub(super) fn never_left(&self) -> bool {
        if let Self::Relay(mark) = self {
            return relay::never_arrived(mark);
        }
        matches!(
            self,
            Self::Offline
                | Self::Locked
                | Self::NoLock
                | Self::Policy
                | Self::Denied(true)
                | Self::Unsendable
                | Self::FileGone(_)
                | Self::PracticeUnavailable
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Method;
    use crate::http::tests::{answer, failed};

    fn exchange(failure: Failure) -> Exchange {
        failed(Method::Post, "/", failure)
    }

    #[test]
    fn what_stopped_before_the_server_was_not_sent() {
        for failure in [
            Failure::Offline,
            Failure::Locked,
            Failure::NoLock,
            Failure::Policy,
            Failure::Denied(true),
            Failure::Unsendable,
            Failure::FileGone("a.txt".to_owned()),
            Failure::Relay("name".to_owned()),
            Failure::Relay("refused".to_owned()),
            Failure::Relay("certificate".to_owned()),
            Failure::Relay("timed-out".to_owned()),
            Failure::Relay("proxy".to_owned()),
            Failure::Relay("not-allowed".to_owned()),
            Failure::PracticeUnavailable,
        ] {
            let fate = Fate::of(&exchange(failure.clone()));
            assert_eq!(fate, Fate::NotSent, "{failure:?}");
            assert!(!fate.may_have_happened());
        }
    }

    #[test]
    fn without_evidence_it_is_unknown_and_some_may_have_been_sent_twice() {
        for (failure, repeated) in [
            (Failure::Unreadable, true),
            (Failure::WentOffline, true),
            (Failure::TimedOut(90), true),
            (Failure::Denied(false), true),
            (Failure::Cancelled, false),
            (Failure::Left, false),
            (Failure::FileChanged("a.txt".to_owned()), false),
            (Failure::Relay("broken".to_owned()), false),
            (Failure::Relay(String::new()), false),
        ] {
            let fate = Fate::of(&exchange(failure.clone()));
            assert_eq!(fate, Fate::Unknown(repeated), "{failure:?}");
            assert!(fate.may_have_happened());
        }
    }

    #[test]
    fn a_redirect_a_first_byte_and_a_whole_upload_are_evidence() {
        let redirected = exchange(Failure::Redirected);
        assert_eq!(Fate::of(&redirected), Fate::Sent(Evidence::Redirect));
        for failure in [Failure::CutOff(3), Failure::TooLong(3), Failure::Cancelled] {
            let mut began = exchange(failure);
            began.first_byte_ms = Some(12);
            let sent = |status| Fate::Sent(Evidence::Response(status));
            assert_eq!(Fate::of(&began), sent(None));
            began.came = Some(answer(200, ""));
            assert_eq!(Fate::of(&began), sent(Some(200)));
            assert!(Fate::of(&began).may_have_happened());
            began.came = Some(answer(403, ""));
            assert!(!Fate::of(&began).may_have_happened());
        }
        for failure in [Failure::Unreadable, Failure::TimedOut(90), Failure::Left] {
            let mut uploaded = exchange(failure);
            uploaded.is_uploaded = true;
            assert_eq!(Fate::of(&uploaded), Fate::Sent(Evidence::Uploaded));
        }
        // The relay's own response shows nothing of the server.
        let mut relayed = exchange(Failure::Relay("broken".to_owned()));
        relayed.first_byte_ms = Some(12);
        relayed.came = Some(answer(502, ""));
        assert_eq!(Fate::of(&relayed), Fate::Unknown(false));
    }
}
