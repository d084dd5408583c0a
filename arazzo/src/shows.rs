//! Which steps show something of which others.

use playground_core::walkthrough::{Action, Call, Label, Reference, Step, Template, TemplatePart};

/// Fills in for each step of a walkthrough the steps of which it shows something.
pub(crate) fn fill(steps: &mut [Step]) {
    let calls: Vec<Option<&Call>> = steps.iter().map(call).collect();
    let shown: Vec<Vec<usize>> = calls.iter().map(|call| of(*call, &calls)).collect();
    for (step, shown) in steps.iter_mut().zip(shown) {
        step.shows = shown.leak();
    }
}

fn call(step: &Step) -> Option<&'static Call> {
    match step.action {
        Action::Send(call) => Some(call),
        Action::Provide(_) => None,
    }
}

fn of(call: Option<&Call>, calls: &[Option<&Call>]) -> Vec<usize> {
    let Some(call) = call else {
        return Vec::new();
    };
    let mut shown: Vec<usize> = references(call).iter().map(|from| from.step).collect();
    // A way around is not needed any more once its goal is reached.
    shown.extend(call.extras.instead_of);
    // Who misses a value is led to the step that stands in for the one that would give it.
    for (place, other) in calls.iter().enumerate() {
        let substitutes = other.map_or(&[][..], |other| other.extras.substitutes);
        if substitutes.iter().any(|it| shown.contains(&it.of.step)) {
            shown.push(place);
        }
    }
    shown.sort_unstable();
    shown.dedup();
    shown
}

/// Lists the values that a step shows or takes.
fn references(call: &Call) -> Vec<Reference> {
    let extras = &call.extras;
    let mut all: Vec<Reference> = call.credential.into_iter().collect();
    let mut add = |template: Template| {
        all.extend(template.parts.iter().filter_map(|part| match part {
            TemplatePart::Value { from, .. } => Some(*from),
            _ => None,
        }));
    };
    let variants = extras.variants.iter();
    let presets = variants.flat_map(|variant| variant.presets);
    for preset in presets.chain(call.presets) {
        add(preset.template);
    }
    if let Some(acted_on) = &extras.acts_on {
        add(acted_on.name);
        acted_on.login.into_iter().for_each(&mut add);
    }
    extras.outcome.into_iter().for_each(&mut add);
    if let Some(lookup) = &extras.lookup {
        add(lookup.outcome);
    }
    if let Some(compare) = &extras.compare {
        compare.sent.into_iter().for_each(&mut add);
        all.extend(compare.before.into_iter().chain(compare.columns));
    }
    let whens = extras.variants.iter().filter_map(|it| it.when.as_ref());
    all.extend(whens.map(|when| when.value));
    if let Some(row) = &extras.row {
        all.extend(row.current.into_iter().chain([row.columns]));
    }
    let labels = extras.choices.iter().flat_map(|choice| choice.label);
    all.extend(labels.filter_map(|label| match label {
        Label::Named(from) => Some(*from),
        Label::At(_) => None,
    }));
    all
}
