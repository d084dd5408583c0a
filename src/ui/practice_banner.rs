//! The banner that says, all the time, that this is practice.

use super::session::{Practice, session};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;
use playground_core::http::Server;
use playground_core::words;

/// The banner. Nothing where the server is a real one.
#[component]
pub(super) fn PracticeBanner() -> impl IntoView {
    let session = session();
    dynamic(move || {
        let in_page = session.server.with(Server::is_in_page);
        let text = match session.practice.get() {
            Practice::Off => return None,
            Practice::Loading => "Loading the practice SeaTable …".to_owned(),
            Practice::Unavailable => {
                "The practice SeaTable could not be loaded. Reload the page and switch it on again."
                    .to_owned()
            }
            Practice::On(_) if in_page => {
                "A simulated SeaTable in this page. No request leaves your browser, and a reload clears what you write."
                    .to_owned()
            }
            Practice::On(_) => words::server::own_practice(session.server.get().host()),
        };
        Some(
            view! { <aside class="practice-banner" aria-label="Practice"><b>"Practice"</b>{text}</aside> },
        )
    })
}
