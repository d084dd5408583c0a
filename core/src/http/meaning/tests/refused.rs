//! What was requested and refused: values, things that are not there, too much.

use super::*;

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
            "SeaTable can't run this SQL",
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
            "SeaTable understood the request",
        ),
        (
            ROWS,
            BASE,
            r#"{"error_type":"other","error_message":"x"}"#,
            "SeaTable understood the request",
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
        ("/api/v2.1/dtable/x/", ACCOUNT, json, "This doesn't exist"),
        (ROWS, BASE, NGINX, "The server has nothing at this address"),
        (
            ROWS,
            BASE,
            "404 page not found",
            "The server has nothing at this address",
        ),
        (ROWS, BASE, "", "The server has nothing at this address"),
    ] {
        told(Method::Get, path, token, 404, body).says(beginning);
    }
}

#[test]
fn a_slash_in_a_name_is_named_where_the_server_in_front_stumbles_over_it() {
    let base = "/api/v2.1/workspace/7/dtable/a%2Fb/access-token/";
    for (status, body) in [(404, NGINX), (400, NGINX), (403, NGINX), (404, "")] {
        told(Method::Get, base, ACCOUNT, status, body)
            .says("A name in the address contains a slash");
    }
    let json = r#"{"error_msg":"dtable a/b not found."}"#;
    told(Method::Get, base, ACCOUNT, 404, json).says("There is no such workspace");
    let query = "/api/v2.1/dtable/app-download-link/?path=%2Fa%2Fb";
    told(Method::Get, query, API, 404, NGINX).says("The server has nothing at this address");
}

#[test]
fn limits_say_how_long_or_how_much() {
    let throttled = r#"{"detail":"Request was throttled. Expected available in 58 seconds."}"#;
    told(Method::Get, LOGIN, None, 429, throttled)
        .says("Too many requests for now.")
        .waits(Some(58));
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
        .waits(Some(1));
    told(Method::Get, ROWS, BASE, 429, "")
        .with_header("x-ratelimit-reset", &(NOW + 7).to_string())
        .waits(Some(7));
    told(Method::Get, ROWS, BASE, 429, "")
        .with_header("x-ratelimit-reset", &(NOW - 7).to_string())
        .waits(None);
    told(Method::Get, ROWS, BASE, 429, "").waits(None);
    told(Method::Post, ROWS, BASE, 413, NGINX).says(
        "The request is larger than the web server in front (nginx) accepts: by default 10 MB",
    );
    told(Method::Post, UPLOAD, None, 413, NGINX)
        .says("The request is larger than the web server in front (nginx) accepts.");
    for (status, beginning) in [
        (440, "The file server doesn't accept"),
        (441, "A file of this name exists already"),
        (442, "The file is larger"),
        (443, "The storage of the workspace"),
    ] {
        told(Method::Post, UPLOAD, None, status, "").says(beginning);
    }
}
