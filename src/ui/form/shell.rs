//! The form element, and what its Send does. Keys press the same button (`src/browser/keys.rs`).

use super::FormOf;
use crate::browser::page;
use crate::ui::session::{DeskId, Sketch};
use leptos::prelude::*;
use playground_core::http::PreparedRequest;
use playground_core::walkthrough::Status;

/// What is done with a request that can be sent.
pub(in crate::ui) type Press = Box<dyn Fn(PreparedRequest) + Send + Sync>;

/// The form around its content. What cannot be sent leads to the first field at fault, or to the link to what has to come before.
pub(in crate::ui) fn shell(of: FormOf, press: Press, content: AnyView) -> AnyView {
    let send = move || {
        // Send is there while its request is under way, and means nothing then.
        if untrack(|| of.form().status()) == Status::Sending {
            return;
        }
        let request = |sketch: &Option<Sketch>| sketch.as_ref()?.sendable().cloned();
        let is_waiting = untrack(|| of.form().is_waiting());
        match of.drafted.sketch.with_untracked(request) {
            Some(request) if !is_waiting => press(request),
            _ => {
                of.drafted.tried.set(true);
                let form = id(of.desk);
                page::focus_first(format!(
                    "#{form} [aria-invalid=true], #{form} .needs a, #{form} .lacks button"
                ));
            }
        }
    };
    view! {
        <form class="fields" id=id(of.desk) novalidate autocapitalize="off"
            on:submit=move |event| { event.prevent_default(); send(); }>
            {content}
        </form>
    }
    .into_any()
}

/// The id of the form of a desk.
pub(in crate::ui) fn id(desk: DeskId) -> String {
    desk.element("form")
}
