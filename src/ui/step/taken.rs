//! Which values of an answer later steps take, and which others they could take.

use crate::ui::exchange::{Response, Uses, plain};
use crate::ui::session::{DeskId, Session, StepKey, session};
use playground_core::catalogue::FieldPath;
use playground_core::http::Exchange;
use playground_core::json::{Document, NodeId};
use playground_core::walkthrough::{Action, Call, Reference, Use, User};
use std::sync::Arc;

/// What later steps make of the answer of a step.
const USES: Uses = Uses {
    taken,
    takers: |session, desk, document, node| {
        let words = |taker: &Taker| {
            let name = field_name(taker.key, &taker.field);
            format!("Use in step {} · {name}", taker.key.number())
        };
        takers(session, desk, document, node)
            .iter()
            .map(words)
            .collect()
    },
    hand_over,
    kin,
};
use playground_core::words;

/// A place in a later step that would take a value.
#[derive(PartialEq)]
struct Taker {
    /// The step.
    key: StepKey,
    /// The field.
    field: FieldPath,
}

/// The response of a step, with what later steps make of it.
pub(super) fn response(session: Session, key: StepKey, exchange: Arc<Exchange>) -> Response {
    let run = session.run(key);
    Response {
        desk: key.into(),
        exchange,
        before: run.with_untracked(|run| run.previous(key.step).cloned()),
        uses: USES,
        agreement: None,
    }
}

/// Lists the answers of all steps: the metadata of the base may be among them.
fn kin(session: Session, desk: DeskId) -> Vec<Arc<Exchange>> {
    let Some(key) = desk.step() else {
        return Vec::new();
    };
    session.run(key).with_untracked(|run| {
        let steps = 0..run.walkthrough().steps.len();
        steps
            .filter_map(|step| run.exchange(step).cloned())
            .collect()
    })
}

/// Finds the values of an answer that later steps take, with words that say where they go.
fn taken(session: Session, desk: DeskId, exchange: &Exchange) -> Vec<(NodeId, String)> {
    let (Some(key), Some(answer)) = (desk.step(), exchange.answer()) else {
        return Vec::new();
    };
    let place = |(pointer, users): (String, Vec<User>)| {
        let node = answer.body.pointer(&pointer)?;
        let user = users.first()?;
        let name = match &user.place {
            Use::Credential => "token",
            Use::Field(field) => field_name(key.at(user.step), field),
        };
        Some((
            node,
            format!("step {} · {name}", key.at(user.step).number()),
        ))
    };
    outputs(session, key)
        .into_iter()
        .filter_map(place)
        .collect()
}

/// Finds the places that would take a value of an answer: those that take its like from another entry of a list.
fn takers(session: Session, desk: DeskId, document: &Document, node: NodeId) -> Vec<Taker> {
    let mut takers = Vec::new();
    let Some(key) = desk.step().filter(|_| !document.is_container(node)) else {
        return takers;
    };
    let place = document.pointer_of(node);
    for (pointer, users) in outputs(session, key) {
        if pointer == place || !is_like(&pointer, &place) {
            continue;
        }
        for user in users {
            let Use::Field(field) = user.place else {
                continue;
            };
            let key = key.at(user.step);
            let taker = Taker { key, field };
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
fn hand_over(session: Session, desk: DeskId, document: &Document, node: NodeId, place: usize) {
    let takers = takers(session, desk, document, node);
    let (Some(key), Some(Taker { key: taker, field })) = (desk.step(), takers.get(place)) else {
        return;
    };
    match choice(session, key, &document.pointer_of(node)) {
        Some((choice, index)) => session.choose_entry(key, choice, Some(index)),
        None => {
            let text = plain(document, node);
            let run = session.run(*taker);
            run.update(|run| run.set_field(taker.step, field, text));
        }
    }
    session.say(words::step::has_it(taker.number()));
}

/// Finds the list to choose from that a pointer leads into, and the index of its entry.
fn choice(session: Session, key: StepKey, pointer: &str) -> Option<(usize, usize)> {
    let run = session.run(key);
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
    match session().walkthrough(key).steps.get(key.step)?.action {
        Action::Send(call) => Some(call),
        Action::Provide(_) => None,
    }
}

/// The outputs of a step that come from the body: each pointer with the places that take its value.
fn outputs(session: Session, key: StepKey) -> Vec<(String, Vec<User>)> {
    let count = call(key).map_or(0, |call| call.outputs.len());
    session.run(key).with_untracked(|run| {
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

fn field_name(key: StepKey, field: &FieldPath) -> &'static str {
    call(key)
        .and_then(|call| call.operation.field_at(field))
        .map_or("", |field| field.name)
}
