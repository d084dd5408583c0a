use super::{fact, members};
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3600);

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "1.2",
        "an API-Token is made with 201 and has 40 characters",
        |c| {
            let form = Body::Form(&[("app_name", "mine"), ("permission", "rw")]);
            let made = c
                .account("POST", &c.workspace_path("api-tokens/"), &form)
                .json(201);
            assert_eq!(made["api_token"].as_str().unwrap().len(), 40);
            assert_eq!(
                (&made["app_name"], &made["permission"]),
                (&json!("mine"), &json!("rw"))
            );
            assert!(
                made["generated_by"]
                    .as_str()
                    .unwrap()
                    .ends_with("@auth.local")
            );
        },
    ),
    fact("1.2", "an API-Token without a name is refused", |c| {
        let form = Body::Form(&[("permission", "rw")]);
        let answer = c
            .account("POST", &c.workspace_path("api-tokens/"), &form)
            .json(400);
        assert_eq!(answer, json!({ "error_msg": "app_name invalid." }));
    }),
    fact(
        "1.2",
        "the name of an API-Token is unique in its base",
        |c| {
            let form = Body::Form(&[("app_name", "mine"), ("permission", "r")]);
            let path = c.workspace_path("api-tokens/");
            assert_eq!(c.account("POST", &path, &form).status, 201);
            assert_eq!(c.account("POST", &path, &form).status, 400);
        },
    ),
    fact(
        "1.2",
        "API-Tokens are listed, changed by multipart and deleted",
        |c| {
            let path = c.workspace_path("api-tokens/");
            let before = c.account("GET", &path, &Body::None).json(200);
            assert_eq!(before["api_tokens"].as_array().unwrap().len(), 2);
            let form = Body::Multipart {
                fields: &[("permission", "r")],
                file: None,
            };
            let one = c.workspace_path("api-tokens/Practice/");
            assert_eq!(c.account("PUT", &one, &form).json(200)["permission"], "r");
            let gone = c.account("DELETE", &one, &Body::None).json(200);
            assert_eq!(gone, json!({ "success": true }));
            assert_eq!(
                c.api("GET", "/api/v2.1/dtable/app-access-token/").status,
                403
            );
        },
    ),
    fact(
        "1.2",
        "a temporary API-Token is a JWT, lives an hour and is traded like any other",
        |c| {
            let made = c
                .account("GET", &c.workspace_path("temp-api-token/"), &Body::None)
                .json(200);
            let token = format!("Token {}", made["api_token"].as_str().unwrap());
            assert_eq!(token.matches('.').count(), 2);
            let exchange = || {
                c.send(
                    "GET",
                    "/api/v2.1/dtable/app-access-token/",
                    &token,
                    &Body::None,
                )
            };
            assert_eq!(
                exchange().json(200)["dtable_uuid"],
                c.credentials.base_uuid.as_str()
            );
            c.wait(HOUR + Duration::from_secs(1));
            assert_eq!(exchange().status, 403);
        },
    ),
    fact("1.2", "the token exchange answers seven members", |c| {
        let exchange = c.api("GET", "/api/v2.1/dtable/app-access-token/").json(200);
        let members = members(&exchange);
        let expected = [
            "access_token",
            "app_name",
            "dtable_name",
            "dtable_server",
            "dtable_uuid",
            "use_api_gateway",
            "workspace_id",
        ];
        assert_eq!(members, expected);
        assert!(
            exchange["dtable_server"]
                .as_str()
                .unwrap()
                .ends_with("/api-gateway/")
        );
        assert_eq!(exchange["use_api_gateway"], true);
        assert_eq!(exchange["workspace_id"], c.credentials.workspace_id);
    }),
    fact(
        "7",
        "a Base-Token is a JWT with the claims of its API-Token",
        |c| {
            let claims = claims(&c.base_token());
            assert_eq!(claims["dtable_uuid"], c.credentials.base_uuid.as_str());
            assert_eq!(
                (&claims["permission"], &claims["username"]),
                (&json!("rw"), &json!(""))
            );
            assert_eq!(
                (&claims["app_name"], &claims["practice"]),
                (&json!("Practice"), &json!(true))
            );
            assert!(claims["exp"].is_u64());
        },
    ),
    fact("7", "a Base-Token lives three days", |c| {
        let token = format!("Bearer {}", c.base_token());
        let metadata = || c.send("GET", &c.base_path("metadata/"), &token, &Body::None);
        c.wait(71 * HOUR);
        assert_eq!(metadata().status, 200);
        c.wait(2 * HOUR);
        assert_eq!(
            metadata().json(403),
            json!({ "error_msg": "Token expired." })
        );
    }),
    fact(
        "1.2",
        "exp sets the life of a Base-Token in hours or days",
        |c| {
            let exchange = c
                .api("GET", "/api/v2.1/dtable/app-access-token/?exp=5h")
                .json(200);
            let token = format!("Bearer {}", exchange["access_token"].as_str().unwrap());
            let metadata = || {
                c.send("GET", &c.base_path("metadata/"), &token, &Body::None)
                    .status
            };
            assert_eq!(metadata(), 200);
            c.wait(5 * HOUR + Duration::from_secs(1));
            assert_eq!(metadata(), 403);
        },
    ),
    fact(
        "1.2",
        "an Account-Token is traded for a Base-Token, with two members",
        |c| {
            let answer = c
                .account("GET", &c.workspace_path("access-token/"), &Body::None)
                .json(200);
            let members = members(&answer);
            assert_eq!(members, ["access_token", "dtable_uuid"]);
            assert!(
                claims(answer["access_token"].as_str().unwrap())["username"]
                    .as_str()
                    .unwrap()
                    .ends_with("@auth.local")
            );
        },
    ),
    fact("1.2", "a base that is not there has no Base-Token", |c| {
        let path = format!(
            "/api/v2.1/workspace/{}/dtable/none/access-token/",
            c.credentials.workspace_id
        );
        let answer = c.account("GET", &path, &Body::None).json(404);
        assert_eq!(answer, json!({ "error_msg": "dtable none not found." }));
        let path = "/api/v2.1/workspace/99999/dtable/none/access-token/";
        let answer = c.account("GET", path, &Body::None).json(404);
        assert_eq!(answer, json!({ "error_msg": "Workspace 99999 not found." }));
    }),
    fact(
        "1.2",
        "the login takes a form and answers a token of 40 characters",
        |c| {
            let (name, word) = (
                c.credentials.username.clone(),
                c.credentials.password.clone(),
            );
            let form = Body::Form(&[("username", &name), ("password", &word)]);
            let token = c.send("POST", "/api2/auth-token/", "", &form).json(200)["token"].clone();
            assert_eq!(token, c.credentials.account_token.as_str());
            assert_eq!(token.as_str().unwrap().len(), 40);
        },
    ),
    fact("1.2", "the login takes JSON too", |c| {
        let body =
            json!({ "username": c.credentials.username, "password": c.credentials.password });
        assert_eq!(
            c.send("POST", "/api2/auth-token/", "", &Body::Json(body))
                .status,
            200
        );
    }),
    fact(
        "7",
        "one logs in with the login id or the internal id too",
        |c| {
            let users = c
                .account("GET", &c.org_path("users/"), &Body::None)
                .json(200);
            let id = users["user_list"][0]["email"].as_str().unwrap().to_owned();
            for name in ["practice-ada", &id] {
                let form = Body::Form(&[("username", name), ("password", "practice-password")]);
                assert_eq!(
                    c.send("POST", "/api2/auth-token/", "", &form).status,
                    200,
                    "{name}"
                );
            }
        },
    ),
    fact(
        "7",
        "a second factor is asked for, wrong codes are refused, the right one works",
        |c| {
            let form = Body::Form(&[
                ("username", "tia@practice.example"),
                ("password", "practice-password"),
            ]);
            let missing = c.send("POST", "/api2/auth-token/", "", &form);
            assert_eq!(missing.header("x-seafile-otp"), Some("required"));
            let text = json!({ "non_field_errors": ["Two factor auth token is missing."] });
            assert_eq!(missing.json(400), text);
            let with = |code: &str| {
                let headers = vec![("X-SEAFILE-OTP", code.to_owned())];
                c.send_with("POST", "/api2/auth-token/", headers, &form)
            };
            let text = json!({ "non_field_errors": ["Two factor auth token is invalid."] });
            assert_eq!(with("000000").json(400), text);
            assert!(with("123456").json(200)["token"].is_string());
        },
    ),
    fact(
        "1.0",
        "Bearer and Token are both taken, for all three kinds of token",
        |c| {
            let base = c.base_token();
            let cases = [
                (
                    c.credentials.account_token.as_str(),
                    "/api2/account/info/".to_owned(),
                ),
                (
                    &c.credentials.api_token,
                    "/api/v2.1/dtable/app-access-token/".to_owned(),
                ),
                (&base, c.base_path("metadata/")),
            ];
            for (token, path) in cases {
                for scheme in ["Bearer", "Token", "token"] {
                    let answer = c.send("GET", &path, &format!("{scheme} {token}"), &Body::None);
                    assert_eq!(answer.status, 200, "{scheme} {path}");
                }
            }
        },
    ),
    fact("5.4", "pings and the version need no token", |c| {
        for (path, expected) in [
            ("/api2/ping/", json!("pong")),
            ("/api-gateway/api/v2/ping/", json!({ "ret": "pong" })),
            ("/seafhttp/protocol-version", json!({ "version": 2 })),
        ] {
            assert_eq!(c.send("GET", path, "", &Body::None).json(200), expected);
        }
        let info = c.send("GET", "/server-info/", "", &Body::None).json(200);
        assert_eq!(info["version"], "6.2.0");
    }),
];

/// Reads the claims of a JWT.
fn claims(token: &str) -> Value {
    use base64::Engine;
    let payload = token.split('.').nth(1).unwrap();
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(payload)
        .unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

/// Sends with a Base-Token that may only read.
pub(crate) fn read_only(c: &Client) -> String {
    let tokens = c
        .account("GET", &c.workspace_path("api-tokens/"), &Body::None)
        .json(200);
    let tokens = tokens["api_tokens"].as_array().unwrap().clone();
    let token = tokens
        .iter()
        .find(|token| token["permission"] == "r")
        .unwrap();
    let token = format!("Bearer {}", token["api_token"].as_str().unwrap());
    let path = "/api/v2.1/dtable/app-access-token/";
    let exchange = c.send("GET", path, &token, &Body::None).json(200);
    format!("Bearer {}", exchange["access_token"].as_str().unwrap())
}
