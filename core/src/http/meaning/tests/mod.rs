mod denied;
mod other;
mod refused;

use super::*;
use crate::auth::{Claims, Secret, TokenKind};
use crate::catalogue::{Area, Method};
use crate::http::tests::{answer, request};
use crate::http::{Answer, Header, PreparedRequest};

const UUID: &str = "650d8a0d-7e27-46a8-8b18-6cc6f3db2057";
const ROWS: &str = "/api-gateway/api/v2/dtables/650d8a0d-7e27-46a8-8b18-6cc6f3db2057/rows/";
const SQL: &str = "/api-gateway/api/v2/dtables/650d8a0d-7e27-46a8-8b18-6cc6f3db2057/sql/";
const EXCHANGE: &str = "/api/v2.1/dtable/app-access-token/";
const LOGIN: &str = "/api2/auth-token/";
const UPLOAD: &str = "/seafhttp/upload-api/83e701c8-84ba-498c-91b1-ddb3789edb7e?ret-json=1";
const NGINX: &str = "<html><head><title>502</title></head></html>";
const NOW: u64 = 1_700_000_000;

const ACCOUNT: Option<TokenKind> = Some(TokenKind::Account);
const API: Option<TokenKind> = Some(TokenKind::Api);
const BASE: Option<TokenKind> = Some(TokenKind::Base);

/// A request with the answer to it, and what is known besides.
struct Told {
    request: PreparedRequest,
    answer: Answer,
    token: Option<TokenKind>,
    claims: Option<Claims>,
}

/// The areas whose requests mean something of their own, by the addresses that the cases have.
fn area(path: &str) -> Option<Area> {
    let areas = [
        ("/api/v2.1/org/", Area::TeamAdmin),
        ("/api/v2.1/admin/", Area::SystemAdmin),
        ("/api2/two-factor-auth/", Area::SystemAdmin),
    ];
    let found = areas.iter().find(|(start, _)| path.starts_with(start));
    found.map(|(_, area)| *area)
}

fn told(method: Method, path: &str, token: Option<TokenKind>, status: u16, body: &str) -> Told {
    let bearer = |kind| Header::bearer(kind, Secret::new("fake"));
    Told {
        request: PreparedRequest {
            area: area(path),
            headers: token.map(bearer).into_iter().collect(),
            ..request(method, path)
        },
        answer: answer(status, body),
        token,
        claims: None,
    }
}

impl Told {
    fn with_claims(mut self, exp_seconds: u64, permission: &str, uuid: &str) -> Self {
        self.claims = Some(Claims {
            exp_seconds: Some(exp_seconds),
            permission: Some(permission.to_owned()),
            dtable_uuid: Some(uuid.to_owned()),
            ..Claims::default()
        });
        self
    }

    fn with_header(mut self, name: &str, value: &str) -> Self {
        self.answer
            .headers
            .push((name.to_owned(), value.to_owned()));
        self
    }

    fn meaning(&self) -> crate::words::answer::Told {
        crate::words::answer::told(of_answer(
            &self.request,
            &self.answer,
            self.token,
            self.claims.as_ref(),
            NOW,
        ))
    }

    /// Checks the beginning of what is said.
    fn says(&self, beginning: &str) -> &Self {
        let meaning = self.meaning();
        assert!(
            meaning.sentence.starts_with(beginning),
            "{} {}: {}",
            self.answer.status,
            self.request.url.shown(),
            meaning.sentence
        );
        let has_end = |text: &str| text.ends_with('.');
        assert!(
            has_end(&meaning.sentence) && has_end(meaning.next),
            "{meaning:?}"
        );
        self
    }

    /// Checks how long to wait.
    fn waits(&self, seconds: Option<u64>) {
        assert_eq!(seconds_to_wait(&self.answer, NOW), seconds);
    }
}
