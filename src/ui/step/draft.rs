//! The draft of a step's request, kept in step with the form.

use crate::ui::dynamic::memo;
use crate::ui::session::{Sketch, StepKey, session};
use leptos::prelude::*;
use playground_core::http::{At, FieldFault};
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
    /// Whether the last response asks for the code of a second factor.
    pub(super) wants_code: RwSignal<bool>,
}

impl Drafted {
    /// Follows the form of a step.
    pub(super) fn new(key: StepKey) -> Self {
        Self {
            key,
            sketch: memo(move || session().sketch(key.into())),
            tried: RwSignal::new(false),
            twice: RwSignal::new(false),
            wants_code: RwSignal::new(false),
        }
    }

    /// Returns what is wrong with a place of the form, once that is to be shown.
    ///
    /// As long as values of earlier steps are missing, only what the person typed can be at fault.
    pub(super) fn fault(self, at: &At) -> Option<FieldFault> {
        if !self.tried.get() {
            return None;
        }
        let found = |sketch: &Option<Sketch>| {
            let mut faults = sketch.as_ref()?.faults.iter();
            Some(faults.find(|fault| fault.at == *at)?.fault.clone())
        };
        let fault = self.sketch.with(found)?;
        let run = session().run(self.key);
        let is_shown = run.with(|run| match at {
            _ if run.missing(self.key.step).is_empty() => true,
            At::Token => false,
            At::Field(field) => matches!(
                run.field(self.key.step, field).origin,
                Origin::Yours | Origin::Emptied
            ),
        });
        Some(fault).filter(|_| is_shown)
    }
}
