//! Requests that could do harm: each asks first, names what it hits, and nothing but its own button sends it.

use super::stage::Stage;
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::time::Duration;

/// Where the focus is, by the nearest element with an id or a class that says so.
const FOCUS: &str = "const at = document.activeElement; \
    return at.closest('.asked') ? 'asked' : at.matches('.send .primary') ? 'send' : at.tagName";
/// Whether a key that is held does nothing on the button that confirms, and neither does the second press of a double click.
const HELD: &str = "const button = document.querySelector('.asked .danger'); button.focus();\
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });\
    button.dispatchEvent(held);\
    button.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true }));\
    return held.defaultPrevented";

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes())
        .collect::<String>()
        .replace('+', "%20")
}

/// Opens the page of an operation with its form filled in, and goes no further.
async fn open(stage: &Stage, operation: &str, values: &[(&str, &str)]) {
    let pairs = values.iter();
    let pairs: Vec<_> = pairs
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    let hash = format!("#/reference/{operation}?{}", pairs.join("&"));
    // Another link to the same page would be filled in a moment after this has gone on.
    stage.run("location.hash = '#/reference'", vec![]).await;
    stage.shows("#heading", "Reference").await;
    stage
        .run("location.hash = arguments[0]", vec![json!(hash)])
        .await;
    stage.find(".operation form .send").await;
    // The page of the operation before may still be there.
    let id = operation.rsplit('/').next().unwrap();
    let shown = format!("return location.hash.includes('/{id}')");
    assert_eq!(stage.run(&shown, vec![]).await, true);
}

async fn press_send(stage: &Stage) {
    let button = stage.find(".operation .send .primary").await;
    stage.click(&button).await;
}

/// Takes a pause in which a request would have gone that must not.
async fn nothing_went(stage: &Stage, sent: usize) {
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(stage.sent().len(), sent, "nothing was sent");
}

#[tokio::test]
async fn a_base_is_deleted_only_after_its_name_was_typed() {
    let stage = Stage::set().await;
    let workspace = stage.inside("Shop").workspace_id.to_string();
    stage.open_with_practice("#/reference").await;
    let values = [
        ("path.workspace_id", workspace.as_str()),
        ("body.name", "Shop"),
    ];
    open(&stage, "user/deleteBase", &values).await;
    stage
        .shows(".operation form", "This moves something to the trash.")
        .await;
    stage.press("Fill in the practice token").await;
    press_send(&stage).await;
    for words in [
        "Not sent yet",
        "“Shop”",
        "It goes to the trash",
        "Restore",
        "To go on, type: Shop",
    ] {
        stage.shows(".asked", words).await;
    }
    assert_eq!(stage.run(FOCUS, vec![]).await, "asked");
    stage.fits().await;
    // Enter and the key that sends a form mean nothing here, and nearly the name is not the name.
    let name = stage.find(".asked input").await;
    let send = format!("{}{}", Key::Control, Key::Enter);
    for text in ["shop", "Shop ", &Key::Enter.to_string(), &send] {
        name.send_keys(text).await.unwrap();
        let go = stage.find(".asked .danger").await;
        assert!(go.attr("disabled").await.unwrap().is_some(), "{text}");
    }
    stage
        .run("document.querySelector('.asked .danger').click()", vec![])
        .await;
    nothing_went(&stage, 0).await;
    // Escape goes back to Send; pressed twice, it asks once.
    name.send_keys(&Key::Escape.to_string()).await.unwrap();
    stage.shows(".operation .send", "Send").await;
    let closed = "return !document.querySelector('.asked')";
    assert_eq!(stage.run(closed, vec![]).await, true);
    assert_eq!(stage.run(FOCUS, vec![]).await, "send");
    let button = stage.find(".operation .send .primary").await;
    button.click().await.unwrap();
    button.click().await.unwrap();
    let name = stage.find(".asked input").await;
    name.send_keys("Shop").await.unwrap();
    assert_eq!(stage.run(HELD, vec![]).await, true);
    nothing_went(&stage, 0).await;
    // Another base is another question.
    stage.copy("name", "Practice Base").await;
    assert_eq!(stage.run(closed, vec![]).await, true);
    stage.copy("name", "Shop").await;
    press_send(&stage).await;
    let name = stage.find(".asked input").await;
    name.send_keys("Shop").await.unwrap();
    stage.click(&stage.find(".asked .danger").await).await;
    stage.shows(".wire .status", "200").await;
    assert_eq!(stage.sent().len(), 1);
    assert!(stage.look().inside("Shop").is_none());
    stage.strike_http().await;
}

#[tokio::test]
async fn what_removes_changes_much_or_binds_others_asks_and_what_adds_does_not() {
    let stage = Stage::set().await;
    let mut shop = stage.inside("Shop");
    let (uuid, token) = (shop.uuid().to_owned(), shop.token().to_owned());
    let rows = shop.rows("Customers");
    let ids: Vec<_> = rows
        .iter()
        .map(|row| row["_id"].as_str().unwrap())
        .collect();
    let update = |ids: &[&str]| {
        let updates: Vec<Value> = ids
            .iter()
            .map(|id| json!({"row_id": id, "row": {"Name": "Ada"}}))
            .collect();
        Value::from(updates).to_string()
    };
    let (one, two) = (update(&ids[..1]), update(&ids[..2]));
    let both = json!(ids[..2]).to_string();
    stage.open_with_practice("#/reference").await;
    let table = ("body.table_name", "Customers");
    let added = r#"[{"Name": "New"}, {"Name": "Newer"}]"#;
    let mut sent = 0;
    for (operation, values, asks) in [
        (
            "base/querySQL",
            vec![("body.sql", "select Name from Customers")],
            None,
        ),
        ("base/appendRows", vec![table, ("body.rows", added)], None),
        (
            "base/updateRow",
            vec![table, ("body.updates", one.as_str())],
            None,
        ),
        (
            "base/updateRow",
            vec![table, ("body.updates", two.as_str())],
            Some("2 rows"),
        ),
        (
            "base/deleteRow",
            vec![table, ("body.row_ids", both.as_str())],
            Some("2 rows"),
        ),
        (
            "base/querySQL",
            vec![("body.sql", "delete from Customers")],
            Some("it deletes every row of the table “Customers”"),
        ),
    ] {
        let values: Vec<_> = [("path.base_uuid", uuid.as_str())]
            .into_iter()
            .chain(values)
            .collect();
        open(&stage, operation, &values).await;
        if operation == "base/querySQL" && sent == 0 {
            stage.copy("Base-Token", &token).await;
        }
        press_send(&stage).await;
        match asks {
            Some(words) => {
                stage.shows(".asked", words).await;
                nothing_went(&stage, sent).await;
            }
            None => {
                sent += 1;
                stage.shows(".wire .status", "200").await;
                assert_eq!(stage.sent().len(), sent, "{operation}");
            }
        }
    }
    let user = stage.look().get("/api2/account/info/", "");
    let user = user["email"]
        .as_str()
        .unwrap_or("someone@auth.local")
        .to_owned();
    let values = [
        ("path.org_id", "1"),
        ("path.user_id", user.as_str()),
        ("body.force_2fa", "true"),
    ];
    open(&stage, "team-admin/enforceTwofactor", &values).await;
    stage.press("Fill in the practice token").await;
    press_send(&stage).await;
    stage
        .shows(".asked", "It affects other people at once.")
        .await;
    stage.shows(".asked", &user).await;
    nothing_went(&stage, sent).await;
    stage.press("Don't send").await;
    nothing_went(&stage, sent).await;
    stage.strike_http().await;
}

#[tokio::test]
async fn what_shows_what_would_be_hit_is_linked_though_its_area_was_never_opened() {
    let stage = Stage::set().await;
    let form = "#/reference/user/deleteInviteLink?path.invite_link_token=1a2b3c";
    stage.open(form).await;
    let token = "0123456789abcdef0123456789abcdef01234567";
    stage.copy("Account-Token", token).await;
    press_send(&stage).await;
    stage
        .shows(".asked", "Look at it first: List invite links")
        .await;
    nothing_went(&stage, 0).await;
    stage.press("List invite links").await;
    stage.shows("#heading", "List invite links").await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn what_an_operation_made_is_listed_and_removed() {
    let stage = Stage::set().await;
    let mut shop = stage.inside("Shop");
    let (uuid, token) = (shop.uuid().to_owned(), shop.token().to_owned());
    let before = shop.rows("Customers").len();
    stage.open_with_practice("#/reference").await;
    let values = [
        ("path.base_uuid", uuid.as_str()),
        ("body.table_name", "Customers"),
        ("body.rows", r#"[{"Name": "New"}, {"Name": "Newer"}]"#),
    ];
    open(&stage, "base/appendRows", &values).await;
    stage.copy("Base-Token", &token).await;
    press_send(&stage).await;
    stage.shows(".wire .status", "200").await;
    assert_eq!(stage.inside("Shop").rows("Customers").len(), before + 2);
    stage.run("location.hash = '#/made'", vec![]).await;
    stage.shows(".made li", "Add rows").await;
    let remove = stage.find(".made li:nth-child(2) button").await;
    stage.click(&remove).await;
    stage
        .click(&stage.find(".made li:nth-child(2) .danger").await)
        .await;
    stage.shows(".made li:nth-child(2) .told", "removed").await;
    let names: Vec<_> = stage.inside("Shop").rows("Customers");
    assert_eq!(names.len(), before + 1);
    assert!(names.iter().any(|row| row["Name"] == "New"));

    // What an operation removes is not offered any more either.
    let row = json!([stage.inside("Shop").row("Customers", "Name", "New")["_id"]]).to_string();
    let values = [
        ("path.base_uuid", uuid.as_str()),
        ("body.table_name", "Customers"),
        ("body.row_ids", row.as_str()),
    ];
    open(&stage, "base/deleteRow", &values).await;
    press_send(&stage).await;
    stage.click(&stage.find(".asked .danger").await).await;
    stage.shows(".wire .status", "200").await;
    assert_eq!(stage.inside("Shop").rows("Customers").len(), before);
    stage.run("location.hash = '#/made'", vec![]).await;
    stage.shows(".made li:nth-child(1) .told", "removed").await;
    stage.strike_http().await;
}

/// Holds back the part that asks, until it is released.
const HOLD: &str = "const fetch = window.fetch; window.fetch = (what, ...rest) => String(what).includes('/parts/asking') \
    ? new Promise(go => { window.release = () => go(fetch(what, ...rest)); }) : fetch(what, ...rest);";

#[tokio::test]
async fn a_press_of_send_waits_for_what_asks() {
    let stage = Stage::set().await;
    let workspace = stage.inside("Shop").workspace_id.to_string();
    stage.open_with_practice("#/reference").await;
    stage.run(HOLD, vec![]).await;
    let values = [
        ("path.workspace_id", workspace.as_str()),
        ("body.name", "Shop"),
    ];
    open(&stage, "user/deleteBase", &values).await;
    stage.press("Fill in the practice token").await;
    let sent = stage.sent().len();
    press_send(&stage).await;
    nothing_went(&stage, sent).await;
    stage.run("window.release?.()", vec![]).await;
    stage.shows(".asked", "To go on, type: Shop").await;
    nothing_went(&stage, sent).await;
    stage.leave().await;
}
