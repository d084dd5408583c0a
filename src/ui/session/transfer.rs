//! How far requests are that are under way.

use super::{DeskId, Session};
use crate::browser::Progress;
use leptos::prelude::*;
use playground_core::http::{Exchange, Outcome, PreparedRequest};
use std::sync::Arc;

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Transfer {
    /// So many bytes of an upload have gone, of so many.
    Sent(u64, u64),
    /// So many bytes of the answer have come, of so many where that is known.
    Received(u64, Option<u64>),
}

impl Transfer {
    /// Whether it is the answer that is on its way.
    pub(in crate::ui) fn is_answer(self) -> bool {
        matches!(self, Self::Received(..))
    }
}

/// The request of a desk that takes its time.
#[derive(Clone)]
pub(in crate::ui) struct UnderWay {
    desk: DeskId,
    transfer: Option<Transfer>,
    /// The beginning of its answer.
    head: Option<Arc<Exchange>>,
}

impl Session {
    /// Returns how far the request of a desk is; none where it is not under way, or too short to tell.
    pub(in crate::ui) fn transfer(self, desk: DeskId) -> Option<Transfer> {
        self.under_way
            .with(|all| all.iter().find(|one| one.desk == desk)?.transfer)
    }

    /// Returns the beginning of the answer that a desk is getting.
    pub(in crate::ui) fn head(self, desk: DeskId) -> Option<Arc<Exchange>> {
        self.under_way
            .with(|all| all.iter().find(|one| one.desk == desk)?.head.clone())
    }

    /// Takes note of how far a request is. The request is without its secrets.
    pub(super) fn note(self, desk: DeskId, request: &PreparedRequest, progress: Progress) {
        self.under_way.update(|all| {
            let place = all.iter().position(|one| one.desk == desk);
            let place = place.unwrap_or_else(|| {
                all.push(UnderWay {
                    desk,
                    transfer: None,
                    head: None,
                });
                all.len() - 1
            });
            let Some(one) = all.get_mut(place) else {
                return;
            };
            match progress {
                Progress::Sent { bytes, of } => one.transfer = Some(Transfer::Sent(bytes, of)),
                Progress::Received { bytes, of } => {
                    one.transfer = Some(Transfer::Received(bytes, of));
                }
                Progress::Begins(answer) => {
                    let outcome = Outcome::Answer(answer);
                    one.head = Some(Arc::new(Exchange::new(request.clone(), outcome, 0)));
                }
            }
        });
    }

    /// A request is not under way any more.
    pub(super) fn arrived(self, desk: DeskId) {
        if self
            .under_way
            .with_untracked(|all| all.iter().any(|one| one.desk == desk))
        {
            self.under_way
                .update(|all| all.retain(|one| one.desk != desk));
        }
    }
}
