//! Servers that fail, success, and all other statuses.

use super::*;

#[test]
fn a_failed_server_is_told_from_one_that_is_not_reached() {
    for (status, body, beginning) in [
        (500, "{}", "SeaTable failed while"),
        (502, NGINX, "The web server in front (nginx) can't reach"),
        (
            503,
            r#"{"error_msg":"busy"}"#,
            "The server, or something in front",
        ),
        (
            504,
            NGINX,
            "The web server in front (nginx) got no response",
        ),
        (599, "", "The server, or something in front"),
    ] {
        let read = told(Method::Get, ROWS, BASE, status, body);
        read.says(beginning);
        assert!(read.meaning().next.starts_with("Send again"));
        let write = told(Method::Put, ROWS, BASE, status, body);
        assert!(
            write
                .meaning()
                .next
                .starts_with("It may still have been carried out")
        );
    }
}

#[test]
fn the_other_statuses_have_words_too() {
    for (token, status, beginning) in [
        (BASE, 402, "The plan of the team"),
        (BASE, 405, "The server doesn't support DELETE here."),
        (BASE, 406, "SeaTable doesn't respond in the type"),
        (
            Some(TokenKind::Scheduler),
            406,
            "The server doesn't run the Python scheduler",
        ),
        (BASE, 418, "SeaTable responded with a status"),
        (BASE, 440, "SeaTable responded with a status"),
        (BASE, 302, "SeaTable responded with a status"),
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
    .says("The status means success, but");
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
    told.request.url = "https://example.com/seatable/api-gateway/api/v2/x/".into();
    told.says("There is no such base, table");
    told.request.url = "https://example.com".into();
    told.says("This doesn't exist");
}
