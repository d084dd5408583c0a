//! JSON that is put together from what stands at a place of a form and at the places below it.

use super::check_field;
use super::value::{entered, sent};
use crate::catalogue::{Field, FieldPath, Place, Schema, Shape};
use crate::form::{Entry, RequestForm};
use crate::http::{At, FieldError, FieldFault, Server};
use crate::json::pointer::unescaped;
use crate::json::{self, Document, Kind};

/// A step down, the JSON of what is there, and whether nothing stood there in the text above.
type Part = (String, String, bool);

/// What stands at a place, and what stands below it with the steps that lead there.
#[derive(Default)]
struct Stands<'a> {
    own: Option<&'a Entry>,
    below: Vec<(&'a str, &'a Entry)>,
}

/// Puts JSON together, and notes what is wrong with the parts.
pub(super) struct Assembly<'a> {
    pub(super) form: &'a RequestForm,
    pub(super) server: &'a Server,
    pub(super) errors: Vec<FieldError>,
}

impl<'a> Assembly<'a> {
    /// Returns the JSON of a field: the text that stands there, with the values from below put in; `None` if nothing is to be sent.
    pub(super) fn json(&mut self, path: &FieldPath, schema: &Schema) -> Option<String> {
        let form = self.form;
        let stands = Stands {
            own: form.at(path).map(|filled| &filled.entry),
            below: form.filled_below(path),
        };
        self.json_in(path, schema, stands, "")
    }

    /// Returns the JSON of a place that has some in the text above it.
    fn json_in(
        &mut self,
        path: &FieldPath,
        schema: &Schema,
        Stands { own, below }: Stands<'a>,
        above: &str,
    ) -> Option<String> {
        if below.is_empty() {
            return self.value(path, self.form.settled(path, schema), own?);
        }
        let schema = self.form.settled(path, schema);
        let text = own.map_or("", Entry::text).trim();
        let text = if text.is_empty() { above } else { text };
        let mut parts = Vec::new();
        for (step, stands) in by_step(schema, below) {
            let place = below_of(path, step);
            let above = part(text, step).unwrap_or_default();
            let value = schema
                .at(step)
                .and_then(|schema| self.json_in(&place, schema, stands, &above));
            parts.extend(value.map(|value| (step.to_owned(), value, above.is_empty())));
        }
        if !text.is_empty() {
            return Some(put_in(text, parts));
        }
        if parts.is_empty() {
            return None;
        }
        self.miss(path, schema, &parts);
        Some(composed(is_list(schema, &parts), &parts))
    }

    /// Returns the JSON of what stands at a place itself.
    fn value(&mut self, path: &FieldPath, schema: &Schema, entry: &Entry) -> Option<String> {
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
    fn miss(&mut self, path: &FieldPath, schema: &Schema, parts: &[Part]) {
        let Shape::Object { members, .. } = &schema.shape else {
            return;
        };
        for member in members.iter().filter(|member| member.required) {
            if parts
                .iter()
                .all(|(step, ..)| unescaped(step) != member.name)
            {
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

/// Parts what stands below a place by the first step down: members as the schema has them, items by their numbers.
fn by_step<'a>(schema: &Schema, below: Vec<(&'a str, &'a Entry)>) -> Vec<(&'a str, Stands<'a>)> {
    let members: &[_] = match &schema.shape {
        Shape::Object { members, .. } => members,
        _ => &[],
    };
    let rank = |step: &str| {
        let name = unescaped(step);
        let number = step.parse().unwrap_or(usize::MAX);
        let known = members.iter().position(|member| member.name == name);
        known.unwrap_or(number)
    };
    let mut found: Vec<(usize, (&str, Stands<'_>))> = Vec::new();
    // Most entries stand beside those of the same step.
    let mut last = 0;
    for (steps, entry) in below {
        let (step, rest) = steps.split_once('/').unwrap_or((steps, ""));
        let is_it = |(_, (other, _)): &(usize, (&str, Stands<'_>))| *other == step;
        if !found.get(last).is_some_and(is_it) {
            last = found.iter().position(is_it).unwrap_or_else(|| {
                let rank = rank(step);
                let at = found.partition_point(|(other, _)| *other <= rank);
                found.insert(at, (rank, (step, Stands::default())));
                at
            });
        }
        let Some((_, (_, stands))) = found.get_mut(last) else {
            continue;
        };
        match rest {
            "" => stands.own = Some(entry),
            rest => stands.below.push((rest, entry)),
        }
    }
    found.into_iter().map(|(_, parted)| parted).collect()
}

/// Whether a value with these parts is a list.
fn is_list(schema: &Schema, parts: &[Part]) -> bool {
    match &schema.shape {
        Shape::List(_) => true,
        Shape::OneOf(kinds) => {
            let is_numbered = parts.iter().all(|(step, ..)| step.parse::<usize>().is_ok());
            is_numbered
                && kinds
                    .iter()
                    .any(|kind| matches!(kind.shape, Shape::List(_)))
        }
        _ => false,
    }
}

/// Writes an object or a list, a part a line.
fn composed(is_list: bool, parts: &[Part]) -> String {
    let mut out = String::from(if is_list { "[" } else { "{" });
    for (i, (step, value, _)) in parts.iter().enumerate() {
        out.push_str(if i == 0 { "\n  " } else { ",\n  " });
        if !is_list {
            out.push_str(&json::quote(&unescaped(step)));
            out.push_str(": ");
        }
        // A line break can stand between tokens only, so indenting the lines changes no value.
        out.push_str(&value.replace('\n', "\n  "));
    }
    out.push_str(if is_list { "\n]" } else { "\n}" });
    out
}

/// Returns a text with the parts in it.
fn put_in(text: &str, parts: Vec<Part>) -> String {
    let mut out = text.to_owned();
    for (step, value, is_new) in parts {
        let line = if is_new { "\n  " } else { "\n" };
        out = put(&out, &step, &value.replace('\n', line)).unwrap_or(out);
    }
    out
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

/// Returns the text with a value in the place of a member or an item. An item beyond the last one comes after it. `None` if the
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

fn below_of(path: &FieldPath, step: &str) -> FieldPath {
    let steps = match path.steps.as_ref() {
        "" => step.to_owned(),
        steps => [steps, "/", step].concat(),
    };
    FieldPath {
        place: path.place,
        steps: steps.into(),
    }
}
