//! Light, dark, or as the system wants it.

use super::icon;
use super::session::session;
use crate::browser::page;
use crate::browser::storage::{self, Keep};
use crate::ui::dynamic::{effect, value, words};
use leptos::prelude::*;

const KEPT_THEME: &str = "theme";

/// Steps through the three themes.
#[component]
pub(super) fn ThemeButton() -> impl IntoView {
    let session = session();
    let theme = RwSignal::new(storage::get(Keep::Settings, KEPT_THEME).unwrap_or_default());
    effect(move || {
        theme.with(|theme| page::set_theme(Some(theme.as_str()).filter(|t| !t.is_empty())));
    });
    let step = move |_| {
        let next = match theme.get_untracked().as_str() {
            "" => "light",
            "light" => "dark",
            _ => "",
        };
        if next.is_empty() {
            storage::remove(Keep::Settings, KEPT_THEME);
        } else {
            storage::set(Keep::Settings, KEPT_THEME, next);
        }
        theme.set(next.to_owned());
        session.say(name(next));
    };
    view! {
        <button class="bar-button" type="button" on:click=step title=value(move || theme.with(|theme| name(theme)))>
            {icon::theme()} <span class="unseen">{words(move || theme.with(|theme| name(theme)))}</span>
        </button>
    }
}

fn name(theme: &str) -> &'static str {
    match theme {
        "light" => "Theme: light",
        "dark" => "Theme: dark",
        _ => "Theme: system",
    }
}
