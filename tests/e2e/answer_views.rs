//! The other views of an answer, by keyboard alone.

use super::answers::{FIRST, answered, json_answer};
use fantoccini::key::Key;
use practice::http::StandIn;
use serde_json::json;

const PEOPLE: &str = r#"{"rows":[{"_id":"A","Name":"Zoe","Age":9},{"_id":"B","Name":"adam","Age":10},{"_id":"C","Name":"Béa","Age":1.50}]}"#;

/// A transparent pixel.
const PIXEL: [u8; 42] = *b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x01D\x00;";

#[tokio::test]
async fn rows_are_a_table_that_sorts_and_is_copied_as_csv() {
    let (stage, _) = answered(json_answer(PEOPLE)).await;
    let caught = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };";
    stage.run(caught, vec![]).await;
    stage.view("Table").await;
    const COUNTED: &str = ".step.open .place:last-child";
    stage.shows(COUNTED, "3 rows, 2 columns").await;
    stage.tab_to(".step.open .grid").await;
    stage.key(Key::Up).await;
    stage.key(Key::Enter).await;
    let first = ".step.open .grid [aria-rowindex='2']";
    stage.shows(first, "adam").await;
    stage.find(".step.open .grid [aria-sort=ascending]").await;
    stage.key(Key::Enter).await;
    stage.shows(first, "Zoe").await;
    stage.key(Key::Right).await;
    stage.key(Key::Enter).await;
    stage.shows(first, "1.50").await;
    // What SeaTable notes of each row comes after that, when it is asked for.
    stage.press("SeaTable's own column").await;
    stage.shows(COUNTED, "3 rows, 3 columns").await;
    let copy = ".step.open .place:last-child button";
    stage.tab_to(copy).await;
    stage.key(Key::Enter).await;
    stage.shows(copy, "Copied").await;
    assert_eq!(
        stage.run("return window.copied;", vec![]).await,
        "Name,Age,_id\r\nBéa,1.50,C\r\nZoe,9,A\r\nadam,10,B\r\n"
    );
    stage.leave().await;
}

#[tokio::test]
async fn a_table_is_used_with_the_mouse_as_well() {
    const CELL: &str = ".step.open .grid [aria-rowindex='3'] [aria-colindex='1']";
    let (stage, _) = answered(json_answer(PEOPLE)).await;
    stage.view("Table").await;
    stage
        .shows(".step.open .place:last-child", "3 rows, 2 columns")
        .await;
    stage.find(CELL).await.click().await.unwrap();
    let chosen = ".step.open .grid [role=gridcell].active";
    let cell = stage.text(CELL).await;
    stage.shows(chosen, &cell).await;
    // Its JSON stands below.
    stage.shows(".step.open .here code", "rows[1].Name").await;
    stage.shows(".step.open .here .line", "\"adam\"").await;
    let heading = ".step.open .grid [role=columnheader][aria-colindex='1']";
    stage.find(heading).await.click().await.unwrap();
    stage
        .shows(".step.open .grid [aria-rowindex='2']", "adam")
        .await;
    stage.gone(chosen).await;
    stage.leave().await;
}

#[tokio::test]
async fn a_path_selects_values_and_leads_to_them() {
    let (stage, _) = answered(json_answer(PEOPLE)).await;
    stage.view("Path").await;
    stage
        .tab_to(".step.open [aria-label='Path in the response']")
        .await;
    stage.keys("rows[?@.Age >= 9].Name").await;
    stage.shows(".step.open .find output", "2 values").await;
    stage.keys("[").await;
    stage
        .shows(".step.open .quiet-wire.bad", "Character ")
        .await;
    stage.key(Key::Backspace).await;
    stage.shows(".step.open .find output", "2 values").await;
    stage.tab_to(".step.open .list").await;
    stage
        .shows(".step.open .entry.active", "rows[0].Name")
        .await;
    stage.key(Key::Down).await;
    stage
        .shows(".step.open .entry.active", "rows[1].Name \"adam\"")
        .await;
    stage.key(Key::Enter).await;
    stage
        .shows(".step.open .tree .row.active", "\"adam\"")
        .await;
    stage.leave().await;
}

#[tokio::test]
async fn the_answer_before_is_compared_with_this_one() {
    let (stage, stand_ins) = answered(json_answer(PEOPLE)).await;
    let later = PEOPLE
        .replace("\"adam\"", "\"Adam\"")
        .replace("]}", r#",{"_id":"D"}]}"#);
    *stand_ins.lock().unwrap() = vec![json_answer(&later)];
    stage.send().await;
    stage
        .shows(".step.open .tree .row.changed", "\"Adam\"")
        .await;
    stage.view("Changes").await;
    stage
        .shows(".step.open .wire", "2 changes since the previous response")
        .await;
    stage.tab_to(".step.open .list").await;
    stage
        .shows(
            ".step.open .entry.active",
            "rows[1].Name was \"adam\" is \"Adam\"",
        )
        .await;
    stage.key(Key::End).await;
    stage
        .shows(".step.open .entry.active", "rows[3] added {\"_id\":\"D\"}")
        .await;
    stage.key(Key::Enter).await;
    stage.shows(".step.open .tree .row.active", "{").await;
    stage.shows(".step.open .place code", "rows[3]").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_picture_is_shown_and_saved_under_its_name() {
    let mut picture = StandIn::new(FIRST, "image/gif", PIXEL);
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    picture.headers.push(header(
        "content-disposition",
        "attachment; filename=\"a/dot.gif\"",
    ));
    picture.headers.push(header(
        "access-control-expose-headers",
        "content-disposition",
    ));
    let (stage, _) = answered(picture).await;
    stage.find(".step.open .picture img").await;
    let drawn = "return document.querySelector('.step.open .picture img').naturalWidth;";
    for _ in 0..40 {
        if stage.run(drawn, vec![]).await == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(stage.run(drawn, vec![]).await, 1);
    let caught = "HTMLAnchorElement.prototype.click = function () { window.saved = [this.download, this.href.slice(0, 5)].join(); };";
    stage.run(caught, vec![]).await;
    stage.press("Download").await;
    let saved = stage.run("return window.saved;", vec![]).await;
    assert!(
        ["dot.gif,blob:", "a_dot.gif,blob:", "a-dot.gif,blob:"]
            .iter()
            .any(|name| saved == *name),
        "{saved}"
    );
    stage.view("Hex").await;
    stage.shows(".step.open .hex", "47 49 46 38 39 61").await;
    stage.leave().await;
}

#[tokio::test]
async fn other_bytes_are_shown_as_numbers_and_html_as_text() {
    let bytes: Vec<u8> = (0..=255).cycle().take(5_000).collect();
    let (stage, stand_ins) = answered(StandIn::new(FIRST, "application/octet-stream", bytes)).await;
    stage.shows(".step.open .hex .row", "00 01 02 03").await;
    let html = "<script>document.title = 'broken'</script><b>bold</b>";
    *stand_ins.lock().unwrap() = vec![StandIn::new(FIRST, "text/html", html)];
    stage.send().await;
    stage.shows(".step.open .raw", html).await;
    assert_ne!(stage.client.title().await.unwrap(), "broken");
    stage.leave().await;
}

#[tokio::test]
async fn a_long_text_is_read_a_piece_at_a_time_and_exactly() {
    let text = "0123456789ä".repeat(20_000);
    let (stage, _) = answered(json_answer(&json!([text]).to_string())).await;
    stage.view("Raw").await;
    stage.tab_to(".step.open .pages button").await;
    let mut read = String::new();
    for _ in 0..6 {
        let piece = stage
            .run(
                "return document.querySelector('.step.open .raw').textContent;",
                vec![],
            )
            .await;
        read.push_str(piece.as_str().unwrap());
        let next = "[...document.querySelectorAll('.step.open .pages button')].find(b => b.textContent == 'Next').focus();";
        stage.run(next, vec![]).await;
        stage.key(Key::Enter).await;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        if read.len() > 240_000 {
            break;
        }
    }
    let whole = json!([text]).to_string();
    assert!(read == whole, "{} bytes", read.len());
    stage.leave().await;
}

/// A JSON string of a thousand letters, compressed by gzip.
const COMPRESSED: [u8; 30] = *b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x53\x4a\x1c\x05\xa3\x60\x14\x0c\x7b\xa0\x04\x00\x7c\xce\x32\xcf\xea\x03\x00\x00";

#[tokio::test]
async fn a_compressed_answer_has_two_sizes() {
    let mut stand_in = StandIn::new(FIRST, "application/json", COMPRESSED);
    stand_in
        .headers
        .push(("content-encoding".to_owned(), "gzip".to_owned()));
    let (stage, _) = answered(stand_in).await;
    stage
        .shows(".step.open .status", "1.0 kB · 30 B compressed")
        .await;
    stage.leave().await;
}

#[tokio::test]
async fn size_and_times_stand_beside_the_status() {
    let (stage, _) = answered(json_answer(PEOPLE)).await;
    stage.shows(".step.open .status", "200 OK").await;
    stage.shows(".step.open .status", " ms").await;
    stage.shows(".step.open .status", "115 B").await;
    stage.view("Headers").await;
    stage.shows(".step.open .headers", "content-type").await;
    stage.shows(".step.open .wire", "stay hidden").await;
    stage.leave().await;
}
