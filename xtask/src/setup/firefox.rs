use anyhow::Result;

use super::{Found, Need, apt};
use crate::process;

const PACKAGES: [&str; 1] = ["firefox-esr"];

/// A second browser, which the tests drive without a driver of its own.
pub(super) struct Firefox;

impl Need for Firefox {
    fn name(&self) -> String {
        "Firefox".to_owned()
    }

    fn purpose(&self) -> &'static str {
        "runs some of the tests in a second browser"
    }

    fn find(&self) -> Option<Found> {
        let browsers = ["firefox-esr", "firefox"];
        browsers
            .into_iter()
            .find_map(process::find)
            .map(|_| Found::Here)
    }

    fn install(&self) -> Result<()> {
        apt::install(&PACKAGES)
    }

    fn takes(&self) -> &'static str {
        "a quarter of a minute"
    }

    fn by_hand(&self) -> String {
        apt::by_hand(&PACKAGES)
    }

    fn can_be_left_out(&self) -> bool {
        true
    }
}
