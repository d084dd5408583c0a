//! Ways around a step: found from what a step stands in for, and from who takes what.

use crate::check::Found;
use crate::yaml::Position;
use playground_core::walkthrough::{Action, Input, Preset, Reference, Step, TemplatePart};

/// Finds for each step the one that it helps to do without: the one it stands in for, or the one that all steps which take
/// something from it help to do without.
pub(crate) fn find(calls: &[Option<Found>], first: usize) -> Vec<Option<usize>> {
    let mut helps: Vec<Option<usize>> = vec![None; calls.len()];
    for i in (0..calls.len()).rev() {
        let Some((_, _, after)) = &calls[i] else {
            continue;
        };
        helps[i] = after
            .instead_of
            .as_ref()
            .map(|(step, _)| *step)
            .or_else(|| {
                let users = (i + 1..calls.len()).filter(|&user| {
                    let takes = |from: Reference| from.step == first + i;
                    calls[user].as_ref().is_some_and(|found| uses(found, takes))
                });
                let mut goals: Vec<Option<usize>> = users.map(|user| helps[user]).collect();
                goals.dedup();
                match goals.as_slice() {
                    [goal] => *goal,
                    _ => None,
                }
            });
    }
    helps
}

/// Marks the inputs that only the way around them takes.
pub(crate) fn mark(inputs: &mut [Input], calls: &[Option<Found>], helps: &[Option<usize>]) {
    for (value, input) in inputs.iter_mut().enumerate() {
        let takes = |from: Reference| from == Reference { step: 0, value };
        let users = calls.iter().zip(helps);
        let mut users = users.filter(|(call, _)| call.as_ref().is_some_and(|it| uses(it, takes)));
        let first = users.next();
        input.around = first.is_some_and(|(_, goal)| *goal == Some(0))
            && users.all(|(_, goal)| *goal == Some(0));
    }
}

/// Numbers the steps: those of the way around one by its number and a letter.
pub(crate) fn number(steps: &mut [Step]) {
    let (mut number, mut letters) = (0, b'a'..=b'z');
    for step in steps {
        let goal = match step.action {
            Action::Send(call) => call.extras.instead_of,
            Action::Provide(_) => None,
        };
        step.number = match goal.and_then(|_| letters.next()) {
            Some(letter) => format!("{number}{}", char::from(letter)).leak(),
            None => {
                (number, letters) = (number + 1, b'a'..=b'z');
                number.to_string().leak()
            }
        };
    }
}

/// Whether a step takes a value that fits.
fn uses((call, before, _): &Found, takes: impl Fn(Reference) -> bool) -> bool {
    let in_presets = |presets: &[(Preset, Position)]| {
        presets.iter().any(|(preset, _)| {
            preset
                .template
                .parts
                .iter()
                .any(|part| matches!(part, TemplatePart::Value { from, .. } if takes(*from)))
        })
    };
    call.credential.is_some_and(&takes)
        || in_presets(&call.presets)
        || before
            .variants
            .iter()
            .any(|(_, presets)| in_presets(presets))
        || before
            .row
            .as_ref()
            .is_some_and(|row| takes(row.columns) || row.current.is_some_and(&takes))
}
