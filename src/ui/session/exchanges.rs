//! The last exchanges of all desks.

use super::Session;
use super::operations::OperationDesk;
use leptos::prelude::*;
use playground_core::http::Exchange;
use std::sync::Arc;

/// Finds something in an exchange.
type Find<'a> = &'a dyn Fn(&Exchange) -> Option<String>;

impl Session {
    /// Returns all exchanges that are kept. Nobody is woken by a later one.
    pub(in crate::ui) fn kept_exchanges(self) -> Vec<Arc<Exchange>> {
        self.ledger.with_untracked(|ledger| ledger.kept().to_vec())
    }

    /// Returns the last exchange of the desk of each operation. Nobody is woken by a later one.
    pub(in crate::ui) fn exchanges_of_operations(self) -> Vec<Arc<Exchange>> {
        let desks = self.operations.with_value(Clone::clone).into_iter();
        let exchange = |(_, desk): (usize, &OperationDesk)| {
            desk.with_untracked(|desk| desk.exchange().cloned())
        };
        desks.filter_map(exchange).collect()
    }

    /// Looks for something in the last exchange of each desk, those of operations first. Nobody is woken by a later one.
    pub(in crate::ui) fn find_in_exchanges(self, find: Find<'_>) -> Option<String> {
        let desks = self.operations.with_value(Clone::clone);
        let of_operations = desks.iter().rev().find_map(|(_, desk)| {
            desk.with_untracked(|desk| desk.exchange().and_then(|exchange| find(exchange)))
        });
        of_operations.or_else(|| {
            self.runs
                .all()
                .into_iter()
                .find_map(|(_, run)| run.find_in_exchanges(find))
        })
    }
}
