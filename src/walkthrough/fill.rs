//! Templates, filled with values.

use super::model::{Part, Reference, Template};
use super::value::Value;

/// Writes a template out; none where one of its values is not there.
pub(super) fn template<'a>(
    template: Template,
    value: impl Fn(Reference) -> Option<&'a Value>,
) -> Option<String> {
    let mut out = String::new();
    for part in template.parts {
        match *part {
            Part::Literal(text) => out.push_str(text),
            Part::Value { from, form } => value(from)?.write(&mut out, form),
        }
    }
    Some(out)
}

/// Returns the addresses of the values that a template needs.
pub(super) fn references(template: Template) -> impl Iterator<Item = Reference> {
    template.parts.iter().filter_map(|part| match part {
        Part::Literal(_) => None,
        Part::Value { from, .. } => Some(*from),
    })
}
