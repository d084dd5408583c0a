//! The run of the first walkthrough, from its requests to what is forgotten.

use super::*;

#[test]
fn the_first_walkthrough_prepares_exactly_these_requests() {
    let run = run_up_to(READ + 1);
    let origin = "http://127.0.0.1:9000";

    let token = request(&run, BASE_TOKEN_STEP);
    assert_eq!(
        token.url.shown(),
        format!("{origin}/api/v2.1/dtable/app-access-token/")
    );
    assert_eq!(*bearer(&token), sending(TokenKind::Api, API_TOKEN));

    let structure = request(&run, STRUCTURE);
    assert_eq!(
        structure.url.shown(),
        format!("{origin}/api-gateway/api/v2/dtables/{BASE_UUID}/metadata/")
    );
    assert_eq!(*bearer(&structure), sending(TokenKind::Base, BASE_TOKEN));

    let write = request(&run, WRITE);
    let rows = format!("{origin}/api-gateway/api/v2/dtables/{BASE_UUID}/rows/");
    assert_eq!(write.url.shown(), rows);
    let text = r#"{
  "table_name": "Größe \"A\"",
  "rows": [
    {
      "Na\\me\t\"x\"": "John Doe"
    }
  ]
}"#;
    assert_eq!(write.body, Body::Json(text.into()));

    let read = request(&run, READ);
    assert_eq!(
        read.url.shown(),
        format!("{rows}?table_name=Gr%C3%B6%C3%9Fe%20%22A%22&convert_keys=true")
    );
    assert_eq!(read.body, Body::None);
}

#[test]
fn the_row_just_written_is_found_among_the_others() {
    let run = run_up_to(READ + 1);
    let found: Vec<_> = run
        .verdicts(READ)
        .iter()
        .map(|v| (v.held, words::criterion::found(&v.found)))
        .collect();
    assert_eq!(
        found,
        [(true, "200".to_owned()), (true, "entry 2 of 2".to_owned())]
    );
}

#[test]
fn an_answer_without_the_row_fails_the_last_step() {
    let mut run = run_up_to(READ);
    send(&mut run, READ, 200, r#"{"rows": [{"_id": "other"}]}"#);
    assert_eq!(run.status(READ), Status::Failed);
    assert_eq!(run.verdicts(READ)[1].found, Found::NoEntry(1));
    send(&mut run, READ, 200, "<html>");
    assert_eq!(run.verdicts(READ)[1].found, Found::NoList);
}

#[test]
fn a_step_says_what_it_misses_the_earliest_value_first() {
    let mut run = run();
    let missing = |run: &Run, step| {
        run.missing(step)
            .iter()
            .map(|m| (m.label, m.from.step))
            .collect::<Vec<_>>()
    };
    assert_eq!(run.status(0), Status::Ready);
    assert_eq!(missing(&run, BASE_TOKEN_STEP), [("API-Token", 0)]);
    assert_eq!(
        missing(&run, WRITE),
        [
            ("access_token", BASE_TOKEN_STEP),
            ("base_uuid", BASE_TOKEN_STEP),
            ("table_name", STRUCTURE),
            ("column_name", STRUCTURE)
        ]
    );
    assert_eq!(run.status(WRITE), Status::Waiting);
    assert!(run.begin(WRITE).is_none());

    run.set_input(0, 0, "  ".to_owned());
    assert_eq!(run.status(0), Status::Ready);
    run.set_input(0, 0, API_TOKEN.to_owned());
    assert_eq!(
        (run.status(0), run.status(BASE_TOKEN_STEP)),
        (Status::Done, Status::Ready)
    );
}

#[test]
fn a_value_that_the_answer_has_not_leaves_its_step_undone_and_the_next_one_waiting() {
    let mut run = run_up_to(STRUCTURE);
    send(
        &mut run,
        STRUCTURE,
        200,
        r#"{"metadata": {"tables": [{"name": "T"}]}}"#,
    );
    assert_eq!(run.status(STRUCTURE), Status::Failed);
    assert_eq!(run.lacking(STRUCTURE), ["column_name", "columns"]);
    assert_eq!(run.missing(WRITE)[0].label, "column_name");
    assert_eq!(run.field(WRITE, &at(&run, WRITE, "rows")).text, "");
}

#[test]
fn values_are_the_exact_text_of_the_answer() {
    let run = run_up_to(STRUCTURE);
    let values = run.values(BASE_TOKEN_STEP);
    let shown: Vec<_> = values
        .iter()
        .map(|v| (v.name, v.json, v.plain, v.kind.is_secret()))
        .collect();
    let token = format!("\"{BASE_TOKEN}\"");
    assert_eq!(shown[0], ("access_token", token.as_str(), BASE_TOKEN, true));
    assert_eq!(shown[2], ("base_name", "\"Büro\"", "Büro", false));
    assert_eq!(
        shown[3],
        (
            "workspace_id",
            "18446744073709551615",
            "18446744073709551615",
            false
        )
    );
    assert_eq!(
        values[0].token.map(|token| token.kind),
        Some(TokenKind::Base)
    );
}

#[test]
fn a_field_says_where_its_text_comes_from() {
    let mut run = run_up_to(WRITE);
    let structure = Origin::Step(Reference {
        step: STRUCTURE,
        value: 0,
    });
    assert_eq!(
        run.field(WRITE, &at(&run, WRITE, "table_name")).origin,
        structure
    );
    assert_eq!(
        run.field(READ, &at(&run, READ, "convert_keys")).origin,
        Origin::Walkthrough
    );
    assert_eq!(
        run.field(WRITE, &at(&run, WRITE, "apply_default")).origin,
        Origin::Empty
    );

    run.set_field(WRITE, &at(&run, WRITE, "table_name"), "Table9".to_owned());
    assert_eq!(
        (
            run.field(WRITE, &at(&run, WRITE, "table_name"))
                .text
                .as_str(),
            run.field(WRITE, &at(&run, WRITE, "table_name")).origin
        ),
        ("Table9", Origin::Yours)
    );
    run.reset_field(WRITE, &at(&run, WRITE, "table_name"));
    assert_eq!(
        run.field(WRITE, &at(&run, WRITE, "table_name")).origin,
        structure
    );
}

#[test]
fn a_field_that_the_person_filled_misses_nothing() {
    let mut run = run_up_to(STRUCTURE);
    run.set_field(WRITE, &at(&run, WRITE, "table_name"), "Table1".to_owned());
    run.set_field(
        WRITE,
        &at(&run, WRITE, "rows"),
        r#"[{"Name": "Jane"}]"#.to_owned(),
    );
    assert!(run.missing(WRITE).is_empty());
    assert_eq!(run.status(WRITE), Status::Ready);
}

#[test]
fn two_clicks_send_one_request() {
    let mut run = run_up_to(BASE_TOKEN_STEP);
    let ticket = run.begin(BASE_TOKEN_STEP);
    assert!(ticket.is_some());
    assert_eq!(run.status(BASE_TOKEN_STEP), Status::Sending);
    assert!(run.begin(BASE_TOKEN_STEP).is_none());
}

#[test]
fn an_answer_after_giving_up_is_dropped() {
    let mut run = run_up_to(BASE_TOKEN_STEP);
    let late: Ticket = run.begin(BASE_TOKEN_STEP).unwrap();
    run.give_up(BASE_TOKEN_STEP, &late);
    assert_eq!(run.status(BASE_TOKEN_STEP), Status::Ready);
    let current = run.begin(BASE_TOKEN_STEP).unwrap();
    run.give_up(BASE_TOKEN_STEP, &late);
    assert_eq!(run.status(BASE_TOKEN_STEP), Status::Sending);
    let exchange = answer(&run, BASE_TOKEN_STEP, 403, "{}");
    assert!(!run.finish(BASE_TOKEN_STEP, late, exchange));
    assert!(run.exchange(BASE_TOKEN_STEP).is_none());
    let exchange = answer(&run, BASE_TOKEN_STEP, 200, &token_answer());
    assert!(run.finish(BASE_TOKEN_STEP, current, exchange));
    assert_eq!(run.status(BASE_TOKEN_STEP), Status::Done);
}

#[test]
fn a_failure_keeps_the_old_values_and_a_refusal_takes_them() {
    let mut run = run_up_to(STRUCTURE);
    let ticket = run.begin(BASE_TOKEN_STEP).unwrap();
    assert_eq!(run.values(BASE_TOKEN_STEP).len(), 4);
    let request = request(&run, BASE_TOKEN_STEP);
    let outcome = Outcome::Failure(Failure::TimedOut(30));
    let exchange = Exchange::new(request, outcome, 30_000);
    assert!(run.finish(BASE_TOKEN_STEP, ticket, exchange));
    assert_eq!(run.status(BASE_TOKEN_STEP), Status::Failed);
    assert_eq!(run.values(BASE_TOKEN_STEP).len(), 4);

    send(
        &mut run,
        BASE_TOKEN_STEP,
        403,
        r#"{"error_msg": "Permission denied."}"#,
    );
    assert_eq!(run.status(BASE_TOKEN_STEP), Status::Failed);
    assert!(run.values(BASE_TOKEN_STEP).is_empty());
    assert_eq!(run.status(STRUCTURE), Status::Waiting);
}

#[test]
fn a_value_knows_the_places_that_it_goes_to() {
    let run = run();
    let users = run.users_of(Reference {
        step: BASE_TOKEN_STEP,
        value: 1,
    });
    let places: Vec<_> = users
        .into_iter()
        .map(|user| (user.step, user.place))
        .collect();
    assert_eq!(
        places,
        [STRUCTURE, WRITE, READ].map(|step| (step, Use::Field(at(&run, step, "base_uuid"))))
    );
    let users = run.users_of(Reference { step: 0, value: 0 });
    assert_eq!((users.len(), &users[0].place), (1, &Use::Credential));
}

#[test]
fn forgetting_leaves_no_token_and_no_answer() {
    let mut run = run_up_to(READ);
    run.set_field(WRITE, &at(&run, WRITE, "table_name"), "Table9".to_owned());
    let ticket = run.begin(READ).unwrap();
    let exchange = answer(&run, READ, 200, ROWS);
    run.reset();
    assert!(!run.finish(READ, ticket, exchange));
    assert!(run.input(0, 0).is_none());
    for step in 0..=READ {
        assert!(run.values(step).is_empty() && run.exchange(step).is_none());
        assert!(
            run.form(step).is_none_or(|form| form.token.is_none()) && run.verdicts(step).is_empty()
        );
    }
    assert_ne!(
        run.field(WRITE, &at(&run, WRITE, "table_name")).text,
        "Table9"
    );
}

#[test]
fn a_place_that_is_not_there_is_empty() {
    let mut run = run();
    let nowhere = FieldPath::body().member("nowhere");
    for step in [0, WRITE, READ + 1, usize::MAX] {
        run.set_input(step, usize::MAX, "x".to_owned());
        run.set_field(step, &nowhere, "x".to_owned());
        run.reset_field(step, &nowhere);
        run.send_empty(step, &nowhere, true);
        assert!(run.input(step, usize::MAX).is_none());
        assert_eq!(run.field(step, &nowhere).text, "");
    }
    assert!(run.begin(0).is_none() && run.begin(usize::MAX).is_none());
    assert!(run.values(usize::MAX).is_empty() && run.missing(usize::MAX).is_empty());
    assert!(run.users_of(Reference { step: 9, value: 9 }).is_empty());
    assert_eq!(run.status(usize::MAX), Status::Waiting);
}
