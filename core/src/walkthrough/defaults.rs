//! What the walkthrough fills into the forms: the one place where a form takes values of other steps.

use super::extras::When;
use super::fill::{self, Sources};
use super::model::{Call, Preset, Reference, Template};
use super::run::Run;
use super::state::StepState;
use crate::auth::Token;
use crate::catalogue::{FieldPath, Operation};
use crate::form::{Entry, Filled, Layer, RequestForm, Source};

impl Run {
    /// Fills the form of a step with what the walkthrough has for it now.
    pub(super) fn fill_form(&mut self, step: usize) {
        let Some((call, state)) = self.call(step) else {
            return;
        };
        let mut defaults = Layer::default();
        for preset in self.presets(call) {
            defaults.fill(Filled {
                path: preset.path.clone(),
                entry: self.default(step, call, state, preset),
                source: source(preset.template),
            });
        }
        let token = self.token(call.credential);
        if let Some(desk) = self.desk_mut(step) {
            desk.form.defaults = defaults;
            desk.form.token = token;
        }
    }

    /// What a field holds as the walkthrough fills it: no text as long as a value is missing.
    fn default(&self, step: usize, call: &Call, state: &StepState, preset: &Preset) -> Entry {
        if fill::references(preset.template).any(|from| self.is_spent(step, from)) {
            return Entry::Forgotten;
        }
        let text = self.fill(preset.template).unwrap_or_default();
        let row = call.extras.row.as_ref();
        let row = row.filter(|row| row.path == preset.path && row.keep);
        let kept = row.and_then(|row| state.row.keep?(&state.row, row, &text));
        let text = kept.unwrap_or(text);
        match &state.desk {
            Some(desk) => desk.form.entry(&preset.path, text),
            None => Entry::Text(text),
        }
    }

    /// Lists what the walkthrough fills in: for each field the first variant that applies, else the step's own.
    pub(super) fn presets(&self, call: &'static Call) -> Vec<&'static Preset> {
        let mut found: Vec<&Preset> = Vec::new();
        // A plain loop, here and below: adapters of iterators weigh more in the page.
        let mut add = |presets: &'static [Preset]| {
            for preset in presets {
                if found.iter().all(|other| other.path != preset.path) {
                    found.push(preset);
                }
            }
        };
        for variant in call.extras.variants {
            if self.holds(variant.when.as_ref()) {
                add(variant.presets);
            }
        }
        add(call.presets);
        found
    }

    /// Whether a condition on an earlier value holds, or there is none.
    pub(super) fn holds(&self, when: Option<&When>) -> bool {
        when.is_none_or(|when| {
            self.value(when.value)
                .is_some_and(|value| when.is.contains(&value.plain()))
        })
    }

    /// Returns the values that a request takes, apart from its token, each with its field: not those of fields that the person filled.
    pub(super) fn taken(&self, step: usize) -> Vec<(&'static FieldPath, Reference)> {
        let Some((call, _)) = self.call(step) else {
            return Vec::new();
        };
        let is_left = |path: &FieldPath| {
            self.form(step)
                .is_some_and(|form| form.typed.at(path).is_none())
        };
        let mut taken = Vec::new();
        for preset in self.presets(call) {
            if is_left(&preset.path) {
                for from in fill::references(preset.template) {
                    taken.push((&preset.path, from));
                }
            }
        }
        taken
    }

    /// Returns the token that stands at an address.
    fn token(&self, from: Option<Reference>) -> Option<Token> {
        self.value(from?)?.token().cloned()
    }

    /// Writes a template out; `None` if one of its values is not there.
    pub(super) fn fill(&self, template: Template) -> Option<String> {
        Sources::earlier(&|from| self.value(from)).fill(template)
    }

    /// Fills the form of a request that the page sends beside those of the steps; `None` if a value is missing.
    pub(super) fn form_beside(
        &self,
        operation: &'static Operation,
        credential: Option<Reference>,
        presets: &'static [Preset],
        sources: &Sources<'_>,
    ) -> Option<RequestForm> {
        filled(operation, self.token(credential), presets, sources)
    }
}

/// Fills the form of a request that the page sends on its own; `None` if a value is missing.
pub(super) fn filled(
    operation: &'static Operation,
    token: Option<Token>,
    presets: &'static [Preset],
    sources: &Sources<'_>,
) -> Option<RequestForm> {
    let mut form = RequestForm::new(operation);
    form.token = token;
    for preset in presets {
        let text = sources.fill(preset.template)?;
        form.defaults.fill(Filled {
            path: preset.path.clone(),
            entry: form.entry(&preset.path, text),
            source: source(preset.template),
        });
    }
    Some(form)
}

fn source(template: Template) -> Source {
    fill::references(template)
        .next()
        .map_or(Source::Walkthrough, Source::Step)
}
