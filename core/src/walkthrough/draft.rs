//! The draft of a step's request.

use super::{Action, Run};
use crate::http::{Draft, Entry, Server};

/// Puts a step's draft together from what the run holds and the files that were chosen, by field.
///
/// None for a step that sends nothing.
pub fn draft<'a>(
    run: &Run,
    step: usize,
    server: &'a Server,
    files: &[(usize, Entry)],
) -> Option<Draft<'a>> {
    let Action::Send(call) = run.walkthrough().steps.get(step)?.action else {
        return None;
    };
    let entry = |field| match files.iter().find(|(place, _)| *place == field) {
        Some((_, file)) => file.clone(),
        None if run.is_sent_empty(step, field) => Entry::Empty,
        None if run.is_forgotten(step, field) => Entry::Forgotten,
        None => Entry::Text(run.field(step, field).text),
    };
    Some(Draft {
        server,
        operation: &call.operation,
        token: run.credential(step),
        entries: (0..call.operation.field_count()).map(entry).collect(),
    })
}
