use super::fact;
use super::tokens::read_only;
use crate::Fact;
use crate::body::Body;
use serde_json::json;

pub(crate) const FACTS: &[Fact] = &[
    fact("3.2", "an account call without a token is forbidden", |c| {
        let answer = c
            .send("GET", "/api2/account/info/", "", &Body::None)
            .json(403);
        let text = "Authentication credentials were not provided.";
        assert_eq!(answer, json!({ "detail": text }));
    }),
    fact(
        "3.2",
        "an account call with a wrong token is unauthorized",
        |c| {
            let answer = c
                .send("GET", "/api2/account/info/", "Bearer fake", &Body::None)
                .json(401);
            assert_eq!(answer, json!({ "detail": "Invalid token" }));
        },
    ),
    fact("3.2", "a member may not do what a team admin may", |c| {
        let form = Body::Form(&[
            ("username", "ben@practice.example"),
            ("password", "practice-password"),
        ]);
        let token = c.send("POST", "/api2/auth-token/", "", &form).json(200)["token"].clone();
        let token = format!("Bearer {}", token.as_str().unwrap());
        let answer = c
            .send("GET", "/api/v2.1/org/admin/info/", &token, &Body::None)
            .json(403);
        let text = "You do not have permission to perform this action.";
        assert_eq!(answer, json!({ "detail": text }));
    }),
    fact("3.2", "the token exchange refuses a wrong API-Token", |c| {
        let path = "/api/v2.1/dtable/app-access-token/";
        for token in ["", "Bearer fake", "Basic fake"] {
            let answer = c.send("GET", path, token, &Body::None).json(403);
            assert_eq!(
                answer,
                json!({ "error_msg": "Permission denied." }),
                "{token}"
            );
        }
    }),
    fact(
        "3.2",
        "the gateway says 403 to no token and to garbage, never 401",
        |c| {
            let api = format!("Bearer {}", c.credentials.api_token);
            let account = format!("Bearer {}", c.credentials.account_token);
            for token in ["", "Bearer fake", "Bearer a.b.c", &api, &account] {
                let answer = c
                    .send("GET", &c.base_path("metadata/"), token, &Body::None)
                    .json(403);
                assert_eq!(
                    answer,
                    json!({ "error_message": "invalid token" }),
                    "{token}"
                );
            }
        },
    ),
    fact("3.2", "a Base-Token opens no other base", |c| {
        let token = format!("Bearer {}", c.base_token());
        let path = "/api-gateway/api/v2/dtables/00000000-0000-4000-8000-000000000000/metadata/";
        assert_eq!(c.send("GET", path, &token, &Body::None).status, 403);
    }),
    fact(
        "3.2",
        "a read-only Base-Token reads but does not write",
        |c| {
            let token = read_only(c);
            let path = c.base_path("rows/?table_name=Table1");
            assert_eq!(c.send("GET", &path, &token, &Body::None).status, 200);
            let text = "You don't have permission to perform this operation on this base.";
            let row = Body::Json(json!({ "table_name": "Table1", "rows": [{ "Name": "x" }] }));
            let answer = c
                .send("POST", &c.base_path("rows/"), &token, &row)
                .json(403);
            assert_eq!(answer, json!({ "error_msg": text }));
            let sql = Body::Json(json!({ "sql": "update Table1 set Name = 'x'" }));
            assert_eq!(
                c.send("POST", &c.base_path("sql/"), &token, &sql).status,
                403
            );
        },
    ),
    fact("3.2", "a wrong login is 400, whatever is wrong", |c| {
        let text = json!({ "non_field_errors": ["Unable to login with provided credentials."] });
        for name in [c.credentials.username.as_str(), "nobody@practice.example"] {
            let form = Body::Form(&[("username", name), ("password", "wrong")]);
            assert_eq!(
                c.send("POST", "/api2/auth-token/", "", &form).json(400),
                text
            );
        }
        let form = Body::Form(&[("username", "ada")]);
        assert_eq!(c.send("POST", "/api2/auth-token/", "", &form).status, 400);
    }),
    fact(
        "3.2",
        "an upload link that was never given is refused",
        |c| {
            let body = Body::Multipart {
                fields: &[],
                file: Some(("a.txt", b"a")),
            };
            let path = "/seafhttp/upload-api/00000000-0000-4000-8000-000000000000?ret-json=1";
            let answer = c.send("POST", path, "", &body).json(403);
            assert_eq!(answer, json!({ "error": "Access token not found." }));
        },
    ),
    fact(
        "intro",
        "removed paths say in plain text that they are deprecated",
        |c| {
            for path in [
                "/dtable-server/api/v1/dtables/x/rows/",
                "/dtable-db/api/v1/query/x/",
            ] {
                let answer = c.send("GET", path, "Bearer fake", &Body::None);
                assert_eq!(answer.status, 404);
                assert!(
                    answer
                        .header("content-type")
                        .unwrap()
                        .starts_with("text/plain")
                );
                assert!(answer.text().starts_with("This endpoint is deprecated"));
            }
        },
    ),
    fact("nginx", "slashes that follow each other are one", |c| {
        for path in [
            "//api2/ping/",
            "/api2//ping/",
            "/api2/ping//",
            "////api2///ping//",
        ] {
            assert_eq!(
                c.send("GET", path, "", &Body::None).json(200),
                "pong",
                "{path}"
            );
        }
        let workspaces = "//api/v2.1//workspaces/?detail=false";
        let single = workspaces.replace("//", "/");
        assert_eq!(
            c.account("GET", workspaces, &Body::None).json(200),
            c.account("GET", &single, &Body::None).json(200)
        );
        let token = format!("Token {}", c.base_token());
        let path = format!("/{}", c.base_path("/metadata/"));
        assert_eq!(c.send("GET", &path, &token, &Body::None).status, 200);
        // The answers to what is not there are those of the same part too.
        let missing = c.send("GET", "//api-gateway/nothing/", "", &Body::None);
        assert_eq!(missing.text(), "404 page not found");
        let removed = c.send("GET", "//dtable-server//x/", "", &Body::None);
        assert!(removed.text().contains("deprecated"));
    }),
    fact("3.3", "a path that is not there is 404", |c| {
        for path in ["/", "/api/v2.1/nothing/", "/api-gateway/api/v2/nothing/"] {
            assert_eq!(c.send("GET", path, "", &Body::None).status, 404, "{path}");
        }
    }),
    fact("3.3", "a method that is not there is 405", |c| {
        assert_eq!(
            c.send("PATCH", "/api2/account/info/", "", &Body::None)
                .status,
            405
        );
        assert_eq!(
            c.send("PATCH", &c.base_path("rows/"), "", &Body::None)
                .status,
            405
        );
    }),
    fact("3.1", "createView refuses with error_msg", |c| {
        let body = Body::Json(json!({ "type": "table" }));
        let answer = c.base("POST", "views/?table_name=Table1", &body).json(400);
        assert_eq!(answer, json!({ "error_msg": "params invalid" }));
    }),
    fact(
        "3.1",
        "insertColumn refuses a name that is taken with a bare JSON string",
        |c| {
            let answer = c.add_column("Name", "text", &json!(null)).json(400);
            assert_eq!(answer, json!("Column Name exists."));
        },
    ),
    fact(
        "3.1",
        "renaming a column to a name that is taken has error_type",
        |c| {
            let body = json!({ "op_type": "rename_column", "table_name": "Table1", "column": "Age",
                           "new_column_name": "Name" });
            let answer = c.base("PUT", "columns/", &Body::Json(body)).json(400);
            assert_eq!(answer["error_type"], "column_already_exists");
            assert_eq!(answer["error_message"], "column name already exists");
        },
    ),
    fact(
        "client-requests",
        "an empty body with a JSON content type is not parsed",
        |c| {
            let empty = Body::Raw("application/json", b"");
            assert_eq!(c.base("GET", "metadata/", &empty).status, 200);
        },
    ),
    fact("3.3", "a body that is not JSON is 400", |c| {
        for body in ["{", "[]", "\"x\"", ""] {
            let answer = c.base(
                "POST",
                "rows/",
                &Body::Raw("application/json", body.as_bytes()),
            );
            assert_eq!(answer.status, 400, "{body}");
            assert!(answer.json(400)["error_message"].is_string());
        }
    }),
];
