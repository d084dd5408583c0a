//! Progress: what survives a reload, beginning again, and running the rest.

use super::stage::Stage;

const WRITE: &str = "#/walkthrough/write-and-read";
const UPDATE: &str = "#/walkthrough/update-a-row";
const TICKS: &str = "return [...document.querySelectorAll('.rail .steps li')].flatMap((e, i) => e.classList.contains('done') ? [i + 1] : [])";

#[tokio::test]
async fn ticks_survive_a_reload_and_nothing_else_does() {
    let stage = Stage::set().await;
    stage.open_with_practice(WRITE).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    let ticks = stage.run(TICKS, vec![]).await;
    assert_eq!(ticks, serde_json::json!([1, 5, 6]));
    stage.client.refresh().await.unwrap();
    stage.find("#heading").await;
    stage.find(".rail .steps li.done").await;
    let ticks = stage.run(TICKS, vec![]).await;
    assert_eq!(ticks, serde_json::json!([5, 6]), "the API-Token is gone");
    let cards = "return [...document.querySelectorAll('.step')].flatMap((e, i) => e.classList.contains('done') ? [i + 1] : [])";
    assert_eq!(
        stage.run(cards, vec![]).await,
        ticks,
        "rail and steps agree"
    );
    stage
        .shows(
            ".step:nth-of-type(5) .verdict",
            "done before the reload · needs step 1",
        )
        .await;

    let kept = stage
        .run(
            "return JSON.stringify([sessionStorage, localStorage])",
            vec![],
        )
        .await;
    let kept = kept.as_str().unwrap();
    let credentials = stage.practice.credentials();
    let token = stage.sent()[1]
        .request
        .header("authorization")
        .unwrap()
        .to_owned();
    let base_token = token.trim_start_matches("Bearer ");
    for secret in [
        credentials.api_token.as_str(),
        base_token,
        &credentials.base_uuid,
        "Practice base",
        "Table1",
    ] {
        assert!(!kept.contains(secret), "{kept}");
    }
    assert!(kept.contains("base-token structure"), "{kept}");
    stage.strike_http().await;
}

#[tokio::test]
async fn ticks_of_one_server_are_not_those_of_another() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    // As a tab has it that was here before, with a server that it has not asked yet.
    let before = "sessionStorage.setItem('server', 'https://cloud.seatable.io'); \
        sessionStorage.setItem('done:write-and-read', 'https://cloud.seatable.io base-token structure');";
    stage.run(before, vec![]).await;
    stage.client.refresh().await.unwrap();
    stage.open(WRITE).await;
    stage.find(".rail .steps li.done").await;
    assert_eq!(stage.run(TICKS, vec![]).await, serde_json::json!([5, 6]));
    stage.open_with_practice(WRITE).await;
    let ticks = stage.run(TICKS, vec![]).await;
    assert_eq!(ticks, serde_json::json!([1]), "what practice fills in");
    stage.strike_http().await;
}

#[tokio::test]
async fn starting_over_resets_everything() {
    let stage = Stage::set().await;
    stage.open_with_practice(WRITE).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.next(3).await;
    stage.press("Start over").await;
    stage.shows(".step.open .number", "1").await;
    let ticks = stage.run(TICKS, vec![]).await;
    assert_eq!(ticks, serde_json::json!([1]), "what practice fills in");
    stage.client.refresh().await.unwrap();
    stage.find(".rail .steps li").await;
    assert_eq!(stage.run(TICKS, vec![]).await, serde_json::json!([]));
    stage.strike_http().await;
}

#[tokio::test]
async fn the_rest_of_walkthrough_1_runs_to_its_end() {
    let stage = Stage::set().await;
    stage.open_with_practice(WRITE).await;
    stage.press("Fill in the practice token").await;
    stage.press("Run the rest").await;
    stage
        .shows(".controls [role=status]", "Everything is done.")
        .await;
    stage
        .shows(".step.open .outcome", "Your row is row 4 of 4.")
        .await;
    assert_eq!(stage.inside("Practice base").rows("Table1").len(), 4);
    assert_eq!(stage.sent().len(), 4);
    stage.strike_http().await;
}

#[tokio::test]
async fn running_the_rest_stops_where_the_person_has_to_choose() {
    let stage = Stage::set().await;
    stage.open_with_practice(UPDATE).await;
    stage.press("Fill in the practice token").await;
    stage.press("Run the rest").await;
    stage
        .shows(
            ".controls [role=status]",
            "Stopped at step 4. If this is the right choice (Row),",
        )
        .await;
    stage.shows(".step.open .number", "4").await;
    // The page has gone to that step, and the reason is in the window all the same.
    stage.has_focus_on("#step-4").await;
    let is_seen = "const box = document.querySelector('.controls [role=status]').getBoundingClientRect();\
        return scrollY > 300 && box.top > 50 && box.bottom < innerHeight;";
    assert_eq!(stage.run(is_seen, vec![]).await, true);
    let before = stage.inside("Practice base").rows("Table1");
    stage.choose("Row", "Max Müsli").await;
    stage.press("Run the rest").await;
    stage
        .shows(".controls [role=status]", "Stopped at step 6")
        .await;
    stage.shows(".step.open .number", "6").await;
    assert_eq!(
        stage.inside("Practice base").rows("Table1"),
        before,
        "nothing was written"
    );
    stage.enter("Age", "46").await;
    stage.press("Run the rest").await;
    stage
        .shows(".controls [role=status]", "Everything is done.")
        .await;
    assert_eq!(
        stage
            .inside("Practice base")
            .row("Table1", "Name", "Max Müsli")["Age"],
        46
    );
    stage.strike_http().await;
}

#[tokio::test]
async fn running_the_rest_asks_for_the_row_before_a_file_is_uploaded() {
    let stage = Stage::set().await;
    stage.open_in_page("Upload a file").await;
    stage.go(2, "").await;
    for (step, what) in [
        ("3", "(Column)"),
        ("4", "(Row)"),
        ("6", "Stopped at step 6"),
    ] {
        stage.press("Run the rest").await;
        stage.shows(".controls [role=status]", what).await;
        stage.shows(".step.open .number", step).await;
    }
    stage.strike(&[]).await;
}

#[tokio::test]
async fn the_row_that_is_shown_first_can_be_chosen_as_well() {
    let stage = Stage::set().await;
    stage.open_with_practice(UPDATE).await;
    stage.press("Fill in the practice token").await;
    stage.press("Run the rest").await;
    stage
        .shows(".controls [role=status]", "Stopped at step 4")
        .await;
    stage.choose("Row", "Ginger Ale").await;
    stage.press("Run the rest").await;
    stage
        .shows(".controls [role=status]", "Stopped at step 6")
        .await;
    stage.strike_http().await;
}

#[tokio::test]
async fn starting_over_takes_back_why_the_rest_has_stopped() {
    let stage = Stage::set().await;
    stage.open_with_practice(UPDATE).await;
    stage.press("Fill in the practice token").await;
    stage.press("Run the rest").await;
    let why = ".controls [role=status]";
    stage.shows(why, "Stopped at step 4").await;
    stage.press("Start over").await;
    stage.shows(".step.open .number", "1").await;
    assert_eq!(stage.text(why).await, "");
    stage.strike_http().await;
}
