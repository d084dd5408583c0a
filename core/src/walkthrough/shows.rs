//! Which steps show something of which others.

use super::extras::Label;
use super::fill;
use super::model::{Call, Preset, Reference};
use super::run::Run;

impl Run {
    /// Whether a step shows something that one of these others has given, typed or reached.
    pub(super) fn shows(&self, step: usize, others: &[usize]) -> bool {
        let Some((call, _)) = self.call(step) else {
            return false;
        };
        // Who misses a value is led to the step that stands in for the one that would give it.
        let stood_in = others.iter().filter_map(|&other| self.call(other));
        let stood_in = stood_in.flat_map(|(other, _)| other.extras.substitutes);
        let stood_in: Vec<usize> = stood_in.map(|it| it.of.step).collect();
        // A way around is not needed any more once its goal is reached.
        let goal = call.extras.instead_of;
        let sources = call.references().into_iter().map(|from| from.step);
        sources
            .chain(goal)
            .any(|source| others.contains(&source) || stood_in.contains(&source))
    }
}

impl Call {
    /// Lists the presets of every variant, and the step's own.
    pub(super) fn all_presets(&self) -> impl Iterator<Item = &'static Preset> {
        let variants = self.extras.variants.iter();
        variants
            .flat_map(|variant| variant.presets)
            .chain(self.presets)
    }

    /// Lists the values that the step shows or takes.
    fn references(&self) -> Vec<Reference> {
        let extras = &self.extras;
        let compare = extras.compare.as_ref();
        let templates = self.all_presets().map(|preset| preset.template);
        let templates = templates
            .chain(
                extras
                    .acts_on
                    .iter()
                    .flat_map(|it| [it.name].into_iter().chain(it.login)),
            )
            .chain(extras.outcome)
            .chain(extras.lookup.as_ref().map(|lookup| lookup.outcome))
            .chain(compare.and_then(|compare| compare.sent));
        let mut all: Vec<Reference> = templates.flat_map(fill::references).collect();
        all.extend(self.credential);
        let whens = extras
            .variants
            .iter()
            .filter_map(|variant| variant.when.as_ref());
        all.extend(whens.map(|when| when.value));
        let row = extras.row.iter();
        all.extend(row.flat_map(|row| row.current.into_iter().chain([row.columns])));
        let compared = compare
            .iter()
            .flat_map(|compare| compare.before.into_iter().chain(compare.columns));
        all.extend(compared);
        let labels = extras.choices.iter().flat_map(|choice| choice.label);
        all.extend(labels.filter_map(|label| match label {
            Label::Named(from) => Some(*from),
            Label::At(_) => None,
        }));
        all
    }
}
