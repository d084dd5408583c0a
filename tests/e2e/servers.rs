//! Servers as people type them, in the dialog and in links.

use super::stage::Stage;
use practice::cors::Cors;
use practice::http::Options;
use serde_json::json;

const WRITE: &str = "#/walkthrough/write-and-read";

const WRONG_TOKEN: &str = "fake0000fake0000fake0000fake0000fake0000";

/// What the tab keeps.
const KEPT: &str = "return JSON.stringify(sessionStorage)";

impl Stage {
    /// Opens the dialog of the server and types an address into it.
    async fn name_server(&self, text: &str) {
        if self
            .client
            .find(fantoccini::Locator::Css("#server-dialog[open]"))
            .await
            .is_err()
        {
            let lock = self.find(".lock").await;
            self.click(&lock).await;
        }
        let field = self.find("#server-address").await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }
}

#[tokio::test]
async fn the_address_of_an_open_base_names_the_server_and_is_offered_where_it_is_asked_for() {
    let stage = Stage::set().await;
    stage.open_with_practice(WRITE).await;
    let workspace = stage.inside("Shop").workspace_id;
    let address = format!(
        "{}/workspace/{workspace}/dtable/Shop/?tid=0000",
        stage.practice.url()
    );
    stage.name_server(&address).await;
    stage
        .shows(
            "#server-way",
            &format!("Workspace {workspace} and the base “Shop”"),
        )
        .await;
    stage.press("Use it").await;
    stage.tick("Log in for an API-Token").await;
    stage.press("Fill in the practice login").await;
    stage.open(&format!("{WRITE}/1a")).await;
    stage.works("").await;
    // The list of workspaces isn't needed any more.
    stage.open(&format!("{WRITE}/1c")).await;
    stage.shows(".step.open .number", "1c").await;
    stage.press(&format!("Use {workspace}")).await;
    stage.press("Use Shop").await;
    stage.works("“Shop” has a new API-Token").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn slips_are_asked_about_with_two_presses_and_nothing_is_sent() {
    let stage = Stage::set().await;
    stage.open(WRITE).await;
    stage.name_server("https://api.seatable.io/reference").await;
    stage.press("Use it").await;
    stage
        .shows(
            "#server-dialog .question",
            "has the documentation of the API",
        )
        .await;
    stage.shows(".lock", "cloud.seatable.io").await;
    stage.name_server("Could.SeaTable.io").await;
    stage.press("Use it").await;
    stage
        .shows("#server-dialog .question", "Do you mean SeaTable Cloud")
        .await;
    stage.press("Use https://could.seatable.io").await;
    stage.shows(".lock", "could.seatable.io").await;
    stage.name_server("forum.seatable.com").await;
    stage.press("Use it").await;
    stage.press("Use https://cloud.seatable.io").await;
    stage.shows(".lock", "cloud.seatable.io").await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn http_is_proposed_in_a_local_network_and_the_scheme_is_shown() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.name_server("192.168.77.5 : 8080").await;
    stage.shows("#server-way", "http://192.168.77.5:8080").await;
    stage.press("Use it").await;
    stage
        .shows("#server-dialog .question", "sends your token unencrypted")
        .await;
    stage.press("Use http://192.168.77.5:8080").await;
    stage.shows(".lock", "http://192.168.77.5:8080").await;
    stage.name_server("[2001:db8::1]:8080").await;
    stage.press("Use it").await;
    stage.shows("#server-fault", "IPv6").await;
    stage.name_server("localhost:8080").await;
    stage.press("Use it").await;
    stage.shows(".lock", "http://localhost:8080").await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn an_international_name_is_shown_in_both_forms() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.name_server("TÄBLE.example.com:8443").await;
    let browsers = "https://xn--tble-loa.example.com:8443";
    stage.shows("#server-way", browsers).await;
    stage.shows("#server-way", "TÄBLE.example.com").await;
    stage.press("Use it").await;
    stage.shows(".lock", "xn--tble-loa.example.com:8443").await;
    // A lookalike of another script, in a link.
    stage.open("#/?server=https://cloud.se%D0%B0table.io").await;
    stage.shows(".proposal", "https://cloud.xn--").await;
    stage.shows(".proposal", "as browsers write").await;
    stage.press("Not this one").await;
    stage.open("#/?server=https://cloud.seatab1e.io").await;
    stage.shows(".proposal", "Do you mean SeaTable Cloud").await;
    stage.press("Use https://cloud.seatable.io").await;
    stage.shows(".lock", "cloud.seatable.io").await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn servers_of_this_tab_are_offered_again_until_everything_is_forgotten() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    for number in 1..=6 {
        stage
            .name_server(&format!("table{number}.example.com/workspace/7/dtable/X"))
            .await;
        stage.press("Use it").await;
        stage
            .shows(".lock", &format!("table{number}.example.com"))
            .await;
    }
    stage.name_server("").await;
    stage
        .shows("#server-dialog .recent", "https://table5.example.com")
        .await;
    let offered = stage.text("#server-dialog .recent").await;
    assert!(offered.contains("table2.example.com"), "{offered}");
    for other in ["table1.", "table6."] {
        assert!(!offered.contains(other), "{offered}");
    }
    stage.press("https://table3.example.com").await;
    stage.shows(".lock", "table3.example.com").await;
    // They outlive a reload, and not the press that forgets everything.
    stage.client.refresh().await.unwrap();
    stage.name_server("").await;
    stage
        .shows("#server-dialog .recent", "table6.example.com")
        .await;
    stage.press("Close").await;
    stage.open(&format!("{WRITE}/1")).await;
    stage.enter("API-Token", WRONG_TOKEN).await;
    let key = stage.find(".key").await;
    stage.click(&key).await;
    stage.press("Forget everything").await;
    let kept = stage.run(KEPT, vec![]).await;
    assert_eq!(kept, r#"{"server":"https://table3.example.com"}"#);
    stage.name_server("").await;
    assert_eq!(stage.text("#server-dialog .recent").await, "");
    stage.strike(&[]).await;
}

#[tokio::test]
async fn a_link_shows_scheme_and_host_and_sends_nothing_until_send_is_pressed() {
    let stage = Stage::set().await;
    let address = stage.practice.address();
    let link = format!("{WRITE}?server={address}/workspace/7/dtable/X/");
    stage.open(&link).await;
    stage.shows(".proposal", &format!("http://{address}")).await;
    stage.press("Use this server").await;
    stage.shows(".lock", &format!("http://{address}")).await;
    let kept = stage.run(KEPT, vec![]).await;
    assert!(
        kept.as_str().unwrap().contains("/workspace/7/dtable/X"),
        "{kept}"
    );
    stage.enter("API-Token", WRONG_TOKEN).await;
    stage
        .run(
            "location.hash = arguments[0]",
            vec![json!(format!("{WRITE}/2"))],
        )
        .await;
    stage.shows(".step.open .number", "2").await;
    assert_eq!(stage.practice.received().len(), 0);
    stage.press("Send").await;
    stage.shows(".step.open .verdict", "403").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_server_that_does_not_say_it_is_for_practice_leaves_a_word() {
    let options = Options {
        cors: Cors::None,
        ..Options::default()
    };
    let stage = Stage::set_with(options).await;
    stage
        .open(&format!("{WRITE}/1?server={}", stage.practice.url()))
        .await;
    stage.press("Use this server").await;
    stage.press("Ask this server").await;
    stage
        .shows(
            ".step.open .hint[role=status]",
            "No practice token has come from this server",
        )
        .await;
    stage.shows(".step.open", "Ask this server").await;
    stage.leave().await;
}
