//! The form of an operation by itself.

use super::{data, doubt, link, made, sample, token, values};
use crate::ui::dynamic::dynamic;
use crate::ui::form::{self, About, Around, Asking, Drafted, FormOf, Press, address};
use crate::ui::later::later;
use crate::ui::prose::Inline;
use crate::ui::session::{Ways, session};
use leptos::prelude::*;
use playground_core::catalogue::{FieldPath, Harm, Operation};
use playground_core::harm::Risk;
use playground_core::http::{prepare_parts, sketch_parts};
use playground_core::reference::{Note, hint};
use playground_core::words;

/// What is said of the operation whose page this is, once that has come. A context of the page.
#[derive(Clone, Copy)]
pub(super) struct Noted(pub(super) RwSignal<Option<&'static Note>>);

/// What the reference knows of the fields of its forms.
static AROUND: Around = Around {
    source: |_, origin| link::source(origin),
    restore: "Restore what was filled in",
    below,
};

const WAYS: Ways = Ways {
    prepare: prepare_parts,
    sketch: sketch_parts,
    settle: made::take,
};

/// Returns what the form of an operation is of; `place` is that of the operation in the catalogue.
pub(super) fn of(place: usize, operation: &'static Operation) -> FormOf {
    let desk = session().open_operation(place, operation, WAYS);
    FormOf {
        desk,
        operation,
        drafted: Drafted::new(desk),
        around: &AROUND,
    }
}

/// The form. Send asks first where the request could do harm; what no browser can send is given as code alone.
pub(super) fn form(of: FormOf, risk: Option<&'static Risk>) -> AnyView {
    let is_code_only = of.operation.flags.body_on_get;
    let risk = risk.filter(|risk| risk.may_ask(of.operation));
    let removes = risk.filter(|_| of.operation.harm >= Harm::Removes);
    let removes = removes.map(|risk| words::harm::removes(risk.back));
    let asking = StoredValue::new(Awaited::default());
    let (session, desk) = (session(), of.desk);
    let press: Press = match risk {
        _ if is_code_only => Box::new(|_| ()),
        Some(_) => Box::new(move |request| {
            asking.update_value(|asking| match &asking.press {
                Some(press) => press(request),
                None => asking.is_wanted = true,
            });
        }),
        None => Box::new(move |request| session.send(desk, request)),
    };
    let (doubts, press) = doubt::first(of, press);
    let content = view! {
        {link::opened(of)}
        {address(of.operation)}
        {token::row(of)}
        {form::fields(of)}
        {if is_code_only { code_only() } else { sample::or_send(of) }}
        {doubts}
        {removes.map(|told| view! { <p class="hint">{told}</p> })}
        {risk.map(|risk| asked(of, risk, asking))}
        {link::button(of)}
    };
    let press = sample::or_press(press);
    form::shell(of, press, content.into_any())
}

/// What Send does where it may have to ask first. It comes later than the form: nothing is sent before, and a press of Send waits for it.
#[derive(Default)]
struct Awaited {
    press: Option<Press>,
    /// Whether Send was pressed already.
    is_wanted: bool,
}

later! {
    /// What asks before a request is sent that could do harm. It puts what Send does then into `asking`.
    fn asked(of: FormOf, risk: &'static Risk, asking: StoredValue<Awaited>) in asking {
        let asked = Asking::new(About {
            of,
            risk,
            name_of: values::name_of,
            linked: data::link,
        });
        let press = asked.press();
        // The form may have changed since: what is asked about is what stands there now.
        let request = of.drafted.sketch.with_untracked(|sketch| sketch.as_ref()?.sendable().cloned());
        asking.update_value(|asking| {
            if let Some(request) = request.filter(|_| asking.is_wanted) {
                press(request);
            }
            asking.press = Some(press);
        });
        asked.view()
    }
}

fn code_only() -> AnyView {
    view! {
        <p class="needs" role="note">
            "This is a GET request with a body, which no browser sends. Fill in the form, then run the code for curl or Python."
        </p>
    }
    .into_any()
}

/// What is said of a field.
fn hinted(of: FormOf, path: &FieldPath) -> Option<AnyView> {
    let Noted(noted) = use_context()?;
    let path = path.clone();
    Some(dynamic(move || {
        let html = hint(noted.get()?.hints, &path)?;
        let leave = values::leaver(of, path.clone());
        Some(view! { <p class="hint" on:click=leave><Inline html /></p> })
    }))
}

/// What stands below a field: what is said of it, and what is known that fits it.
fn below(of: FormOf, path: &FieldPath) -> Option<AnyView> {
    Some(view! { {hinted(of, path)} {values::below(of, path)} }.into_any())
}
