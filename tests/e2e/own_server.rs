//! An own server whose nginx lets other pages in than this one, and what the page tells its admin.

use super::all_walkthroughs;
use super::nginx::Nginx;
use super::stage::Stage;
use practice::http::Options;
use seatable_playground::connection::nginx;

/// The page and a practice server behind nginx.
async fn behind(lines: impl Fn(&str) -> String) -> Option<(Stage, Nginx)> {
    let mut stage = Stage::set_with(Options::default()).await;
    let lines = lines(&stage.site);
    let Some(nginx) = Nginx::start(&lines, stage.practice.address()).await else {
        stage.close().await;
        return None;
    };
    stage.server = nginx.origin.clone();
    Some((stage, nginx))
}

#[tokio::test]
async fn the_lines_that_the_page_tells_open_the_server_for_all_walkthroughs() {
    let Some((stage, _nginx)) = behind(nginx::lines).await else {
        return;
    };
    stage.open_with_practice("#/").await;
    all_walkthroughs::to_the_end(&stage).await;
    stage.strike_http().await;
}
