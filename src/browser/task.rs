//! Work that goes on while the page is used.

/// Begins some work. It ends by itself; what it stands for, such as a request, has its own way to be stopped.
///
/// Boxed, since the machinery of the browser's promises would otherwise be made anew for each kind of work.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}
