//! The answer: as a tree, as the text that came, and its headers.

use super::copy::Copy;
use super::tabs::Tabs;
use super::tree::Tree;
use crate::http::{Answer, Exchange};
use crate::json::Document;
use crate::ui::dynamic::dynamic;
use crate::ui::session::StepKey;
use crate::ui::text;
use leptos::prelude::*;
use std::sync::Arc;

/// The longest text that is put into the page at once, in bytes.
const LONGEST: usize = 400_000;

/// The answer of an exchange. Nothing where there was none.
#[component]
pub(super) fn AnswerView(
    /// The step.
    key: StepKey,
    /// The exchange.
    exchange: Arc<Exchange>,
) -> impl IntoView {
    let is_json = exchange.answer()?.body.root().is_some();
    let chosen = RwSignal::new(usize::from(!is_json));
    let copied = exchange.clone();
    let whole = move || {
        copied
            .answer()
            .map(|answer| decoded(&answer.body))
            .unwrap_or_default()
    };
    Some(view! {
        <div class="tabs">
            <Tabs label="View of the answer" names=vec!["JSON", "Raw", "Headers"] chosen />
            <span class="grow"></span>
            <Copy label="Copy all" text=whole />
        </div>
        {dynamic(move || match chosen.get() {
            0 => view! { <Tree key exchange=exchange.clone() /> }.into_any(),
            1 => exchange.answer().map(raw).into_any(),
            _ => exchange.answer().map(headers).into_any(),
        })}
    })
}

fn decoded(body: &Document) -> String {
    String::from_utf8_lossy(body.bytes()).into_owned()
}

/// The text as it came, never as markup.
fn raw(answer: &Answer) -> impl IntoView + use<> {
    let bytes = answer.body.bytes();
    let shown = &bytes[..bytes.len().min(LONGEST)];
    let rest = (bytes.len() > LONGEST).then(|| {
        format!(
            "{} more are not shown here. “Copy all” has them.",
            text::bytes((bytes.len() - LONGEST) as u64)
        )
    });
    let empty = bytes.is_empty().then_some("The body is empty.");
    view! {
        <pre class="raw" tabindex="0" aria-label="The answer as text">{String::from_utf8_lossy(shown).into_owned()}</pre>
        <p class="quiet-wire">{rest} {empty}</p>
    }
}

fn headers(answer: &Answer) -> impl IntoView + use<> {
    let row = |(name, value): &(String, String)| {
        view! { <div><dt>{name.clone()}</dt><dd>{value.clone()}</dd></div> }
    };
    view! {
        <dl class="headers" tabindex="0">{answer.headers.iter().map(row).collect_view()}</dl>
        <p class="quiet-wire">
            "A browser shows a page only the headers that the server names for it; the others, such as x-ratelimit-remaining, came too but stay hidden."
        </p>
    }
}
