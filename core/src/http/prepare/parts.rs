//! What is made of entries that stand in parts of fields.

use super::nested::Assembly;
use super::value::Filled;
use super::{masked, part};
use crate::auth::Secret;
use crate::catalogue::{BodyKind, Field, FieldPath, Place, Schema, Shape};
use crate::form::{Entry, RequestForm};
use crate::http::{FieldError, Part, PartContent, Server, Text, Writing};
use crate::json::{Document, Kind};
use std::borrow::Cow;

/// The fields of a form, in their order, with what counts in each.
pub(super) type Entries<'a> = Vec<(Field<'static>, Option<Cow<'a, Entry>>)>;

/// Keeps the secrets in a JSON text apart; its name and schema come first.
pub(super) type Masked = fn(&str, &Schema, &str) -> Text;

/// What is made of parts. That is chosen by a value, so that a page whose forms have none does without what is only for them.
pub(super) struct Parts {
    /// Lists the fields of a form, and notes what is wrong below them.
    pub(super) entries:
        for<'a> fn(&'a RequestForm, &'a Server, &mut Vec<FieldError>) -> Entries<'a>,
    pub(super) masked: Masked,
    /// Lists what a field has as parts of a form.
    pub(super) split: fn(&Filled<'_>) -> Vec<Part>,
}

/// For forms that have entries in their fields alone.
pub(super) static NONE: Parts = Parts {
    entries: fields,
    masked: as_one,
    split: |filled| vec![part(filled)],
};

/// For all forms.
pub(super) static ALL: Parts = Parts {
    entries: assembled,
    masked: masked::of,
    split: items,
};

fn fields<'a>(form: &'a RequestForm, _: &'a Server, _: &mut Vec<FieldError>) -> Entries<'a> {
    let entry = |field: Field<'static>| {
        let filled = form.at(&field.path());
        (field, filled.map(|filled| Cow::Borrowed(&filled.entry)))
    };
    form.operation.fields().map(entry).collect()
}

/// Sends a list as one part for each item, as SeaTable reads it.
fn items(filled: &Filled<'_>) -> Vec<Part> {
    let is_list = matches!(filled.field.schema.shape, Shape::List(_));
    let text = filled.raw();
    let document = Document::parse(text.trim().as_bytes().to_vec());
    let root = document
        .root()
        .filter(|_| is_list && document.fault().is_none());
    let Some(list) = root.filter(|root| document.kind(*root) == Kind::Array) else {
        return vec![part(filled)];
    };
    let items = document.children(list).map(|item| {
        let text = document.string(item);
        let text = text.unwrap_or_else(|| document.text(item).into_owned());
        Part {
            name: filled.field.name.to_owned(),
            content: PartContent::Text((filled.parts.masked)(
                filled.field.name,
                filled.field.schema,
                &text,
            )),
        }
    });
    items.collect()
}

/// A text that may have a secret in it is one as a whole. No walkthrough has a field that takes such JSON.
fn as_one(name: &str, schema: &Schema, text: &str) -> Text {
    match schema.has_secret() {
        true => Text::secret(name.to_owned(), Writing::Plain, Secret::new(text)),
        false => text.into(),
    }
}

fn assembled<'a>(
    form: &'a RequestForm,
    server: &'a Server,
    errors: &mut Vec<FieldError>,
) -> Entries<'a> {
    let mut assembly = Assembly {
        form,
        server,
        errors: Vec::new(),
    };
    let entries = fields_or_body(form).into_iter().map(|field| {
        let path = field.path();
        let entry = if form.below(&path).is_empty() {
            form.at(&path).map(|filled| Cow::Borrowed(&filled.entry))
        } else {
            let text = assembly.json(&path, field.schema);
            text.map(|text| Cow::Owned(Entry::Text(text)))
        };
        (field, entry)
    });
    let entries = entries.collect();
    *errors = assembly.errors;
    entries
}

/// Lists the fields of a form. A body that stands there as one text is one field, also where its members are known.
fn fields_or_body(form: &RequestForm) -> Vec<Field<'static>> {
    let whole = FieldPath::body();
    let body = form.operation.body.as_ref();
    let body = body.filter(|body| body.kind == BodyKind::Json && !form.text(&whole).is_empty());
    let is_left = |field: &Field<'_>| body.is_none() || field.place != Place::Body;
    let mut fields: Vec<_> = form.operation.fields().filter(is_left).collect();
    fields.extend(body.map(|body| Field {
        name: "body",
        place: Place::Body,
        is_whole: true,
        required: body.required,
        schema: &body.schema,
    }));
    fields
}
