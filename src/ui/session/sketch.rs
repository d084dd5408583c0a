//! The request that stands in the form of a desk, made once for all that shows it.

use super::{DeskForm, DeskId, Session};
use leptos::prelude::*;
use playground_core::form::RequestForm;
use playground_core::http::{FieldError, PreparedRequest, Server, prepare, sketch};

/// Makes the request of a form, or says what keeps it from being sent.
pub(in crate::ui) type Prepare =
    fn(&RequestForm, &Server) -> Result<PreparedRequest, Vec<FieldError>>;

/// Makes as much of the request as is there.
pub(in crate::ui) type MakeSketch = fn(&RequestForm, &Server) -> PreparedRequest;

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
        let desk = self.form(desk);
        let (prepare, sketch) = match desk {
            DeskForm::Step(_) => (prepare as Prepare, sketch as MakeSketch),
            DeskForm::Operation(desk) => (desk.ways().prepare, desk.ways().sketch),
        };
        desk.with(|form| {
            self.server.with(|server| match prepare(form, server) {
                Ok(request) => Sketch {
                    request,
                    faults: Vec::new(),
                },
                Err(faults) => Sketch {
                    request: sketch(form, server),
                    faults,
                },
            })
        })
    }

    /// Puts the request of a desk together; none where something keeps it from being sent.
    pub(in crate::ui) fn prepared(self, desk: DeskId) -> Option<PreparedRequest> {
        let sketch = untrack(|| self.sketch(desk))?;
        sketch.sendable().cloned()
    }
}
