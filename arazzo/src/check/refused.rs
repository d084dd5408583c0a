//! What is refused of a document whose names are all known.

use super::INPUTS;
use crate::document::Document;
use crate::fault::Faults;
use crate::values::Values;
use crate::yaml::Position;
use playground_core::catalogue::{Operation, Place, Role};
use playground_core::walkthrough::{Form, Preset, TemplatePart};

pub(super) fn ids(document: &Document<'_>, faults: &mut Faults) {
    let mut seen = vec![INPUTS];
    for step in &document.steps {
        if seen.contains(&step.id.text.as_str()) {
            let found = format!("the stepId \"{}\" a second time", step.id.text);
            faults.push(
                step.id.at,
                found,
                "a stepId of its own; \"inputs\" is the first step's",
            );
        }
        seen.push(&step.id.text);
    }
}

pub(super) fn sources(document: &Document<'_>, faults: &mut Faults) {
    for source in &document.sources {
        let prefix = format!("$sourceDescriptions.{}.", source.name.text);
        if !document
            .steps
            .iter()
            .flat_map(|step| {
                let removals = step.extension.made.iter().map(|made| made.operation);
                removals.chain([step.operation])
            })
            .any(|operation| operation.text.starts_with(&prefix))
        {
            let found = format!("the source \"{}\", which no step uses", source.name.text);
            faults.push(source.name.at, found, "the sources that are used");
        }
    }
}

/// Refuses secrets on the way to where they would be shown: into an address or an open field.
pub(super) fn secrets(
    operation: &Operation,
    presets: &[(Preset, Position)],
    values: &Values,
    faults: &mut Faults,
) {
    for (preset, at) in presets {
        let Some(field) = operation.field_at(&preset.path) else {
            continue;
        };
        let is_masked = field.is_secret() || field.has(Role::UploadLink);
        if is_masked || field.place == Place::Header {
            continue;
        }
        for part in preset.template.parts {
            if let TemplatePart::Value { from, .. } = part
                && let Some(given) = values.get(*from).filter(|given| given.is_secret())
            {
                let found = format!(
                    "the secret \"{}\" in the field \"{}\"",
                    given.name, field.name
                );
                faults.push(
                    *at,
                    found,
                    "secrets in the Authorization header or a password field only",
                );
            }
        }
    }
}

/// Refuses in the standard part what only the extension gives: other tools would not have it.
pub(super) fn standard(presets: &[(Preset, Position)], values: &Values, faults: &mut Faults) {
    for (preset, at) in presets {
        for part in preset.template.parts {
            let (from, form) = match part {
                TemplatePart::Value { from, form } => (values.get(*from), *form),
                _ => continue,
            };
            if matches!(form, Form::Path | Form::Address) {
                faults.push(
                    *at,
                    "a path outside of x-playground",
                    "{$…} without a slash",
                );
            }
            if let Some(given) = from.filter(|given| given.extended) {
                let found = format!("\"{}\", which only the page has", given.name);
                faults.push(*at, found, "an output of Arazzo's own, or a variant");
            }
        }
    }
}
