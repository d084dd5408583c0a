//! A desk: the form of a request, the request under way, and what was answered last.

use crate::auth::Secret;
use crate::form::RequestForm;
use crate::http::{Answer, Exchange};
use std::sync::Arc;

/// The right to hand in the outcome of one request. It is void once the request is given up, or all is forgotten.
///
/// It is of that request alone: what both it and the desk hold is nothing but the same.
#[derive(Debug)]
pub struct Ticket(Arc<()>);

/// A desk. It knows nothing of walkthroughs.
///
/// It has no `Debug`: its form can have passwords.
pub struct Desk {
    /// The form.
    pub form: RequestForm,
    /// What the ticket of the request under way has; `None` if none is.
    under_way: Option<Arc<()>>,
    exchange: Option<Arc<Exchange>>,
    previous: Option<Arc<Exchange>>,
}

impl Desk {
    /// A desk with this form.
    pub fn new(form: RequestForm) -> Self {
        Self {
            form,
            under_way: None,
            exchange: None,
            previous: None,
        }
    }

    /// Begins a request; none while one is under way.
    pub fn begin(&mut self) -> Option<Ticket> {
        if self.is_sending() {
            return None;
        }
        let ticket = Ticket(Arc::new(()));
        self.under_way = Some(ticket.0.clone());
        Some(ticket)
    }

    /// Whether the outcome of this request is waited for.
    pub fn awaits(&self, ticket: &Ticket) -> bool {
        let mut under_way = self.under_way.iter();
        under_way.any(|it| Arc::ptr_eq(it, &ticket.0))
    }

    /// Takes the outcome of a request, whose secrets are forgotten. `None` if it comes too late, and nothing changes then.
    ///
    /// The exchange before is kept as long as the same is asked and answered, so that both can be compared.
    #[expect(clippy::needless_pass_by_value, reason = "a ticket is used up")]
    pub fn finish(&mut self, ticket: Ticket, mut exchange: Exchange) -> Option<Arc<Exchange>> {
        if !self.awaits(&ticket) {
            return None;
        }
        self.under_way = None;
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
            self.under_way = None;
        }
    }

    /// Whether a request is under way.
    pub fn is_sending(&self) -> bool {
        self.under_way.is_some()
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

    /// Forgets a token: as it was entered, and the responses that it stands in. Returns whether it was there.
    pub fn forget_token(&mut self, secret: &Secret) -> bool {
        let is_entered = self.form.token.take_if(|token| token.is(secret)).is_some();
        let is_in = |exchange: &mut Arc<Exchange>| exchange.has(secret);
        let is_previous = self.previous.take_if(is_in).is_some();
        self.exchange.take_if(is_in).is_some() || is_entered || is_previous
    }

    /// Forgets all that was filled in and answered. What is under way comes too late.
    pub fn forget(&mut self) {
        *self = Self::new(self.form.emptied());
    }
}

#[cfg(test)]
mod tests;
