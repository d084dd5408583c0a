//! Walkthrough 4: a file in a cell, beside those that are there or in their place.

use super::stage::{PATIENCE, Stage};
use serde_json::Value;
use std::time::Duration;

const WALKTHROUGH: &str = "#/walkthrough/upload-a-file";
/// Between two looks at something that is awaited.
const PAUSE: Duration = Duration::from_millis(50);
const ROW: &str = "Max Müsli";

/// Chooses the row, asks for a link, and uploads; the column is chosen already.
async fn upload(stage: &Stage, name: &str, content: &str) {
    stage.go(4, "").await;
    stage.choose("Row", ROW).await;
    stage.go(5, "").await;
    stage.next(6).await;
    let path = stage.file(name, content);
    let field = stage.find(".step.open input[type=file]").await;
    field.send_keys(path.to_str().unwrap()).await.unwrap();
    stage.shows(".step.open .drop", name).await;
    stage
        .works(&format!("“{name}” is in the storage of the base."))
        .await;
}

/// Goes from the token to the last step.
pub(crate) async fn to_the_end(stage: &Stage) {
    stage.go(2, "Practice base").await;
    stage.go(3, "").await;
    stage.chosen("Column", "Files · file").await;
    upload(stage, "first.txt", "one").await;
    stage.go(7, "").await;
    stage.go(8, "“first.txt” is in the cell “Files”.").await;
    stage.shows("table.changes", "first.txt").await;
    stage.shows(".finished", "Walkthrough complete").await;
}

/// The cell of the row, as the world has it.
fn cell(stage: &Stage, column: &str) -> Vec<Value> {
    let row = stage.inside("Practice base").row("Table1", "Name", ROW);
    row[column].as_array().cloned().unwrap_or_default()
}

fn names(cell: &[Value]) -> Vec<&str> {
    cell.iter()
        .map(|file| file["name"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn an_uploaded_file_is_in_the_cell_and_can_be_fetched() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    assert_eq!(stage.pressed(), 15, "presses and choices");
    let cell = cell(&stage, "Files");
    assert_eq!(names(&cell), ["first.txt"]);
    assert_eq!(
        (&cell[0]["size"], &cell[0]["type"]),
        (&3.into(), &"file".into())
    );
    let stored = stage
        .inside("Practice base")
        .file(cell[0]["url"].as_str().unwrap());
    assert_eq!(stored.as_deref(), Some(b"one".as_slice()));
    let upload = &stage.sent()[4].request;
    assert_eq!(
        upload.header("authorization"),
        None,
        "the link is the credential"
    );
    stage.strike_http().await;
}

#[tokio::test]
async fn a_file_is_uploaded_without_any_server() {
    let stage = Stage::set().await;
    stage.open_in_page("Upload a file").await;
    to_the_end(&stage).await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn a_second_file_comes_beside_the_first_and_a_third_takes_their_place() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    stage.press("Choose a column").await;
    stage.shows(".step.open .number", "3").await;
    upload(&stage, "second.txt", "two").await;
    stage.go(7, "").await;
    stage.go(8, "“second.txt” is in the cell “Files”.").await;
    assert_eq!(names(&cell(&stage, "Files")), ["first.txt", "second.txt"]);

    stage.press("Choose a column").await;
    stage.shows(".step.open .number", "3").await;
    upload(&stage, "third.txt", "three").await;
    stage.next(7).await;
    stage.tick("Replace what is in the cell").await;
    stage.works("").await;
    stage.go(8, "“third.txt” is in the cell “Files”.").await;
    assert_eq!(names(&cell(&stage, "Files")), ["third.txt"]);
    stage.strike_http().await;
}

#[tokio::test]
async fn a_second_file_keeps_the_first_when_the_row_was_not_listed_anew() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    stage.press("Upload the file").await;
    stage.shows(".step.open .number", "6").await;
    let path = stage.file("second.txt", "two");
    let field = stage.find(".step.open input[type=file]").await;
    field.send_keys(path.to_str().unwrap()).await.unwrap();
    stage.shows(".step.open .drop", "second.txt").await;
    stage.works("“second.txt”").await;
    stage.go(7, "").await;
    assert_eq!(names(&cell(&stage, "Files")), ["first.txt", "second.txt"]);
    // What stands there after the response is what was sent, and sends the same again.
    let code = stage.text(".step.open .code").await;
    assert_eq!(
        code.matches("second.txt").count(),
        2,
        "name and address: {code}"
    );
    stage.works("").await;
    assert_eq!(names(&cell(&stage, "Files")), ["first.txt", "second.txt"]);
    stage.strike_http().await;
}

#[tokio::test]
async fn a_picture_goes_into_an_image_column() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.choose("Column", "Pictures · image").await;
    upload(&stage, "dot.png", "a picture").await;
    stage.go(7, "").await;
    stage.go(8, "“dot.png” is in the cell “Pictures”.").await;
    let cell = cell(&stage, "Pictures");
    assert_eq!(cell.len(), 1);
    let address = cell[0].as_str().unwrap();
    assert!(
        address.contains("/images/") && address.ends_with("/dot.png"),
        "{address}"
    );
    let stored = stage.inside("Practice base").file(address);
    assert_eq!(stored.as_deref(), Some(b"a picture".as_slice()));
    stage.strike_http().await;
}

#[tokio::test]
async fn a_table_without_a_column_for_files_says_so() {
    let stage = Stage::set().await;
    let token = stage.api_token("Shop", "rw");
    stage.open_with_practice(WALKTHROUGH).await;
    stage.enter("API-Token", &token).await;
    stage.go(2, "Shop").await;
    stage.next(3).await;
    stage.send().await;
    stage
        .shows(".step.open .needs", "the response has none to choose")
        .await;
    stage.leave().await;
}

#[tokio::test]
async fn a_file_that_was_sent_elsewhere_is_opened_and_removed_there() {
    let stage = Stage::set().await;
    let name = "Prüf #1 100%?+.txt";
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.chosen("Column", "Files · file").await;
    upload(&stage, name, "theirs").await;
    stage.go(7, "").await;
    let theirs = cell(&stage, "Files").remove(0)["url"].clone();

    stage.press("Upload the file").await;
    stage.shows(".step.open .number", "6").await;
    stage.enter("relative_path", "custom/docs").await;
    let path = stage.file(name, "mine");
    let field = stage.find(".step.open input[type=file]").await;
    field.send_keys(path.to_str().unwrap()).await.unwrap();
    stage.shows(".step.open .drop", name).await;
    stage.works(name).await;
    stage.go(7, "").await;
    stage.go(8, "is in the cell “Files”.").await;
    let mine = cell(&stage, "Files").remove(1)["url"].clone();
    let stored = |address: &Value| {
        let mut inside = stage.inside("Practice base");
        inside.file(address.as_str().unwrap())
    };
    assert_eq!(stored(&mine).as_deref(), Some(b"mine".as_slice()), "{mine}");
    assert_eq!(stored(&theirs).as_deref(), Some(b"theirs".as_slice()));

    stage.press("Remove what you made").await;
    stage
        .click(&stage.find(".made li:nth-child(2) button").await)
        .await;
    stage
        .click(&stage.find(".made li:nth-child(2) .danger").await)
        .await;
    stage.shows(".made li:nth-child(2) .told", "removed").await;
    assert_eq!(stored(&mine), None);
    assert_eq!(stored(&theirs).as_deref(), Some(b"theirs".as_slice()));
    // SeaTable's documents know no other folder than that of the month.
    stage.close().await;
}

#[tokio::test]
async fn the_old_file_is_kept_when_the_rows_came_with_keys() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    stage.press("Choose a row").await;
    stage.shows(".step.open .number", "4").await;
    stage.choose("convert_keys", "not sent").await;
    stage.works("").await;
    stage.choose("Row", ROW).await;
    stage.go(5, "").await;
    stage.next(6).await;
    let path = stage.file("second.txt", "two");
    let field = stage.find(".step.open input[type=file]").await;
    field.send_keys(path.to_str().unwrap()).await.unwrap();
    stage.works("“second.txt”").await;
    stage.go(7, "").await;
    assert_eq!(names(&cell(&stage, "Files")), ["first.txt", "second.txt"]);
    stage.next(8).await;
    stage.choose("convert_keys", "not sent").await;
    stage.works("“second.txt” is in the cell “Files”.").await;
    stage.shows("table.changes th[scope=row]", "Files").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn a_chosen_file_is_there_when_its_step_is_opened_again() {
    let stage = Stage::set().await;
    stage.open_with_practice(&format!("{WALKTHROUGH}/6")).await;
    for (label, text) in [
        ("upload_link", "abc"),
        ("parent_dir", "/asset"),
        ("relative_path", "files"),
    ] {
        stage.enter(label, text).await;
    }
    let path = stage.file("kept.txt", "kept");
    let field = stage.find(".step.open input[type=file]").await;
    field.send_keys(path.to_str().unwrap()).await.unwrap();
    stage.shows(".step.open .drop", "kept.txt").await;
    stage.send().await;
    // The link is dead, so the person goes for another one, and comes back.
    stage.shows(".step.open .outcome", "Get a new link").await;
    for step in ["5", "6"] {
        let hash = serde_json::json!(format!("{WALKTHROUGH}/{step}"));
        stage.run("location.hash = arguments[0]", vec![hash]).await;
        stage.shows(".step.open .number", step).await;
    }
    stage.shows(".step.open .drop", "kept.txt, 4 B").await;
    stage.send().await;
    let arrives = async {
        while stage.sent().len() < 2 {
            tokio::time::sleep(PAUSE).await;
        }
    };
    let arrives = tokio::time::timeout(PATIENCE, arrives).await;
    arrives.expect("the file is sent once more");
    stage.leave().await;
}

/// Drops so many files on an element, and says whether the page would have been left.
const DROP: &str = "const data = new DataTransfer();\
    for (let i = 0; i < arguments[1]; i++) data.items.add(new File(['x'], `file${i}.txt`));\
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });\
    return document.querySelector(arguments[0]).dispatchEvent(event);";

#[tokio::test]
async fn several_files_are_refused_in_words_and_a_drop_beside_the_field_stays_on_the_page() {
    let stage = Stage::set().await;
    stage.open("#/walkthrough/upload-a-file/6").await;
    stage.shows(".step.open .number", "6").await;
    let drop = |place: &str, count: u32| vec![place.into(), count.into()];
    let leaves = stage.run(DROP, drop("h1", 1)).await;
    assert_eq!(leaves, false, "beside the field");
    stage.run(DROP, drop(".step.open .drop", 3)).await;
    stage
        .shows(".step.open .drop .fault", "You dropped 3 files")
        .await;
    assert!(!stage.text(".step.open .drop").await.contains("file0.txt"));
    stage.run(DROP, drop(".step.open .drop", 1)).await;
    stage.shows(".step.open .drop", "file0.txt").await;
    assert_eq!(stage.text(".step.open .drop .fault").await, "");
    stage.strike(&[]).await;
}
