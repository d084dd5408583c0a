//! JSON that is put together from what stands at a place of a form and at the places below it.

use super::check_field;
use super::value::{entered, sent};
use crate::catalogue::{Field, FieldPath, Place, Schema, Shape};
use crate::form::{Entry, RequestForm};
use crate::http::{At, FieldError, FieldFault, Server};
use crate::json::pointer::unescaped;
use crate::json::{self, Document, Kind};

/// Puts JSON together, and notes what is wrong with the parts.
pub(super) struct Assembly<'a> {
    pub(super) form: &'a RequestForm,
    pub(super) server: &'a Server,
    pub(super) errors: Vec<FieldError>,
}

impl Assembly<'_> {
    /// Returns the JSON of a field: the text that stands there, with the values from below put in; none where nothing is to be sent.
    pub(super) fn json(&mut self, path: &FieldPath, schema: &Schema) -> Option<String> {
        self.json_in(path, schema, "")
    }

    /// Returns the JSON of a place that has some in the text above it.
    fn json_in(&mut self, path: &FieldPath, schema: &Schema, above: &str) -> Option<String> {
        let steps = self.steps(path, schema);
        if steps.is_empty() {
            return self.value(path, schema);
        }
        let own = self.form.text(path).trim();
        let own = if own.is_empty() { above } else { own };
        let mut out = match own {
            "" if is_list(schema, &steps) => "[]".to_owned(),
            "" => "{}".to_owned(),
            own => own.to_owned(),
        };
        let mut put_in = Vec::new();
        for step in steps {
            let place = below(path, &step);
            let schema = self.form.operation.schema_at(&place);
            let above = part(&out, &step).unwrap_or_default();
            // A line break can stand between tokens only, so indenting the lines changes no value.
            let line = if above.is_empty() { "\n  " } else { "\n" };
            let value = schema.and_then(|schema| self.json_in(&place, schema, &above));
            if let Some(value) = value {
                let value = value.replace('\n', line);
                out = put(&out, &step, &value).unwrap_or(out);
                put_in.push(step);
            }
        }
        if !own.is_empty() {
            return Some(out);
        }
        if put_in.is_empty() {
            return None;
        }
        self.miss(path, schema, &put_in);
        Some(out)
    }

    /// Lists the steps that lead from a place to what stands below it: members as the schema has them, items by their numbers.
    fn steps(&self, path: &FieldPath, schema: &Schema) -> Vec<String> {
        let mut steps: Vec<String> = Vec::new();
        let members: &[_] = match &schema.shape {
            Shape::Object { members, .. } => members,
            _ => &[],
        };
        let rank = |step: &str| {
            let name = unescaped(step);
            let number = step.parse().unwrap_or(usize::MAX);
            members
                .iter()
                .position(|member| member.name == name)
                .unwrap_or(number)
        };
        for rest in self.form.below(path) {
            let step = rest.split('/').next().unwrap_or_default();
            if steps.iter().all(|other| other != step) {
                let at = steps.partition_point(|other| rank(other) <= rank(step));
                steps.insert(at, step.to_owned());
            }
        }
        steps
    }

    /// Returns the JSON of what stands at a place itself.
    fn value(&mut self, path: &FieldPath, schema: &Schema) -> Option<String> {
        let form = self.form;
        let entry = &form.at(path)?.entry;
        let name = unescaped(path.steps.rsplit('/').next()?);
        let field = Field {
            name: &name,
            place: Place::Body,
            is_whole: false,
            required: false,
            schema,
        };
        if let Err(fault) = check_field(&field, Some(entry), self.server) {
            self.fault(path.clone(), fault);
        }
        match entered(entry) {
            None if matches!(entry, Entry::File { .. }) => None,
            None => Some(json::quote("")),
            Some(text) if super::is_blank(&field, text) => None,
            Some(text) => {
                let text = sent(&field, text);
                Some(match field.shape() {
                    Shape::Integer { .. } | Shape::Number | Shape::Boolean => text.into_owned(),
                    shape if shape.is_json() => text.trim().to_owned(),
                    _ => json::quote(&text),
                })
            }
        }
    }

    /// Notes the members that an object needs and has not got.
    fn miss(&mut self, path: &FieldPath, schema: &Schema, put_in: &[String]) {
        let Shape::Object { members, .. } = &schema.shape else {
            return;
        };
        for member in members.iter().filter(|member| member.required) {
            if put_in.iter().all(|step| unescaped(step) != member.name) {
                let name = member.name.clone().into_owned();
                self.fault(path.member(&name), FieldFault::Missing { name });
            }
        }
    }

    fn fault(&mut self, path: FieldPath, fault: FieldFault) {
        let at = At::Field(path);
        self.errors.push(FieldError { at, fault });
    }
}

/// Whether a value with these steps below it is a list.
fn is_list(schema: &Schema, steps: &[String]) -> bool {
    match &schema.shape {
        Shape::List(_) => true,
        Shape::OneOf(kinds) => {
            let is_numbered = steps.iter().all(|step| step.parse::<usize>().is_ok());
            is_numbered
                && kinds
                    .iter()
                    .any(|kind| matches!(kind.shape, Shape::List(_)))
        }
        _ => false,
    }
}

/// Returns the text of a member or an item.
fn part(text: &str, step: &str) -> Option<String> {
    let document = Document::parse(text.as_bytes().to_vec());
    let root = document.root().filter(|_| document.fault().is_none())?;
    let part = match document.kind(root) {
        Kind::Array => document.children(root).nth(step.parse().ok()?),
        _ => document.member(root, &unescaped(step)),
    };
    Some(document.text(part?).into_owned())
}

/// Returns the text with a value in the place of a member or an item. An item beyond the last one comes behind it. None where the
/// text is no object and no list.
fn put(text: &str, step: &str, value: &str) -> Option<String> {
    let document = Document::parse(text.as_bytes().to_vec());
    let root = document.root().filter(|_| document.fault().is_none())?;
    if document.kind(root) != Kind::Array {
        return json::set_member(text, "", &unescaped(step), Some(value));
    }
    let place = step.parse().ok()?;
    if let Some(item) = document.children(root).nth(place) {
        return json::replace(text, document.span(item), &[value]);
    }
    let Some(last) = document.children(root).last() else {
        return Some(["[\n  ", value, "\n]"].concat());
    };
    let end = document.span(last).end;
    json::replace(text, end..end, &[",\n  ", value])
}

fn below(path: &FieldPath, step: &str) -> FieldPath {
    let steps = match path.steps.as_ref() {
        "" => step.to_owned(),
        steps => [steps, "/", step].concat(),
    };
    FieldPath {
        place: path.place,
        steps: steps.into(),
    }
}
