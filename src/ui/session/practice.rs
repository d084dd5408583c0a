//! The practice SeaTable: whether there is one, and what opens it.

use super::Session;
use crate::browser::{Sending, practice, task};
use crate::ui::later::later;
use leptos::prelude::*;
use playground_core::auth::{Secret, TokenKind};
use playground_core::catalogue::ValueKind;
use playground_core::http::{Exchange, Outcome, PreparedRequest, Server};
use playground_core::json::Document;

/// How far the practice SeaTable is.
#[derive(Clone, PartialEq)]
pub(in crate::ui) enum Practice {
    /// The server is a real one, as far as the page knows.
    Off,
    /// The program is being loaded.
    Loading,
    /// The server is a practice SeaTable; these open it. That in the page is asked for its own when they are needed.
    On(Option<Credentials>),
    /// The program could not be loaded.
    Unavailable,
}

/// Finds out whether a server is a practice SeaTable.
type Recognise = fn(Session, Server) -> task::Work<Practice>;

later! {
    /// Fetches what finds that out, and what starts the practice SeaTable in the page and sends to it.
    async fn recogniser() -> Recognise, recognise in practice;
}

fn recognise(session: Session, server: Server) -> task::Work<Practice> {
    Box::pin(async move {
        if server.is_in_page() {
            return match practice::start().await {
                Ok(()) => Practice::On(None),
                Err(_) => Practice::Unavailable,
            };
        }
        let request = Credentials::request(&server);
        let exchange = session.exchange(request, Sending::new()).await;
        Credentials::of(&exchange).map_or(Practice::Off, |it| Practice::On(Some(it)))
    })
}

/// What opens a practice SeaTable.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Credentials {
    api_token: Secret,
    account_token: Secret,
    username: String,
    password: Secret,
}

impl Credentials {
    /// The request that a practice server on this machine answers with its credentials.
    pub(in crate::ui) fn request(server: &Server) -> PreparedRequest {
        PreparedRequest::reading(format!("{}/practice-seatable.json", server.origin()))
    }

    /// Takes the credentials out of the answer to that request.
    pub(in crate::ui) fn of(exchange: &Exchange) -> Option<Self> {
        match &exchange.outcome {
            Outcome::Answer(answer) if answer.is_success() => Self::find(&answer.body),
            _ => None,
        }
    }

    /// Reads the JSON object that a practice SeaTable introduces itself with.
    pub(in crate::ui) fn read(json: &[u8]) -> Option<Self> {
        Self::find(&Document::parse(json.to_vec()))
    }

    fn find(document: &Document) -> Option<Self> {
        let text = |pointer| document.string(document.pointer(pointer)?);
        Some(Self {
            api_token: Secret::new(text("/api_token")?),
            account_token: Secret::new(text("/account_token")?),
            username: text("/username")?,
            password: Secret::new(text("/password")?),
        })
    }

    /// Returns the value of a kind, if the practice SeaTable hands it out.
    pub(in crate::ui) fn of_kind(&self, kind: ValueKind) -> Option<Secret> {
        match kind {
            ValueKind::Token(TokenKind::Api) => Some(self.api_token.clone()),
            ValueKind::Token(TokenKind::Account) => Some(self.account_token.clone()),
            ValueKind::Login => Some(Secret::new(self.username.as_str())),
            ValueKind::Password => Some(self.password.clone()),
            _ => None,
        }
    }
}

impl Session {
    /// Finds out whether the server is a practice SeaTable: loads the one in the page, or asks one on this machine.
    pub(in crate::ui) fn recognise_practice(self) {
        let server = self.server.get_untracked();
        if server.is_in_page() {
            self.practice.set(Practice::Loading);
        } else if !server.takes_practice_tokens() {
            return;
        }
        task::spawn(async move {
            let found = match recogniser().await {
                Ok(recognise) => recognise(self, server.clone()).await,
                Err(_) if server.is_in_page() => Practice::Unavailable,
                Err(_) => Practice::Off,
            };
            // Meanwhile the person may have gone to another server. What is as before wakes nobody, so that the word on it stays.
            let is_new = self.practice.with_untracked(|before| *before != found);
            if is_new && self.server.get_untracked() == server {
                self.practice.set(found);
            }
        });
    }

    /// Returns what opens the practice SeaTable.
    pub(in crate::ui) fn credentials(self) -> Option<Credentials> {
        match self.practice.get_untracked() {
            Practice::On(None) => Credentials::read(practice::credentials()?.as_bytes()),
            Practice::On(held) => held,
            _ => None,
        }
    }
}
