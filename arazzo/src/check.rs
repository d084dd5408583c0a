//! A document, with every name in it resolved.

mod given;
mod refused;

use crate::areas::Catalogue;
use crate::call::{self, Resolved};
use crate::choice;
use crate::detour;
use crate::document::Document;
use crate::extended::{self, After, Before};
use crate::fault::Faults;
use crate::prose;
use crate::sent;
use crate::shows;
use crate::values::{Given, Values};
use playground_core::walkthrough::Extras;
use playground_core::walkthrough::{
    Action, Call, Criterion, Input, Note, Output, Step, Walkthrough,
};

/// The id of the step that asks for the inputs.
const INPUTS: &str = "inputs";

/// Resolves a document. What comes back is whole only where no fault was found.
pub(crate) fn walkthrough(
    document: &Document<'_>,
    catalogue: &Catalogue,
    faults: &mut Faults,
) -> Walkthrough {
    refused::ids(document, faults);
    refused::sources(document, faults);
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
        refused::secrets(&call.operation, &call.presets, &values, faults);
        refused::standard(&call.presets, &values, faults);
        for (_, presets) in &before.variants {
            refused::secrets(&call.operation, presets, &values, faults);
        }
    }
    let helps = detour::find(&calls, values.count() - document.steps.len());
    let mut steps = Vec::new();
    let intro = prose::read(document.description, faults);
    let mut place = 0;
    if !document.inputs.is_empty() {
        let mut inputs: Vec<Input> = values.given(place).iter().map(Given::input).collect();
        detour::mark(&mut inputs, &calls, &helps);
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
    detour::number(&mut steps);
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
        number: "",
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
