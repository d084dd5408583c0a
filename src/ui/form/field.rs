//! One field of a request's form: its control, where its value comes from, and what is wrong with it.

use super::{Drafted, FormOf, json_field, offer, unseen};
use crate::browser::files::{self, Dropped};
use crate::browser::secret_field;
use crate::ui::dynamic::{Memo, dynamic, flag, memo, secret, shown_when, truth, value, words};
use crate::ui::later::later;
use crate::ui::sheets;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use playground_core::auth::Secret;
use playground_core::catalogue::{Field, Role, Shape};
use playground_core::form::{Entry, Origin};
use playground_core::http::At;
use playground_core::typed;
use playground_core::words::{self, size};

/// The field as a row of the form.
pub(in crate::ui) fn row(of: FormOf, place: usize, field: Field<'static>) -> AnyView {
    let form = of.form();
    let id = of.desk.field(place);
    let origin = memo(move || form.origin(&field.path()));
    let overridden = memo(move || {
        matches!(origin.get(), Origin::Yours | Origin::Emptied) && form.is_filled(&field.path())
    });
    let fault = memo(move || fault(of.drafted, &At::Field(field.path())));
    // A field of JSON tells itself what is wrong with its text; here only that it has none.
    let is_told = move || !field.is_json() || form.text(&field.path()).trim().is_empty();
    view! {
        <div class="field">
            <label for=id.clone()>
                {field.name}
                {field.required.then(|| view! { <span class="required"></span> })}
            </label>
            {dynamic(move || source(of, origin.get()))}
            {shown_when(move || overridden.get(), move || view! {
                <button class="quiet" type="button" on:click=move |_| form.give_back(&field.path())>{of.around.restore}</button>
            })}
            {empty_button(of, field)}
            {control(of, field, id.clone(), fault)}
            {unseen_note(of, field)}
            <p class="fault" role="alert" id=fault_id(&id)>{words(move || fault.get().filter(|_| is_told()).unwrap_or_default())}</p>
            {offer::row(of, field, fault)}
            {(of.around.below)(of, &field.path())}
        </div>
    }
    .into_any()
}

/// Has an optional text that the person emptied sent empty, or left out again.
fn empty_button(of: FormOf, field: Field<'static>) -> AnyView {
    let form = of.form();
    let is_sent = memo(move || form.is_sent_empty(&field.path()));
    shown_when(
        move || form.can_be_empty(&field.path()),
        move || {
            view! {
                <button class="quiet" type="button" on:click=move |_| form.send_empty(&field.path(), !is_sent.get_untracked())>
                    {words(move || if is_sent.get() { "Leave it out" } else { "Send it empty" })}
                </button>
            }
        },
    )
}

/// Says where a value comes from.
pub(super) fn source(of: FormOf, origin: Origin) -> Option<AnyView> {
    match origin {
        Origin::Yours => Some(view! { <span class="from">"yours"</span> }.into_any()),
        Origin::Emptied => Some(view! { <span class="from">"not sent"</span> }.into_any()),
        Origin::Empty => None,
        origin => (of.around.source)(of.desk, origin),
    }
}

/// The id of what is wrong with a control.
pub(in crate::ui) fn fault_id(id: &str) -> String {
    [id, "-fault"].concat()
}

/// Returns what is wrong with a place of the form, once faults are shown.
pub(in crate::ui) fn fault(drafted: Drafted, at: &At) -> Option<String> {
    drafted.fault(at).as_ref().map(words::field::fault)
}

fn control(of: FormOf, field: Field<'static>, id: String, fault: Memo<Option<String>>) -> AnyView {
    let form = of.form();
    let text = value(move || form.text(&field.path()));
    let typed = move |event| form.set(&field.path(), event_target_value(&event));
    let invalid = truth(move || fault.get().is_some());
    match field.shape() {
        Shape::Choice(choices) => select(
            id,
            text,
            typed,
            choices.iter().map(AsRef::as_ref).collect(),
            invalid,
        ),
        Shape::Boolean => select(id, text, typed, vec!["true", "false"], invalid),
        shape if shape.is_json() => {
            json_field::control(of, field.path(), id.clone(), &fault_id(&id), fault)
        }
        Shape::File => file(of, id, field),
        _ if field.is_all_secret() => {
            let shown = secret(move || form.secret(&field.path(), secret_field::text));
            let kind = if field.is_secret() {
                "password"
            } else {
                "text"
            };
            let mode = if field.has(Role::OneTimeCode) {
                "numeric"
            } else {
                "text"
            };
            view! {
                <input id=id.clone() type=kind class:secret=field.has(Role::UploadLink) inputmode=mode autocomplete=role(of, &field)
                    aria-describedby=fault_id(&id) prop:value=shown on:input=typed aria-invalid=invalid />
            }
            .into_any()
        }
        shape => {
            let mode = match shape {
                Shape::Text { .. } => "text",
                _ => "decimal",
            };
            view! {
                <input id=id.clone() type="text" inputmode=mode autocomplete=role(of, &field)
                    aria-describedby=fault_id(&id)
                    placeholder=field.schema.default.as_deref().map(|default| format!("Default: {default}"))
                    prop:value=text on:input=typed aria-invalid=invalid />
            }
            .into_any()
        }
    }
}

/// What a field is to the browser and its password manager: a login is one, the password of somebody else is not.
pub(super) fn role(of: FormOf, field: &Field<'_>) -> &'static str {
    let is_login = of.operation.token.is_none();
    match field.schema.role {
        _ if field.is_secret() && is_login => "current-password",
        _ if field.is_secret() => "new-password",
        Some(Role::OneTimeCode) => "one-time-code",
        Some(Role::Login) => "username",
        _ => "off",
    }
}

/// Tells what nobody sees in a name that the person typed; ids and logins lose it, and passwords may have it.
fn unseen_note(of: FormOf, field: Field<'static>) -> AnyView {
    let form = of.form();
    let is_name = field.is_text() && !field.is_all_secret() && !field.is_identifier();
    let set = Callback::new(move |text| form.set(&field.path(), text));
    let text = memo(move || {
        if field.is_secret() {
            let hides = |secret: Option<&Secret>| secret.is_some_and(Secret::hides_something);
            return form.secret(&field.path(), hides).then(String::new);
        }
        let is_told = is_name && form.origin(&field.path()) == Origin::Yours;
        let text = form.text(&field.path());
        (is_told && typed::hides_something(&text)).then_some(text)
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
        <select id=id.clone() on:change=typed aria-invalid=invalid aria-describedby=fault_id(&id)>
            <option value="" selected=flag(move || text.with(String::is_empty))>"not sent"</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

later! {
    /// Takes a file, which few requests have.
    pub(super) fn file(of: FormOf, id: String, field: Field<'static>) in files {
        chooser(of, id, field)
    }
}

fn chooser(of: FormOf, id: String, field: Field<'static>) -> AnyView {
    let form = of.form();
    sheets::files();
    let refused = RwSignal::new(String::new());
    let take = move |file: Option<Entry>| {
        refused.set(String::new());
        form.choose_file(&field.path(), file);
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
        let chosen = form.with(|form| match &form.at(&field.path())?.entry {
            Entry::File {
                name, size: bytes, ..
            } => Some(format!("{name}, {}", size::bytes(*bytes))),
            _ => None,
        });
        chosen.flatten().unwrap_or_default()
    };
    view! {
        <div class="drop" on:dragover=|event: DragEvent| event.prevent_default() on:drop=drop>
            <input id=id.clone() type="file" aria-describedby=fault_id(&id) on:change=move |event| take(files::chosen(&event)) />
            <span class="hint">"or drop one here"</span>
            <p class="hint">{words(chosen)}</p>
            <p class="fault" role="alert">{words(move || refused.get())}</p>
        </div>
    }
    .into_any()
}
