//! The form that takes another server, and the question that comes before a doubtful one.

use super::session::{Session, session};
use crate::browser::{host, location, page};
use crate::ui::dynamic::{dynamic, memo, shown_when, truth, words};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use playground_core::http::{Entered, Question, Server, ServerFault};
use playground_core::words;

/// Reads what was entered for a server.
pub(super) fn read(text: &str) -> Result<Entered, ServerFault> {
    Entered::read(text, host::to_ascii)
}

/// Names what a button does to a locked page.
pub(super) fn with_reload(words: &str, locked: bool) -> String {
    if locked {
        format!("{words} (reloads the page)")
    } else {
        words.to_owned()
    }
}

/// Takes the address of another server. Closes the dialog of that id when it has one.
#[component]
pub(super) fn ServerForm(
    /// The dialog that it stands in.
    dialog: &'static str,
) -> impl IntoView {
    let session = session();
    let typed = RwSignal::new(String::new());
    // Whether the person has pressed the button since: what is wrong or doubtful is said then.
    let tried = RwSignal::new(false);
    let entered = memo(move || typed.with(|text| read(text)));
    let take = Callback::new(move |server: Server| {
        let base = entered
            .get_untracked()
            .ok()
            .and_then(|entered| entered.base);
        typed.set(String::new());
        tried.set(false);
        page::close_dialog(dialog);
        session.take(server, base.as_ref());
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match entered.get_untracked() {
            Ok(Entered {
                server,
                question: None,
                ..
            }) => take.run(server),
            _ => tried.set(true),
        }
    };
    let input = move |event| {
        tried.set(false);
        typed.set(event_target_value(&event));
    };
    let fault = move || tried.get().then(|| entered.get().err()).flatten();
    view! {
        <form on:submit=submit novalidate autocapitalize="off">
            <label for="server-address">"Another server"</label>
            <div class="together">
                <input id="server-address" type="text" inputmode="url" autocomplete="off"
                    placeholder="cloud.seatable.io, or the address of an open base" prop:value=move || typed.get() on:input=input
                    aria-invalid=truth(move || fault().is_some()) aria-describedby="server-fault server-way" />
                <button class="primary" type="submit">{words(move || with_reload("Use it", session.locked.get()))}</button>
            </div>
            <p class="fault" id="server-fault" role="alert">{words(move || fault().map_or("", words::server::fault))}</p>
            <p class="hint" id="server-way">{words(move || entered.get().map_or_else(|_| String::new(), |entered| way(&entered)))}</p>
            {dynamic(move || {
                let entered = entered.get().ok().filter(|_| tried.get())?;
                let question = entered.question?;
                Some(view! {
                    <div class="warning question" role="alert">{choices(&question, entered.server.host(), take)}</div>
                })
            })}
            {recent(session, take)}
            {shown_when(move || session.locked.get(), || view! {
                <p class="hint">"A reload forgets tokens, responses, progress and what you typed."</p>
            })}
        </form>
    }
}

/// Says where requests would go, and what else the address tells.
fn way(entered: &Entered) -> String {
    let origin = entered.server.origin();
    let is_plain = entered.server.takes_practice_tokens() && origin.starts_with("http://");
    words::server::way(
        entered,
        is_plain && location::origin().starts_with("https://"),
    )
}

/// What is doubtful about the server of a host, and a button for each server to choose from.
pub(super) fn choices(question: &Question, host: &str, take: Callback<Server>) -> AnyView {
    let session = session();
    let told = words::server::doubt(question.doubt, host, &location::origin());
    let servers = question.choices.iter().cloned().enumerate();
    let buttons = servers.map(|(place, server)| {
        let words = with_reload(
            &format!("Use {}", server.origin()),
            session.locked.get_untracked(),
        );
        view! {
            <button type="button" class:primary=place == 0 on:click=move |_| take.run(server.clone())>{words}</button> " "
        }
    });
    view! { <p>{told}</p> {buttons.collect_view()} }.into_any()
}

/// Offers the servers that were in use before.
fn recent(session: Session, take: Callback<Server>) -> AnyView {
    dynamic(move || {
        session.forgotten.track();
        let now = session.server.get();
        let mut others = session.recent();
        others.retain(|server| server.origin() != now.origin());
        let buttons = others.into_iter().map(|server| {
            let words = with_reload(server.origin(), session.locked.get());
            view! { <button type="button" on:click=move |_| take.run(server.clone())>{words}</button> " " }
        });
        let buttons = buttons.collect_view();
        (!buttons.is_empty())
            .then(|| view! { <p class="recent">"Chosen in this tab before: " {buttons}</p> })
    })
}
