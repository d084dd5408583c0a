//! What an extension takes out of the request that its step sends: it has to have such a place.

use crate::extended::After;
use crate::fault::Faults;
use crate::step::Step;
use playground_core::catalogue::{Operation, Place, Shape};
use playground_core::walkthrough::{Pick, Sent, Template, TemplatePart};

/// Demands that every place in the request is one that its operation has, and no secret.
pub(crate) fn check(
    operation: &Operation,
    step: &Step<'_>,
    outputs: &[Pick],
    after: &After,
    faults: &mut Faults,
) {
    let in_template = |template: &Template| {
        let parts = template.parts.iter();
        parts.filter_map(|part| match part {
            TemplatePart::Sent { place, .. } => Some(*place),
            _ => None,
        })
    };
    let of_outputs = outputs.iter().filter_map(|pick| match pick {
        Pick::Sent(place) => Some(*place),
        _ => None,
    });
    let of_made = after.made.iter().flat_map(|made| {
        let presets = made.presets.iter().map(|preset| preset.template);
        let same = made.same.into_iter().flat_map(|(one, other)| [one, other]);
        presets.chain(same).chain([made.name]).chain(made.inside)
    });
    let of_lookup = after.lookup.iter().flat_map(|lookup| {
        let presets = lookup.presets.iter().map(|preset| preset.template);
        presets.chain([lookup.outcome])
    });
    let of_compare = after.compare.iter().filter_map(|compare| compare.sent);
    let templates = of_made.chain(of_lookup).chain(of_compare);
    let templates: Vec<Template> = templates.chain(after.outcome).collect();
    let places = of_outputs.chain(templates.iter().flat_map(in_template));
    for place in places.filter(|place| !is_there(operation, *place)) {
        let found = format!(
            "{place:?}, which the request of \"{}\" does not show",
            step.id.text
        );
        faults.push(step.at, found, "a parameter or a member of the body");
    }
}

fn is_there(operation: &Operation, sent: Sent) -> bool {
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
