//! Prose of a walkthrough and of the reference. The only place where markup is inserted as such: it is a constant that the build made from
//! CommonMark and checked; nothing that a server or a person wrote can come here.

use leptos::prelude::*;

/// Shows prose.
#[component]
pub(super) fn Prose(
    /// The markup, a constant of the build.
    html: &'static str,
) -> impl IntoView {
    view! { <div class="prose" inner_html=html></div> }
}

/// Shows a sentence with code in it.
#[component]
pub(super) fn Inline(
    /// The markup, a constant of the build.
    html: &'static str,
) -> impl IntoView {
    view! { <span inner_html=html></span> }
}
