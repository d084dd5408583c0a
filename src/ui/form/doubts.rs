//! What SeaTable would not store of a row as it is written.

use leptos::prelude::*;
use playground_core::row::Doubt;
use playground_core::words;

/// The question before a row is sent; `send` sends it all the same.
pub(in crate::ui) fn question(doubts: &[Doubt], send: impl Fn() + Send + 'static) -> AnyView {
    view! {
        <div class="warning doubts" role="alert">
            <p>"Not sent yet. " {words::row::lead(doubts)}</p>
            {list(doubts)}
            <button type="button" on:click=move |_| send()>"Send anyway"</button>
        </div>
    }
    .into_any()
}

/// The same while the row is still being written.
pub(super) fn told(doubts: &[Doubt]) -> AnyView {
    view! {
        <div class="warning doubts" role="status">
            <p>{words::row::lead(doubts)}</p>
            {list(doubts)}
        </div>
    }
    .into_any()
}

fn list(doubts: &[Doubt]) -> AnyView {
    let doubts = doubts.iter();
    let doubts = doubts.map(|doubt| view! { <li>{words::row::doubt(doubt)}</li> });
    view! { <ul>{doubts.collect_view()}</ul> }.into_any()
}
