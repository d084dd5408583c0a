//! What the walkthrough fills into the fields of a request.

use super::extras::{RowField, When};
use super::fill::{self, Sources};
use super::model::{Call, Preset, Reference, Template};
use super::run::{Run, State};
use crate::http::Body;
use crate::json::{self, Document};
use crate::row;

impl Run {
    /// Returns what the walkthrough fills into a field: the first variant that applies, else the step's own.
    pub(super) fn preset(&self, call: &'static Call, field: usize) -> Option<&'static Preset> {
        let variants = call.extras.variants.iter();
        let variants = variants.filter(|variant| self.holds(variant.when.as_ref()));
        variants
            .map(|variant| variant.presets)
            .chain([call.presets])
            .find_map(|presets| presets.iter().find(|preset| preset.field == field))
    }

    /// Whether a condition on an earlier value holds, or there is none.
    pub(super) fn holds(&self, when: Option<&When>) -> bool {
        when.is_none_or(|when| {
            self.value(when.value)
                .is_some_and(|value| when.is.contains(&value.plain()))
        })
    }

    /// Returns the values that a request takes, apart from its token, each with its field.
    pub(super) fn taken(&self, call: &'static Call, state: &State) -> Vec<(usize, Reference)> {
        let fields = 0..call.operation.field_count();
        let left = fields.filter(|&field| !matches!(state.typed.get(field), Some(Some(_))));
        let presets = left.filter_map(|field| self.preset(call, field));
        presets
            .flat_map(|preset| fill::references(preset.template).map(|from| (preset.field, from)))
            .collect()
    }

    /// Returns the text of a field as the walkthrough fills it; none as long as a value is missing.
    pub(super) fn filled(
        &self,
        call: &'static Call,
        field: usize,
        state: &State,
    ) -> Option<String> {
        let text = self.fill(self.preset(call, field)?.template)?;
        let row = call.extras.row.as_ref();
        let kept = row
            .filter(|row| row.field == field && row.keep && !state.replace)
            .and_then(|row| kept(row, state, &text));
        Some(kept.unwrap_or(text))
    }

    /// Notes which row a request has written, once it has worked.
    pub(super) fn note_written(&mut self, step: usize) {
        let Some((call, state)) = self.call(step) else {
            return;
        };
        let row = call.extras.row.as_ref().filter(|row| row.keep);
        let good = state.verdicts.iter().all(|verdict| verdict.held);
        let (Some(row), true, Some(exchange)) = (row, good, &state.exchange) else {
            return;
        };
        let Body::Json(text) = &exchange.request.body else {
            return;
        };
        let name = call.operation.field(row.field).map(|field| field.name);
        let sent = Document::parse(text.shown().into_owned().into_bytes());
        let pointer = ["/", name.unwrap_or_default(), row.pointer].concat();
        // Cells that went to another row are not those of the one that was read.
        let whole = pointer.rsplit_once('/').map_or("", |(whole, _)| whole);
        let id = sent.pointer(&[whole, "/row_id"].concat());
        let id = id.map(|id| sent.text(id).into_owned());
        let read = state.current.as_deref();
        let is_it = id.is_some() && id == read.and_then(|read| json::member(read, "", "_id"));
        let written = sent
            .pointer(&pointer)
            .filter(|_| is_it)
            .map(|row| sent.text(row).into_owned());
        if let Some(state) = self.steps.get_mut(step) {
            state.written = written;
        }
    }

    /// Writes a template out; none where one of its values is not there.
    pub(super) fn fill(&self, template: Template) -> Option<String> {
        Sources::earlier(&|from| self.value(from)).fill(template)
    }

    /// Returns the row that a step changes, as it was read, its cells by the names of their columns.
    pub fn current_row(&self, step: usize) -> Option<&str> {
        self.steps.get(step)?.current.as_deref()
    }

    /// Whether the person wants cells replaced that the walkthrough would add to.
    pub fn replaces(&self, step: usize) -> bool {
        self.steps.get(step).is_some_and(|state| state.replace)
    }

    /// Says whether cells are to be replaced that the walkthrough would add to.
    pub fn set_replaces(&mut self, step: usize, replace: bool) {
        if let Some(state) = self.steps.get_mut(step) {
            state.replace = replace;
        }
    }
}

/// Puts the entries that the cells have in front of the new ones: those that were written here last, else those that the
/// row had when it was read.
fn kept(row: &RowField, state: &State, text: &str) -> Option<String> {
    let read = state.current.as_deref()?;
    let current = state
        .written
        .as_deref()
        .and_then(|written| with_cells(read, written));
    row::append_to_current(text, row.pointer, current.as_deref().unwrap_or(read))
}

/// Puts cells of one row into the other one; both are exact JSON.
fn with_cells(row: &str, cells: &str) -> Option<String> {
    let cells = Document::parse(cells.as_bytes().to_vec());
    let mut row = row.to_owned();
    for cell in cells.children(cells.root()?) {
        let name = cells.key(cell)?.text();
        row = json::set_member(&row, "", &name, Some(&cells.text(cell)))?;
    }
    Some(row)
}
