//! What SeaTable would drop or change of a row without an error: asked about before the row is sent.

use crate::ui::dynamic::dynamic;
use crate::ui::form::doubted;
use crate::ui::later::{later, soon};
use crate::ui::session::{Session, StepKey, session};
use leptos::prelude::*;
use playground_core::http::PreparedRequest;
use playground_core::row::{self, Doubt};
use playground_core::walkthrough::{Action, Call, Extras, RowField};

/// The question that stands: what is doubtful, and the text that was to be sent. Another text needs a question of its own.
pub(super) type Asked = RwSignal<Option<(Vec<Doubt>, String)>>;

/// Lists what is doubtful in the row of a step.
type Doubter = fn(Session, StepKey, &'static RowField) -> Vec<Doubt>;

later! {
    /// Fetches what finds it, which knows the types of columns.
    async fn doubter() -> Doubter, doubts in editors;
}

fn doubts(session: Session, key: StepKey, row: &'static RowField) -> Vec<Doubt> {
    session.run(key).with_untracked(|run| {
        let columns = run.json(row.columns).unwrap_or_default();
        let text = run.field(key.step, &row.path).text;
        let rest = row
            .pointer
            .trim_start_matches(|c: char| c == '/' || c.is_ascii_digit());
        let rest = if rest.is_empty() {
            String::new()
        } else {
            ["/", rest].concat()
        };
        row::doubts(&text, &rest, columns)
    })
}

/// Lists what is doubtful, with the part of the page that knows. Nothing where that doesn't come soon: then there is no form either
/// that could say more, and Send waits for no part.
async fn found(session: Session, key: StepKey, row: &'static RowField) -> Vec<Doubt> {
    let doubts = soon(doubter()).await;
    doubts.map_or_else(Vec::new, |doubts| doubts(session, key, row))
}

/// Whether the person has to be asked before a step is sent.
pub(in crate::ui) async fn is_open(session: Session, key: StepKey) -> bool {
    let step = session.walkthrough(key).steps.get(key.step);
    match step.map(|step| &step.action) {
        Some(Action::Send(Call {
            extras: Extras { row: Some(row), .. },
            ..
        })) => !found(session, key, row).await.is_empty(),
        _ => false,
    }
}

/// Sends the request of a step with a row, or asks first.
pub(super) async fn ask(
    session: Session,
    key: StepKey,
    row: &'static RowField,
    asked: Asked,
    request: PreparedRequest,
) {
    let doubts = found(session, key, row).await;
    if doubts.is_empty() {
        session.send(key.into(), request);
        return;
    }
    session.say("Not sent yet.");
    asked.set(Some((doubts, text(session, key, row))));
}

fn text(session: Session, key: StepKey, row: &RowField) -> String {
    let run = session.run(key);
    run.with(|run| run.field(key.step, &row.path).text)
}

/// The question, as long as it is about what stands in the form.
pub(super) fn question(key: StepKey, row: &'static RowField, asked: Asked) -> impl IntoView {
    let session = session();
    dynamic(move || {
        let (doubts, about) = asked.get()?;
        (about == text(session, key, row)).then(|| listed(key, asked, doubts))
    })
}

later! {
    fn listed(key: StepKey, asked: Asked, doubts: Vec<Doubt>) in editors {
        let session = session();
        let send = move || {
            asked.set(None);
            session.send_as_it_stands(key.into());
        };
        doubted(&doubts, send)
    }
}
