//! A place of a form, with what may stand there.

use crate::ui::dynamic::{Memo, memo};
use crate::ui::form::{FormOf, field};
use crate::ui::session::{DeskForm, session};
use leptos::prelude::*;
use playground_core::catalogue::{Field, FieldPath, Layout, Operation, Schema};
use playground_core::form::RequestForm;
use playground_core::http::{At, json_at};
use playground_core::json::pointer::unescaped;
use playground_core::words;
use std::fmt::Write;

/// A place of a form, with what may stand there.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// The form.
    pub(super) of: FormOf,
    /// What may stand there.
    pub(super) schema: &'static Schema,
    /// Whether something has to.
    pub(super) required: bool,
    /// Its number, if it is an item of a list.
    item: Option<usize>,
    path: StoredValue<FieldPath>,
}

impl Spot {
    /// The place of a field of the top level.
    pub(super) fn of_field(of: FormOf, field: Field<'static>) -> Self {
        Self {
            of,
            schema: field.schema,
            required: field.required,
            item: None,
            path: StoredValue::new(field.path()),
        }
    }

    /// The body as a whole.
    pub(super) fn body(of: FormOf) -> Option<Self> {
        let operation: &'static Operation = of.operation;
        let body = operation.body.as_ref()?;
        Some(Self {
            of,
            schema: &body.schema,
            required: body.required,
            item: None,
            path: StoredValue::new(FieldPath::body()),
        })
    }

    /// The place of an item of what stands here.
    pub(super) fn item(self, place: usize, schema: &'static Schema) -> Self {
        Self {
            item: Some(place),
            ..self.member(&place.to_string(), schema, false)
        }
    }

    /// The place of a member of what stands here.
    pub(super) fn member(self, name: &str, schema: &'static Schema, required: bool) -> Self {
        let path = self.path.with_value(|path| path.member(name));
        Self {
            schema,
            required,
            item: None,
            path: StoredValue::new(path),
            ..self
        }
    }

    pub(super) fn path(self) -> FieldPath {
        self.path.get_value()
    }

    /// Looks at the place.
    pub(super) fn with_path<T>(self, look: impl FnOnce(&FieldPath) -> T) -> T {
        self.path.with_value(look)
    }

    /// Returns the form.
    pub(super) fn form(self) -> DeskForm {
        session().form(self.of.desk)
    }

    /// Reads the form, whose changes wake the reader.
    pub(super) fn read<T: Default>(self, look: impl FnOnce(&RequestForm, &FieldPath) -> T) -> T {
        let read = |form: &RequestForm| self.with_path(|path| look(form, path));
        self.form().with(read).unwrap_or_default()
    }

    /// Changes the form, and wakes the desk.
    pub(super) fn edit(self, mut edit: impl FnMut(&mut RequestForm, &FieldPath)) {
        let path = self.path();
        self.form().edit(&mut |form| edit(form, &path));
    }

    /// Returns the text that stands here.
    pub(super) fn text(self) -> String {
        self.read(|form, path| form.text(path).to_owned())
    }

    /// Takes what the person typed.
    pub(super) fn set(self, text: String) {
        self.with_path(|path| self.form().set(path, text));
    }

    /// Returns the JSON of what stands here and below.
    pub(super) fn json(self) -> String {
        let json = session().server.with_untracked(|server| {
            let json =
                |form: &RequestForm, path: &FieldPath| json_at(form, path, self.schema, server);
            untrack(|| self.read(json))
        });
        json.unwrap_or_default()
    }

    /// Says how it is laid out.
    pub(super) fn layout(self) -> Layout<'static> {
        let level = self.with_path(FieldPath::level);
        match self.schema.layout(level) {
            layout @ (Layout::Members(..) | Layout::Kinds(_)) => layout,
            // A body that is no object is written as JSON.
            _ if level == 0 => Layout::Json,
            layout => layout,
        }
    }

    /// Returns it as a field of the top level; none where it is a part of one.
    pub(super) fn field(self) -> Option<Field<'static>> {
        let operation: &'static Operation = self.of.operation;
        self.with_path(|path| operation.field_at(path))
    }

    /// Returns what it is called: an item by its list and its number, which begins with one.
    pub(super) fn name(self) -> String {
        let path = self.path();
        let above = path.steps.rsplit_once('/').map_or("", |(above, _)| above);
        match self.item {
            Some(place) => {
                let list = above.rsplit('/').next().unwrap_or(above);
                words::part::item_of(&unescaped(list), place)
            }
            None if path.level() == 0 => "body".to_owned(),
            None => path.name(),
        }
    }

    /// Returns the id of its control.
    pub(super) fn id(self) -> String {
        let path = self.path();
        let mut fields = self.of.operation.fields();
        let is_of =
            |field: Field<'_>| path == field.path() || path.steps_below(&field.path()).is_some();
        let Some(place) = fields.position(is_of) else {
            return self.of.desk.element("body");
        };
        let field = self.of.operation.field(place);
        let above = field.map_or_else(FieldPath::body, |field| field.path());
        let mut id = self.of.desk.field(place);
        if let Some(steps) = path.steps_below(&above) {
            id.push('-');
            for c in steps.chars() {
                match c {
                    '/' => id.push('-'),
                    c if c.is_ascii_alphanumeric() || c == '_' => id.push(c),
                    // Writing into a text does not fail.
                    c => drop(write!(id, ".{:x}", u32::from(c))),
                }
            }
        }
        id
    }

    /// Returns what is wrong here, once that is shown.
    pub(super) fn fault(self) -> Memo<Option<String>> {
        memo(move || field::fault(self.of.drafted, &At::Field(self.path())))
    }
}
