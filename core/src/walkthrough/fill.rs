//! Templates, filled with values.

use super::model::{Part, Reference, Sent, Template};
use super::value::Value;

/// Where the values of a template come from.
pub(super) struct Sources<'a> {
    /// Finds the value of a step.
    pub(super) value: &'a dyn Fn(Reference) -> Option<&'a Value>,
    /// Finds a value in the answer of the step itself; always none where there is no answer yet.
    pub(super) answer: &'a dyn Fn(&str) -> Option<Value>,
    /// Finds a value in the request that the step itself has sent; always none before that.
    pub(super) sent: &'a dyn Fn(Sent) -> Option<Value>,
    /// Where the entry was found that a criterion looks for, in words; none where none looked.
    pub(super) position: Option<&'a str>,
}

impl<'a> Sources<'a> {
    /// Earlier steps alone.
    pub(super) fn earlier(value: &'a dyn Fn(Reference) -> Option<&'a Value>) -> Self {
        Self {
            value,
            answer: &|_| None,
            sent: &|_| None,
            position: None,
        }
    }

    /// Writes a template out; none where one of its values is not there.
    pub(super) fn fill(&self, template: Template) -> Option<String> {
        let mut out = String::new();
        for part in template.parts {
            match *part {
                Part::Literal(text) => out.push_str(text),
                Part::Value { from, form } => (self.value)(from)?.write(&mut out, form),
                Part::Answer { pointer, form } => (self.answer)(pointer)?.write(&mut out, form),
                Part::Sent { place, form } => (self.sent)(place)?.write(&mut out, form),
                Part::Position => out.push_str(self.position?),
            }
        }
        Some(out)
    }
}

/// Returns the addresses of the values that a template needs.
pub(super) fn references(template: Template) -> impl Iterator<Item = Reference> {
    template.parts.iter().filter_map(|part| match part {
        Part::Value { from, .. } => Some(*from),
        Part::Literal(_) | Part::Answer { .. } | Part::Sent { .. } | Part::Position => None,
    })
}
