//! Pictures of every state that the rules are held against, for those who look at the page: `cargo xtask pictures`.

use super::Stage;
use super::devtools;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use std::path::PathBuf;

/// Names the folder that they go to. Without it none are made.
const FOLDER: &str = "PLAYGROUND_PICTURES";

/// Makes a picture of the whole page as it is open.
pub(super) async fn take(stage: &Stage, name: &str) {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let whole = json!({ "format": "png", "captureBeyondViewport": true });
    let picture = devtools::tell(&stage.client, "Page.captureScreenshot", whole).await;
    let picture = BASE64_STANDARD.decode(picture["data"].as_str().unwrap());
    let name = name.replace([' ', '/', ','], "-");
    std::fs::write(folder.join(name).with_extension("png"), picture.unwrap()).unwrap();
}
