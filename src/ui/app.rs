//! The frame: top bar, rail, and the page that the address names.

use super::exchange::fetch_viewer;
use super::home::home;
use super::keyring::KeyringDialog;
use super::made::Made;
use super::practice_banner::PracticeBanner;
use super::proposal::proposal;
use super::rail::Rail;
use super::reference;
use super::requests::Requests;
use super::server_dialog::ServerDialog;
use super::session::Session;
use super::title;
use super::top_bar::TopBar;
use super::walkthrough;
use crate::browser::{clock, page, task, visits};
use crate::ui::dynamic::{dynamic, effect_after, memo, shown_when, words};
use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::route::Route;

/// How long what stands around a page waits for it, in milliseconds.
const FRAME_PATIENCE: u32 = 300;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::new(fetch_viewer);
    provide_context(session);
    let place = memo(move || session.address.with(|address| Screen::of(&address.route)));
    effect_after(move |before: Option<Screen>| {
        let place = place.get();
        title::set(place.title());
        // The first page is where the browser put the reader; every later one is announced by its heading.
        if before.is_some_and(|before| before != place) {
            session.moved.set(true);
            page::scroll_up_soon();
            page::focus_soon(walkthrough::heading(session));
            visits::scroll_back();
        }
        place
    });
    // What the address names comes first; what stands around it follows in the next frame. A walkthrough comes over the network, and
    // says itself when it stands; it is not waited for long.
    let framed = session.framed;
    let is_walkthrough = matches!(place.get_untracked(), Screen::Walkthrough(_));
    walkthrough::resume(session);
    task::spawn(async move {
        clock::painted().await;
        if is_walkthrough {
            clock::wait(FRAME_PATIENCE).await;
        }
        framed.set(true);
    });
    view! {
        <a class="skip" href="#main" on:click=|event| { event.prevent_default(); page::focus_soon("heading"); }>"Skip to the content"</a>
        <TopBar framed />
        <PracticeBanner />
        <div class="frame">
            {shown_when(move || framed.get(), || view! { <Rail /> })}
            <main id="main">
                {proposal()}
                {dynamic(move || { session.forgotten.track(); match place.get() {
                    Screen::Home => home(),
                    Screen::Requests => view! { <Requests /> }.into_any(),
                    Screen::Made => view! { <Made /> }.into_any(),
                    Screen::Walkthrough(index) => walkthrough::page(index),
                    Screen::Reference(of, id) => reference::page(of, id),
                    Screen::Nowhere => view! { <Nowhere /> }.into_any(),
                }})}
            </main>
        </div>
        {shown_when(move || framed.get(), || view! { <ServerDialog /> <KeyringDialog /> })}
        <p class="live" role="status" aria-live="polite">{words(move || session.said.get())}</p>
    }
}

/// A page of the playground, with what it shows found.
#[derive(Clone, PartialEq)]
enum Screen {
    Home,
    Requests,
    Made,
    Walkthrough(usize),
    /// What of the reference, and which of its operations.
    Reference(Option<String>, Option<String>),
    Nowhere,
}

impl Screen {
    fn of(route: &Route) -> Self {
        match route {
            Route::Home => Self::Home,
            Route::Requests => Self::Requests,
            Route::Made => Self::Made,
            Route::Walkthrough { id, .. } => CONTENTS
                .iter()
                .position(|w| w.id == id)
                .map_or(Self::Nowhere, Self::Walkthrough),
            Route::Reference { of, id } => Self::Reference(of.clone(), id.clone()),
            Route::Unknown => Self::Nowhere,
        }
    }

    fn title(&self) -> &'static str {
        match self {
            Self::Home => "Start",
            Self::Requests => "Requests sent",
            Self::Made => "Made by you",
            Self::Walkthrough(index) => CONTENTS
                .get(*index)
                .map_or("", |walkthrough| walkthrough.title),
            Self::Reference(..) => "Reference",
            Self::Nowhere => "Not found",
        }
    }
}

/// What an address shows that names nothing.
#[component]
fn Nowhere() -> impl IntoView {
    view! {
        <h1 id="heading" tabindex="-1">"There is nothing at this address"</h1>
        <p class="lede">"The link may be older than this page. " <a href="#/">"Go to the start page"</a> "."</p>
    }
}
