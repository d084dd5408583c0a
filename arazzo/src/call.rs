//! The request of a step, with every name in it resolved.

use crate::areas::Catalogue;
use crate::catalogue::{BodyKind, Field, FieldKind, Operation, Place};
use crate::condition;
use crate::document::{Body, Document, Parameter, Step};
use crate::expression::{Expression, Piece};
use crate::fault::Faults;
use crate::model::{Criterion, Part, Preset, Reference, Template};
use crate::payload::{self, Member, Payload, Value};
use crate::template::Writer;
use crate::values::Values;
use crate::yaml::{Position, Text};

/// The request of a step.
pub(crate) struct Resolved {
    pub(crate) operation: Operation,
    pub(crate) credential: Option<Reference>,
    /// The fields that the walkthrough fills, and where it does.
    pub(crate) presets: Vec<(Preset, Position)>,
    pub(crate) criteria: Vec<Criterion>,
}

/// Resolves a step; none where its operation is unknown.
pub(crate) fn resolve(
    step: &Step<'_>,
    document: &Document<'_>,
    catalogue: &Catalogue,
    values: &mut Values,
    faults: &mut Faults,
) -> Option<Resolved> {
    let operation = operation(step.operation, document, catalogue, faults)?;
    let mut filler = Filler {
        operation: &operation,
        values,
        faults,
        presets: Vec::new(),
    };
    let credential = filler.parameters(step);
    filler.body(step);
    filler.nothing_missing(step);
    let presets = filler.presets;
    let criteria = criteria(step, values, faults);
    Some(Resolved {
        operation,
        credential,
        presets,
        criteria,
    })
}

fn operation(
    name: &Text,
    document: &Document<'_>,
    catalogue: &Catalogue,
    faults: &mut Faults,
) -> Option<Operation> {
    let parts = name
        .text
        .strip_prefix("$sourceDescriptions.")
        .and_then(|n| n.split_once('.'));
    let Some((area, id)) = parts else {
        let expected = "$sourceDescriptions.name.operationId";
        faults.push(
            name.at,
            format!("the operation \"{}\"", name.text),
            expected,
        );
        return None;
    };
    if !document
        .sources
        .iter()
        .any(|source| source.name.text == area)
    {
        let expected = "a name from \"sourceDescriptions\"";
        faults.push(name.at, format!("the source \"{area}\""), expected);
        return None;
    }
    match catalogue.operation(area, id) {
        Some(Ok(operation)) => Some(operation),
        Some(Err(found)) => {
            faults.push(
                name.at,
                format!("{found} in \"{id}\""),
                "an operation that is a form",
            );
            None
        }
        None => {
            let hint = catalogue
                .similar(id)
                .map(|id| format!("; there is {id}"))
                .unwrap_or_default();
            let expected = format!("an operationId of the area{hint}");
            faults.push(
                name.at,
                format!("the operation \"{id}\" in \"{area}\""),
                expected,
            );
            None
        }
    }
}

/// Fills the fields of an operation.
struct Filler<'a> {
    operation: &'a Operation,
    values: &'a mut Values,
    faults: &'a mut Faults,
    presets: Vec<(Preset, Position)>,
}

impl Filler<'_> {
    /// Fills the parameters and returns where the token comes from.
    fn parameters(&mut self, step: &Step<'_>) -> Option<Reference> {
        let mut credential = None;
        let mut has_credential = false;
        for parameter in &step.parameters {
            if parameter.name.text == "Authorization" && parameter.place.text == "header" {
                has_credential = true;
                credential = self.credential(parameter);
            } else {
                self.parameter(parameter);
            }
        }
        match self.operation.token {
            Some(kind) if !has_credential => self.faults.push(
                step.at,
                format!("a step without its {}", kind.name()),
                "the header parameter Authorization: \"Bearer {$…}\"",
            ),
            _ => {}
        }
        credential
    }

    fn credential(&mut self, parameter: &Parameter<'_>) -> Option<Reference> {
        let at = parameter.value.at;
        let Some(kind) = self.operation.token else {
            self.faults
                .push(at, "a token", "none: this operation takes no token");
            return None;
        };
        let payload = payload::yaml(parameter.value, self.faults)?;
        let from = match &payload.value {
            Value::String(pieces) => match pieces.as_slice() {
                [Piece::Text(scheme), Piece::Expression(from, at)] if scheme == "Bearer " => {
                    self.values.resolve(from, *at, self.faults)?
                }
                _ => {
                    self.faults
                        .push(at, "another credential", "\"Bearer {$…}\"");
                    return None;
                }
            },
            _ => {
                self.faults
                    .push(at, "another credential", "\"Bearer {$…}\"");
                return None;
            }
        };
        self.values.mark_token(from, kind, at, self.faults);
        Some(from)
    }

    fn parameter(&mut self, parameter: &Parameter<'_>) {
        let place = match parameter.place.text.as_str() {
            "path" => Place::Path,
            "query" => Place::Query,
            _ => Place::Header,
        };
        let name = parameter.name;
        let Some(field) = self.field(|f| f.place == place && f.name == name.text) else {
            let names = self.names(|field| field.place == place);
            let found = format!("the {} parameter \"{}\"", parameter.place.text, name.text);
            self.faults.push(
                name.at,
                found,
                format!("a parameter of the operation: {names}"),
            );
            return;
        };
        if let Some(payload) = payload::yaml(parameter.value, self.faults) {
            self.fill(field, &payload, name.at);
        }
    }

    fn body(&mut self, step: &Step<'_>) {
        let Some(body) = &step.body else { return };
        let media = match self.operation.body {
            BodyKind::None => {
                self.faults.push(
                    body.content_type.at,
                    "a body",
                    "none: this operation has no body",
                );
                return;
            }
            BodyKind::Json => "application/json",
            BodyKind::Form => "application/x-www-form-urlencoded",
            BodyKind::Multipart => "multipart/form-data",
        };
        if body.content_type.text != media {
            self.faults.push(
                body.content_type.at,
                format!("\"{}\"", body.content_type.text),
                media,
            );
        }
        let Some(payload) = self.payload(body) else {
            return;
        };
        if let Some(whole) = self.field(|field| field.place == Place::WholeBody) {
            self.fill(whole, &payload, payload.at);
            return;
        }
        let Value::Object(members) = &payload.value else {
            let names = self.names(|field| field.place == Place::Body);
            let expected = format!("an object with members out of: {names}");
            self.faults
                .push(payload.at, "a payload that is no object", expected);
            return;
        };
        for member in members {
            self.member(member);
        }
    }

    fn payload(&mut self, body: &Body<'_>) -> Option<Payload> {
        match self.operation.body {
            BodyKind::Json => payload::read(body.payload, self.faults),
            _ => payload::yaml(body.payload, self.faults),
        }
    }

    fn member(&mut self, member: &Member) {
        let name = match member.key.as_slice() {
            [Piece::Text(name)] => name.as_str(),
            _ => "",
        };
        match self.field(|field| field.place == Place::Body && field.name == name) {
            Some(field) => self.fill(field, &member.value, member.at),
            None => {
                let names = self.names(|field| field.place == Place::Body);
                let expected = format!("a member of the operation's body: {names}");
                self.faults
                    .push(member.at, format!("the member \"{name}\""), expected);
            }
        }
    }

    fn fill(&mut self, place: usize, payload: &Payload, at: Position) {
        let field = &self.operation.fields[place];
        if self.presets.iter().any(|(preset, _)| preset.field == place) {
            self.faults.push(
                at,
                format!("\"{}\" a second time", field.name),
                "each field once",
            );
            return;
        }
        let (values, faults) = (&*self.values, &mut *self.faults);
        let mut resolve =
            |expression: &Expression, at: Position| values.resolve(expression, at, faults);
        let mut writer = Writer::default();
        match field.kind {
            FieldKind::File => {
                let expected = "no value: the person chooses the file";
                self.faults.push(
                    at,
                    format!("a value for the file \"{}\"", field.name),
                    expected,
                );
                return;
            }
            FieldKind::Json => writer.json(payload, 0, &mut resolve),
            _ if writer.plain(payload, &mut resolve).is_some() => {}
            _ => {
                let found = format!("a list or an object for \"{}\"", field.name);
                self.faults.push(payload.at, found, "a single value");
                return;
            }
        }
        let template = writer.finish();
        if let Some((found, expected)) = misfit(field, &template) {
            self.faults.push(payload.at, found, expected);
        }
        if field.kind == FieldKind::Password {
            for part in template.parts {
                if let Part::Value { from, .. } = part {
                    self.values.mark_secret(*from);
                }
            }
        }
        self.presets.push((
            Preset {
                field: place,
                template,
            },
            at,
        ));
    }

    fn nothing_missing(&mut self, step: &Step<'_>) {
        for (place, field) in self.operation.fields.iter().enumerate() {
            let filled = self.presets.iter().any(|(preset, _)| preset.field == place);
            if field.required && !filled && field.kind != FieldKind::File {
                let found = format!("a step without the required \"{}\"", field.name);
                self.faults.push(step.at, found, "a value for it");
            }
        }
    }

    fn field(&self, is_it: impl Fn(&Field) -> bool) -> Option<usize> {
        self.operation.fields.iter().position(is_it)
    }

    fn names(&self, which: impl Fn(&Field) -> bool) -> String {
        let names: Vec<&str> = self
            .operation
            .fields
            .iter()
            .filter(|f| which(f))
            .map(|f| &*f.name)
            .collect();
        if names.is_empty() {
            "it has none".to_owned()
        } else {
            names.join(", ")
        }
    }
}

/// Says why a fixed text cannot be what a field takes.
fn misfit(field: &Field, template: &Template) -> Option<(String, String)> {
    let [Part::Literal(text)] = template.parts else {
        return None;
    };
    let expected = match &field.kind {
        FieldKind::Integer { .. } if text.parse::<i64>().is_err() => "a whole number".to_owned(),
        FieldKind::Number if text.parse::<f64>().is_err() => "a number".to_owned(),
        FieldKind::Boolean if !matches!(*text, "true" | "false") => "true or false".to_owned(),
        FieldKind::Choice(choices) if !choices.iter().any(|choice| choice == text) => {
            choices.join(" or ")
        }
        _ => return None,
    };
    Some((format!("\"{text}\" for \"{}\"", field.name), expected))
}

fn criteria(step: &Step<'_>, values: &Values, faults: &mut Faults) -> Vec<Criterion> {
    let mut criteria = Vec::new();
    for criterion in &step.criteria {
        let text = criterion.condition;
        let mut resolve =
            |expression: &Expression, at: Position| values.resolve(expression, at, faults);
        let read = if criterion.is_query {
            condition::contains
        } else {
            condition::simple
        };
        match read(text, &mut resolve) {
            Ok(test) => {
                criteria.push(Criterion {
                    text: text.text.trim().to_owned().leak(),
                    test,
                });
            }
            Err((at, expected)) => {
                faults.push(
                    at,
                    format!("the condition \"{}\"", text.text.trim()),
                    expected,
                );
            }
        }
    }
    criteria
}
