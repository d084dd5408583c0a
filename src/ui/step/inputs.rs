//! The fields of a step that asks the person for values.

use crate::auth;
use crate::ui::session::{Practice, StepKey, session};
use crate::walkthrough::Input;
use leptos::prelude::*;

/// The fields.
pub(super) fn form(key: StepKey, inputs: &'static [Input]) -> impl IntoView {
    let fields = inputs
        .iter()
        .enumerate()
        .map(|(place, input)| field(key, place, input));
    view! { <form class="fields" novalidate on:submit=|event| event.prevent_default()>{fields.collect_view()}</form> }
}

fn field(key: StepKey, place: usize, input: &'static Input) -> impl IntoView {
    let run = session().run(key.walkthrough);
    let text = Memo::new(move |_| run.with(|run| run.input(key.step, place).to_owned()));
    let visible = RwSignal::new(false);
    let id = format!("input-{}-{place}", key.step);
    let fault = Memo::new(move |_| {
        let kind = input.token?;
        let text = text.get();
        if text.trim().is_empty() {
            None
        } else {
            auth::accept(kind, &text).err().map(|fault| fault.text())
        }
    });
    let kind = move || {
        if input.secret && !visible.get() {
            "password"
        } else {
            "text"
        }
    };
    let typed =
        move |event| run.update(|run| run.set_input(key.step, place, event_target_value(&event)));
    view! {
        <div class="field">
            <label for=id.clone()>{input.title}</label>
            <div class="together">
                <input id=id.clone() type=kind autocomplete="off" spellcheck="false" autocapitalize="off"
                    prop:value=text on:input=typed
                    aria-invalid=move || fault.get().is_some().to_string() aria-describedby=format!("{id}-hint") />
                <Show when=move || input.secret>
                    <button type="button" aria-pressed=move || visible.get().to_string()
                        on:click=move |_| visible.update(|visible| *visible = !*visible)>
                        {move || if visible.get() { "Hide" } else { "Show" }}
                    </button>
                </Show>
            </div>
            <p class="hint" id=format!("{id}-hint")>{input.hint}</p>
            <p class="fault" role="alert">{fault}</p>
            {practice_button(key, place, input)}
        </div>
    }
}

/// Fills in the token of the practice SeaTable, where there is one.
fn practice_button(key: StepKey, place: usize, input: &'static Input) -> impl IntoView {
    let session = session();
    let run = session.run(key.walkthrough);
    move || {
        let Practice::On(credentials) = session.practice.get() else {
            return None;
        };
        let token = credentials.token(input.token?)?;
        let fill = move |_| {
            run.update(|run| run.set_input(key.step, place, token.reveal().to_owned()));
            session.say("The practice token is filled in.");
        };
        Some(view! { <button type="button" on:click=fill>"Fill in the practice token"</button> })
    }
}
