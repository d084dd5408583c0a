//! The permission to reach the local network, which browsers ask a person for.

use super::{location, page};
use js_sys::{Object, Reflect};
use playground_core::http::{host_of, is_nearby};
use std::cell::Cell;
use std::pin::Pin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Its names: one at first, now one for the network and one for this device.
const LOCAL_NETWORK: [&str; 3] = ["local-network-access", "local-network", "loopback-network"];

/// Finds out whether it was denied; see [`denied`].
type Ask = fn(String) -> Pin<Box<dyn Future<Output = Option<bool>>>>;

thread_local! {
    static ASK: Cell<Option<Ask>> = const { Cell::new(None) };
}

/// Has failed requests be held against the permission. It comes with what takes responses in; until then a failure has no reason.
pub fn install() {
    ASK.set(Some(|origin| Box::pin(find(origin))));
}

/// Whether the page was denied the local network; where it was, whether that keeps it from this origin.
pub(super) async fn denied(origin: &str) -> Option<bool> {
    ASK.get()?(origin.to_owned()).await
}

async fn find(origin: String) -> Option<bool> {
    for name in LOCAL_NETWORK {
        if state(name).await.is_some_and(|state| state == "denied") {
            // In the local network itself, the page needs no permission: a server there is no nearer than it.
            return Some(is_nearby(host_of(&origin)) && !is_nearby(host_of(&location::origin())));
        }
    }
    None
}

/// Returns the state of a permission; `None` if the browser does not know it.
pub(super) async fn state(name: &str) -> Option<String> {
    let permissions = page::window()?.navigator().permissions().ok()?;
    let descriptor = Object::new();
    Reflect::set(&descriptor, &"name".into(), &JsValue::from_str(name)).ok()?;
    let status = JsFuture::from(permissions.query(&descriptor).ok()?)
        .await
        .ok()?;
    Reflect::get(&status, &"state".into()).ok()?.as_string()
}
