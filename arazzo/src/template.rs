//! Payloads and texts, written as the page's templates.

use crate::expression::{Expression, Piece};
use crate::payload::{Payload, Value};
use crate::yaml::Position;
use playground_core::walkthrough::{Form, Reference, Template, TemplatePart};

/// Finds the value that an expression means; none after a fault.
pub(crate) type Resolve<'a> = dyn FnMut(&Expression, Position) -> Option<Reference> + 'a;

/// A template under construction.
#[derive(Default)]
pub(crate) struct Writer {
    parts: Vec<TemplatePart>,
    literal: String,
    /// Whether the answer of the step is there when the template is filled.
    answered: bool,
}

impl Writer {
    /// Begins a template that may take values out of the answer of the step itself.
    pub(crate) fn answered(answered: bool) -> Self {
        Self {
            answered,
            ..Self::default()
        }
    }

    /// Writes a value for a field that takes plain text; false where it is no scalar.
    pub(crate) fn plain(&mut self, payload: &Payload, resolve: &mut Resolve<'_>) -> bool {
        match &payload.value {
            Value::String(pieces) => self.pieces(pieces, Form::Plain, resolve),
            Value::Literal(text) => self.literal.push_str(text),
            Value::Expression(expression) => {
                self.expression(expression, payload.at, Form::Plain, resolve);
            }
            Value::Object(_) | Value::Array(_) => return false,
        }
        true
    }

    /// Writes a value as JSON, one member a line.
    pub(crate) fn json(&mut self, payload: &Payload, depth: usize, resolve: &mut Resolve<'_>) {
        match &payload.value {
            Value::Literal(text) => self.literal.push_str(text),
            Value::String(pieces) => self.string(pieces, resolve),
            Value::Expression(expression) => {
                self.expression(expression, payload.at, Form::Json, resolve);
            }
            Value::Array(items) if items.is_empty() => self.literal.push_str("[]"),
            Value::Object(members) if members.is_empty() => self.literal.push_str("{}"),
            Value::Array(items) => {
                self.literal.push('[');
                for (i, item) in items.iter().enumerate() {
                    self.line(i > 0, depth + 1);
                    self.json(item, depth + 1, resolve);
                }
                self.line(false, depth);
                self.literal.push(']');
            }
            Value::Object(members) => {
                self.literal.push('{');
                for (i, member) in members.iter().enumerate() {
                    self.line(i > 0, depth + 1);
                    self.string(&member.key, resolve);
                    self.literal.push_str(": ");
                    self.json(&member.value, depth + 1, resolve);
                }
                self.line(false, depth);
                self.literal.push('}');
            }
        }
    }

    fn line(&mut self, comma: bool, depth: usize) {
        self.literal.push_str(if comma { ",\n" } else { "\n" });
        self.literal.push_str(&"  ".repeat(depth));
    }

    fn string(&mut self, pieces: &[Piece], resolve: &mut Resolve<'_>) {
        self.literal.push('"');
        self.pieces(pieces, Form::InString, resolve);
        self.literal.push('"');
    }

    /// Writes a text with expressions in it.
    pub(crate) fn pieces(&mut self, pieces: &[Piece], form: Form, resolve: &mut Resolve<'_>) {
        let mut pieces = pieces.iter().peekable();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Text(text) if form == Form::InString => {
                    let json = serde_json::Value::from(text.as_str()).to_string();
                    self.literal.push_str(&json[1..json.len() - 1]);
                }
                Piece::Text(text) => self.literal.push_str(text),
                Piece::Expression(expression, at) => {
                    let ends =
                        matches!(pieces.peek(), Some(Piece::Text(text)) if text.starts_with('`'));
                    let is_name = form == Form::Plain && ends && self.literal.ends_with('`');
                    let form = if is_name { Form::Name } else { form };
                    self.expression(expression, *at, form, resolve);
                }
                // In a body stands an address; a parameter is encoded when it is sent.
                Piece::Path(expression, at) => {
                    let is_address = form == Form::InString;
                    let form = if is_address {
                        Form::Address
                    } else {
                        Form::Path
                    };
                    self.expression(expression, *at, form, resolve);
                }
            }
        }
    }

    /// Writes one value as JSON.
    pub(crate) fn value(
        &mut self,
        expression: &Expression,
        at: Position,
        resolve: &mut Resolve<'_>,
    ) {
        self.expression(expression, at, Form::Json, resolve);
    }

    fn expression(
        &mut self,
        expression: &Expression,
        at: Position,
        form: Form,
        resolve: &mut Resolve<'_>,
    ) {
        let part = match expression {
            Expression::Body(pointer) if self.answered => TemplatePart::Answer {
                pointer: pointer.clone().leak(),
                form,
            },
            Expression::Sent(place) if self.answered => TemplatePart::Sent {
                place: *place,
                form,
            },
            Expression::Position if self.answered => TemplatePart::Position,
            _ => match resolve(expression, at) {
                Some(from) => TemplatePart::Value { from, form },
                None => return,
            },
        };
        self.flush();
        self.parts.push(part);
    }

    fn flush(&mut self) {
        if !self.literal.is_empty() {
            self.parts.push(TemplatePart::Literal(
                std::mem::take(&mut self.literal).leak(),
            ));
        }
    }

    /// Returns the template.
    pub(crate) fn finish(mut self) -> Template {
        self.flush();
        Template {
            parts: self.parts.leak(),
        }
    }
}
