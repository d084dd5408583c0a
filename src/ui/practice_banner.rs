//! The banner that says, all the time, that this is practice; and the credentials of a practice SeaTable.

use super::session::{Practice, session};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;
use playground_core::auth::{Secret, TokenKind};
use playground_core::catalogue::Method;
use playground_core::http::{Body, Exchange, Outcome, PreparedRequest, Server};
use playground_core::json::Document;
use playground_core::walkthrough::Input;
use playground_core::words;

/// What opens a practice SeaTable.
#[derive(Clone, PartialEq)]
pub(super) struct Credentials {
    api_token: Secret,
    account_token: Secret,
    username: String,
    password: Secret,
}

impl Credentials {
    /// The request that a practice server on this machine answers with its credentials.
    pub(super) fn request(server: &Server) -> PreparedRequest {
        PreparedRequest {
            method: Method::Get,
            url: format!("{}/practice-seatable.json", server.origin()).into(),
            headers: Vec::new(),
            body: Body::None,
        }
    }

    /// Takes the credentials out of the answer to that request.
    pub(super) fn of(exchange: &Exchange) -> Option<Self> {
        match &exchange.outcome {
            Outcome::Answer(answer) if answer.is_success() => Self::find(&answer.body),
            _ => None,
        }
    }

    /// Reads the JSON object that a practice SeaTable introduces itself with.
    pub(super) fn read(json: &[u8]) -> Option<Self> {
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

    /// Returns what belongs into an input, if the practice SeaTable hands it out.
    pub(super) fn of_input(&self, input: &Input) -> Option<Secret> {
        match (input.token, input.name) {
            (Some(TokenKind::Api), _) => Some(self.api_token.clone()),
            (Some(TokenKind::Account), _) => Some(self.account_token.clone()),
            (None, "username") => Some(Secret::new(self.username.as_str())),
            (None, "password") => Some(self.password.clone()),
            _ => None,
        }
    }
}

/// The banner. Nothing where the server is a real one.
#[component]
pub(super) fn PracticeBanner() -> impl IntoView {
    let session = session();
    dynamic(move || {
        let in_page = session.server.with(Server::is_in_page);
        let text = match session.practice.get() {
            Practice::Off => return None,
            Practice::Loading => "Loading the practice SeaTable …".to_owned(),
            Practice::Unavailable => {
                "The practice SeaTable could not be loaded. Reload the page and switch it on again."
                    .to_owned()
            }
            Practice::On(_) if in_page => {
                "This is a make-believe SeaTable inside this page. No request leaves your \
                 browser, and what you write is gone when you close or reload the page."
                    .to_owned()
            }
            Practice::On(_) => words::server::own_practice(session.server.get().host()),
        };
        Some(
            view! { <aside class="practice-banner" aria-label="Practice"><b>"Practice"</b>{text}</aside> },
        )
    })
}
