//! What of the reference the page shows.

use crate::ui::dynamic::{Memo, memo};
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::catalogue::Area;
use playground_core::reference::Listed;
use playground_core::route::Route;

/// What of the reference the page shows.
#[derive(Clone, Default, PartialEq)]
pub(in crate::ui) struct Here {
    /// The area; none on other pages.
    pub(in crate::ui) area: Option<Area>,
    /// The operationId, as the address has it; none on the page of an area.
    pub(in crate::ui) id: Option<String>,
}

impl Here {
    /// Follows the address.
    pub(in crate::ui) fn follow() -> Memo<Self> {
        let session = session();
        memo(move || {
            session.address.with(|address| match &address.route {
                Route::Reference { of, id } => Self {
                    area: of.as_deref().and_then(Area::named),
                    id: id.clone(),
                },
                _ => Self::default(),
            })
        })
    }

    /// Whether that is an operation.
    pub(in crate::ui) fn is(&self, operation: &Listed) -> bool {
        let id = self.id.as_deref();
        let is_named = id.is_some_and(|id| id.eq_ignore_ascii_case(operation.id));
        self.area == Some(operation.area) && is_named
    }

    /// Whether that is all of an area.
    pub(in crate::ui) fn is_all_of(&self, area: Area) -> bool {
        self.area == Some(area) && self.id.is_none()
    }
}

/// Returns the address of an operation.
pub(in crate::ui) fn address(operation: &Listed) -> String {
    Route::operation(operation.area.name(), operation.id).to_string()
}
