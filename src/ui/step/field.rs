//! One field of a request's form: its control, where its value comes from, and what is wrong with it.

use super::draft::Drafted;
use super::{json_field, offer, unseen};
use crate::browser::files::{self, Dropped};
use crate::ui::dynamic::{dynamic, flag, memo, shown_when, truth, value, words};
use crate::ui::session::{StepKey, session};
use crate::walkthroughs::ALL;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use playground_core::catalogue::{Field, Role, Shape};
use playground_core::form::Entry;
use playground_core::http::At;
use playground_core::typed;
use playground_core::walkthrough::{Action, Origin, Reference};
use playground_core::words::{self, size};

/// The field as a row of the form.
pub(super) fn row(
    key: StepKey,
    place: usize,
    field: Field<'static>,
    drafted: Drafted,
) -> impl IntoView {
    let run = session().run(key);
    let id = format!("field-{}-{place}", key.step);
    let origin = memo(move || run.with(|run| run.field(key.step, &field.path()).origin));
    let overridden = memo(move || {
        matches!(origin.get(), Origin::Yours | Origin::Emptied)
            && run.with(|run| run.is_filled(key.step, &field.path()))
    });
    let fault = memo(move || fault(drafted, &At::Field(field.path())));
    // A field of JSON tells itself what is wrong with its text; here only that it has none.
    let is_told = move || {
        !field.is_json()
            || run.with(|run| run.field(key.step, &field.path()).text.trim().is_empty())
    };
    view! {
        <div class="field">
            <label for=id.clone()>
                {field.name}
                {field.required.then(|| view! { <span class="required" title="needed">" *"</span> })}
            </label>
            {dynamic(move || chip(key, origin.get()))}
            {shown_when(move || overridden.get(), move || view! {
                <button class="quiet" type="button" on:click=move |_| run.update(|run| run.reset_field(key.step, &field.path()))>
                    "Take the walkthrough's value"
                </button>
            })}
            {empty_button(key, field)}
            {control(key, field, id, fault)}
            {unseen_note(key, field)}
            <p class="fault" role="alert">{words(move || fault.get().filter(|_| is_told()).unwrap_or_default())}</p>
            {offer::row(key, field, fault)}
        </div>
    }
}

/// Has an optional text that the person emptied sent empty, or left out again.
fn empty_button(key: StepKey, field: Field<'static>) -> AnyView {
    let run = session().run(key);
    let is_sent = memo(move || run.with(|run| run.is_sent_empty(key.step, &field.path())));
    shown_when(
        move || run.with(|run| run.can_be_empty(key.step, &field.path())),
        move || {
            view! {
                <button class="quiet" type="button" on:click=move |_| run.update(|run| run.send_empty(key.step, &field.path(), !is_sent.get_untracked()))>
                    {words(move || if is_sent.get() { "Leave it out" } else { "Send it empty" })}
                </button>
            }
        },
    )
}

/// Says where a value comes from.
pub(super) fn chip(key: StepKey, origin: Origin) -> Option<AnyView> {
    match origin {
        Origin::Step(from) => {
            let words = format!("step {} · {}", from.step + 1, name(key, from)?);
            let link = key.at(from.step).link();
            Some(view! { <a class="from" href=link>{words}</a> }.into_any())
        }
        Origin::Yours => Some(view! { <span class="from">"yours"</span> }.into_any()),
        Origin::Emptied => Some(view! { <span class="from">"not sent"</span> }.into_any()),
        Origin::Walkthrough | Origin::Empty => None,
    }
}

fn name(key: StepKey, from: Reference) -> Option<&'static str> {
    match ALL.get(key.walkthrough)?.steps.get(from.step)?.action {
        Action::Provide(inputs) => Some(inputs.get(from.value)?.title),
        Action::Send(call) => Some(call.outputs.get(from.value)?.name),
    }
}

/// Returns what is wrong with a place of the form, once faults are shown.
pub(super) fn fault(drafted: Drafted, at: &At) -> Option<String> {
    drafted.fault(at).as_ref().map(words::field::fault)
}

fn control(
    key: StepKey,
    field: Field<'static>,
    id: String,
    fault: Memo<Option<String>>,
) -> AnyView {
    let run = session().run(key);
    let text = value(move || run.with(|run| run.field(key.step, &field.path()).text));
    let typed = move |event| {
        run.update(|run| run.set_field(key.step, &field.path(), event_target_value(&event)));
    };
    let invalid = truth(move || fault.get().is_some());
    match field.shape() {
        Shape::Choice(choices) => {
            select(id, text, typed, choices.iter().map(AsRef::as_ref).collect(), invalid)
        }
        Shape::Boolean => select(id, text, typed, vec!["true", "false"], invalid),
        shape if shape.is_json() => json_field::control(key, field.path(), id, fault),
        Shape::File => file(key, id, field),
        Shape::Secret => view! {
            <input id=id type="password" autocomplete=role(key, &field) prop:value=text on:input=typed aria-invalid=invalid />
        }
        .into_any(),
        shape => {
            let mode = match shape {
                _ if field.has(Role::OneTimeCode) => "numeric",
                Shape::Text { .. } => "text",
                _ => "decimal",
            };
            view! {
                <input id=id type="text" class:secret=field.has(Role::UploadLink) inputmode=mode autocomplete=role(key, &field)
                    spellcheck="false" autocapitalize="off"
                    placeholder=field.schema.default.as_deref().map(|default| format!("{default} unless given"))
                    prop:value=text on:input=typed aria-invalid=invalid />
            }
            .into_any()
        }
    }
}

/// What a field is to the browser and its password manager: a login is one, the password of somebody else is not.
fn role(key: StepKey, field: &Field<'_>) -> &'static str {
    let step = ALL
        .get(key.walkthrough)
        .and_then(|walkthrough| walkthrough.steps.get(key.step));
    let is_login = step.is_some_and(
        |step| matches!(step.action, Action::Send(call) if call.operation.token.is_none()),
    );
    match field.schema.role {
        _ if field.is_secret() && is_login => "current-password",
        _ if field.is_secret() => "new-password",
        Some(Role::OneTimeCode) => "one-time-code",
        Some(Role::Login) => "username",
        _ => "off",
    }
}

/// Tells what nobody sees in a name that the person typed; ids and logins lose it, and passwords may have it.
fn unseen_note(key: StepKey, field: Field<'static>) -> AnyView {
    let run = session().run(key);
    let is_name =
        field.is_text() && !field.has(Role::OneTimeCode) && !typed::is_identifier(field.name);
    let set =
        Callback::new(move |text| run.update(|run| run.set_field(key.step, &field.path(), text)));
    let text = memo(move || {
        let shown = run.with(|run| run.field(key.step, &field.path()));
        let is_told = field.is_secret() || is_name && shown.origin == Origin::Yours;
        (is_told && typed::hides_something(&shown.text)).then_some(shown.text)
    });
    dynamic(move || {
        let text = text.get()?;
        Some(unseen::note(Some(text).filter(|_| !field.is_secret()), set))
    })
}

fn select(
    id: String,
    text: Signal<String>,
    typed: impl Fn(leptos::ev::Event) + 'static,
    choices: Vec<&'static str>,
    invalid: Signal<String>,
) -> AnyView {
    let options = choices.into_iter().map(|choice| {
        view! { <option value=choice selected=flag(move || text.with(|text| text == choice))>{choice}</option> }
    });
    view! {
        <select id=id on:change=typed aria-invalid=invalid>
            <option value="" selected=flag(move || text.with(String::is_empty))>"not sent"</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

fn file(key: StepKey, id: String, field: Field<'static>) -> AnyView {
    let run = session().run(key);
    let refused = RwSignal::new(String::new());
    let take = move |file: Option<Entry>| {
        refused.set(String::new());
        run.update(|run| run.choose_file(key.step, &field.path(), file));
    };
    let drop = move |event: DragEvent| {
        // The browser would leave the page and show the file instead.
        event.prevent_default();
        match files::dropped(&event) {
            Some(Dropped::File(file)) => take(Some(file)),
            Some(Dropped::Folder(name)) => {
                refused.set(words::field::folder(&name));
            }
            Some(Dropped::Several(count)) => refused.set(words::field::several(count)),
            None => {}
        }
    };
    let chosen = move || {
        run.with(|run| match &run.form(key.step)?.at(&field.path())?.entry {
            Entry::File {
                name, size: bytes, ..
            } => Some(format!("{name}, {}", size::bytes(*bytes))),
            _ => None,
        })
        .unwrap_or_default()
    };
    view! {
        <div class="drop" on:dragover=|event: DragEvent| event.prevent_default() on:drop=drop>
            <input id=id type="file" on:change=move |event| take(files::chosen(&event)) />
            <span class="hint">"or drop one here"</span>
            <p class="hint">{words(chosen)}</p>
            <p class="fault" role="alert">{words(move || refused.get())}</p>
        </div>
    }
    .into_any()
}
