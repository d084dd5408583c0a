//! What SeaTable's documents are known to get wrong of an operation.

use crate::ui::prose::Inline;
use leptos::prelude::*;
use playground_core::documented::KnownFault;
use playground_core::words;

/// Lists it; nothing where nothing is known.
pub(super) fn list(faults: &'static [KnownFault]) -> Option<AnyView> {
    if faults.is_empty() {
        return None;
    }
    let rows = faults.iter().map(|fault| {
        let place = words::documented::fault_place(&fault.at);
        view! { <li>{place.map(|place| view! { <code>{place}</code> ": " })} <Inline html=fault.says /></li> }
    });
    let list = view! {
        <section>
            <h2>"Where SeaTable’s documents are wrong"</h2>
            <ul>{rows.collect_view()}</ul>
        </section>
    };
    Some(list.into_any())
}
