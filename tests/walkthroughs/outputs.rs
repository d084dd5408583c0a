//! Outputs decide: a step is done when what it gives has come.

use super::*;

#[test]
fn a_success_without_the_token_does_not_finish_the_step() {
    let no_uuid =
        format!(r#"{{"access_token": "{BASE_TOKEN}", "dtable_name": "x", "workspace_id": 1}}"#);
    let cut = token_answer();
    let opaque = token_answer().replace(BASE_TOKEN, API_TOKEN);
    for (body, lacking) in [
        ("", "access_token"),
        ("<html>Log in</html>", "access_token"),
        ("\u{89}PNG\r\n", "access_token"),
        ("{}", "access_token"),
        ("[]", "access_token"),
        ("null", "access_token"),
        (&cut[..cut.len() - 1], "access_token"),
        (&cut[..40], "access_token"),
        (
            r#"{"access_token": null, "dtable_uuid": "x", "dtable_name": "x", "workspace_id": 1}"#,
            "access_token",
        ),
        (
            r#"{"access_token": "", "dtable_uuid": "x", "dtable_name": "x", "workspace_id": 1}"#,
            "access_token",
        ),
        (
            r#"{"access_token": {"a": 1}, "dtable_uuid": "x", "dtable_name": "x", "workspace_id": 1}"#,
            "access_token",
        ),
        (&opaque, "access_token"),
        (&no_uuid, "base_uuid"),
    ] {
        let mut run = run_up_to(BASE_TOKEN_STEP);
        send(&mut run, BASE_TOKEN_STEP, 200, body);
        assert_eq!(run.status(BASE_TOKEN_STEP), Status::Failed, "{body}");
        assert!(!run.is_ticked(BASE_TOKEN_STEP), "{body}");
        assert!(run.lacking(BASE_TOKEN_STEP).contains(&lacking), "{body}");
        assert_eq!(
            run.outcome(BASE_TOKEN_STEP, words::criterion::position),
            None,
            "{body}"
        );
        assert_eq!(run.status(STRUCTURE), Status::Waiting, "{body}");
    }
}

#[test]
fn a_page_in_the_place_of_data_is_no_success_where_a_step_gives_nothing_either() {
    let mut run = Run::new(find("look-at-the-team").unwrap());
    run.set_input(0, 0, "me@example.com".to_owned());
    run.set_input(0, 1, "fake-password".to_owned());
    send(&mut run, 1, 200, &format!(r#"{{"token": "{API_TOKEN}"}}"#));
    send(&mut run, 2, 200, r#"{"org_id": 7}"#);
    send(&mut run, 3, 200, "<html>Log in</html>");
    assert_eq!(run.status(3), Status::Failed);
    send(&mut run, 3, 200, r#"{"user_list": []}"#);
    assert_eq!(run.status(3), Status::Done);
}

#[test]
fn a_list_with_nothing_to_choose_leaves_the_step_open_until_another_is_taken() {
    let mut run = Run::new(find("upload-a-file").unwrap());
    run.set_input(0, 0, API_TOKEN.to_owned());
    send(&mut run, 1, 200, &token_answer());
    let tables = r#"{"metadata": {"tables": [
        {"name": "A", "columns": [{"name": "x", "type": "text"}]},
        {"name": "B", "columns": [{"name": "y", "type": "text"}, {"name": "f", "type": "file"}]}]}}"#;
    send(&mut run, 2, 200, tables);
    assert_eq!(run.status(2), Status::Failed);
    assert_eq!(run.nothing_to_choose(2), Some("Column"));
    run.choose(2, 0, Some(1));
    assert_eq!(run.status(2), Status::Done);
    assert_eq!(run.nothing_to_choose(2), None);
}

#[test]
fn a_step_is_named_that_shows_whether_a_write_happened() {
    let run = run_up_to(WRITE);
    assert_eq!(run.look(WRITE), Some(READ));
    // A login leaves nothing to look at.
    assert_eq!(super::run().look(1), None);
    let mut base = Run::new(find("create-a-base").unwrap());
    base.set_input(0, 0, "me@example.com".to_owned());
    base.set_input(0, 1, "fake-password".to_owned());
    send(&mut base, 1, 200, &format!(r#"{{"token": "{API_TOKEN}"}}"#));
    // The list of workspaces with their bases, which comes before.
    assert_eq!(base.look(3), Some(2));
}

#[test]
fn what_is_sent_after_a_reload_counts_for_more_than_the_tick_before() {
    let mut run = run_up_to(BASE_TOKEN_STEP);
    run.recall(&["base-token", "structure"]);
    assert!(run.is_ticked(BASE_TOKEN_STEP) && run.is_ticked(STRUCTURE));
    send(
        &mut run,
        BASE_TOKEN_STEP,
        403,
        r#"{"error_msg": "Permission denied."}"#,
    );
    assert!(!run.is_ticked(BASE_TOKEN_STEP));
    // Another server has done nothing.
    run.recall(&[]);
    assert!(!run.is_ticked(STRUCTURE));
}

#[test]
fn what_was_typed_can_be_taken_up_again_and_no_secret_is_in_it() {
    let mut run = run();
    for (place, text) in [API_TOKEN, "me@example.com", "fake-password"]
        .iter()
        .enumerate()
    {
        run.set_input(0, place, (*text).to_owned());
    }
    run.set_field(
        WRITE,
        &at(&run, WRITE, "rows"),
        "{\"a\": \"x\\n\"}".to_owned(),
    );
    let typed = run.typed();
    assert_eq!(
        typed,
        [
            (0, "1".to_owned(), "me@example.com"),
            (WRITE, "brows".to_owned(), "{\"a\": \"x\\n\"}")
        ]
    );
    let mut other = super::run();
    for (step, place, text) in &typed {
        other.retype(*step, place, (*text).to_owned());
    }
    assert_eq!(other.typed(), typed);
    let mut upload = Run::new(find("upload-a-file").unwrap());
    upload.set_field(
        5,
        &at(&upload, 5, "upload_link"),
        "https://table.example.com/upload-api/fake".to_owned(),
    );
    assert!(
        upload
            .typed()
            .iter()
            .all(|(_, _, text)| !text.contains("fake"))
    );
}
