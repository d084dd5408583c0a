//! The rules of accessibility on the pages and dialogs around the requests.

use super::super::stage::Stage;
use super::super::write_and_read;
use super::Axe;

#[tokio::test]
async fn pages_dialogs_and_the_drawer_break_no_rule_of_axe() {
    let Some(mut axe) = Axe::find() else { return };
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.find("#search").await;
    axe.look(&stage, "home").await;
    let url: String = url::form_urlencoded::byte_serialize(stage.server.as_bytes()).collect();
    stage
        .open(&format!("#/walkthrough/write-and-read/1?server={url}"))
        .await;
    stage.find(".proposal").await;
    axe.look(&stage, "proposed server").await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.enter("API-Token", "Token x").await;
    stage.find(".step.open .fault:not(:empty)").await;
    axe.look(&stage, "a walkthrough, with a fault").await;
    stage.press("Fill in the practice token").await;
    write_and_read::to_the_end(&stage).await;
    axe.look(&stage, "done").await;
    let drawer = "document.querySelector('.drawer-button').click()";
    stage.run(drawer, vec![]).await;
    stage.find(".rail.open").await;
    axe.look_at(&stage, "drawer", 360).await;
    stage.run(drawer, vec![]).await;
    stage.press("Remove what you made").await;
    stage.find(".made li").await;
    axe.look(&stage, "made by you").await;
    stage.go_to("#/requests").await;
    stage.find(".ledger td").await;
    axe.look(&stage, "requests sent").await;
    stage.find(".ledger .link").await.click().await.unwrap();
    stage.find(".wire .tree .row").await;
    axe.look(&stage, "a request that was sent").await;
    stage.press("All requests").await;
    stage.find(".key").await.click().await.unwrap();
    stage.find("#keyring-dialog .keys li").await;
    axe.look(&stage, "keyring").await;
    stage
        .find("#keyring-dialog .keys button")
        .await
        .click()
        .await
        .unwrap();
    stage.shows(".live", "The token is forgotten.").await;
    axe.look(&stage, "keyring, with a token forgotten").await;
    stage.press("Close").await;
    stage.find(".lock").await.click().await.unwrap();
    stage.press("Check the connection").await;
    stage.find("#server-dialog [data-verdict]").await;
    axe.look(&stage, "server dialog and connection check").await;
    stage.leave().await;
    axe.holds();
}
