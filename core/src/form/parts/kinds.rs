//! Which of several kinds a value is of.

use crate::catalogue::{FieldPath, Schema, Shape};
use crate::form::{Entry, RequestForm};
use crate::json::pointer::escaped;

impl RequestForm {
    /// Says of which of several kinds a value is: the one that was chosen, else the first that has a place for most of what stands
    /// below it. `None` if nothing does.
    pub fn kind(&self, path: &FieldPath, kinds: &[&Schema]) -> Option<usize> {
        if let Some(Entry::Kind { kind, .. }) = self.at(path).map(|filled| &filled.entry) {
            return Some(*kind).filter(|kind| *kind < kinds.len());
        }
        let below = self.below(path);
        if below.is_empty() {
            return None;
        }
        let misfits = |kind: &&Schema| {
            let fits = |steps: &&str| {
                let text = self.text(&at(path, steps));
                kind.at(steps).is_some_and(|part| may_be(part, text))
            };
            below.iter().filter(|steps| !fits(steps)).count()
        };
        let counted = kinds.iter().map(misfits).enumerate();
        counted
            .min_by_key(|(_, misfits)| *misfits)
            .map(|(kind, _)| kind)
    }

    /// Returns what a value at a place is, where its schema leaves that open.
    pub fn settled<'s>(&self, path: &FieldPath, schema: &'s Schema) -> &'s Schema {
        match &schema.shape {
            Shape::OneOf(_) => {
                let kinds = schema.kinds();
                let kind = self.kind(path, &kinds);
                kind.and_then(|kind| kinds.get(kind).copied())
                    .unwrap_or(schema)
            }
            _ => schema,
        }
    }

    /// Makes a value one of another kind. What both kinds have a place for stays; members that can only be one text, by which kinds
    /// are told apart, get it.
    pub fn choose_kind(&mut self, path: &FieldPath, kinds: &[&Schema], chosen: usize) {
        let Some(new) = kinds.get(chosen) else {
            return;
        };
        let old = self.kind(path, kinds).and_then(|kind| kinds.get(kind));
        self.take_over(path);
        let rest = self.text(path).to_owned();
        let stays = |form: &Self, place: &FieldPath| {
            let Some(steps) = place.steps_below(path) else {
                return true;
            };
            let before = old.and_then(|old| old.at(steps));
            let is_mark = before.and_then(Schema::only_choice).is_some();
            new.at(steps).is_some_and(|part| {
                let fits = || !part.shape.is_json() && may_be(part, form.text(place));
                before == Some(part) || !is_mark && fits()
            })
        };
        let gone = self.typed.iter().map(|filled| &filled.path);
        let gone: Vec<_> = gone.filter(|place| !stays(self, place)).cloned().collect();
        gone.iter().for_each(|place| self.typed.clear(place));
        self.put(path.clone(), Entry::Kind { kind: chosen, rest });
        self.mark(path, kinds, new);
    }

    fn mark(&mut self, path: &FieldPath, kinds: &[&Schema], new: &Schema) {
        let Shape::Object { members, .. } = &new.shape else {
            return;
        };
        for member in members.iter() {
            let is_everywhere = || {
                let mut others = kinds.iter().map(|kind| kind.at(&escaped(&member.name)));
                others.all(|other| other == Some(&member.schema))
            };
            if let Some(text) = member.schema.only_choice().filter(|_| !is_everywhere()) {
                let entry = match text {
                    "" => Entry::Empty,
                    text => Entry::Text(text.to_owned()),
                };
                self.put(path.member(&member.name), entry);
            }
        }
    }
}

/// Returns the place at some steps below another one.
fn at(path: &FieldPath, steps: &str) -> FieldPath {
    let steps = match path.steps.as_ref() {
        "" => steps.to_owned(),
        above => [above, "/", steps].concat(),
    };
    FieldPath {
        place: path.place,
        steps: steps.into(),
    }
}

/// Whether a text may stand in a control of this kind.
fn may_be(schema: &Schema, text: &str) -> bool {
    match &schema.shape {
        Shape::Choice(choices) => text.is_empty() || choices.iter().any(|choice| choice == text),
        Shape::Boolean => matches!(text, "" | "true" | "false"),
        _ => true,
    }
}
