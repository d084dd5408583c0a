//! The body of an answer, which can be made to come slowly or to break off.

use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::Sleep;

/// How slowly a body comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How many bytes come at a time.
    pub bytes: usize,
    /// How long it takes until the next ones.
    pub pause: Duration,
}

/// How a body ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// All of it comes.
    Whole,
    /// It breaks off halfway.
    Cut,
}

/// A body that announces its whole length, whether or not all of it comes.
#[derive(Debug)]
pub(super) struct AnswerBody {
    /// What is still to come.
    bytes: Bytes,
    /// What of the announced length is still to come.
    length: u64,
    end: End,
    pace: Option<Pace>,
    /// The pause before the next bytes, or before the break.
    pause: Option<Pin<Box<Sleep>>>,
}

/// How long the half of a cut body stands alone.
const CUT_AFTER: Duration = Duration::from_millis(50);

impl AnswerBody {
    /// Makes a body.
    pub(super) fn new(bytes: Vec<u8>, end: End, pace: Option<Pace>) -> Self {
        let mut bytes = Bytes::from(bytes);
        let length = bytes.len() as u64;
        if end == End::Cut {
            bytes.truncate(bytes.len() / 2);
        }
        Self {
            bytes,
            length,
            end,
            pace,
            pause: None,
        }
    }

    /// Takes the next bytes, and begins the pause after them.
    fn next(&mut self) -> Bytes {
        let most = self.pace.map_or(self.bytes.len(), |pace| pace.bytes.max(1));
        let next = self.bytes.split_to(most.min(self.bytes.len()));
        self.length -= next.len() as u64;
        let pause = match (self.bytes.is_empty(), self.end, self.pace) {
            (true, End::Cut, _) => Some(CUT_AFTER),
            (false, _, Some(pace)) => Some(pace.pause),
            _ => None,
        };
        self.pause = pause.map(|pause| Box::pin(tokio::time::sleep(pause)));
        next
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(pause) = &mut self.pause {
            std::task::ready!(pause.as_mut().poll(context));
            self.pause = None;
        }
        Poll::Ready(match (self.bytes.is_empty(), self.end) {
            (false, _) => Some(Ok(Frame::data(self.next()))),
            (true, End::Whole) => None,
            // An error makes hyper close the connection.
            (true, End::Cut) => Some(Err(io::Error::other("cut on order"))),
        })
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_empty() && self.end == End::Whole
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}
