//! Work that goes on while the page is used.

use super::clock;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;

/// How long the page is kept busy at a time, in milliseconds. A frame takes 16.
pub const TIME_SLICE_MS: f64 = 8.0;

/// Does work in steps of a millisecond or so, and lets the browser have its turn in between. A step returns whether it was
/// the last one.
pub async fn in_steps(mut step: Box<dyn FnMut() -> bool + '_>) {
    let mut rested = clock::monotonic_ms();
    while !step() {
        if clock::monotonic_ms() - rested > TIME_SLICE_MS {
            clock::breathe().await;
            rested = clock::monotonic_ms();
        }
    }
}

/// Begins some work. It ends by itself; what it stands for, such as a request, has its own way to be stopped.
///
/// Boxed, since the machinery of the browser's promises would otherwise be made again for each kind of work.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

/// Waits for both of these, which go on at the same time.
pub async fn both<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(move |context| {
        if first.is_none()
            && let Poll::Ready(done) = one.as_mut().poll(context)
        {
            first = Some(done);
        }
        if second.is_none()
            && let Poll::Ready(done) = other.as_mut().poll(context)
        {
            second = Some(done);
        }
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (one, other) => {
                (first, second) = (one, other);
                Poll::Pending
            }
        }
    })
    .await
}

/// Some work that is waited for, kept apart so that it can be waited for again.
pub type Work<T> = Pin<Box<dyn Future<Output = T>>>;

/// Waits for the first of these. The work that is left can be waited for again.
pub async fn first<T>(one: &mut Work<T>, other: &mut Work<()>) -> Option<T> {
    poll_fn(|context| match one.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => other.as_mut().poll(context).map(|()| None),
    })
    .await
}
