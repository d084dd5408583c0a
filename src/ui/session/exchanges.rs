//! The last exchanges of all desks.

use super::Session;
use super::operations::OperationDesk;
use leptos::prelude::*;
use playground_core::http::{Exchange, Line};
use std::sync::Arc;

/// Finds something in an exchange.
type Find<'a> = &'a dyn Fn(&Exchange) -> Option<String>;

/// So many exchanges are kept, and so many bytes of responses; the oldest go first.
const MOST: (usize, usize) = (200, 64_000_000);

impl Session {
    /// Keeps an exchange, whose secrets are forgotten, for the list of requests.
    pub(super) fn keep_exchange(self, exchange: Arc<Exchange>) {
        let size = |exchange: &Arc<Exchange>| {
            let came = exchange.shown();
            came.map_or(0, |answer| answer.body.bytes().len())
        };
        self.exchanges.update(|all| {
            all.push(exchange);
            while all.len() > MOST.0
                || (all.len() > 1 && all.iter().map(size).sum::<usize>() > MOST.1)
            {
                all.remove(0);
            }
        });
    }

    /// Returns the exchange of a line of the list of requests, if it is still kept.
    pub(in crate::ui) fn exchange_of(self, line: &Line) -> Option<Arc<Exchange>> {
        let is_it = |exchange: &&Arc<Exchange>| {
            exchange.began_ms.total_cmp(&line.began_ms).is_eq() && line.began_ms > 0.0
        };
        self.exchanges.with(|all| all.iter().find(is_it).cloned())
    }

    /// Returns all exchanges that are kept. Nobody is woken by a later one.
    pub(in crate::ui) fn kept_exchanges(self) -> Vec<Arc<Exchange>> {
        self.exchanges.get_untracked()
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
