//! A Firefox for tests, driven by the same protocol as Chromium.
//!
//! Firefox speaks Marionette, which has WebDriver's commands under other names; geckodriver, which translates, comes in no package
//! of Debian. What the tests use of it is in `bridge.rs`.

mod bridge;
mod marionette;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use marionette::Marionette;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;

/// How long Firefox may take to start.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where Firefox writes its port, in its profile.
const PORT: &str = "MarionetteActivePort";

/// What keeps a profile from asking for anything by itself.
const SETTINGS: &str = r#"
user_pref("app.normandy.enabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.newtabpage.enabled", false);
user_pref("browser.safebrowsing.downloads.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.update.enabled", false);
user_pref("marionette.port", 0);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("network.proxy.type", 0);
user_pref("network.trr.mode", 5);
user_pref("services.settings.server", "data:,");
user_pref("toolkit.telemetry.enabled", false);
"#;

/// A running Firefox. Dropping it ends it.
pub(crate) struct Firefox {
    process: Child,
    profile: PathBuf,
    bridge: JoinHandle<()>,
    /// What tests drive it by.
    pub(crate) client: Client,
}

impl Firefox {
    /// Starts one with a profile of its own.
    ///
    /// `None` if this machine has none. That is a failure where `CI` is set.
    pub(crate) async fn start() -> Option<Self> {
        let profile =
            std::env::temp_dir().join(format!("playground-firefox-{}", std::process::id()));
        std::fs::create_dir_all(&profile).unwrap();
        std::fs::write(profile.join("user.js"), SETTINGS).unwrap();
        let Some(process) = run(&profile) else {
            left_out::expected("this machine has no Firefox");
            return None;
        };
        let marionette = Marionette::connect(port(&profile).await).await;
        let (address, bridge) = bridge::serve(marionette).await;
        let builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.connect(&address).await.expect("a session");
        Some(Self {
            process,
            profile,
            bridge,
            client,
        })
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        self.bridge.abort();
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

fn run(profile: &Path) -> Option<Child> {
    ["firefox-esr", "firefox"].into_iter().find_map(|program| {
        Command::new(program)
            .args(["--headless", "--no-remote", "--marionette", "--profile"])
            .arg(profile)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()
    })
}

async fn port(profile: &Path) -> u16 {
    let began = Instant::now();
    loop {
        let port = std::fs::read_to_string(profile.join(PORT)).ok();
        if let Some(port) = port.and_then(|text| text.trim().parse().ok()) {
            return port;
        }
        assert!(began.elapsed() < PATIENCE, "Firefox does not start");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
