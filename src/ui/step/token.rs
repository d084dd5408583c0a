//! The token of a request: where it comes from, what it may do, how long it lives, and what keeps it from being sent.

use super::source;
use crate::ui::dynamic::{dynamic, memo, words};
use crate::ui::form::{self, FormOf};
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::auth::{Claims, TokenKind};
use playground_core::catalogue::Harm;
use playground_core::http::At;
use playground_core::walkthrough::{Call, Origin};
use playground_core::words;

/// The token as a row of the form. Nothing where the request takes none.
pub(super) fn row(key: StepKey, call: &'static Call) -> impl IntoView {
    let kind = call.operation.token?;
    Some(view! {
        <div class="field">
            <p class="label">
                {kind.name()} {call.credential.map(|from| source::of(key, Origin::Step(from)))} {form::told(key.into())}
            </p>
        </div>
    })
}

/// Whether the token has expired, by the best clock there is. That is a reason to warn and never to hold a request back.
fn is_expired(key: StepKey) -> bool {
    let session = session();
    let claims = session.form(key.into()).claims();
    claims.and_then(|claims| claims.seconds_left(session.now.get())) == Some(0)
}

/// Whether the token may only read, and the request writes.
fn is_too_weak(claims: Option<Claims>, call: &Call) -> bool {
    let reads = call.operation.harm == Harm::Reads;
    !reads && claims.and_then(|claims| claims.permission).as_deref() == Some("r")
}

/// What keeps the request from being sent, or will: a token that is wrong, has expired, or may not do this.
pub(super) fn guard(key: StepKey, call: &'static Call, of: FormOf) -> Option<AnyView> {
    let session = session();
    let kind = call.operation.token?;
    let fault = move || form::fault(of.drafted, &At::Token);
    let weak = memo(move || is_too_weak(session.form(key.into()).claims(), call));
    let expired = memo(move || is_expired(key));
    let warning = dynamic(move || {
        if expired.get() {
            return renewal(key, call, kind);
        }
        let warning = "This token may only read, so SeaTable will refuse this request. Use one that may write.";
        weak.get()
            .then(|| view! { <p class="warning">{warning}</p> }.into_any())
    });
    let fault =
        view! { <p class="fault" role="alert">{words(move || fault().unwrap_or_default())}</p> };
    Some(view! { {warning} {fault} }.into_any())
}

/// Offers a new token in the place of an expired one.
fn renewal(key: StepKey, call: &'static Call, kind: TokenKind) -> Option<AnyView> {
    let session = session();
    let source = key.at(call.credential?.step);
    let is_own_clock = session.ahead.get().is_none();
    let renew = move |_| session.send_as_it_stands(source.into());
    Some(
        view! {
            <p class="warning expired" role="alert">
                {words::token::expired(kind, is_own_clock)} " "
                <button type="button" on:click=renew>{format!("Get a new one (step {})", source.number())}</button>
            </p>
        }
        .into_any(),
    )
}
