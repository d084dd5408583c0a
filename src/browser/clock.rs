//! The clocks of the browser.

use js_sys::Promise;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Returns the milliseconds since some moment in the past; never goes backwards.
pub fn monotonic_ms() -> f64 {
    super::page::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |p| p.now())
}

/// Returns the milliseconds since 1970.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Returns by how many minutes the clock on the wall is behind UTC here, at the moment when it shows this.
#[expect(clippy::cast_possible_truncation, reason = "a day has 1,440 minutes")]
pub fn minutes_behind(wall: &str) -> i32 {
    let minutes = js_sys::Date::new(&wall.into()).get_timezone_offset();
    if minutes.is_nan() { 0 } else { minutes as i32 }
}

/// A call that is yet to come. Dropping it calls it off.
pub struct Timer {
    id: Option<i32>,
    _call: Closure<dyn FnMut()>,
}

/// Calls back once, after so many milliseconds.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
    let call = RefCell::new(Some(call));
    let closure = Closure::new(move || {
        if let Some(call) = call.borrow_mut().take() {
            call();
        }
    });
    let id = super::page::window().and_then(|window| {
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                closure.as_ref().unchecked_ref(),
                i32::try_from(milliseconds).unwrap_or(i32::MAX),
            )
            .ok()
    });
    Timer { id, _call: closure }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(id), Some(window)) = (self.id, super::page::window()) {
            window.clear_timeout_with_handle(id);
        }
    }
}

/// Calls back once, after so many milliseconds, without a way to call it off.
pub fn later(milliseconds: u32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = super::page::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            call.unchecked_ref(),
            i32::try_from(milliseconds).unwrap_or(i32::MAX),
        );
    }
}

/// Lets the browser draw and take input, and goes on at once after that: a timer would wait for some milliseconds.
pub async fn breathe() {
    let Ok(channel) = MessageChannel::new() else {
        return turn().await;
    };
    let came = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    if channel.port2().post_message(&JsValue::UNDEFINED).is_ok() {
        // This promise is never rejected.
        let _ = JsFuture::from(came).await;
    }
    channel.port1().close();
}

/// Waits until the browser has done what it had queued by now.
pub async fn turn() {
    wait(0).await;
}

/// Waits so many milliseconds.
pub async fn wait(milliseconds: u32) {
    let over = Promise::new(&mut |resolve, _| {
        later(milliseconds, move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
    });
    // This promise is never rejected.
    let _ = JsFuture::from(over).await;
}

/// How long a frame may take to come, in milliseconds. None comes while the page is hidden.
const FRAME: u32 = 100;

/// Waits until what was changed is on the screen, or would be if the page were seen.
pub async fn painted() {
    let frame = Promise::new(&mut |resolve, _| {
        if let Some(window) = super::page::window() {
            let _ = window.request_animation_frame(&resolve);
        }
        later(FRAME, move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
    });
    // This promise is never rejected.
    let _ = JsFuture::from(frame).await;
    // The frame is drawn after those who waited for it.
    breathe().await;
}

/// How long nothing has to be begun before the page counts as quiet, in milliseconds.
const QUIET: u32 = 2_000;

/// How long the browser may then have something else to do, in milliseconds. Chromium calls nobody back after a click until it draws
/// a frame, and where the click changes nothing more, it draws none.
const BUSY: u32 = 2_000;

/// Waits until what the page shows first has been there for a while and the browser has nothing else to do.
pub async fn quiet() {
    wait(QUIET).await;
    let idle = Promise::new(&mut |resolve, _| {
        let asked = super::page::window().map(|window| window.request_idle_callback(&resolve));
        // Safari has no such callback.
        if !matches!(asked, Some(Ok(_))) {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
        later(BUSY, move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
    });
    // This promise is never rejected.
    let _ = JsFuture::from(idle).await;
}
