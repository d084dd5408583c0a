//! Right requests of every kind pass, and every kind of fault is found.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what it expects by unwrapping"
)]

mod sample;

use contract::{Documents, EXCEPTIONS};
use sample::{ACCOUNT, API, BASE, Sample, UUID, base, form, json, multipart, request};

/// What is too strict in the documents, by the names that the list of their faults gives it.
const TOO_STRICT: &[&str] = &[
    "token-scheme",
    "table-id-for-table-name",
    "create-table-without-columns",
    "links-by-table-name",
    "query-links-by-id",
    "create-view-without-type",
    "view-filters-one-of",
    "convert-keys-capital",
    "upload-without-token",
    "download-path-without-slash",
    "custom-folder-relative-path",
    "form-bodies",
    "sql-without-slash",
    "geolocation-column",
    "thousands-dot",
    "sql-parameters",
    "op-date-hours",
];

const USER: &str = "0123456789abcdef0123456789abcdef@auth.local";
const FILE: &[(&str, Option<&str>, &str)] = &[
    ("parent_dir", None, "/asset/1"),
    ("relative_path", None, "files/2026-01"),
    ("file", Some("a.txt"), "Hello"),
];

fn upload() -> Sample {
    let path = format!("/seafhttp/upload-api/{UUID}");
    multipart(request("POST", &path, "ret-json=1", ""), FILE)
}

fn login(body: &str) -> Sample {
    form(request("POST", "/api2/auth-token/", "", ""), body)
}

fn append(body: &str) -> Sample {
    json(base("POST", "rows/", ""), body)
}

fn columns(body: &str) -> Sample {
    json(base("POST", "batch-append-columns/", ""), body)
}

fn geolocation() -> Sample {
    columns(
        r#"{"table_name":"T","columns":[{"column_name":"Place","column_type":"geolocation","column_data":{"geo_format":"lng_lat"}}]}"#,
    )
}

#[test]
fn right_requests_have_no_fault() {
    let Some(documents) = Documents::find() else {
        return;
    };
    let user = format!("/api/v2.1/org/1/admin/users/{USER}/");
    let rights = [
        login("username=ada%40practice.example&password=p"),
        login("username=a&password=p").with("X-SEAFILE-OTP", "123456"),
        request("GET", "/api/v2.1/dtable/app-access-token/", "exp=5h", API),
        base("GET", "metadata/", ""),
        base(
            "GET",
            "rows/",
            "table_name=Table1&convert_keys=true&limit=10",
        ),
        base("GET", "rows/a-_a-_a-_a-_a-_a-_a-_0/", "table_name=Table1"),
        append(r#"{"table_name":"T","rows":[{"Any name":1}],"apply_default":true}"#),
        json(
            base("PUT", "rows/", ""),
            r#"{"table_name":"T","updates":[{"row_id":"a-_a-_a-_a-_a-_a-_a-_0","row":{"Files":[{"name":"x"}]}}]}"#,
        ),
        json(
            base("POST", "sql/", ""),
            r#"{"sql":"SELECT 1","parameters":["a",1]}"#,
        ),
        columns(
            r#"{"table_name":"T","columns":[{"column_name":"N","column_type":"number","column_data":{"format":"euro"}}]}"#,
        ),
        geolocation(),
        request(
            "GET",
            "/api/v2.1/org/1/admin/users/",
            "page=1&per_page=25",
            ACCOUNT,
        ),
        request("GET", &user, "", ACCOUNT),
        json(
            request("PUT", &format!("{user}two-factor-auth/"), "", ACCOUNT),
            r#"{"force_2fa":true}"#,
        ),
        multipart(
            request("POST", "/api/v2.1/dtables/", "", ACCOUNT),
            &[("workspace_id", None, "1"), ("name", None, "B")],
        ),
        request(
            "GET",
            "/api/v2.1/dtable/app-download-link/",
            "path=/files/2026-01/a.txt",
            API,
        ),
        upload(),
    ];
    for right in rights {
        assert_eq!(right.faults(documents), Vec::<String>::new(), "{right:?}");
    }
}

#[test]
fn every_kind_of_fault_is_found() {
    let Some(documents) = Documents::find() else {
        return;
    };
    let users = "/api/v2.1/org/1/admin/users/";
    let upload_of = |parts| multipart(request("POST", &upload().path, "ret-json=1", ""), parts);
    let wrongs = [
        (
            request("GET", "/nowhere/", "", ""),
            "no document has such an operation",
        ),
        (
            request("PATCH", users, "", ACCOUNT),
            "no document has such an operation",
        ),
        (
            request("GET", "/api/v2.1/org/x/admin/users/", "", ACCOUNT),
            "path parameter org_id",
        ),
        (
            request(
                "GET",
                &format!("{users}ada%40practice.example/"),
                "",
                ACCOUNT,
            ),
            "path parameter user_id",
        ),
        (
            request("GET", users, "pages=1", ACCOUNT),
            "pages is not declared",
        ),
        (
            request("GET", users, "page=two", ACCOUNT),
            "query parameter page",
        ),
        (
            request("GET", users, "page=1&page=2", ACCOUNT),
            "page is sent twice",
        ),
        (
            base("GET", "rows/", "table_name=T&convert_keys=True"),
            "query parameter convert_keys",
        ),
        (
            base("GET", "rows/", "limit=1"),
            "query parameter table_name is missing",
        ),
        (request("GET", users, "", ""), "no Authorization"),
        (
            request("GET", users, "", "Token practice-account-token-0"),
            "does not begin with Bearer",
        ),
        (
            request("GET", users, "", BASE),
            "AccountTokenAuth is wanted",
        ),
        (
            request("GET", "/api/v2.1/dtable/app-access-token/", "", ACCOUNT),
            "ApiTokenAuth is wanted",
        ),
        (
            login("username=a&password=p").with("Authorization", ACCOUNT),
            "none is wanted",
        ),
        (
            login("username=a&password=p").with("X-SEAFILE-OTP", "12345"),
            "header parameter X-SEAFILE-OTP",
        ),
        (
            base("GET", "metadata/", "").with("X-Requested-With", "me"),
            "X-Requested-With is not declared",
        ),
        (login("username=a"), "password"),
        (login("username=a&password=p&more=1"), "more"),
        (
            request("POST", "/api2/auth-token/", "", ""),
            "there is no body",
        ),
        (json(base("GET", "metadata/", ""), "{}"), "none is declared"),
        (
            form(base("POST", "rows/", ""), "table_name=T"),
            "Content-Type application/x-www-form-urlencoded",
        ),
        (append("{"), "no JSON"),
        (append(r#"{"rows":[{}]}"#), "table_name"),
        (append(r#"{"table_name":"T","rows":{}}"#), "/rows"),
        (append(r#"{"table_name":"T","rows":[{}],"row":{}}"#), "row"),
        (
            columns(
                r#"{"table_name":"T","columns":[{"column_name":"N","column_type":"text","colour":1}]}"#,
            ),
            "/columns/0",
        ),
        (
            columns(
                r#"{"table_name":"T","columns":[{"column_name":"N","column_type":"number","column_data":{"form":""}}]}"#,
            ),
            "/columns/0",
        ),
        (
            json(
                base("PUT", "rows/", ""),
                r#"{"table_name":"T","updates":[{"row_id":"1","row":{}}]}"#,
            ),
            "/updates/0/row_id",
        ),
        (
            multipart(
                request("POST", "/api/v2.1/dtables/", "", ACCOUNT),
                &[("title", None, "B")],
            ),
            "title",
        ),
        (upload_of(&FILE[..2]), "file"),
        (
            upload_of(&[FILE[0], FILE[1], ("file", None, "Hello")]),
            "a file without a name",
        ),
        (
            upload_of(&[
                FILE[0],
                ("relative_path", Some("x"), "files/2026-01"),
                FILE[2],
            ]),
            "none is declared",
        ),
        (
            upload_of(&[FILE[0], FILE[0], FILE[1], FILE[2]]),
            "sent twice",
        ),
        (
            upload_of(&[FILE[0], ("relative_path", None, "files/today"), FILE[2]]),
            "/relative_path",
        ),
    ];
    let missed: Vec<_> = wrongs
        .iter()
        .map(|(wrong, words)| (words, wrong.faults(documents)))
        .filter(|(words, faults)| !faults.iter().any(|fault| fault.contains(*words)))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn every_exception_has_a_name_and_a_use() {
    let Some(documents) = Documents::find() else {
        return;
    };
    for exception in EXCEPTIONS {
        assert!(TOO_STRICT.contains(&exception.id), "{}", exception.id);
        let sample = match exception.id {
            "upload-without-token" => upload(),
            "geolocation-column" => geolocation(),
            other => panic!("{other} has no request that needs it"),
        };
        let faults = documents.faults_without_exceptions(&sample.request());
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(
            exception
                .operations
                .iter()
                .any(|id| faults[0].starts_with(id)),
            "{faults:?}"
        );
    }
}

#[test]
fn every_declared_body_can_be_checked() {
    let Some(documents) = Documents::find() else {
        return;
    };
    assert_eq!(documents.unreadable_bodies(), Vec::<&str>::new());
}
