//! Who is not let in, by the token.

use super::*;

#[test]
fn a_base_token_is_refused_for_one_of_several_reasons() {
    let refused = |method, body| told(method, ROWS, BASE, 403, body);
    let invalid = r#"{"error_message":"invalid token"}"#;
    refused(Method::Get, invalid).says("SeaTable doesn't know this Base-Token");
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
        .says("SeaTable doesn't know this Base-Token");
    refused(Method::Post, denied)
        .with_claims(NOW + 9, "rw", &UUID.replace('-', "").to_uppercase())
        .says("This Base-Token may not do this");
    refused(Method::Get, invalid)
        .with_claims(NOW + 9, "rw", "00000000-7e27-46a8-8b18-6cc6f3db2057")
        .says("The address names another base");
    // Whatever the status, and whatever else could be said of the token.
    for (status, permission, exp) in [
        (401, "rw", NOW + 9),
        (403, "r", NOW + 9),
        (403, "rw", NOW - 9),
        (404, "rw", NOW + 9),
    ] {
        told(Method::Post, ROWS, BASE, status, invalid)
            .with_claims(exp, permission, "00000000-7e27-46a8-8b18-6cc6f3db2057")
            .says("The address names another base");
    }
    told(Method::Get, ROWS, BASE, 401, invalid)
        .with_claims(NOW, "rw", UUID)
        .says("The Base-Token has expired");
    let mut none = refused(Method::Get, invalid);
    none.request.headers.clear();
    none.says("No token arrived");
}

#[test]
fn a_folder_of_another_base_is_not_the_fault_of_the_link() {
    let upload = |body| {
        told(
            Method::Post,
            "/seafhttp/upload-api/fake?ret-json=1",
            API,
            403,
            body,
        )
    };
    upload(r#"{"error":"Permission denied."}"#)
        .says("The link doesn't open the folder that parent_dir names");
    upload("Permission denied.").says("The link doesn't open the folder");
    upload(r#"{"error":"Access token not found."}"#).says("The link is incomplete");
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
            "SeaTable doesn't accept this API-Token",
        ),
        (
            EXCHANGE,
            API,
            401,
            denied,
            "SeaTable doesn't accept this API-Token",
        ),
        (
            "/api/v2.1/dtable/app-upload-link/",
            API,
            403,
            denied,
            "SeaTable doesn't accept this API-Token",
        ),
        (
            "/api/v2.1/workspaces/",
            ACCOUNT,
            401,
            r#"{"detail":"Invalid token"}"#,
            "SeaTable doesn't know this token",
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
            "This account may not do this: it isn't an admin of the team",
        ),
        (
            "/api/v2.1/admin/users/",
            ACCOUNT,
            403,
            detail,
            "This account may not do this: it isn't an admin of the server",
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
            "The link is incomplete",
        ),
        (LOGIN, None, 403, denied, "SeaTable refuses this login"),
        (ROWS, BASE, 403, NGINX, "Something in front of SeaTable"),
        (
            "/admin/x/",
            Some(TokenKind::Scheduler),
            401,
            "",
            "The Python scheduler doesn't know",
        ),
    ] {
        told(Method::Get, path, token, status, body).says(beginning);
    }
}
