//! The page: Leptos components over the pure parts.
//!
//! A component draws and reports what the person does; what follows from it is decided in the pure modules and carried out by
//! [`session::Session`].

#![allow(
    clippy::needless_pass_by_value,
    unreachable_pub,
    reason = "the component macro makes functions that own their properties, and public types for those"
)]

mod app;
mod connection;
mod dynamic;
mod exchange;
mod form;
mod home;
mod icon;
mod keyring;
mod later;
mod made;
mod memo;
mod newer;
mod outcome;
mod practice_banner;
mod proposal;
mod prose;
mod rail;
mod reference;
mod relayed;
mod requests;
mod server_dialog;
mod server_form;
mod session;
mod sheets;
mod step;
mod text;
mod theme;
mod title;
mod top_bar;
mod walkthrough;

use crate::browser::{composing, files, lock, page, panic, translation};
pub use app::App;

/// Mounts the page in place of the splash.
pub fn start() {
    panic::install();
    lock::watch();
    files::keep_page();
    composing::watch();
    translation::watch();
    page::remove("splash");
    leptos::mount::mount_to_body(App);
}
