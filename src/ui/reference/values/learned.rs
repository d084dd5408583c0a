//! Learning from what desks have heard.

use crate::browser::{clock, task};
use crate::reference;
use crate::ui::session::{Values, session};
use playground_core::catalogue::Operation;
use playground_core::known::{Known, Ruled, Rules, Thing};
use std::sync::OnceLock;

static RULES: OnceLock<Rules> = OnceLock::new();

/// Returns the rules by which answers are read.
pub(super) fn rules() -> Rules {
    *RULES.get_or_init(|| Rules(reference::values().unpack()))
}

/// Returns those of an operation; none where nothing is known of its values.
pub(super) fn of(operation: &Operation) -> Option<&'static Ruled> {
    rules().of(operation.area, &operation.id)
}

/// Reads what is known, all that was heard included. Woken when there is more.
pub(super) fn with<T>(look: impl FnOnce(&Known) -> T) -> T {
    let session = session();
    // Who reads is woken by what comes next.
    let has_more = session.with_values(|values| !values.heard.is_empty());
    if has_more && session.change_values(learn) {
        // The keyring lists it. It is told when those who read now are done.
        task::spawn(async move {
            clock::turn().await;
            session.wake_values();
        });
    }
    session.with_values(|values| look(&values.known))
}

/// Learns from what was heard. Returns whether there are other tokens now.
fn learn(values: &mut Values) -> bool {
    let before = tokens(&values.known);
    for heard in std::mem::take(&mut values.heard) {
        let exchange = &heard.exchange;
        if let Some(answer) = exchange.answer() {
            let known = &mut values.known;
            known.learn(
                rules(),
                heard.operation,
                &exchange.request,
                answer,
                heard.at,
            );
        }
    }
    let now = tokens(&values.known);
    values.gave_token = now > 0;
    now != before
}

/// How many tokens answers gave.
fn tokens(known: &Known) -> usize {
    known.things().filter_map(Thing::given_token).count()
}
