//! The tokens that fit an operation: those that answers gave, and those that the person brought elsewhere on the page.

use super::choices::from;
use super::{errand, learned, list};
use crate::browser::page;
use crate::ui::dynamic::{Memo, dynamic, effect, memo, shown_when, truth};
use crate::ui::form::FormOf;
use crate::ui::session::{DeskId, session};
use leptos::prelude::*;
use playground_core::auth::{Secret, Token, TokenKind};
use playground_core::known::{Facet, Kind, Offer};
use playground_core::words;

/// What stands below the token: where it is from, which others there are, or which operations give one.
pub(super) fn choices(of: FormOf) -> AnyView {
    let token = of.operation.token;
    let Some((token, kind)) = token.and_then(|token| Some((token, Kind::of_token(token)?))) else {
        return ().into_any();
    };
    let offers = memo(move || fitting(of));
    let form = session().form(of.desk);
    let current = memo(move || {
        let secret = form.with(|form| form.token.as_ref()?.secret.as_ref().ok().cloned());
        secret.flatten()
    });
    choose_by_itself(of.desk, token, offers, current);
    let is_none = move || current.with(Option::is_none);
    let count = move || offers.with(Vec::len);
    let has_others = move || count() > usize::from(!is_none());
    view! {
        <div class="values">
            {dynamic(move || told(offers, current))}
            {shown_when(has_others, move || chooser(of, kind, token, offers))}
            {shown_when(move || is_none() && count() == 0, move || errand::givers(of, kind, Facet::Token, None))}
        </div>
    }
    .into_any()
}

/// Lists the tokens that fit, those that the person brought elsewhere included.
fn fitting(of: FormOf) -> Vec<Offer> {
    let session = session();
    let Some(ruled) = learned::of(of.operation) else {
        return Vec::new();
    };
    for (_, run) in session.runs() {
        let walkthrough = run.walkthrough();
        run.with_values(|run| {
            let values = (0..walkthrough.steps.len()).flat_map(|step| run.values(step));
            for token in values.filter_map(|value| value.token) {
                session.change_values(|values| values.known.hold(token, walkthrough.title));
            }
        });
    }
    session.each_operation_token(|operation, token| {
        session.change_values(|values| values.known.hold(token, &operation.id));
    });
    let form = session.form(of.desk);
    let offers = learned::with(|known| form.with(|form| known.tokens(ruled, form)));
    offers.unwrap_or_default()
}

/// Has the token that fits best taken as long as there is none, and in the place of one that is of another base and was not
/// brought for this form.
fn choose_by_itself(
    desk: DeskId,
    kind: TokenKind,
    offers: Memo<Vec<Offer>>,
    current: Memo<Option<Secret>>,
) {
    let taken = StoredValue::new(current.get_untracked());
    let had_one = StoredValue::new(false);
    effect(move || {
        let current = current.get();
        let is_own = current.is_some() && taken.with_value(|taken| *taken != current);
        // Whoever has just taken one away wants another.
        let is_taken_away = current.is_none() && had_one.get_value();
        had_one.set_value(current.is_some());
        let best = offers.with(|offers| Offer::token_to_take(offers, current.as_ref()).cloned());
        if is_own || is_taken_away || best.is_none() {
            return;
        }
        taken.set_value(best.clone());
        let token = best.map(|secret| Token::new(kind, &secret));
        session().form(desk).set_token(token);
    });
}

/// Takes a token that was given.
pub(super) fn take(desk: DeskId, offer: &Offer) {
    let kind = session()
        .form(desk)
        .with_untracked(|form| form.operation.token);
    if let (Some(Some(kind)), Some(secret)) = (kind, offer.secret()) {
        session()
            .form(desk)
            .set_token(Some(Token::new(kind, secret)));
    }
}

/// Says where the token is from.
fn told(offers: Memo<Vec<Offer>>, current: Memo<Option<Secret>>) -> Option<AnyView> {
    let current = current.get()?;
    let offers = offers.get();
    let offer = offers
        .into_iter()
        .find(|offer| offer.secret() == Some(&current))?;
    let name = Some(offer.name).filter(|name| !name.is_empty());
    let note = match offer.origin {
        Some(_) => offer.note,
        None => words::known::entered_for(&offer.note),
    };
    let from = from(offer.origin);
    Some(view! { <span class="known">{name.map(|name| view! { <b>{name}</b> " " })} {note} " " <small>{from}</small></span> }.into_any())
}

/// The button that opens the list, and the list.
fn chooser(of: FormOf, kind: Kind, token: TokenKind, offers: Memo<Vec<Offer>>) -> AnyView {
    let open = RwSignal::new(false);
    let id = of.desk.element("choose-token");
    let (focus, listed, label) = (id.clone(), id.clone(), words::known::choose(kind));
    let close = Callback::new(move |()| {
        open.set(false);
        page::focus(&focus);
    });
    let choose = Callback::new(move |offer: Offer| {
        if let Some(secret) = offer.secret() {
            session()
                .form(of.desk)
                .set_token(Some(Token::new(token, secret)));
        }
        session().say(words::known::chosen(&words::known::name(&offer)));
        close.run(());
    });
    view! {
        <button class="quiet" type="button" id=id aria-expanded=truth(move || open.get())
            on:click=move |_| open.update(|open| *open = !*open)>{label.clone()}</button>
        {shown_when(move || open.get(), move || list::list(listed.clone(), label.clone(), offers.get_untracked(), choose, close))}
    }
    .into_any()
}
