//! The form of a request: the address line, the token, the fields, and Send.

use super::draft::Drafted;
use super::field;
use crate::browser::page;
use crate::catalogue::{Field, Method};
use crate::http::At;
use crate::route::Route;
use crate::ui::dynamic::{dynamic, flag, memo, shown_when, truth, value, words};
use crate::ui::session::{StepKey, session};
use crate::ui::text;
use crate::walkthrough::{ALL, Call, Origin, Status};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The form.
pub(super) fn form(key: StepKey, call: &'static Call, drafted: Drafted) -> impl IntoView {
    let session = session();
    let run = session.run(key.walkthrough);
    let send = move || {
        let is_waiting = run.with_untracked(|run| !run.missing(key.step).is_empty());
        match drafted.prepared.get_untracked() {
            Some(Ok(request)) if !is_waiting => session.send(key, request),
            _ => {
                // The first field at fault, or the link to the step that has to come before this one.
                drafted.tried.set(true);
                let form = form_id(key);
                page::focus_first(format!("#{form} [aria-invalid=true], #{form} .needs a"));
            }
        }
    };
    let pressed = move |event: KeyboardEvent| {
        if page::is_send_key(&event) {
            event.prevent_default();
            send();
        }
    };
    // What the walkthrough fills or the operation needs stands open; the rest waits folded.
    let (main, optional): (Vec<_>, Vec<_>) = call
        .operation
        .fields
        .iter()
        .enumerate()
        .partition(|(i, field)| is_main(call, *i, field));
    let count = optional.len();
    let rows = |fields: Vec<(usize, &'static Field)>| {
        fields
            .into_iter()
            .map(|(i, field)| field::row(key, i, field, drafted))
            .collect_view()
    };
    view! {
        <form class="fields" id=form_id(key) novalidate on:keydown=pressed
            on:submit=move |event| { event.prevent_default(); send(); }>
            {address_line(call)}
            {credential(key, call, drafted)}
            {rows(main)}
            {(count > 0).then(|| view! {
                <details class="optional">
                    <summary>{if count == 1 { "1 optional value".to_owned() } else { format!("{count} optional values") }}</summary>
                    {rows(optional)}
                </details>
            })}
            {needs(key)}
            {send_line(key, call)}
        </form>
    }
}

fn form_id(key: StepKey) -> String {
    format!("form-{}-{}", key.walkthrough, key.step)
}

fn is_main(call: &Call, place: usize, field: &Field) -> bool {
    field.required || call.presets.iter().any(|preset| preset.field == place)
}

/// Method and path, the parameters marked.
fn address_line(call: &'static Call) -> impl IntoView {
    let method = call.operation.method;
    let mut parts = Vec::new();
    let mut rest: &'static str = &call.operation.path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        parts.push(view! { <span>{before}</span> }.into_any());
        parts.push(view! { <mark>{format!("{{{name}}}")}</mark> }.into_any());
        rest = after;
    }
    parts.push(view! { <span>{rest}</span> }.into_any());
    view! { <p class="address"><b class="verb" data-method=method.as_str()>{method.as_str()}</b> <code>{parts}</code></p> }
}

/// The token, masked, and where it comes from.
fn credential(key: StepKey, call: &'static Call, drafted: Drafted) -> impl IntoView {
    let run = session().run(key.walkthrough);
    let kind = call.operation.token?;
    let here = memo(move || run.with(|run| run.credential(key.step).is_some()));
    let fault = move || field::fault(drafted, At::Token);
    Some(view! {
        <div class="field">
            <p class="label">
                {kind.name()} {call.credential.map(|from| field::chip(key, Origin::Step(from)))}
            </p>
            <p class="masked">{words(move || if here.get() { "••••••••••••••••" } else { "not there yet" })}</p>
            <p class="fault" role="alert">{words(move || fault().unwrap_or_default())}</p>
        </div>
    })
}

/// Names the steps that have to come first, and leads there.
fn needs(key: StepKey) -> impl IntoView {
    let run = session().run(key.walkthrough);
    let missing = memo(move || run.with(|run| run.missing(key.step)));
    dynamic(move || {
        let missing = missing.get();
        let walkthrough = ALL.get(key.walkthrough)?;
        let first = missing.first()?.from.step;
        let names: Vec<_> = missing
            .iter()
            .filter(|m| m.from.step == first)
            .map(|m| m.label)
            .collect();
        let title = walkthrough.steps.get(first)?.title;
        let link = Route::Walkthrough {
            id: walkthrough.id.into(),
            step: Some(first + 1),
        }
        .to_string();
        Some(view! {
            <p class="needs" role="note">
                "First do " <a href=link>{format!("step {}, “{title}”", first + 1)}</a>
                {format!(": it gives {}.", names.join(", "))}
            </p>
        })
    })
}

/// Send, or Cancel while it goes; and where it goes.
fn send_line(key: StepKey, call: &'static Call) -> impl IntoView {
    let session = session();
    let run = session.run(key.walkthrough);
    let status = memo(move || run.with(|run| run.status(key.step)));
    let waiting = memo(move || run.with(|run| !run.missing(key.step).is_empty()));
    let keys = if page::has_command_key() {
        "⌘ ⏎"
    } else {
        "Ctrl ⏎"
    };
    let done = move || status.get() == Status::Done;
    let goes = move || {
        let name = session.server.with(text::server_name);
        if session.server.with(crate::http::Server::is_in_page) {
            "Goes to the practice SeaTable in this page.".to_owned()
        } else {
            format!("Goes straight to {name}. Nothing else can be reached from this page.")
        }
    };
    view! {
        <div class="send">
            {shown_when(move || status.get() != Status::Sending, move || view! {
                <button class="primary" class:again=flag(done) type="submit" aria-disabled=truth(move || waiting.get())>
                    {words(move || if done() { "Send again" } else { "Send" })} <kbd>{keys}</kbd>
                </button>
            })}
            {shown_when(move || status.get() == Status::Sending, move || view! {
                <button class="cancel" type="button" on:click=move |_| session.cancel(key)>"Cancel"</button>
            })}
            {progress(key)}
            <span class="hint">{words(goes)}</span>
        </div>
        {(call.operation.method == Method::Delete).then(|| view! { <p class="hint">"This removes something for good."</p> })}
    }
}

/// How far a large upload is.
fn progress(key: StepKey) -> impl IntoView {
    let progress = session().progress;
    let counts = memo(move || {
        let progress = progress.get().filter(|(whose, ..)| *whose == key);
        progress.map(|(_, sent, total)| (sent, total))
    });
    let of = move || counts.get().unwrap_or_default();
    let told = value(move || match of() {
        (sent, total) if sent < total => format!("{} of {}", text::bytes(sent), text::bytes(total)),
        _ => "All is sent. The server is at work.".to_owned(),
    });
    shown_when(
        move || counts.get().is_some(),
        move || {
            view! {
                <progress aria-label="sent" max=value(move || of().1.to_string()) value=value(move || of().0.to_string())></progress>
                <span class="hint">{words(move || told.get())}</span>
            }
        },
    )
}
