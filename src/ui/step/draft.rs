//! The draft of a step's request, kept in step with the form.

use crate::ui::dynamic::memo;
use crate::ui::session::{Sketch, StepKey, session};
use leptos::prelude::*;
use playground_core::http::{At, FieldError};
use playground_core::walkthrough::Origin;

/// The draft, and what follows from it.
#[derive(Clone, Copy)]
pub(super) struct Drafted {
    key: StepKey,
    /// The request as far as it is there, with its faults; none for a step that sends nothing.
    pub(super) sketch: Memo<Option<Sketch>>,
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
            sketch: memo(move || session().sketch(key.into())),
            tried: RwSignal::new(false),
            twice: RwSignal::new(false),
        }
    }

    /// Returns the faults of the draft, once they are to be shown.
    ///
    /// As long as values of earlier steps are missing, only what the person typed can be at fault.
    pub(super) fn faults(self) -> Vec<FieldError> {
        if !self.tried.get() {
            return Vec::new();
        }
        let faults = |sketch: &Option<Sketch>| Some(sketch.as_ref()?.faults.clone());
        let mut faults = self.sketch.with(faults).unwrap_or_default();
        let run = session().run(self.key);
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
