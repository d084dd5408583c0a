//! A document, with every name in it resolved.

use crate::areas::Catalogue;
use crate::call::{self, Resolved};
use crate::choice;
use crate::detour;
use crate::document::{self, Document};
use crate::expression::Expression;
use crate::extended::{self, After, Before};
use crate::extension::Choice;
use crate::fault::Faults;
use crate::prose;
use crate::sent;
use crate::shows;
use crate::step;
use crate::values::{Given, Values};
use crate::yaml::Position;
use playground_core::catalogue::{Operation, Place, Role, ValueKind};
use playground_core::walkthrough::Extras;
use playground_core::walkthrough::{
    Action, Call, Criterion, Form, Input, Note, Output, Pick, Preset, Step, TemplatePart,
    Walkthrough,
};

/// The id of the step that asks for the inputs.
const INPUTS: &str = "inputs";

/// Resolves a document. What comes back is whole only where no fault was found.
pub(crate) fn walkthrough(
    document: &Document<'_>,
    catalogue: &Catalogue,
    faults: &mut Faults,
) -> Walkthrough {
    check_ids(document, faults);
    check_sources(document, faults);
    let mut values = Values::new(document.steps.iter().map(|step| step.id.text.clone()));
    if !document.inputs.is_empty() {
        values.add(None, document.inputs.iter().map(Given::of_input).collect());
    }
    let mut calls = Vec::new();
    for (place, step) in (values.count()..).zip(&document.steps) {
        let call = call::resolve(step, document, catalogue, &mut values, faults);
        let before = call
            .as_ref()
            .map(|call| extended::before(&step.extension, &call.operation, &mut values, faults));
        let mut given = |output, extended| {
            let open = &step.extension.choices;
            Given::of_output(output, call.as_ref(), open, extended, faults)
        };
        let own = step.extension.outputs.iter();
        let mut outputs: Vec<_> = step.outputs.iter().map(|o| given(o, false)).collect();
        outputs.extend(own.map(|output| given(output, true)));
        values.add(Some(&step.id.text), outputs);
        let after = extended::after(
            &step.extension,
            place,
            document,
            catalogue,
            &mut values,
            faults,
        );
        calls.push(call.zip(before).map(|(call, before)| {
            let picks: Vec<_> = values.given(place).iter().map(|given| given.pick).collect();
            choice::check(&before.choices, &step.extension, &picks, faults);
            sent::check(&call.operation, step, &picks, &after, faults);
            (call, before, after)
        }));
    }
    for (call, before, _) in calls.iter().flatten() {
        check_secrets(&call.operation, &call.presets, &values, faults);
        check_standard(&call.presets, &values, faults);
        for (_, presets) in &before.variants {
            check_secrets(&call.operation, presets, &values, faults);
        }
    }
    let helps = detour::find(&calls, values.count() - document.steps.len());
    let mut steps = Vec::new();
    let intro = prose::read(document.description, faults);
    let mut place = 0;
    if !document.inputs.is_empty() {
        let inputs: Vec<Input> = values.given(place).iter().map(Given::input).collect();
        steps.push(step(INPUTS, intro, Action::Provide(inputs.leak())));
        place += 1;
    }
    for ((definition, call), instead_of) in document.steps.iter().zip(calls).zip(helps) {
        let prose = prose::read(definition.description, faults);
        if let Some(call) = call {
            let outputs: Vec<Output> = values.given(place).iter().map(Given::output).collect();
            let call = freeze(call, outputs, instead_of);
            steps.push(step(&definition.id.text, prose, Action::Send(call)));
        }
        place += 1;
    }
    shows::fill(&mut steps);
    Walkthrough {
        id: leak(&document.id.text),
        title: leak(&document.title.text),
        summary: leak(document.summary.text.trim()),
        steps: steps.leak(),
    }
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn step(id: &str, prose: prose::Prose, action: Action) -> Step {
    let note = |(title, html): (String, String)| Note {
        title: title.leak(),
        prose: html.leak(),
    };
    let notes: Vec<Note> = prose.notes.into_iter().map(note).collect();
    Step {
        id: leak(id),
        title: prose.title.leak(),
        prose: prose.html.leak(),
        notes: notes.leak(),
        action,
        shows: &[],
    }
}

/// A step as far as it could be resolved.
pub(crate) type Found = (Resolved, Before, After);

fn freeze(
    (call, before, after): Found,
    outputs: Vec<Output>,
    instead_of: Option<usize>,
) -> &'static Call {
    let presets: Vec<_> = call.presets.into_iter().map(|(preset, _)| preset).collect();
    let mut criteria: Vec<Criterion> = call.criteria;
    criteria.extend(before.cell);
    let substitutes = after.instead_of.map_or_else(Vec::new, |(_, list)| list);
    Box::leak(Box::new(Call {
        operation: call.operation,
        credential: call.credential,
        presets: presets.leak(),
        criteria: criteria.leak(),
        outputs: outputs.leak(),
        extras: Extras {
            variants: Before::frozen(before.variants).leak(),
            choices: before.choices.leak(),
            row: before.row,
            made: after.made.leak(),
            lookup: after.lookup,
            outcome: after.outcome,
            acts_on: before.acts_on,
            instead_of,
            substitutes: substitutes.leak(),
            compare: after.compare,
        },
    }))
}

fn check_ids(document: &Document<'_>, faults: &mut Faults) {
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

fn check_sources(document: &Document<'_>, faults: &mut Faults) {
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
fn check_secrets(
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
fn check_standard(presets: &[(Preset, Position)], values: &Values, faults: &mut Faults) {
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

impl Given {
    fn of_input(input: &document::Input<'_>) -> Self {
        Self {
            name: input.name.text.clone(),
            title: input.title.text.clone(),
            hint: input.hint.map_or("", |hint| hint.text.trim()).to_owned(),
            pick: Pick::Body(""),
            kind: match input.password {
                true => ValueKind::Secret,
                false => ValueKind::Other,
            },
            required: input.required,
            default: input.default.map_or("", |text| text.text.trim()).to_owned(),
            extended: false,
        }
    }

    /// `open` are the choices of the step.
    fn of_output(
        output: &step::Output<'_>,
        call: Option<&Resolved>,
        open: &[Choice<'_>],
        extended: bool,
        faults: &mut Faults,
    ) -> Self {
        let pick = match &output.value {
            Some(Expression::Body(pointer)) => Pick::Body(leak(pointer)),
            Some(Expression::Header(name)) => Pick::Header(leak(name)),
            Some(Expression::Sent(place)) if extended => Pick::Sent(*place),
            None => Pick::Body(""),
            Some(_) => {
                let found = format!(
                    "the output \"{}\", which is not from the answer",
                    output.name.text
                );
                faults.push(
                    output.name.at,
                    found,
                    "$response.body#/pointer or $response.header.name",
                );
                Pick::Body("")
            }
        };
        let kind = call.map_or(ValueKind::Other, |call| kind_of(call, pick));
        let mut open = open.iter().filter(|choice| choice.none.is_some());
        let required = !open.any(|choice| {
            matches!(pick, Pick::Body(pointer) if pointer.starts_with(&choice.entry.pointer))
        });
        Self {
            name: output.name.text.clone(),
            title: output.name.text.clone(),
            hint: String::new(),
            pick,
            kind,
            required,
            default: String::new(),
            extended,
        }
    }

    fn input(&self) -> Input {
        Input {
            name: leak(&self.name),
            title: leak(&self.title),
            hint: leak(&self.hint),
            kind: self.kind,
            required: self.required,
            default: leak(&self.default),
        }
    }

    fn output(&self) -> Output {
        Output {
            name: leak(&self.name),
            pick: self.pick,
            kind: self.kind,
            required: self.required,
        }
    }
}

/// Returns what an answer has at a place.
fn kind_of(call: &Resolved, pick: Pick) -> ValueKind {
    let mut gives = call.operation.gives.iter();
    let found = match pick {
        Pick::Body(pointer) => gives.find(|gives| gives.is_at(pointer)),
        Pick::Header(_) | Pick::Sent(_) => None,
    };
    found.map_or(ValueKind::Other, |gives| gives.kind)
}
