//! What nobody sees in a text that was typed: told before it is sent.

use crate::ui::later::later;
use leptos::prelude::*;
use playground_core::typed;
use playground_core::words;

/// How much of a text is quoted to show a place in it, in characters.
const QUOTED: usize = 12;

later! {
    /// Names the first unseen character of a text, and offers to take all of them out; of a password, for which there is no text, only
    /// that there is one. Where, would say too much of it.
    pub(in crate::ui) fn note(text: Option<String>, set: Callback<String>) in editors {
        let Some(text) = text else {
            return (view! {
                <p class="hint unseen-note" role="status">
                    "This password has a space or an invisible character in it. It is sent as you typed it."
                </p>
            })
            .into_any();
        };
        let told = match typed::bare(&text).is_empty() {
            true => words::field::NOTHING_SEEN.to_owned(),
            false => [&words::field::unseen(&typed::first_unseen(&text, QUOTED)), " It is sent as it is."].concat(),
        };
        view! {
            <p class="hint unseen-note" role="status">
                {told} " "
                <button class="quiet" type="button" on:click=move |_| set.run(typed::bare(&text))>"Remove it"</button>
            </p>
        }
        .into_any()
    }
}
