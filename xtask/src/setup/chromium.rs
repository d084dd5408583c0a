use anyhow::Result;

use super::{Found, Need, apt};
use crate::process;

const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// A Chromium and the driver that lets tests steer it.
pub(super) struct Chromium;

impl Need for Chromium {
    fn name(&self) -> String {
        "Chromium with chromedriver".to_owned()
    }

    fn purpose(&self) -> &'static str {
        "runs the tests that need a browser"
    }

    fn find(&self) -> Option<Found> {
        process::find("chromedriver")?;
        let browsers = ["chromium", "google-chrome", "chrome"];
        browsers
            .into_iter()
            .find_map(process::find)
            .map(|_| Found::Here)
    }

    fn install(&self) -> Result<()> {
        apt::install(&PACKAGES)
    }

    fn takes(&self) -> &'static str {
        "a minute or two"
    }

    fn by_hand(&self) -> String {
        apt::by_hand(&PACKAGES)
    }
}
