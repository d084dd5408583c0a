//! What only a browser can show, run in headless Chromium by wasm-bindgen's test runner.
//!
//! All tests share one page, and the lock lasts as long as a page does: each of them takes the runner's own address for
//! its server, or none.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by a panic"
)]

mod answer;
mod browser;
mod controls;
mod lock;
mod network;
mod stage;
mod walkthrough;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
