//! The form of a request: the address line, the token, the fields, and Send.

use super::draft::Drafted;
use super::{columns_editor, doubt, field, row_editor, token};
use crate::browser::{page, relay, task};
use crate::ui::dynamic::{dynamic, flag, memo, shown_when, truth, value, words};
use crate::ui::later::later;
use crate::ui::newer;
use crate::ui::session::{DeskId, Session, Sketch, StepKey, Transfer, session};
use crate::walkthroughs::ALL;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use playground_core::catalogue::{Field, FieldPath, Harm, Operation, Role};
use playground_core::typed;
use playground_core::walkthrough::{Call, Preset, RowField, Status};
use playground_core::words;
use playground_core::words::size;

/// The form.
pub(super) fn form(key: StepKey, call: &'static Call, drafted: Drafted) -> impl IntoView {
    let session = session();
    let run = session.run(key);
    let asked = doubt::Asked::new(None);
    let send = move || {
        let is_waiting = run.with_untracked(|run| !run.missing(key.step).is_empty());
        let request = |sketch: &Option<Sketch>| sketch.as_ref()?.sendable().cloned();
        match drafted.sketch.with_untracked(request) {
            Some(request) if !is_waiting => match &call.extras.row {
                Some(row) => task::spawn(doubt::ask(session, key, row, asked, request)),
                None => session.send(key.into(), request),
            },
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
        .fields()
        .enumerate()
        .filter(|(_, field)| !field.has(Role::OneTimeCode))
        .partition(|(_, field)| is_main(call, field));
    let count = optional.len();
    let rows = |fields: Vec<(usize, Field<'static>)>| {
        fields
            .into_iter()
            .map(|(i, field)| {
                let row = call
                    .extras
                    .row
                    .as_ref()
                    .filter(|row| row.path == field.path());
                let has_editor = row.is_some() || columns_editor::fits(&field);
                // The request can be sent without it: what is fetched for it waits until the page stands.
                let editor = has_editor.then(|| {
                    shown_when(
                        move || session.framed.get(),
                        move || match row {
                            Some(row) => row_form(key, row),
                            None => columns_form(key, field.path(), &call.operation),
                        },
                    )
                });
                (editor, field::row(key, i, field, drafted))
            })
            .collect_view()
    };
    view! {
        <form class="fields" id=form_id(key) novalidate on:keydown=pressed
            on:submit=move |event| { event.prevent_default(); send(); }>
            {address_line(call)}
            {token::row(key, call, drafted)}
            {otp(key, call, drafted)}
            {rows(main)}
            {(count > 0).then(|| view! {
                <details class="optional">
                    <summary>{if count == 1 { "1 optional value".to_owned() } else { format!("{count} optional values") }}</summary>
                    {rows(optional)}
                </details>
            })}
            {needs(key)}
            {call.extras.row.as_ref().map(|row| doubt::question(key, row, asked))}
            {acts_on(key)}
            {send_line(key, call, drafted)}
        </form>
    }
}

later! {
    /// The form of a row: only some steps have one.
    fn row_form(key: StepKey, row: &'static RowField) in editors {
        row_editor::editor(key, row)
    }
}

later! {
    /// The form of columns: only some steps have one.
    fn columns_form(key: StepKey, path: FieldPath, operation: &'static Operation) in editors {
        columns_editor::editor(key, path, operation)
    }
}

fn form_id(key: StepKey) -> String {
    DeskId::from(key).element("form")
}

fn is_main(call: &Call, field: &Field<'_>) -> bool {
    let named = |presets: &[Preset]| presets.iter().any(|preset| preset.path == field.path());
    let variants = call.extras.variants.iter();
    field.required || named(call.presets) || variants.into_iter().any(|v| named(v.presets))
}

/// Asks for the code of the second factor, once the server has asked for it.
fn otp(key: StepKey, call: &'static Call, drafted: Drafted) -> impl IntoView {
    let mut fields = call.operation.fields().enumerate();
    let (place, field) = fields.find(|(_, field)| field.has(Role::OneTimeCode))?;
    let asked = drafted.wants_code;
    Some(shown_when(
        move || asked.get(),
        move || {
            page::focus_first(format!("#{} .code-wanted input", form_id(key)));
            view! {
                <div class="code-wanted">
                    <p>"This account has two-factor authentication. Enter the six digits that your app shows now, and send again."</p>
                    {field::row(key, place, field, drafted)}
                </div>
            }
        },
    ))
}

/// What stands at Send when a response is here and cannot be shown.
const UNSHOWN: &str = "A part of this page could not be loaded yet, so the response can't be shown. The page tries again every few \
    seconds; “Cancel” gives the response up.";

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

/// Names the steps that have to come first, and leads there.
fn needs(key: StepKey) -> impl IntoView {
    let run = session().run(key);
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
        let link = key.at(first).link();
        Some(view! {
            <p class="needs" role="note">
                "First do " <a href=link>{words::step::named(first, title)}</a>
                {words::step::gives(&names)}
            </p>
        })
    })
}

/// Names the person or base that the request acts on, so that it is sent for nobody else.
fn acts_on(key: StepKey) -> impl IntoView {
    let run = session().run(key);
    let named = memo(move || {
        run.with(|run| {
            let what = run.acts_on(key.step)?;
            let is_you = run.login().is_some_and(|login| {
                let theirs = what.login.as_ref();
                theirs.is_some_and(|theirs| theirs.eq_ignore_ascii_case(&typed::bare(login)))
            });
            Some((words::step::acted_on(&what), is_you))
        })
    });
    dynamic(move || {
        let (name, is_you) = named.get()?;
        Some(view! {
            <p class="needs acts-on">
                "This acts on " <b>{name}</b> "."
                {is_you.then_some(" That is you, by the login that you entered.")}
            </p>
        })
    })
}

/// Send, or Cancel while it goes; and where it goes.
fn send_line(key: StepKey, call: &'static Call, drafted: Drafted) -> impl IntoView {
    let session = session();
    let run = session.run(key);
    let status = memo(move || run.with(|run| run.status(key.step)));
    let waiting = memo(move || run.with(|run| !run.missing(key.step).is_empty()));
    let keys = if page::has_command_key() {
        "⌘ ⏎"
    } else {
        "Ctrl ⏎"
    };
    let done = move || status.get() == Status::Done;
    let goes = move || {
        session.server.with(|server| {
            if server.is_in_page() {
                return "Goes to the practice SeaTable in this page.".to_owned();
            }
            drafted.sketch.with(|sketch| {
                let to = |sketch: &Sketch| {
                    words::server::of_origin(server.target(&sketch.request.url.shown()))
                };
                let name = sketch.as_ref().map_or("", to);
                words::server::goes(name, relay::leads_to(server))
            })
        })
    };
    view! {
        <div class="send">
            {shown_when(move || status.get() != Status::Sending, move || view! {
                <button class="primary" class:again=flag(done) type="submit" aria-disabled=truth(move || waiting.get())>
                    {words(move || if drafted.twice.get() {
                        "Send again, may write twice"
                    } else if done() {
                        "Send again"
                    } else {
                        "Send"
                    })} <kbd>{keys}</kbd>
                </button>
            })}
            {shown_when(move || status.get() == Status::Sending, move || view! {
                <button class="cancel" type="button" on:click=move |event| cancel(session, key, &event)>"Cancel"</button>
            })}
            {progress(key)}
            <span class="hint">{words(goes)}</span>
        </div>
        {shown_when(move || session.unshown.get() == Some(key.into()), || view! {
            <p class="warning" role="alert">{UNSHOWN}</p>
            {newer::notice()}
        })}
        {(call.operation.harm >= Harm::Removes).then(|| view! { <p class="hint">"This removes something for good."</p> })}
    }
}

/// Stops the request. It stands where Send stood: the second press of a double click is not meant for it.
fn cancel(session: Session, key: StepKey, event: &MouseEvent) {
    if event.detail() < 2 {
        session.cancel(key.into());
    }
}

/// How far a large upload is.
fn progress(key: StepKey) -> impl IntoView {
    let session = session();
    let counts = memo(move || match session.transfer(key.into())? {
        Transfer::Sent(bytes, of) => Some((bytes, of)),
        Transfer::Received(..) => None,
    });
    let of = move || counts.get().unwrap_or_default();
    let told = value(move || match of() {
        (sent, total) if sent < total => format!("{} of {}", size::bytes(sent), size::bytes(total)),
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
