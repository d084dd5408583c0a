//! The request that stands in the form of a desk, made once for all that shows it.

use super::{DeskId, Session};
use leptos::prelude::*;
use playground_core::http::{FieldError, PreparedRequest, prepare, sketch};

/// The request as it stands in a form.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Sketch {
    /// The request, as far as it is there.
    pub(in crate::ui) request: PreparedRequest,
    /// What keeps it from being sent.
    pub(in crate::ui) faults: Vec<FieldError>,
}

impl Sketch {
    /// Returns the request, if nothing keeps it from being sent.
    pub(in crate::ui) fn sendable(&self) -> Option<&PreparedRequest> {
        Some(&self.request).filter(|_| self.faults.is_empty())
    }
}

impl Session {
    /// Puts together what stands in the form of a desk; none for a step that sends nothing. Woken by the desk.
    pub(in crate::ui) fn sketch(self, desk: DeskId) -> Option<Sketch> {
        let key = desk.step()?;
        self.run(key).with(|run| {
            let form = run.form(key.step)?;
            self.server.with(|server| {
                let (request, faults) = match prepare(form, server) {
                    Ok(request) => (request, Vec::new()),
                    Err(faults) => (sketch(form, server), faults),
                };
                Some(Sketch { request, faults })
            })
        })
    }

    /// Puts the request of a desk together; none where something keeps it from being sent.
    pub(in crate::ui) fn prepared(self, desk: DeskId) -> Option<PreparedRequest> {
        let sketch = untrack(|| self.sketch(desk))?;
        sketch.sendable().cloned()
    }
}
