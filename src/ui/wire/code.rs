//! The request as code in several languages, secrets left out.

use super::copy::Copy;
use super::tabs::Tabs;
use crate::browser::page;
use crate::snippet::{self, Class, Language, Snippet};
use crate::ui::dynamic::{dynamic, memo};
use crate::ui::step::Drafted;
use leptos::prelude::*;

/// The request as code.
#[component]
pub(super) fn Code(
    /// The draft of the request.
    drafted: Drafted,
) -> impl IntoView {
    let chosen = RwSignal::new(0);
    let snippet = memo(move || {
        let language = Language::ALL.get(chosen.get())?;
        drafted.shown.with(|request| {
            request
                .as_ref()
                .map(|request| snippet::render(*language, request))
        })
    });
    let text =
        move || snippet.with(|snippet| snippet.as_ref().map(Snippet::text).unwrap_or_default());
    view! {
        <div class="tabs">
            <Tabs label="Language" names=Language::ALL.iter().map(|language| language.name()).collect() chosen />
            <span class="grow"></span>
            <Copy label="Copy" text />
        </div>
        <pre class="code" tabindex="0" aria-label="The request as code" on:keydown=|event| page::select_all_in(&event)><code>
            {dynamic(move || snippet.with(|snippet| snippet.as_ref().map(pieces)))}
        </code></pre>
    }
}

fn pieces(snippet: &Snippet) -> impl IntoView + use<> {
    let piece = |piece: &snippet::Piece| {
        let class = match piece.class {
            Class::Plain => "",
            Class::Keyword => "k",
            Class::String => "s",
            Class::Name => "n",
            Class::Number => "m",
            Class::Variable => "v",
        };
        view! { <span class=class>{piece.text.clone()}</span> }
    };
    snippet.pieces().iter().map(piece).collect_view()
}
