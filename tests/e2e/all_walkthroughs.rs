//! All walkthroughs, one after the other, in one page that stays locked to its server.

use super::stage::Stage;
use super::{
    create_a_base, create_a_user, look_at_the_team, update_a_row, upload_a_file, write_and_read,
};
use serde_json::json;

/// Does them from beginning to end, in a page that has the practice server's credentials.
pub(crate) async fn to_the_end(stage: &Stage) {
    for name in [
        "write-and-read",
        "create-a-base",
        "update-a-row",
        "upload-a-file",
        "look-at-the-team",
        "create-a-user",
    ] {
        let hash = format!("#/walkthrough/{name}/1");
        stage
            .run("location.hash = arguments[0];", vec![json!(hash)])
            .await;
        stage.shows(".step.open .number", "1").await;
        match name {
            "write-and-read" => write_and_read::to_the_end(stage).await,
            "create-a-base" => create_a_base::to_the_end(stage).await,
            "update-a-row" => update_a_row::to_the_end(stage).await,
            "upload-a-file" => upload_a_file::to_the_end(stage).await,
            "look-at-the-team" => look_at_the_team::to_the_end(stage).await,
            _ => create_a_user::to_the_end(stage).await,
        }
    }
}
