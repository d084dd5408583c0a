//! The draft of a step's request, kept in step with the form.

use crate::ui::dynamic::memo;
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::form::RequestForm;
use playground_core::http::{At, FieldError, PreparedRequest, Server, prepare, sketch};
use playground_core::walkthrough::Origin;

/// The draft, and what follows from it.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Drafted {
    key: StepKey,
    /// The request, or the faults of the draft; none for a step that sends nothing.
    pub(in crate::ui) prepared: Memo<Option<Result<PreparedRequest, Vec<FieldError>>>>,
    /// What the preview shows: the request as far as it is there.
    pub(in crate::ui) shown: Memo<Option<PreparedRequest>>,
    /// Whether the faults are shown: from the first try to send on.
    pub(super) tried: RwSignal<bool>,
    /// Whether the request in the form may have been carried out already, and would write twice if it were sent again.
    pub(super) twice: RwSignal<bool>,
}

impl Drafted {
    /// Follows the form of a step.
    pub(super) fn new(key: StepKey) -> Self {
        Self {
            key,
            prepared: memo(move || with_form(key, prepare)),
            shown: memo(move || with_form(key, sketch)),
            tried: RwSignal::new(false),
            twice: RwSignal::new(false),
        }
    }

    /// Returns the faults of the draft, once they are to be shown.
    ///
    /// As long as values of earlier steps are missing, only what the person typed can be at fault.
    pub(super) fn faults(self) -> Vec<FieldError> {
        let Some(Err(mut faults)) = self.prepared.get() else {
            return Vec::new();
        };
        if !self.tried.get() {
            return Vec::new();
        }
        let run = session().run(self.key.walkthrough);
        run.with(|run| {
            if !run.missing(self.key.step).is_empty() {
                faults.retain(|fault| match &fault.at {
                    At::Token => false,
                    At::Field(field) => matches!(
                        run.field(self.key.step, field).origin,
                        Origin::Yours | Origin::Emptied
                    ),
                });
            }
        });
        faults
    }
}

fn with_form<T>(key: StepKey, make: impl FnOnce(&RequestForm, &Server) -> T) -> Option<T> {
    let session = session();
    let run = session.run(key.walkthrough);
    run.with(|run| {
        let form = run.form(key.step)?;
        Some(session.server.with(|server| make(form, server)))
    })
}
