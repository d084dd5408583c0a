//! The connection check: what it asks, what it says, and what it offers.

use super::browser::devtools;
use super::stage::{PATIENCE, Stage};
use practice::cors::Cors;
use practice::http::{Fault, Options, StandIn};
use serde_json::json;
use std::net::TcpListener;
use std::time::{Duration, Instant};

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// The verdicts that are shown.
const VERDICTS: &str = "return [...document.querySelectorAll('[data-verdict]')].map(e => e.dataset.verdict).join(' ');";

/// The remedies that are offered.
const REMEDIES: &str =
    "return [...document.querySelectorAll('[data-remedy]')].map(e => e.dataset.remedy).join(' ');";

impl Stage {
    /// Chooses a server by a link, and enters a token.
    async fn at(self, server: &str) -> Self {
        self.open(&format!("{WALKTHROUGH}?server={server}")).await;
        self.press("Use this server").await;
        let token = self.practice.credentials().api_token;
        self.enter("API-Token", &token).await;
        self.press("Next:").await;
        self
    }

    /// Chooses the practice server, which need not let the page read anything.
    pub(crate) async fn unread(options: Options) -> Self {
        let stage = Self::set_with(options).await;
        let server = stage.practice.url();
        stage.at(&server).await
    }

    /// Waits until a script returns this text.
    async fn comes(&self, script: &str, expected: &str) {
        let began = Instant::now();
        let mut seen = String::new();
        while began.elapsed() < PATIENCE {
            seen = self.said(script).await;
            if seen == expected {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("“{expected}” does not come, but “{seen}”");
    }

    async fn said(&self, script: &str) -> String {
        let said = self.run(script, vec![]).await;
        said.as_str().unwrap_or_default().to_owned()
    }

    /// How often an address of the server was asked for, preflights left out.
    fn asked(&self, path: &str) -> usize {
        let received = self.practice.received();
        let is_one = |method: &str, other: &str| method != "OPTIONS" && other == path;
        let ones = received.iter().map(|it| &it.request);
        ones.filter(|it| is_one(&it.method, &it.path)).count()
    }

    /// Checks the connection from the dialog.
    async fn check(&self) {
        self.find(".lock").await.click().await.unwrap();
        self.press("Check the connection").await;
        // The button that was pressed is gone, and the focus is on the one in its place.
        self.comes("return document.activeElement.id", "connection-check")
            .await;
    }
}

pub(crate) fn with_cors(cors: &str) -> Options {
    Options {
        cors: Cors::parse(cors).unwrap(),
        ..Options::default()
    }
}

fn with_fault(fault: &str) -> Options {
    Options {
        faults: vec![Fault::parse(fault).unwrap()],
        ..Options::default()
    }
}

/// A server that responds in SeaTable's place.
fn with_page(path: &str, status: u16, body: &str) -> Options {
    let mut page = StandIn::new(path, "text/html", body);
    page.status = status;
    let options = Options::default();
    options.stand_ins.lock().unwrap().push(page);
    options
}

#[tokio::test]
async fn a_server_that_lets_in_another_page_is_told_with_the_lines_for_its_admin() {
    for cors in ["shipped", "none", "doubled"] {
        let stage = Stage::unread(with_cors(cors)).await;
        stage.press("Send").await;
        stage.comes(VERDICTS, "cors-missing").await;
        stage
            .comes(REMEDIES, "nginx letter local request practice")
            .await;
        let lines = stage.text("[data-remedy=nginx] pre").await;
        let origin = format!("if ($http_origin = \"{}\")", stage.site);
        assert!(lines.contains(&origin), "{lines}");
        // It is told once for all: the response was refused, and none was taken for another reason.
        stage.shows(".live", "does not let this page read").await;
        let command = stage.text("[data-verdict] pre").await;
        assert!(command.is_empty(), "it is folded: {command}");
        stage.shows(".step.open .send .primary", "Send").await;
        stage.leave().await;
    }
}

#[tokio::test]
async fn a_server_that_hides_its_errors_is_told_from_one_that_hides_all() {
    let stage = Stage::set_with(with_cors("no-always")).await;
    let server = stage.practice.url();
    stage.open(&format!("{WALKTHROUGH}?server={server}")).await;
    stage.press("Use this server").await;
    stage
        .enter("API-Token", "fake0000fake0000fake0000fake0000fake0000")
        .await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage.comes(VERDICTS, "errors-hidden code-refused").await;
    let told = stage.text("[data-verdict=errors-hidden]").await;
    assert!(told.contains("check the token"), "{told}");
    stage.leave().await;
}

#[tokio::test]
async fn a_closed_port_is_told_with_what_tells_more() {
    let stage = Stage::set().await;
    let closed = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr();
    let server = format!("http://{}", closed.unwrap());
    let stage = stage.at(&server).await;
    stage.press("Send").await;
    stage.comes(VERDICTS, "unreachable").await;
    stage.comes(REMEDIES, "tab local practice").await;
    let told = stage.text("[data-verdict]").await;
    assert!(told.contains(&server), "{told}");
    // There is no certificate that could be the reason.
    assert!(!told.contains("certificate"), "{told}");
    stage
        .find("[data-remedy=local] summary")
        .await
        .click()
        .await
        .unwrap();
    let command = format!("seatable-playground --server {server}");
    stage.shows("[data-remedy=local] pre", &command).await;
    stage.leave().await;
}

#[tokio::test]
async fn a_failure_within_a_minute_begins_no_other_check_and_moves_no_focus() {
    let stage = Stage::unread(with_cors("none")).await;
    stage.press("Send").await;
    stage.comes(VERDICTS, "cors-missing").await;
    assert_eq!(stage.asked("/api2/ping/"), 2);
    stage.press("Send").await;
    stage.shows(".connection .hint", "Checked").await;
    stage.comes(VERDICTS, "cors-missing").await;
    assert_eq!(stage.asked("/api2/ping/"), 2);

    // Whoever is at work in the form stays there when the check ends.
    stage.press("Check again").await;
    let focus = "const field = document.querySelector('.step.open form summary, .step.open form input'); field.focus(); \
        window.focused = field; return field.tagName;";
    assert!(!stage.said(focus).await.is_empty());
    stage.comes(VERDICTS, "cors-missing").await;
    assert_eq!(stage.asked("/api2/ping/"), 4);
    let is_there = "return String(document.activeElement === window.focused);";
    assert_eq!(stage.said(is_there).await, "true");
    stage.leave().await;
}

#[tokio::test]
async fn a_check_of_a_server_that_works_tells_its_version_and_sends_no_token() {
    let stage = Stage::unread(Options::default()).await;
    stage.check().await;
    stage.comes(VERDICTS, "well").await;
    stage.shows("[data-verdict]", "SeaTable 6.2.0").await;
    let received = stage.practice.received();
    let requests = received.iter().map(|it| &it.request);
    for request in requests.filter(|it| it.method != "OPTIONS") {
        assert_eq!(request.method, "GET", "{}", request.path);
        let token = request.header("authorization");
        assert!(token.is_none_or(|token| token == "Bearer no-token"));
        assert!(request.body.is_empty());
    }
    assert_eq!(
        received
            .iter()
            .filter(|it| it.request.method == "OPTIONS")
            .count(),
        2
    );
    stage.press("Close").await;
    // The form is as it was, and its request goes out.
    stage.press("Send").await;
    stage.shows(".step.open .verdict", "200").await;
    stage.find(".count").await.click().await.unwrap();
    stage
        .shows(".ledger tbody", "/api2/ping/ (connection check)")
        .await;
    let count = "return String(document.querySelectorAll('.ledger tbody tr').length)";
    assert_eq!(stage.said(count).await, "9");
    stage.leave().await;
}

#[tokio::test]
async fn what_responds_but_is_no_seatable_is_told() {
    for (options, verdict) in [
        (
            with_page("/", 200, "<h1>Log in to the network</h1>"),
            "not-seatable",
        ),
        (with_fault("redirect:/"), "redirected"),
        (with_fault("502:/"), "down"),
        (
            with_page(
                "/server-info/",
                200,
                r#"{"version": "5.2.7", "edition": "developer edition"}"#,
            ),
            "old",
        ),
        (with_fault("drop:/api2/ping/"), "blocked"),
        (with_fault("drop:/seafhttp/"), "files-hidden"),
    ] {
        let stage = Stage::unread(options).await;
        stage.check().await;
        stage.comes(VERDICTS, verdict).await;
        stage.leave().await;
    }
}

#[tokio::test]
async fn a_server_that_never_responds_is_given_up_and_a_check_can_be_stopped() {
    let stage = Stage::unread(with_fault("hang:/")).await;
    stage.check().await;
    stage.shows(".probes", "waiting").await;
    stage.press("Stop").await;
    stage.comes(VERDICTS, "stopped").await;
    stage.press("Check again").await;
    stage.comes(VERDICTS, "silent").await;
    stage.leave().await;
}

/// Opens the page as from a public address, whose browser has this setting for its access to this machine.
async fn far(setting: &str, options: Options) -> Stage {
    let stage = Stage::set_far(options).await;
    for name in ["local-network-access", "local-network", "loopback-network"] {
        let permission =
            json!({ "permission": { "name": name }, "setting": setting, "origin": stage.site });
        devtools::tell(&stage.client, "Browser.setPermission", permission).await;
    }
    let server = stage.practice.url();
    stage.at(&server).await
}

#[tokio::test]
async fn a_local_network_that_is_denied_is_told_from_one_that_is_allowed() {
    let stage = far("denied", with_cors("none")).await;
    stage.press("Send").await;
    // The failure says so: there is nothing to check.
    stage.comes(VERDICTS, "permission-denied").await;
    stage.comes(REMEDIES, "local request practice").await;
    stage.check().await;
    stage
        .shows("dialog [data-verdict=permission-denied]", "Allow access")
        .await;
    assert_eq!(stage.practice.received().len(), 0);
    stage.leave().await;

    let stage = far("granted", with_cors("none")).await;
    stage.press("Send").await;
    stage.comes(VERDICTS, "cors-missing").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_question_that_was_closed_without_a_choice_is_told() {
    let stage = far("denied", Options::default()).await;
    // After such an end, browsers still say that they would ask. This one has nobody to ask.
    let asks = "navigator.permissions.query = () => Promise.resolve({ state: 'prompt' });";
    stage.run(asks, vec![]).await;
    stage.press("Send").await;
    stage
        .comes(VERDICTS, "permission-ignored unreachable")
        .await;
    stage.comes(REMEDIES, "local request practice tab").await;
    let told = stage.text("[data-verdict=permission-ignored]").await;
    assert!(told.contains("allow it"), "{told}");
    stage.leave().await;
}

#[tokio::test]
async fn one_blocked_address_is_told_from_a_server_out_of_reach() {
    let stage = Stage::unread(Options::default()).await;
    let block = async |patterns: &[&str]| {
        devtools::tell(&stage.client, "Network.enable", json!({})).await;
        let urls = json!({ "urls": patterns });
        devtools::tell(&stage.client, "Network.setBlockedURLs", urls).await;
    };
    // As an extension does that blocks one address.
    block(&["*app-access-token*"]).await;
    stage.press("Send").await;
    stage.comes(VERDICTS, "well").await;
    let told = stage.text("[data-verdict]").await;
    assert!(told.contains("extension"), "{told}");
    block(&["*app-access-token*", "*/api2/ping/*"]).await;
    stage.press("Check again").await;
    stage.comes(VERDICTS, "blocked").await;
    block(&[]).await;
    stage.press("Send").await;
    stage.shows(".step.open .went", "That worked.").await;
    stage.leave().await;
}
