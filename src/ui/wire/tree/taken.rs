//! Which values of an answer later steps take, and which others they could take.

use crate::ui::session::{Session, StepKey};
use crate::walkthroughs::ALL;
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::json::{Document, NodeId};
use playground_core::walkthrough::{Action, Call, Reference, Use, User};

/// A place in a later step that would take a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taker {
    /// The step.
    pub(super) step: usize,
    /// The field, by its place in the operation.
    pub(super) field: usize,
    /// Its name.
    pub(super) name: &'static str,
}

/// Finds the values of an answer that later steps take, with words that say where they go.
pub(super) fn taken(session: Session, key: StepKey, exchange: &Exchange) -> Vec<(NodeId, String)> {
    let Some(answer) = exchange.answer() else {
        return Vec::new();
    };
    let place = |(pointer, users): (String, Vec<User>)| {
        let node = answer.body.pointer(&pointer)?;
        let user = users.first()?;
        let name = match user.place {
            Use::Credential => "token",
            Use::Field(field) => field_name(key, user.step, field),
        };
        Some((node, format!("step {} · {name}", user.step + 1)))
    };
    outputs(session, key)
        .into_iter()
        .filter_map(place)
        .collect()
}

/// Finds the places that would take a value of an answer: those that take its like from another entry of a list.
pub(super) fn takers(
    session: Session,
    key: StepKey,
    document: &Document,
    node: NodeId,
) -> Vec<Taker> {
    let mut takers = Vec::new();
    if document.is_container(node) {
        return takers;
    }
    let place = document.pointer_of(node);
    for (pointer, users) in outputs(session, key) {
        if pointer == place || !is_like(&pointer, &place) {
            continue;
        }
        for user in users {
            let Use::Field(field) = user.place else {
                continue;
            };
            let taker = Taker {
                step: user.step,
                field,
                name: field_name(key, user.step, field),
            };
            if !takers.contains(&taker) {
                takers.push(taker);
            }
        }
    }
    takers
}

/// Whether two pointers differ in indexes alone.
fn is_like(pointer: &str, other: &str) -> bool {
    let is_index = |token: &str| !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit());
    let mut others = other.split('/');
    let alike = pointer.split('/').all(|token| {
        let like = |other: &str| token == other || (is_index(token) && is_index(other));
        others.next().is_some_and(like)
    });
    alike && others.next().is_none()
}

/// Has a later step take a value: by choosing the entry of a list that it belongs to, or else as if it had been typed.
pub(super) fn hand_over(
    session: Session,
    key: StepKey,
    document: &Document,
    node: NodeId,
    taker: Taker,
) {
    let run = session.run(key.walkthrough);
    match choice(session, key, &document.pointer_of(node)) {
        Some((choice, index)) => run.update(|run| run.choose(key.step, choice, Some(index))),
        None => {
            let text = super::place::plain(document, node);
            run.update(|run| run.set_field(taker.step, taker.field, text));
        }
    }
    session.redraw_after_choice(key);
    session.say(format!("Step {} has it now.", taker.step + 1));
}

/// Finds the list to choose from that a pointer leads into, and the index of its entry.
fn choice(session: Session, key: StepKey, pointer: &str) -> Option<(usize, usize)> {
    let run = session.run(key.walkthrough);
    let place = |(place, choice): (usize, &playground_core::walkthrough::Choice)| {
        let rest = pointer.strip_prefix(choice.list)?.strip_prefix('/')?;
        Some((place, rest.split('/').next()?.parse().ok()?))
    };
    let (choice, index) = call(key)?
        .extras
        .choices
        .iter()
        .enumerate()
        .find_map(place)?;
    let offered = run.with_untracked(|run| {
        let choices = run.choices(key.step);
        let entries = choices.into_iter().nth(choice).map(|choice| choice.entries);
        entries.is_some_and(|entries| entries.iter().any(|entry| entry.index == index))
    });
    offered.then_some((choice, index))
}

fn call(key: StepKey) -> Option<&'static Call> {
    match ALL.get(key.walkthrough)?.steps.get(key.step)?.action {
        Action::Send(call) => Some(call),
        Action::Provide(_) => None,
    }
}

/// The outputs of a step that come from the body: each pointer with the places that take its value.
fn outputs(session: Session, key: StepKey) -> Vec<(String, Vec<User>)> {
    let count = call(key).map_or(0, |call| call.outputs.len());
    session.run(key.walkthrough).with_untracked(|run| {
        let used = |value: usize| {
            let reference = Reference {
                step: key.step,
                value,
            };
            Some((run.pointer(key.step, value)?, run.users_of(reference)))
        };
        (0..count).filter_map(used).collect()
    })
}

fn field_name(key: StepKey, step: usize, field: usize) -> &'static str {
    call(StepKey { step, ..key })
        .and_then(|call| call.operation.fields.get(field))
        .map_or("", |field| field.name.as_ref())
}
