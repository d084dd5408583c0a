//! The first page: what this is, how to begin, the walkthroughs, and the promise with how to check it.

mod begin;

use super::session::session;
use super::sheets;
use super::walkthrough;
use crate::browser::{clock, page, task};
use crate::ui::dynamic::shown_when;
use crate::ui::later::later;
use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::route::Route;

later! {
    /// The first page. Who comes by a link to another one does without.
    pub(super) fn home() in home {
        first_page()
    }
}

fn first_page() -> impl IntoView {
    sheets::home();
    // Who has gone there from another page is told by its heading, however late it comes.
    if session().moved.get_untracked() {
        page::focus_soon("heading");
    }
    // What is below the fold comes with the part that the page fetches then anyway; a walkthrough is where most go from here.
    let quiet = RwSignal::new(false);
    task::spawn(async move {
        clock::quiet().await;
        let _ = quiet.try_set(true);
        let _ = walkthrough::drawer().await;
    });
    view! {
        <h1 id="heading" tabindex="-1">"Try SeaTable's API right here"</h1>
        <p class="lede">
            "Follow a walkthrough, send real requests from this page, read the raw responses, and take the code with you."
        </p>
        {begin::begin()}
        <h2>"Walkthroughs"</h2>
        <ol class="cards">
            {CONTENTS.iter().map(|walkthrough| view! {
                <li>
                    <a class="card" href=Route::walkthrough(walkthrough.id).to_string()>
                        <b>{walkthrough.title}</b>
                        <span>{walkthrough.summary}</span>
                        <small>{walkthrough.count()} " steps"</small>
                    </a>
                </li>
            }).collect_view()}
        </ol>
        <h2>"Reference"</h2>
        <p>
            "Every operation of SeaTable's API has a page with a form that sends it. " <a href="#/reference">"See all operations"</a>
        </p>
        {shown_when(move || quiet.get(), promise)}
    }
}

later! {
    /// The promise, each sentence with the way to check it. It is below the fold.
    fn promise() in answers {
        promised()
    }
}

fn promised() -> impl IntoView {
    view! {
        <section class="promise">
            <h2>"Nothing you enter leaves your browser, except to your server"</h2>
            <dl>
                <dt>"One server, held by the browser"</dt>
                <dd>
                    "Before its first request, this page has the browser refuse every address but its own and your server's. "
                    "No script can lift that before a reload. Browsers have no such rule for links that you follow, "
                    "or for direct connections between browsers (WebRTC); this page makes none."
                </dd>
                <dt>"No middleman"</dt>
                <dd>
                    "No server but your own gets a request: no statistics, no files from others. To check, send one with your "
                    "browser's network panel open. The " <a href="#/requests">"list of requests"</a> " shows the same."
                </dd>
                <dt>"Nothing stored"</dt>
                <dd>
                    "Tokens and passwords are in this page's memory only: never stored, never part of an address, and gone "
                    "when you close or reload the tab."
                </dd>
                <dt>"No link acts"</dt>
                <dd>"Opening a link to this page sends nothing and chooses no server. You press Send."</dd>
            </dl>
        </section>
    }
}
