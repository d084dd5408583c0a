//! The draft of a desk's request, kept in step with the form.

use crate::ui::dynamic::{Memo, memo};
use crate::ui::session::{DeskId, Sketch, session};
use leptos::prelude::*;
use playground_core::form::Origin;
use playground_core::http::{At, FieldFault};

/// The draft, and what follows from it.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Drafted {
    desk: DeskId,
    /// The request as far as it is there, with its faults; none for a step that sends nothing.
    pub(in crate::ui) sketch: Memo<Option<Sketch>>,
    /// Whether the faults are shown: from the first try to send on.
    pub(in crate::ui) tried: RwSignal<bool>,
    /// Whether the request in the form may have been carried out already, and would write twice if it were sent again.
    pub(in crate::ui) twice: RwSignal<bool>,
    /// Whether the last response asks for the code of a second factor.
    pub(in crate::ui) wants_code: RwSignal<bool>,
}

impl Drafted {
    /// Follows the form of a desk.
    pub(in crate::ui) fn new(desk: DeskId) -> Self {
        Self {
            desk,
            sketch: memo(move || session().sketch(desk)),
            tried: RwSignal::new(false),
            twice: RwSignal::new(false),
            wants_code: RwSignal::new(false),
        }
    }

    /// Returns what is wrong with a place of the form, once that is to be shown.
    ///
    /// As long as values of earlier steps are missing, only what the person typed can be at fault.
    pub(in crate::ui) fn fault(self, at: &At) -> Option<FieldFault> {
        if !self.tried.get() {
            return None;
        }
        let found = |sketch: &Option<Sketch>| {
            let mut faults = sketch.as_ref()?.faults.iter();
            Some(faults.find(|fault| fault.at == *at)?.fault.clone())
        };
        let fault = self.sketch.with(found)?;
        let form = session().form(self.desk);
        let is_shown = match at {
            _ if !form.is_waiting() => true,
            At::Token => false,
            At::Field(field) => matches!(form.origin(field), Origin::Yours | Origin::Emptied),
        };
        Some(fault).filter(|_| is_shown)
    }
}
