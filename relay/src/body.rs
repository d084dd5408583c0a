//! Bodies on their way through, piece by piece: none is ever held whole.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use http_body_util::BodyExt;
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use tokio::runtime::Handle;

use crate::log::Account;

type Polled = Poll<Option<Result<Frame<Bytes>, io::Error>>>;

/// What the page sends.
pub(crate) struct Upload {
    body: Option<Incoming>,
    account: Arc<Account>,
}

impl Upload {
    pub(crate) fn new(body: Incoming, account: Arc<Account>) -> Self {
        Self {
            body: Some(body),
            account,
        }
    }
}

impl Body for Upload {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Polled {
        let Some(body) = &mut self.body else {
            return Poll::Ready(None);
        };
        let frame = ready!(Pin::new(body).poll_frame(context));
        if let Some(Ok(frame)) = &frame {
            self.account.sent(length(frame));
        }
        Poll::Ready(frame.map(|frame| frame.map_err(io::Error::other)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        match &self.body {
            Some(body) => body.size_hint(),
            None => SizeHint::with_exact(0),
        }
    }
}

impl Drop for Upload {
    /// Reads what the server no longer wants. A browser that is still sending when its connection is closed sees that, and not the
    /// response.
    fn drop(&mut self) {
        let rest = self.body.take().filter(|body| !body.is_end_stream());
        if let (Some(mut rest), Ok(runtime)) = (rest, Handle::try_current()) {
            runtime.spawn(async move { while let Some(Ok(_)) = rest.frame().await {} });
        }
    }
}

/// What the server sends.
pub(crate) struct Download {
    body: Incoming,
    account: Arc<Account>,
}

impl Download {
    pub(crate) fn new(body: Incoming, account: Arc<Account>) -> Self {
        Self { body, account }
    }
}

impl Body for Download {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Polled {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        match &frame {
            Some(Ok(frame)) => self.account.received(length(frame)),
            Some(Err(_)) => {}
            None => self.account.whole(),
        }
        Poll::Ready(frame.map(|frame| frame.map_err(io::Error::other)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Download {
    /// A body of known length is not asked for its end.
    fn drop(&mut self) {
        if self.body.is_end_stream() {
            self.account.whole();
        }
    }
}

fn length(frame: &Frame<Bytes>) -> usize {
    frame.data_ref().map_or(0, Bytes::len)
}
