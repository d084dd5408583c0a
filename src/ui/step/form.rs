//! The form of a step's request: what the walkthrough fills and the operation needs stands open, the rest waits folded.

use super::{chips, doubt, row_editor, source, token};
use crate::browser::{page, task};
use crate::ui::dynamic::{dynamic, memo, shown_when};
use crate::ui::form::{
    self, Around, Drafted, FormOf, Press, address, columns_form, send_line, takes_columns,
};
use crate::ui::later::later;
use crate::ui::session::{StepKey, session};
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::catalogue::{Field, Role};
use playground_core::typed;
use playground_core::walkthrough::{Call, Preset, RowField};
use playground_core::words;

/// What a walkthrough knows of the fields of its forms.
static AROUND: Around = Around {
    source: |desk, origin| source::of(desk.step()?, origin),
    restore: "Restore the default",
    below: |_, _| None,
};

/// Returns what the form of a step is of.
pub(super) fn of(key: StepKey, call: &'static Call) -> FormOf {
    FormOf {
        desk: key.into(),
        operation: &call.operation,
        drafted: Drafted::new(key.into()),
        around: &AROUND,
    }
}

/// The form.
pub(super) fn form(key: StepKey, call: &'static Call, of: FormOf) -> AnyView {
    let asked = doubt::Asked::new(None);
    let (main, optional): (Vec<_>, Vec<_>) = call
        .operation
        .fields()
        .enumerate()
        .filter(|(_, field)| !field.has(Role::OneTimeCode))
        .partition(|(_, field)| is_main(call, field));
    let (taken, main): (Vec<_>, Vec<_>) = main.into_iter().partition(|(_, field)| {
        editor_of(call, field).is_none() && chips::is_taken(call, &field.path())
    });
    let count = optional.len();
    let token = call.operation.token;
    let names = taken.iter().map(|(_, field)| *field).collect();
    let behind = view! { {token::row(key, call)} {rows(key, call, of, taken)} };
    let content = view! {
        {address(&call.operation)}
        {chips::line(key, token, names, behind.into_any())}
        {token::guard(key, call, of)}
        {otp(of)}
        {rows(key, call, of, main)}
        {(count > 0).then(|| view! {
            <details class="optional">
                <summary>{if count == 1 { "1 optional value".to_owned() } else { format!("{count} optional values") }}</summary>
                {rows(key, call, of, optional)}
            </details>
        })}
        {needs(key)}
        {call.extras.row.as_ref().map(|row| doubt::question(key, row, asked))}
        {acts_on(key)}
        {send_line(of)}
    };
    let session = session();
    let press: Press = match &call.extras.row {
        Some(row) => {
            Box::new(move |request| task::spawn(doubt::ask(session, key, row, asked, request)))
        }
        None => Box::new(move |request| session.send(key.into(), request)),
    };
    form::shell(of, press, content.into_any())
}

/// The fields. One that has an editor is seen in that, or as JSON.
fn rows(
    key: StepKey,
    call: &'static Call,
    of: FormOf,
    fields: Vec<(usize, Field<'static>)>,
) -> AnyView {
    let session = session();
    let rows = fields.into_iter().map(|(place, field)| {
        let Some(editor) = editor_of(call, &field) else {
            return form::row(of, place, field);
        };
        // The request can be sent without it: what is fetched for it waits until the page stands.
        let editor = shown_when(
            move || session.stands.get(),
            move || match editor {
                Editor::Row(row) => row_form(key, row),
                Editor::Columns => columns_form(of.desk, field.path(), of.operation),
            },
        );
        view! { <div class="either">{editor}<details class="optional"><summary>"As JSON"</summary>{form::row(of, place, field)}</details></div> }
            .into_any()
    });
    rows.collect_view().into_any()
}

/// The form that stands for the JSON of a field.
enum Editor {
    Row(&'static RowField),
    Columns,
}

fn editor_of(call: &'static Call, field: &Field<'_>) -> Option<Editor> {
    let row = call.extras.row.as_ref();
    match row.filter(|row| row.path == field.path()) {
        Some(row) => Some(Editor::Row(row)),
        None => takes_columns(field).then_some(Editor::Columns),
    }
}

later! {
    /// The form of a row: only some steps have one.
    fn row_form(key: StepKey, row: &'static RowField) in editors {
        sheets::forms();
        row_editor::editor(key, row)
    }
}

fn is_main(call: &Call, field: &Field<'_>) -> bool {
    let named = |presets: &[Preset]| presets.iter().any(|preset| preset.path == field.path());
    let variants = call.extras.variants.iter();
    field.required || named(call.presets) || variants.into_iter().any(|v| named(v.presets))
}

/// Asks for the code of the second factor, once the server has asked for it.
fn otp(of: FormOf) -> Option<AnyView> {
    let mut fields = of.operation.fields().enumerate();
    let (place, field) = fields.find(|(_, field)| field.has(Role::OneTimeCode))?;
    let asked = of.drafted.wants_code;
    Some(shown_when(
        move || asked.get(),
        move || {
            page::focus_first(format!("#{} .code-wanted input", form::id(of.desk)));
            view! {
                <div class="code-wanted">
                    <p>"This account has two-factor authentication. Enter the six digits that your app shows now, and send again."</p>
                    {form::row(of, place, field)}
                </div>
            }
        },
    ))
}

/// Names the steps that have to come first, and leads there.
fn needs(key: StepKey) -> impl IntoView {
    let run = session().run(key);
    let missing = memo(move || run.with(|run| run.missing(key.step)));
    dynamic(move || {
        let missing = missing.get();
        let walkthrough = session().walkthrough(key);
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
                "First do " <a href=link>{words::step::named(key.at(first).number(), title)}</a>
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
