//! A browser that loses its network.

use super::browser::devtools;
use super::stage::Stage;
use serde_json::json;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

impl Stage {
    /// Takes the browser's network away, or gives it back.
    pub(crate) async fn go_offline(&self, is_offline: bool) {
        let conditions = json!({ "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        devtools::tell(&self.client, "Network.enable", json!({})).await;
        devtools::tell(&self.client, "Network.emulateNetworkConditions", conditions).await;
    }
}

#[tokio::test]
async fn a_request_of_a_browser_without_a_network_is_not_sent_and_goes_once_it_is_back() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    // What takes outcomes in has come by the time the page is quiet.
    let quiet = "requestIdleCallback(() => setTimeout(arguments[0], 500))";
    stage.client.execute_async(quiet, vec![]).await.unwrap();

    stage.go_offline(true).await;
    stage.press("Send").await;
    stage.shows(".step.open .outcome", "offline").await;
    stage
        .shows(".step.open .outcome .fate", "Nothing was sent")
        .await;
    assert_eq!(stage.sent().len(), 0);

    stage.go_offline(false).await;
    stage.press("Send").await;
    stage.shows(".step.open .went", "That worked.").await;
    assert_eq!(stage.sent().len(), 1);
    stage.leave().await;
}
