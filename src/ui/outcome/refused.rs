//! A response that says no: what its status means, in SeaTable's terms, and what to do next.

use super::limit;
use crate::ui::form::FormOf;
use crate::ui::later::later;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::http::meaning;
use playground_core::words;

later! {
    /// Says what the last response of a desk means, which is no success.
    pub(super) fn refused(of: FormOf, look: fn(FormOf) -> Option<AnyView>) in connection {
        told(of, look)
    }
}

fn told(of: FormOf, look: fn(FormOf) -> Option<AnyView>) -> Option<AnyView> {
    let session = session();
    let form = session.form(of.desk);
    let exchange = form.exchange()?;
    let answer = exchange.answer()?;
    let words = answer.error_text();
    let may_have_happened = meaning::may_write_twice(&exchange);
    let claims = untrack(|| form.claims());
    let now = session.now.get_untracked();
    let meaning = meaning::of_answer(
        &exchange.request,
        answer,
        of.operation.token,
        claims.as_ref(),
        now,
    );
    let meaning = words::answer::told(meaning);
    Some(view! {
        <div class="outcome bad">
            <p><b>{answer.status} " " {words::status::name(answer.status)} "."</b> " " {meaning.sentence} " " {meaning.next}</p>
            {limit::row(&exchange, answer)}
            {words.map(|words| view! { <p>"The server says: " <q>{words}</q></p> })}
            {may_have_happened.then(|| view! { <p>{look(of)}</p> })}
        </div>
    }.into_any())
}
