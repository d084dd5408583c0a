//! Which steps the page draws again: all that show something else, and for a keystroke in a field its own.

use super::*;

/// What a step shows of itself and of others.
fn shown(run: &Run, step: usize) -> String {
    let form = run.form(step);
    let fields = form.map(|form| {
        let fields = form.operation.fields().map(|field| field.path());
        let shown = fields.map(|path| {
            let secret = form.secret(&path).map(Secret::reveal);
            let text = secret.unwrap_or_else(|| form.text(&path));
            (text.to_owned(), form.origin(&path))
        });
        let token = form.token.as_ref();
        let token = token.map(|token| token.secret.clone().map(|it| it.reveal().to_owned()));
        (shown.collect::<Vec<_>>(), token)
    });
    let input: Vec<_> = (0..5).map(|input| typed(run, step, input)).collect();
    let row = (
        run.current_row(step),
        run.replaces(step),
        run.compared(step),
    );
    let went = (
        run.status(step),
        run.missing(step),
        run.acts_on(step),
        run.verdicts(step),
    );
    let gave: Vec<_> = run
        .values(step)
        .iter()
        .map(|value| value.json.to_owned())
        .collect();
    let chosen = (run.choices(step), run.to_choose(step), run.lacking(step));
    let told = run.outcome(step, words::criterion::position);
    format!("{fields:?}{input:?}{row:?}{went:?}{gave:?}{chosen:?}{told:?}")
}

/// Changes a run, and returns the steps that it says have changed. No other shows anything else.
fn change(run: &mut Run, change: impl FnOnce(&mut Run)) -> Vec<usize> {
    run.take_changed();
    let steps = 0..run.walkthrough().steps.len();
    let before: Vec<_> = steps.clone().map(|step| shown(run, step)).collect();
    change(run);
    let changed = run.take_changed();
    for (step, before) in steps.zip(before) {
        let is_other = shown(run, step) != before;
        assert!(
            !is_other || changed.contains(&step),
            "step {step} in {changed:?}"
        );
    }
    changed
}

#[test]
fn a_keystroke_in_a_field_changes_its_own_step_alone() {
    let mut run = run_up_to(READ);
    let field = at(&run, WRITE, "table_name");
    let typed = change(&mut run, |run| run.set_field(WRITE, &field, "x".to_owned()));
    let given_back = change(&mut run, |run| run.reset_field(WRITE, &field));
    let nowhere = change(&mut run, |run| run.set_field(0, &field, "x".to_owned()));
    assert_eq!(
        (typed, given_back, nowhere),
        (vec![WRITE], vec![WRITE], vec![])
    );
}

#[test]
fn what_other_steps_take_changes_those_that_take_it() {
    let mut run = run_up_to(READ);
    let token = change(&mut run, |run| {
        run.set_input(0, 0, API_TOKEN.replace("practice", "other000"));
    });
    assert!(
        token.contains(&BASE_TOKEN_STEP) && !token.contains(&READ),
        "{token:?}"
    );
    let two = METADATA.replace("]}}", r#", {"name": "B", "columns": [{"name": "y"}]}]}}"#);
    let answered = change(&mut run, |run| send(run, STRUCTURE, 200, &two));
    assert!(
        answered.contains(&WRITE) && !answered.contains(&BASE_TOKEN_STEP),
        "{answered:?}"
    );
    send(&mut run, WRITE, 200, WRITTEN);
    let chosen = change(&mut run, |run| run.choose(STRUCTURE, 0, Some(1)));
    assert!(
        chosen.contains(&WRITE) && chosen.contains(&READ),
        "{chosen:?}"
    );
}

#[test]
fn nothing_changes_that_is_not_told() {
    let mut run = super::run();
    change(&mut run, |run| {
        run.set_input(0, 1, "me@example.com".to_owned());
    });
    change(&mut run, |run| {
        run.set_input(0, 2, "fake-password".to_owned());
    });
    let token = format!(r#"{{"token": "{API_TOKEN}"}}"#);
    change(&mut run, |run| send(run, 1, 200, &token));
    let places = r#"{"workspace_list": [{"type": "personal", "id": 7, "name": "Me", "table_list": [{"name": "A"}]}]}"#;
    change(&mut run, |run| send(run, 2, 200, places));
    change(&mut run, |run| run.choose(2, 0, Some(0)));
    change(&mut run, |run| run.choose(2, 1, Some(0)));
    let made = format!(r#"{{"api_token": "{API_TOKEN}", "app_name": "x"}}"#);
    change(&mut run, |run| send(run, MAKE_TOKEN, 201, &made));
    change(&mut run, |run| {
        send(run, BASE_TOKEN_STEP, 200, &token_answer());
    });
    change(&mut run, |run| send(run, STRUCTURE, 200, METADATA));
    change(&mut run, |run| send(run, WRITE, 200, WRITTEN));
    change(&mut run, |run| send(run, READ, 200, ROWS));
    change(&mut run, |run| send(run, BASE_TOKEN_STEP, 403, "{}"));
    change(&mut run, |run| run.settle(STRUCTURE));
    change(&mut run, |run| run.recall(&["structure"]));
    change(&mut run, Run::reset);
}

#[test]
fn a_refusal_goes_with_the_token_that_was_refused() {
    for status in [401, 403] {
        let mut run = run_up_to(BASE_TOKEN_STEP);
        send(&mut run, BASE_TOKEN_STEP, status, "{}");
        // The same token, with white space that nobody sees.
        run.set_input(0, 0, format!("{API_TOKEN} "));
        assert!(!run.forget_stale_refusals());
        assert_eq!(run.status(BASE_TOKEN_STEP), Status::Failed);
        run.set_input(0, 0, other());
        let changed = change(&mut run, |run| assert!(run.forget_stale_refusals()));
        // And with it what later steps say that they need.
        assert_eq!(changed.first(), Some(&BASE_TOKEN_STEP));
        assert_eq!(run.status(BASE_TOKEN_STEP), Status::Ready);
        assert!(!run.forget_stale_refusals());
    }
}

#[test]
fn what_is_no_refusal_stays_when_the_token_is_another() {
    for status in [200, 404, 500] {
        let mut run = run_up_to(BASE_TOKEN_STEP);
        send(&mut run, BASE_TOKEN_STEP, status, &token_answer());
        run.set_input(0, 0, other());
        assert!(!run.forget_stale_refusals(), "{status}");
        assert!(run.exchange(BASE_TOKEN_STEP).is_some(), "{status}");
    }
}

/// Another API-Token than the one that the run has.
fn other() -> String {
    let other = API_TOKEN.replace('0', "1");
    assert_ne!(other, API_TOKEN);
    other
}
