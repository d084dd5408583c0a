//! The request as code in several languages, secrets left out.
//!
//! It begins with curl. What writes the others is fetched when one of them is chosen.

use super::copy::Copy;
use super::tabs::{Tabs, panel};
use crate::browser::{clock, page, sight, task};
use crate::ui::dynamic::{Memo, dynamic, effect, effect_after, memo, shown_when, truth};
use crate::ui::later::{failed, later};
use crate::ui::session::Sketch;
use leptos::prelude::*;
use playground_core::http::PreparedRequest;
use playground_core::snippet::{self, Class, Language, Snippet, render};

/// The id of what the chosen language shows.
const PANEL: &str = "code";

/// What has all of it, and may be scrolled.
const CODE: &str = ".code";

/// What it stands in, with the response.
const WIRE: &str = ".wire";

/// Writes a request in a language.
type Write = fn(Language, &PreparedRequest) -> Snippet;

later! {
    /// Fetches what writes requests in any language.
    async fn writer() -> Write, render in samples;
}

/// The request as code.
#[component]
pub(super) fn Code(
    /// The request.
    sketch: Memo<Option<Sketch>>,
) -> impl IntoView {
    let chosen = RwSignal::new(0);
    let write = RwSignal::new(None::<Write>);
    let snippet = memo(move || {
        let language = *Language::ALL.get(chosen.get())?;
        let write: Write = match language {
            Language::Curl => |_, request| snippet::curl(request),
            _ => write.get()?,
        };
        sketch.with(|sketch| Some(write(language, &sketch.as_ref()?.request)))
    });
    let text =
        move || snippet.with(|snippet| snippet.as_ref().map(Snippet::text).unwrap_or_default());
    let is_written = memo(move || chosen.get() == 0 || write.with(Option::is_some));
    let missing = RwSignal::new(false);
    effect(move || {
        if !is_written.get() && !missing.get() {
            task::spawn(async move {
                // Nothing is to be told where the place is gone by now.
                let _ = match writer().await {
                    Ok(code) => write.try_set(Some(code)).is_some(),
                    Err(_) => missing.try_set(true).is_some(),
                };
            });
        }
    });
    let code = move || {
        if is_written.get() {
            let pieces = dynamic(move || snippet.with(|snippet| snippet.as_ref().map(pieces)));
            view! {
                <pre class="code" tabindex="0" aria-label="The request as code" on:keydown=|event| page::select_all_in(&event)>
                    <code>{pieces}</code>
                </pre>
            }
            .into_any()
        } else if missing.get() {
            failed(missing)
        } else {
            view! { <p class="later">"Loading …"</p> }.into_any()
        }
    };
    view! {
        <div class="tabs">
            <Tabs of=PANEL label="Language" names=Language::ALL.iter().map(|language| language.name()).collect() chosen />
            <span class="grow"></span>
            {dynamic(move || is_written.get().then(|| view! { <Copy label="Copy" text /> }))}
        </div>
        {panel(PANEL, chosen, dynamic(code))}
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

/// Where a response leaves the code too little room: the button that shows all of it. To be called in the part `viewer`.
pub(super) fn all() -> AnyView {
    let is_cut = RwSignal::new(false);
    let whole = RwSignal::new(false);
    clock::later(0, move || {
        let _ = is_cut.try_set(sight::is_cut(CODE));
    });
    effect_after(move |before: Option<()>| {
        let whole = whole.get();
        if before.is_some() {
            sight::set_class(WIRE, "whole", whole);
        }
    });
    on_cleanup(|| sight::set_class(WIRE, "whole", false));
    shown_when(
        move || is_cut.get(),
        move || {
            view! {
                <button class="all" type="button" aria-pressed=truth(move || whole.get()) on:click=move |_| whole.update(|whole| *whole = !*whole)>
                    "Show all of the request"
                </button>
            }
        },
    )
}
