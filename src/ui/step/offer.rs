//! What stands below a field whose value the page knows from an address that the person has entered.

use crate::catalogue::Field;
use crate::http::OpenBase;
use crate::ui::dynamic::dynamic;
use crate::ui::later::later;
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;

/// The fields that the address of an open base tells.
const WORKSPACE: &str = "workspace_id";
const BASE: &str = "base_name";

/// Whether the address of an open base can tell the value of a field.
pub(super) fn fits(field: &Field) -> bool {
    matches!(field.name.as_ref(), WORKSPACE | BASE)
}

later! {
    /// Offers what the address of an open base tells. Few people enter one for the server.
    pub(super) fn of_base(key: StepKey, place: usize, field: &'static Field) in editors {
        let session = session();
        let run = session.run(key.walkthrough);
        dynamic(move || {
            let base = session.open_base()?;
            let value = value(field, base).filter(|value| run.with(|run| run.field(key.step, place).text != *value))?;
            let words = format!("Use {value}");
            let take = move |_| run.update(|run| run.set_field(key.step, place, value.clone()));
            Some(view! {
                <p class="hint offer">
                    "The address that you entered for the server has a value for this field. "
                    <button class="quiet" type="button" on:click=take>{words}</button>
                </p>
            })
        })
    }
}

fn value(field: &Field, base: OpenBase) -> Option<String> {
    match field.name.as_ref() {
        WORKSPACE => Some(base.workspace_id),
        BASE => base.name,
        _ => None,
    }
}
