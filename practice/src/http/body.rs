//! The body of an answer, which can be made to break off.

use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::Sleep;

/// A body that announces its whole length, whether or not all of it comes.
#[derive(Debug)]
pub(super) struct AnswerBody {
    bytes: Option<Bytes>,
    length: u64,
    /// Runs from the first half of a cut body to its end, so that the half is sent.
    cut: Option<Pin<Box<Sleep>>>,
}

/// How long the half of a cut body stands alone.
const CUT_AFTER: Duration = Duration::from_millis(50);

impl AnswerBody {
    /// Makes a body; one that is cut ends halfway.
    pub(super) fn new(bytes: Vec<u8>, is_cut: bool) -> Self {
        let mut bytes = Bytes::from(bytes);
        let length = bytes.len() as u64;
        if is_cut {
            bytes.truncate(bytes.len() / 2);
        }
        let cut = is_cut.then(|| Box::pin(tokio::time::sleep(CUT_AFTER)));
        Self {
            bytes: Some(bytes),
            length,
            cut,
        }
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(bytes) = self.bytes.take() {
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        match &mut self.cut {
            None => Poll::Ready(None),
            // An error makes hyper close the connection.
            Some(sleep) => sleep
                .as_mut()
                .poll(context)
                .map(|()| Some(Err(io::Error::other("cut on order")))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none() && self.cut.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(if self.bytes.is_some() { self.length } else { 0 })
    }
}
