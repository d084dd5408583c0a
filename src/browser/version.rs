//! Whether the host has another version of the page than the one that runs.

use super::page::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// Asks the host for the page, past the browser's cache, and whether it names another module than the one that runs. False where
/// it can't tell.
pub async fn is_newer_there() -> bool {
    let (Some(own), Some(text)) = (own(), fetched().await) else {
        return false;
    };
    text.contains("data-wasm") && !text.contains(&own)
}

/// The module that runs, as the page names it.
fn own() -> Option<String> {
    let script = document()?.query_selector("script[data-wasm]").ok()??;
    script.get_attribute("data-wasm")
}

async fn fetched() -> Option<String> {
    let window = window()?;
    let address = window.location().pathname().ok()?;
    let init = RequestInit::new();
    init.set_cache(RequestCache::NoStore);
    let response = JsFuture::from(window.fetch_with_str_and_init(&address, &init)).await;
    let response: Response = response.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    text.as_string().filter(|_| response.ok())
}
