//! `x-playground`, with every name in it resolved.

mod after;
mod before;

pub(crate) use after::{After, after, made_by_itself};
pub(crate) use before::{Before, before};

use crate::expression::{self, Expression};
use crate::fault::Faults;
use crate::template::Writer;
use crate::values::Values;
use crate::yaml::Text;
use playground_core::walkthrough::{Form, Reference, Template, When};

fn when(when: Option<&(&Text, Vec<&Text>)>, values: &Values, faults: &mut Faults) -> Option<When> {
    let (value, is) = when?;
    Some(When {
        value: self::value(value, values, faults)?,
        is: leak_all(is),
    })
}

/// Reads a text with values in it, the answer of the step among them.
fn sentence(text: &Text, values: &Values, faults: &mut Faults) -> Option<Template> {
    let pieces = expression::pieces(&text.text, |offset| text.position(offset));
    let pieces = pieces
        .map_err(|(at, expected)| faults.push(at, "an expression that cannot be read", expected))
        .ok()?;
    let mut writer = Writer::answered(true);
    writer.pieces(&pieces, Form::Plain, &mut |expression, at| {
        let from = values.resolve(expression, at, faults)?;
        if values
            .get(from)
            .is_some_and(super::values::Given::is_secret)
        {
            faults.push(at, "a secret in a sentence", "a value that may be shown");
        }
        Some(from)
    });
    Some(writer.finish())
}

pub(crate) fn value(text: &Text, values: &Values, faults: &mut Faults) -> Option<Reference> {
    let expression: Expression = expression::whole(text, faults)?;
    values.resolve(&expression, text.at, faults)
}

pub(crate) fn pointer(text: &Text, faults: &mut Faults) -> Option<&'static str> {
    match expression::pointer(&text.text) {
        Ok(pointer) if !pointer.is_empty() => Some(leak(&pointer)),
        _ => {
            let found = format!("\"{}\"", text.text);
            faults.push(text.at, found, "a JSON Pointer, such as /name");
            None
        }
    }
}

pub(crate) fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

pub(crate) fn leak_all(texts: &[&Text]) -> &'static [&'static str] {
    let texts: Vec<_> = texts.iter().map(|text| leak(&text.text)).collect();
    texts.leak()
}
