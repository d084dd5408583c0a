//! The token of an operation by itself: it is entered in its form, and taken from the form of another that wants one of the same kind.

use super::values;
use crate::browser::page;
use crate::ui::dynamic::{Memo, dynamic, memo, truth, words};
use crate::ui::form::{self, FormOf};
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::auth::{Secret, Token, TokenKind};
use playground_core::catalogue::ValueKind;
use playground_core::http::At;

/// The token as a row of the form. Nothing where the operation takes none.
pub(super) fn row(of: FormOf) -> Option<AnyView> {
    let kind = of.operation.token?;
    let form = session().form(of.desk);
    let id = of.desk.element("token");
    let fault = memo(move || form::fault(of.drafted, &At::Token));
    let is_there = memo(move || form.with(|form| form.token.is_some()) == Some(true));
    let anew = RwSignal::new(false);
    // A field stays where it is as long as somebody types into it.
    let typed = RwSignal::new(false);
    let (field, label) = (id.clone(), id.clone());
    let fault_id = form::fault_id(&id);
    let change = move |_| {
        anew.set(true);
        page::focus_first(["#", &field].concat());
    };
    let change = StoredValue::new(change);
    let view = view! {
        <div class="field">
            <label for=label>{kind.name()}<span class="required"></span></label>
            {dynamic(move || {
                // What was not entered here is not shown: it is changed by entering another one.
                if is_there.get() && !anew.get() && !typed.get() {
                    view! {
                        <p class="masked">
                            "••••••••••••••••"
                            <button class="quiet" type="button" on:click=move |event| change.with_value(|change| change(event))>"Enter another"</button>
                        </p>
                    }
                    .into_any()
                } else {
                    input(of, kind, id.clone(), fault, typed)
                }
            })}
            {practice(of, kind)}
            {values::tokens(of)}
            <p class="fault" role="alert" id=fault_id>{words(move || fault.get().unwrap_or_default())}</p>
        </div>
    };
    Some(view.into_any())
}

/// A token is not a password: the browser must neither fill one in, nor offer to keep it.
fn input(
    of: FormOf,
    kind: TokenKind,
    id: String,
    fault: Memo<Option<String>>,
    typed: RwSignal<bool>,
) -> AnyView {
    let form = session().form(of.desk);
    let enter = move |event| {
        typed.set(true);
        let text = Secret::new(event_target_value(&event));
        form.set_token((!text.is_empty()).then(|| Token::new(kind, &text)));
    };
    view! {
        <input id=id.clone() type="text" class="secret" aria-describedby=form::fault_id(&id) autocomplete="off"
            on:input=enter aria-invalid=truth(move || fault.get().is_some()) />
    }
    .into_any()
}

/// Takes the token that the practice SeaTable hands out, where it has one of this kind.
fn practice(of: FormOf, kind: TokenKind) -> AnyView {
    let session = session();
    let form = session.form(of.desk);
    dynamic(move || {
        session.practice.track();
        let secret = session.credentials()?.of_kind(ValueKind::Token(kind))?;
        let is_there = form.with(|form| form.token.is_some()) == Some(true);
        let fill = move |_| form.set_token(Some(Token::new(kind, &secret)));
        (!is_there).then(
            || view! { <button type="button" on:click=fill>"Fill in the practice token"</button> },
        )
    })
}
