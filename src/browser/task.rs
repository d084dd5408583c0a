//! Work that goes on while the page is used.

use super::clock;

/// How long the page is kept busy at a time, in milliseconds. A frame takes 16.
pub const SPELL: f64 = 8.0;

/// Does work in steps of a millisecond or so, and lets the browser have its turn in between. A step returns whether it was
/// the last one.
pub async fn in_steps(mut step: Box<dyn FnMut() -> bool + '_>) {
    let mut rested = clock::monotonic_ms();
    while !step() {
        if clock::monotonic_ms() - rested > SPELL {
            clock::breathe().await;
            rested = clock::monotonic_ms();
        }
    }
}

/// Begins some work. It ends by itself; what it stands for, such as a request, has its own way to be stopped.
///
/// Boxed, since the machinery of the browser's promises would otherwise be made anew for each kind of work.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}
