//! What an extension takes out of the request that its step sends: it has to have such a place.

use crate::extended::After;
use crate::fault::Faults;
use crate::step::Step;
use crate::yaml::Position;
use playground_core::catalogue::{FieldPath, Operation, Place, Shape};
use playground_core::walkthrough::{Made, Pick, Sent, Template, TemplatePart};

/// Demands that every place in the request is one that its operation has, and no secret.
pub(crate) fn check(
    operation: &Operation,
    step: &Step<'_>,
    outputs: &[Pick],
    after: &After,
    faults: &mut Faults,
) {
    let of_outputs = outputs.iter().filter_map(|pick| match pick {
        Pick::Sent(place) => Some(*place),
        _ => None,
    });
    let of_made = after.made.iter().flat_map(templates);
    let of_lookup = after.lookup.iter().flat_map(|lookup| {
        let presets = lookup.presets.iter().map(|preset| preset.template);
        presets.chain([lookup.outcome])
    });
    let of_compare = after.compare.iter().filter_map(|compare| compare.sent);
    let all = of_made.chain(of_lookup).chain(of_compare);
    let all = all.chain(after.outcome);
    let places = of_outputs.chain(all.flat_map(places));
    tell(operation, &step.id.text, step.at, places, faults);
}

/// Demands the same of what an operation makes that is sent by itself.
pub(crate) fn check_made(operation: &Operation, at: Position, made: &Made, faults: &mut Faults) {
    let places = templates(made).flat_map(places);
    tell(operation, &operation.id, at, places, faults);
}

/// Lists the templates of what is made.
fn templates(made: &Made) -> impl Iterator<Item = Template> {
    let presets = made.presets.iter().map(|preset| preset.template);
    let same = made.same.into_iter().flat_map(|(one, other)| [one, other]);
    presets.chain(same).chain([made.name]).chain(made.inside)
}

/// Lists the places in the request that a template takes from.
fn places(template: Template) -> impl Iterator<Item = Sent> {
    template.parts.iter().filter_map(|part| match part {
        TemplatePart::Sent { place, .. } => Some(*place),
        _ => None,
    })
}

fn tell(
    operation: &Operation,
    name: &str,
    at: Position,
    places: impl Iterator<Item = Sent>,
    faults: &mut Faults,
) {
    for place in places.filter(|place| !is_there(operation, *place)) {
        let found = format!("{place:?}, which the request of \"{name}\" does not show");
        faults.push(at, found, "a parameter or a member of the body");
    }
}

fn is_there(operation: &Operation, sent: Sent) -> bool {
    if let Sent::Body(pointer) = sent
        && let Some(schema) = operation.schema_at(&body(pointer))
    {
        return !matches!(schema.shape, Shape::Secret | Shape::File);
    }
    let (place, name) = match sent {
        Sent::Path(name) => (Place::Path, name),
        Sent::Query(name) => (Place::Query, name),
        Sent::Body(pointer) => {
            let name = pointer.split('/').nth(1).unwrap_or_default();
            (Place::Body, name)
        }
    };
    operation.fields().any(|field| {
        let is_open = !matches!(field.shape(), Shape::Secret | Shape::File);
        field.place == place && field.name == name && is_open
    })
}

fn body(pointer: &'static str) -> FieldPath {
    FieldPath {
        place: Place::Body,
        steps: pointer.trim_start_matches('/').into(),
    }
}
