//! What follows from one step for others: choices, ways around, what was made, what is done.

use super::*;

#[test]
fn a_token_that_was_made_here_takes_the_place_of_the_one_to_bring() {
    let mut run = run();
    assert_eq!(run.way_around(0), Some(1));
    run.take_way_to(1);
    assert_eq!(run.status(0), Status::Ready, "the login is asked for");
    run.set_input(0, 1, "me@example.com".to_owned());
    run.set_input(0, 2, "fake-password".to_owned());
    assert_eq!(run.status(0), Status::Done);
    assert_eq!((run.next_after(0), run.first_undone()), (Some(1), Some(1)));
    let numbers = run.walkthrough().steps.iter().map(|step| step.number);
    assert!(numbers.eq(["1", "1a", "1b", "1c", "2", "3", "4", "5"]));
    assert_eq!(run.progress(), (0, 5), "the token is not there yet");
    send(&mut run, 1, 200, &format!(r#"{{"token": "{API_TOKEN}"}}"#));
    let places = r#"{"workspace_list": [{"type": "starred", "id": "", "name": "Starred"},
        {"type": "personal", "id": 7, "name": "Me", "table_list": []},
        {"type": "group", "id": 9, "name": "Team", "table_list": [{"name": "A"}, {"name": "B"}]}]}"#;
    send(&mut run, 2, 200, places);
    let offered: Vec<_> = run
        .choices(2)
        .iter()
        .map(|c| (c.entries.len(), c.chosen, c.settled))
        .collect();
    assert_eq!(
        offered,
        [(2, None, false)],
        "no group is chosen for anybody"
    );
    assert_eq!(run.to_choose(2), Some("Workspace"));
    assert!(run.values(2).is_empty());
    run.choose(2, 0, Some(2));
    assert_eq!(run.to_choose(2), Some("Base"), "and no base");
    run.choose(2, 1, Some(1));
    assert_eq!(run.to_choose(2), None);
    assert_eq!(
        run.values(2).iter().map(|v| v.plain).collect::<Vec<_>>(),
        ["9", "B"]
    );
    run.choose(2, 0, Some(1));
    assert!(
        run.choices(2)[1].entries.is_empty(),
        "the bases of the other workspace"
    );
    run.choose(2, 0, Some(2));
    run.choose(2, 1, Some(1));
    send(
        &mut run,
        MAKE_TOKEN,
        201,
        &format!(r#"{{"api_token": "{API_TOKEN}", "app_name": "x"}}"#),
    );
    assert_eq!(typed(&run, 0, 0), API_TOKEN);
    assert_eq!(run.status(0), Status::Done);
    assert_eq!(run.status(BASE_TOKEN_STEP), Status::Ready);
    assert_eq!(run.next_after(MAKE_TOKEN), Some(BASE_TOKEN_STEP));
    assert_eq!(run.progress(), (1, 5));
}

#[test]
fn nobody_has_to_go_the_way_around() {
    let run = run_up_to(BASE_TOKEN_STEP);
    for step in 1..=MAKE_TOKEN {
        assert_eq!(run.status(step), Status::Unneeded);
    }
    assert_eq!(run.next_after(0), Some(BASE_TOKEN_STEP));
    assert_eq!(run.first_undone(), Some(BASE_TOKEN_STEP));
    assert_eq!(run.progress(), (1, 5));
}

#[test]
fn another_table_takes_back_what_was_done_with_the_first() {
    let mut run = run_up_to(STRUCTURE);
    let two = r#"{"metadata": {"tables": [{"name": "A", "columns": [{"name": "x"}]}, {"name": "B", "columns": [{"name": "y"}]}]}}"#;
    send(&mut run, STRUCTURE, 200, two);
    send(&mut run, WRITE, 200, WRITTEN);
    assert!(
        run.field(WRITE, &at(&run, WRITE, "rows"))
            .text
            .contains("\"x\"")
    );
    run.choose(STRUCTURE, 0, Some(1));
    assert_eq!(run.status(WRITE), Status::Ready);
    assert!(
        run.field(WRITE, &at(&run, WRITE, "rows"))
            .text
            .contains("\"y\"")
    );
    assert_eq!(run.status(STRUCTURE), Status::Done);
}

#[test]
fn a_new_token_takes_nothing_back() {
    let mut run = run_up_to(READ + 1);
    let renewed = token_answer().replace(".fake", ".fake2");
    send(&mut run, BASE_TOKEN_STEP, 200, &renewed);
    assert_eq!(run.status(READ), Status::Done);
    let other = token_answer().replace(BASE_UUID, "99999999-2222-3333-4444-555555555555");
    send(&mut run, BASE_TOKEN_STEP, 200, &other);
    assert_eq!(run.status(STRUCTURE), Status::Ready, "it is another base");
}

#[test]
fn what_was_made_is_listed_with_the_request_that_removes_it() {
    let server = Server::parse("http://127.0.0.1:9000").unwrap();
    let mut run = run_up_to(WRITE);
    assert_eq!(run.made(WRITE, &server).len(), 0);
    let two = r#"{"inserted_row_count": 2, "row_ids": [{"_id": "Ab_9-x"}, {"_id": "second"}]}"#;
    send(&mut run, WRITE, 200, two);
    let made = run.made(WRITE, &server);
    assert_eq!(made.len(), 2);
    let request = made[1].request.as_ref().unwrap();
    let Body::Json(body) = &request.body else {
        panic!("no JSON: {request:?}");
    };
    let body = body.shown();
    assert!(
        body.contains("\"second\"") && !body.contains("Ab_9-x"),
        "{body}"
    );
    assert_eq!(*bearer(request), sending(TokenKind::Base, BASE_TOKEN));
    send(&mut run, WRITE, 400, two);
    assert_eq!(run.made(WRITE, &server).len(), 0, "a refusal makes nothing");
}

#[test]
fn what_was_reached_is_told_in_words() {
    let run = run_up_to(READ + 1);
    assert_eq!(
        run.outcome(READ, words::criterion::position).as_deref(),
        Some("Your row is row 2 of 2.")
    );
    assert_eq!(run.outcome(STRUCTURE, words::criterion::position), None);
}

#[test]
fn beginning_anew_forgets_all_and_takes_no_late_answer() {
    let mut run = run_up_to(READ);
    let ticket = run.begin(READ).unwrap();
    let exchange = answer(&run, READ, 200, ROWS);
    run.reset();
    assert!(!run.finish(READ, ticket, exchange));
    assert_eq!((typed(&run, 0, 0), run.progress()), ("", (0, 5)));
}

#[test]
fn which_steps_were_done_survives_a_reload_and_nothing_else() {
    let done = run_up_to(WRITE).ticked();
    assert_eq!(done, ["base-token", "structure"]);
    let mut run = run();
    run.recall(&done);
    assert!(run.is_ticked(STRUCTURE) && !run.is_ticked(WRITE));
    assert_eq!(run.status(STRUCTURE), Status::Waiting);
    assert!(run.values(BASE_TOKEN_STEP).is_empty());
}

/// Logs in, in the walkthrough that enforces two factors, and finds the team.
fn team() -> Run {
    let mut run = Run::new(find("create-a-user").unwrap());
    run.set_input(0, 0, "ada@example.com".to_owned());
    run.set_input(0, 1, "fake-password".to_owned());
    send(&mut run, 1, 200, &format!(r#"{{"token": "{API_TOKEN}"}}"#));
    send(&mut run, 2, 200, r#"{"org_id": 7}"#);
    run
}

const ADD: usize = 3;
const MEMBERS: usize = 4;
const ENFORCE: usize = 5;

#[test]
fn no_member_is_chosen_for_anybody_and_the_one_chosen_is_named() {
    for members in [
        r#"{"user_list": [{"email": "a@auth.local", "name": "Ada", "contact_email": "ada@example.com"},
            {"email": "b@auth.local", "name": "Ben", "contact_email": "ben@example.com"}]}"#,
        r#"{"user_list": [{"email": "a@auth.local", "name": "Ada", "contact_email": "ada@example.com"}]}"#,
    ] {
        let mut run = team();
        send(&mut run, MEMBERS, 200, members);
        assert_eq!(run.to_choose(MEMBERS), Some("Member"));
        assert_eq!(run.acts_on(ENFORCE), None);
        let missing = run.missing(ENFORCE);
        assert_eq!(missing[0].from.step, MEMBERS, "where it has to be chosen");
        assert!(run.begin(ENFORCE).is_none());
        run.choose(MEMBERS, 0, Some(0));
        let ada = ActedOn {
            name: "Ada".to_owned(),
            login: Some("ada@example.com".to_owned()),
        };
        assert_eq!(run.acts_on(ENFORCE), Some(ada.clone()));
        assert_eq!(run.decision(ENFORCE), Some(Decision::Confirm(ada)));
        assert!(run.missing(ENFORCE).is_empty());
        run.set_field(
            ENFORCE,
            &at(&run, ENFORCE, "user_id"),
            "c@auth.local".to_owned(),
        );
        let entered = run.acts_on(ENFORCE).unwrap();
        assert_eq!(
            (entered.name.as_str(), entered.login),
            ("c@auth.local", None)
        );
    }
}

#[test]
fn nobody_is_added_without_a_name_an_address_and_a_password() {
    let mut run = team();
    let labels = |run: &Run| {
        run.missing(ADD)
            .iter()
            .map(|it| it.label)
            .collect::<Vec<_>>()
    };
    assert_eq!(labels(&run).len(), 3);
    assert!(run.begin(ADD).is_none());
    for (input, text) in [(2, "new@example.com"), (3, "New"), (4, "fake-first")] {
        assert!(!labels(&run).is_empty());
        run.set_input(0, input, text.to_owned());
    }
    assert!(labels(&run).is_empty());
    let fields: Vec<_> = run.form(ADD).unwrap().operation.fields().collect();
    for field in &fields {
        let field = &field.path();
        let text = run.field(ADD, field).text;
        if !text.is_empty() && text != "7" {
            run.set_field(ADD, field, " ".to_owned());
            assert_eq!(labels(&run).len(), 1, "{field:?} is emptied");
            run.reset_field(ADD, field);
        }
    }
}

#[test]
fn an_optional_value_that_is_emptied_is_given_back_or_sent_empty() {
    let mut run = run_up_to(READ);
    let view = &at(&run, READ, "view_name");
    let url = |run: &Run| request(run, READ).url.in_the_clear();
    assert!(!run.can_be_empty(READ, view));
    run.set_field(READ, view, "x".to_owned());
    assert!(url(&run).contains("view_name=x"));
    run.set_field(READ, view, String::new());
    assert_eq!(run.field(READ, view).origin, Origin::Emptied);
    assert!(run.can_be_empty(READ, view) && !url(&run).contains("view_name"));
    run.send_empty(READ, view, true);
    assert_eq!(run.field(READ, view).origin, Origin::Yours);
    assert!(url(&run).contains("view_name="), "{}", url(&run));
    run.send_empty(READ, view, false);
    assert!(!url(&run).contains("view_name"));
}
