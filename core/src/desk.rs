//! A desk: the form of a request, the request under way, and what was answered last.

use crate::form::RequestForm;
use crate::http::{Answer, Exchange};
use std::sync::Arc;

/// The right to hand in the outcome of one request. It is void once the request is given up, or all is forgotten.
#[derive(Debug, PartialEq, Eq)]
pub struct Ticket(u32);

/// A desk. It knows nothing of walkthroughs.
///
/// It has no `Debug`: its form can have passwords.
pub struct Desk {
    /// The form.
    pub form: RequestForm,
    /// The number of the request begun last. None is used twice, so that late outcomes are known by theirs.
    last: u32,
    /// Whether that request is under way.
    is_sending: bool,
    exchange: Option<Arc<Exchange>>,
    previous: Option<Arc<Exchange>>,
}

impl Desk {
    /// A desk with this form.
    pub fn new(form: RequestForm) -> Self {
        Self {
            form,
            last: 0,
            is_sending: false,
            exchange: None,
            previous: None,
        }
    }

    /// Begins a request; none while one is under way.
    pub fn begin(&mut self) -> Option<Ticket> {
        if self.is_sending {
            return None;
        }
        self.is_sending = true;
        self.last = self.last.wrapping_add(1);
        Some(Ticket(self.last))
    }

    /// Whether the outcome of this request is waited for.
    pub fn awaits(&self, ticket: &Ticket) -> bool {
        self.is_sending && ticket.0 == self.last
    }

    /// Takes the outcome of a request, whose secrets are forgotten. None where it comes too late, and nothing changes then.
    ///
    /// The exchange before is kept as long as the same is asked and answered, so that both can be compared.
    #[expect(clippy::needless_pass_by_value, reason = "a ticket is used up")]
    pub fn finish(&mut self, ticket: Ticket, mut exchange: Exchange) -> Option<Arc<Exchange>> {
        if !self.awaits(&ticket) {
            return None;
        }
        self.is_sending = false;
        exchange.request.forget_secrets();
        let before = self.exchange.take();
        let before = before.filter(|before| before.answer().is_some());
        let before = before.or_else(|| self.previous.take());
        self.previous = before.filter(|before| before.asked_the_same(&exchange));
        let exchange = Arc::new(exchange);
        self.exchange = Some(exchange.clone());
        Some(exchange)
    }

    /// Gives a request up: its outcome will be dropped, and the desk is as it was before. A later request goes on.
    pub fn give_up(&mut self, ticket: &Ticket) {
        if self.awaits(ticket) {
            self.is_sending = false;
        }
    }

    /// Whether a request is under way.
    pub fn is_sending(&self) -> bool {
        self.is_sending
    }

    /// Returns the last request with its outcome.
    pub fn exchange(&self) -> Option<&Arc<Exchange>> {
        self.exchange.as_ref()
    }

    /// Returns the last answer, if the last request got one.
    pub fn answer(&self) -> Option<&Answer> {
        self.exchange.as_deref()?.answer()
    }

    /// Returns the exchange before the last one, where the same was asked and answered.
    pub fn previous(&self) -> Option<&Arc<Exchange>> {
        self.previous.as_ref()
    }

    /// Forgets the last exchange, which says nothing any more.
    pub fn unanswer(&mut self) {
        self.exchange = None;
    }

    /// Forgets all that was filled in and answered. What is under way comes too late.
    pub fn forget(&mut self) {
        let last = self.last;
        *self = Self::new(self.form.emptied());
        self.last = last;
    }
}

#[cfg(test)]
mod tests;
