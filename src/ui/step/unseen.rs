//! What nobody sees in a text that was typed: told before it is sent.

use crate::ui::later::later;
use leptos::prelude::*;
use playground_core::typed;

/// How much of a text is quoted to show a place in it, in characters.
const QUOTED: usize = 12;

later! {
    /// Names the first unseen character of a text, and offers to take all of them out; of a password, for which there is no text, only
    /// that there is one. Where, would say too much of it.
    pub(super) fn note(text: Option<String>, set: Callback<String>) in editors {
        let Some(text) = text else {
            return (view! {
                <p class="hint unseen-note" role="status">
                    "There is a space or a character that cannot be seen in this password. It is sent as you typed it."
                </p>
            })
            .into_any();
        };
        let told = told(&text);
        view! {
            <p class="hint unseen-note" role="status">
                {told} " It is sent as it is. "
                <button class="quiet" type="button" on:click=move |_| set.run(typed::bare(&text))>"Take it out"</button>
            </p>
        }
        .into_any()
    }
}

fn told(text: &str) -> String {
    if text.starts_with(' ') {
        return "There is a space at the beginning.".to_owned();
    }
    let Some(at) = text.find(typed::is_unseen) else {
        return "There is a space at the end.".to_owned();
    };
    let (before, after) = text.split_at(at);
    let unseen = after.chars().next().unwrap_or_default();
    let name = match unseen {
        '\u{a0}' | '\u{202f}' => "a no-break space".to_owned(),
        '\t' => "a tab".to_owned(),
        '\u{200b}' => "a space without width".to_owned(),
        '\u{feff}' => "a byte order mark".to_owned(),
        other => format!("a character that cannot be seen (U+{:04X})", other as u32),
    };
    let skipped = before.chars().count().saturating_sub(QUOTED);
    let quoted: String = before.chars().skip(skipped).collect();
    if quoted.is_empty() {
        format!("There is {name} at the beginning.")
    } else {
        format!("There is {name} after “{quoted}”.")
    }
}
