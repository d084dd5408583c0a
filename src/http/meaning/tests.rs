use super::*;
use crate::auth::{Claims, Secret, TokenKind};
use crate::catalogue::Method;
use crate::http::{Answer, Body, Header, HeaderValue, PreparedRequest};
use crate::json::Document;

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

fn told(method: Method, path: &str, token: Option<TokenKind>, status: u16, body: &str) -> Told {
    let bearer = |kind| Header {
        name: "Authorization".into(),
        value: HeaderValue::Bearer(kind, Secret::new("fake")),
    };
    Told {
        request: PreparedRequest {
            method,
            url: format!("https://table.example.com{path}"),
            headers: token.map(bearer).into_iter().collect(),
            body: Body::None,
        },
        answer: Answer {
            status,
            headers: Vec::new(),
            body: Document::parse(body.as_bytes().to_vec()),
        },
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

    fn meaning(&self) -> Meaning {
        of_answer(
            &self.request,
            &self.answer,
            self.token,
            self.claims.as_ref(),
            NOW,
        )
    }

    /// Checks the beginning of what is said.
    fn says(&self, beginning: &str) {
        let meaning = self.meaning();
        assert!(
            meaning.sentence.starts_with(beginning),
            "{} {}: {}",
            self.answer.status,
            self.request.url,
            meaning.sentence
        );
        let has_end = |text: &str| text.ends_with('.');
        assert!(
            has_end(&meaning.sentence) && has_end(meaning.next),
            "{meaning:?}"
        );
    }
}

#[test]
fn a_base_token_is_refused_for_one_of_several_reasons() {
    let refused = |method, body| told(method, ROWS, BASE, 403, body);
    let invalid = r#"{"error_message":"invalid token"}"#;
    refused(Method::Get, invalid).says("SeaTable does not know this Base-Token");
    refused(Method::Get, invalid)
        .with_claims(NOW - 1, "rw", UUID)
        .says("The Base-Token has expired");
    refused(Method::Get, r#"{"error_msg":"Token expired."}"#).says("The Base-Token has expired");
    let denied =
        r#"{"error_msg":"You don't have permission to perform this operation on this base."}"#;
    refused(Method::Post, denied)
        .with_claims(NOW + 9, "r", UUID)
        .says("This Base-Token may only read");
    refused(Method::Get, invalid)
        .with_claims(NOW + 9, "r", UUID)
        .says("SeaTable does not know this Base-Token");
    refused(Method::Post, denied)
        .with_claims(NOW + 9, "rw", &UUID.replace('-', "").to_uppercase())
        .says("This Base-Token may not do this");
    refused(Method::Get, invalid)
        .with_claims(NOW + 9, "rw", "00000000-7e27-46a8-8b18-6cc6f3db2057")
        .says("This Base-Token opens another base");
    told(Method::Get, ROWS, BASE, 401, invalid)
        .with_claims(NOW, "rw", UUID)
        .says("The Base-Token has expired");
    let mut none = refused(Method::Get, invalid);
    none.request.headers.clear();
    none.says("No token arrived");
}

#[test]
fn other_tokens_are_refused_in_other_ways() {
    let denied = r#"{"error_msg":"Permission denied."}"#;
    let detail = r#"{"detail":"You do not have permission to perform this action."}"#;
    let missing = r#"{"detail":"Authentication credentials were not provided."}"#;
    for (path, token, status, body, beginning) in [
        (
            EXCHANGE,
            API,
            403,
            denied,
            "SeaTable does not take this API-Token",
        ),
        (
            EXCHANGE,
            API,
            401,
            denied,
            "SeaTable does not take this API-Token",
        ),
        (
            "/api/v2.1/dtable/app-upload-link/",
            API,
            403,
            denied,
            "SeaTable does not take this API-Token",
        ),
        (
            "/api/v2.1/workspaces/",
            ACCOUNT,
            401,
            r#"{"detail":"Invalid token"}"#,
            "SeaTable does not know this token",
        ),
        (
            "/api/v2.1/workspaces/",
            ACCOUNT,
            403,
            missing,
            "No token arrived",
        ),
        (
            "/api/v2.1/workspaces/",
            ACCOUNT,
            403,
            denied,
            "This account may not do this: the workspace",
        ),
        (
            "/api/v2.1/org/admin/info/",
            ACCOUNT,
            403,
            detail,
            "This account may not do this: it is no admin of the team",
        ),
        (
            "/api/v2.1/admin/users/",
            ACCOUNT,
            403,
            detail,
            "This account may not do this: it is no admin of the server",
        ),
        (
            "/api/v2.1/admin/users/",
            ACCOUNT,
            403,
            r#"{"error_msg":"The number of users exceeds the limit"}"#,
            "The licence",
        ),
        (
            UPLOAD,
            None,
            403,
            r#"{"error":"Access token not found."}"#,
            "The link is not complete",
        ),
        (LOGIN, None, 403, denied, "SeaTable refuses this login"),
        (ROWS, BASE, 403, NGINX, "Something in front of SeaTable"),
        (
            "/admin/x/",
            Some(TokenKind::Scheduler),
            401,
            "",
            "The Python scheduler does not know",
        ),
    ] {
        told(Method::Get, path, token, status, body).says(beginning);
    }
}

#[test]
fn a_refused_value_is_told_by_the_part_that_refuses_it() {
    for (path, token, body, beginning) in [
        (
            LOGIN,
            None,
            r#"{"non_field_errors":["Unable to login with provided credentials."]}"#,
            "SeaTable refuses this login",
        ),
        (
            LOGIN,
            None,
            r#"{"non_field_errors":["Two factor auth token is missing."]}"#,
            "This account has a second factor",
        ),
        (
            LOGIN,
            None,
            r#"{"non_field_errors":["Two factor auth token is invalid."]}"#,
            "The one-time code is wrong",
        ),
        (
            SQL,
            BASE,
            r#"{"error_message":"syntax error"}"#,
            "SeaTable cannot run this SQL",
        ),
        (
            "/api/v2.1/dtable/app-download-link/?path=/x",
            API,
            r#"{"error_msg":"x"}"#,
            "There is no file",
        ),
        (
            ROWS,
            BASE,
            r#"{"error_message":"x"}"#,
            "SeaTable understood the call",
        ),
        (
            ROWS,
            BASE,
            r#"{"error_type":"other","error_message":"x"}"#,
            "SeaTable understood the call",
        ),
        (
            ROWS,
            BASE,
            r#"{"error_type":"exceed_rows_limit","error_message":"x"}"#,
            "The base would have more rows",
        ),
    ] {
        told(Method::Post, path, token, 400, body).says(beginning);
    }
}

#[test]
fn every_known_type_of_error_has_words() {
    for known in [
        "column_already_exists",
        "column_data_error",
        "wrong_filter_in_filters",
        "exceed_rows_limit",
        "exceed_columns_limit",
        "exceed_tables_limit",
        "base_exceeds_limit",
        "row_not_exist",
    ] {
        assert!(of_error_type(known).is_some(), "{known}");
    }
    assert_eq!(of_error_type("other"), None);
}

#[test]
fn what_is_not_there_is_told_by_what_was_asked() {
    let json = r#"{"error_msg":"x"}"#;
    for (path, token, body, beginning) in [
        (
            "/dtable-server/api/v1/dtables/x/rows/",
            BASE,
            "This endpoint is deprecated, please use …",
            "This endpoint is gone",
        ),
        (ROWS, BASE, json, "There is no such base, table"),
        (
            EXCHANGE,
            API,
            r#"{"error_msg":"dtable _(deleted_123) Name not found."}"#,
            "The base of this token was deleted",
        ),
        (
            "/api/v2.1/workspace/7/dtable/x/access-token/",
            ACCOUNT,
            json,
            "There is no such workspace",
        ),
        (
            "/api/v2.1/dtable/app-download-link/?path=/x",
            API,
            json,
            "There is no such file",
        ),
        (
            "/api/v2.1/org/7/admin/users/",
            ACCOUNT,
            json,
            "There is no such team",
        ),
        (
            "/api/v2.1/dtable/x/",
            ACCOUNT,
            json,
            "There is no such thing",
        ),
        (
            ROWS,
            BASE,
            NGINX,
            "The server has nothing under this address",
        ),
        (
            ROWS,
            BASE,
            "404 page not found",
            "The server has nothing under this address",
        ),
        (ROWS, BASE, "", "The server has nothing under this address"),
    ] {
        told(Method::Get, path, token, 404, body).says(beginning);
    }
}

#[test]
fn limits_say_how_long_or_how_much() {
    let throttled = r#"{"detail":"Request was throttled. Expected available in 58 seconds."}"#;
    told(Method::Get, LOGIN, None, 429, throttled)
        .says("Too many requests. SeaTable takes the next one in 58 seconds.");
    told(Method::Get, ROWS, BASE, 429, "").says("Too many requests to this base");
    told(Method::Get, LOGIN, None, 429, "").says("Too many logins");
    told(
        Method::Get,
        "/api/v2.1/x/",
        ACCOUNT,
        429,
        r#"{"detail":"available in soon"}"#,
    )
    .says("Too many requests in a minute");
    told(Method::Get, "/api/v2.1/x/", ACCOUNT, 429, throttled)
        .with_header("retry-after", "1")
        .says("Too many requests. SeaTable takes the next one in 1 second.");
    told(Method::Get, ROWS, BASE, 429, "")
        .with_header("x-ratelimit-reset", &(NOW + 7).to_string())
        .says("Too many requests. SeaTable takes the next one in 7 seconds.");
    told(Method::Post, ROWS, BASE, 413, NGINX)
        .says("The request is larger than the web server in front (nginx) takes: 10 MB");
    told(Method::Post, UPLOAD, None, 413, NGINX)
        .says("The request is larger than the web server in front (nginx) takes.");
    for (status, beginning) in [
        (440, "The file server does not take"),
        (441, "There is a file of this name already"),
        (442, "The file is larger"),
        (443, "There is no room left"),
    ] {
        told(Method::Post, UPLOAD, None, status, "").says(beginning);
    }
}

#[test]
fn a_failed_server_is_told_from_one_that_is_not_reached() {
    for (status, body, beginning) in [
        (500, "{}", "SeaTable failed while"),
        (502, NGINX, "The web server in front (nginx) does not reach"),
        (
            503,
            r#"{"error_msg":"busy"}"#,
            "The server, or something in front",
        ),
        (504, NGINX, "The web server in front (nginx) waited in vain"),
        (599, "", "The server, or something in front"),
    ] {
        let read = told(Method::Get, ROWS, BASE, status, body);
        read.says(beginning);
        assert!(read.meaning().next.starts_with("Send again"));
        let write = told(Method::Put, ROWS, BASE, status, body);
        assert!(write.meaning().next.starts_with("It may have happened"));
    }
}

#[test]
fn the_other_statuses_have_words_too() {
    for (token, status, beginning) in [
        (BASE, 402, "The plan of the team"),
        (BASE, 405, "The server does not take DELETE here."),
        (BASE, 406, "SeaTable does not give its answer in the type"),
        (
            Some(TokenKind::Scheduler),
            406,
            "The server does not run the Python scheduler",
        ),
        (BASE, 418, "SeaTable answered with a status"),
        (BASE, 440, "SeaTable answered with a status"),
        (BASE, 302, "SeaTable answered with a status"),
    ] {
        told(Method::Delete, ROWS, token, status, "{}").says(beginning);
    }
}

#[test]
fn success_that_is_taken_back_is_told() {
    told(
        Method::Post,
        SQL,
        BASE,
        200,
        r#"{"success":false,"error_message":"x"}"#,
    )
    .says("The status is one of success, but");
    told(
        Method::Put,
        ROWS,
        BASE,
        200,
        r#"{"success":false,"error_type":"row_not_exist"}"#,
    )
    .says("The table has no row");
    let worked = told(Method::Post, SQL, BASE, 200, r#"{"success":true}"#).meaning();
    assert_eq!(
        (worked.sentence.as_ref(), worked.next),
        ("SeaTable carried this out.", "")
    );
}

#[test]
fn a_server_may_have_a_path_of_its_own() {
    let mut told = told(Method::Get, ROWS, BASE, 404, "{}");
    told.request.url = "https://example.com/seatable/api-gateway/api/v2/x/".to_owned();
    told.says("There is no such base, table");
    told.request.url = "https://example.com".to_owned();
    told.says("There is no such thing");
}
