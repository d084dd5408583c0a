//! Templates, filled with values.

use super::model::{Reference, Sent, Template, TemplatePart};
use super::value::Given;

/// Where the values of a template come from.
pub(super) struct Sources<'a> {
    /// Finds the value of a step.
    pub(super) value: &'a dyn Fn(Reference) -> Option<&'a Given>,
    /// Finds a value in the answer of the step itself; always `None` if there is no answer yet.
    pub(super) answer: &'a dyn Fn(&str) -> Option<Given>,
    /// Finds a value in the request that the step itself has sent; always none before that.
    pub(super) sent: &'a dyn Fn(Sent) -> Option<Given>,
    /// Where the entry was found that a criterion looks for, in words; `None` if none looked.
    pub(super) position: Option<&'a str>,
}

impl<'a> Sources<'a> {
    /// Earlier steps alone.
    pub(super) fn earlier(value: &'a dyn Fn(Reference) -> Option<&'a Given>) -> Self {
        Self {
            value,
            answer: &|_| None,
            sent: &|_| None,
            position: None,
        }
    }

    /// Writes a template out; `None` if one of its values is not there.
    pub(super) fn fill(&self, template: Template) -> Option<String> {
        let mut out = String::new();
        for part in template.parts {
            match *part {
                TemplatePart::Literal(text) => out.push_str(text),
                TemplatePart::Value { from, form } => (self.value)(from)?.write(&mut out, form),
                TemplatePart::Answer { pointer, form } => {
                    (self.answer)(pointer)?.write(&mut out, form);
                }
                TemplatePart::Sent { place, form } => (self.sent)(place)?.write(&mut out, form),
                TemplatePart::Position => out.push_str(self.position?),
            }
        }
        Some(out)
    }
}

/// Returns the addresses of the values that a template needs.
pub(super) fn references(template: Template) -> impl Iterator<Item = Reference> {
    template.parts.iter().filter_map(|part| match part {
        TemplatePart::Value { from, .. } => Some(*from),
        TemplatePart::Literal(_)
        | TemplatePart::Answer { .. }
        | TemplatePart::Sent { .. }
        | TemplatePart::Position => None,
    })
}
