//! The forms of the steps, as the person fills them.

use super::run::Run;
use super::view::FieldView;
use crate::catalogue::FieldPath;
use crate::desk::Desk;
use crate::form::{Entry, Origin, RequestForm};

impl Run {
    /// Returns the desk of a step; none for a step that sends nothing.
    pub fn desk(&self, step: usize) -> Option<&Desk> {
        self.steps.get(step)?.desk.as_ref()
    }

    /// Returns the form of a step's request; none for a step that sends nothing.
    pub fn form(&self, step: usize) -> Option<&RequestForm> {
        Some(&self.desk(step)?.form)
    }

    pub(super) fn desk_mut(&mut self, step: usize) -> Option<&mut Desk> {
        self.steps.get_mut(step)?.desk.as_mut()
    }

    /// Changes the form of a step. No other step shows that.
    pub fn edit(&mut self, step: usize, edit: impl FnOnce(&mut RequestForm)) {
        if let Some(desk) = self.desk_mut(step) {
            edit(&mut desk.form);
            self.change(step);
        }
    }

    /// Takes what the person typed into a field, in place of what the walkthrough fills in.
    pub fn set_field(&mut self, step: usize, field: &FieldPath, text: String) {
        self.edit(step, |form| form.type_into(field, text));
    }

    /// Gives a field back to the walkthrough.
    pub fn reset_field(&mut self, step: usize, field: &FieldPath) {
        self.edit(step, |form| form.give_back(field));
    }

    /// Takes a file that the person chose, or that none is chosen any more.
    pub fn choose_file(&mut self, step: usize, field: &FieldPath, file: Option<Entry>) {
        self.edit(step, |form| form.choose_file(field, file));
    }

    /// Says whether a field that the person emptied is sent empty, or not at all.
    pub fn send_empty(&mut self, step: usize, field: &FieldPath, is_sent: bool) {
        self.edit(step, |form| form.send_empty(field, is_sent));
    }

    /// Whether the person has emptied a field that can be sent empty: an optional text.
    pub fn can_be_empty(&self, step: usize, field: &FieldPath) -> bool {
        self.form(step).is_some_and(|form| form.can_be_empty(field))
    }

    /// Whether a field is sent although it is empty.
    pub fn is_sent_empty(&self, step: usize, field: &FieldPath) -> bool {
        self.form(step)
            .is_some_and(|form| form.is_sent_empty(field))
    }

    /// Returns a field of a step's form.
    pub fn field(&self, step: usize, field: &FieldPath) -> FieldView {
        let form = self.form(step);
        FieldView {
            text: form.map_or("", |form| form.text(field)).to_owned(),
            origin: form.map_or(Origin::Empty, |form| form.origin(field)),
        }
    }

    /// Whether the walkthrough fills a field.
    pub fn is_filled(&self, step: usize, field: &FieldPath) -> bool {
        self.form(step)
            .is_some_and(|form| form.defaults.at(field).is_some())
    }
}
