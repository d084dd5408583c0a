//! The cases, one a line or two.

use super::server::Wrong;
use Wrong::Told;

/// What goes wrong, and what comes of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    pub(super) name: &'static str,
    pub(super) wrong: Wrong,
    /// Whether it is about which pages may read.
    pub(super) is_about_cors: bool,
    /// Whether the server refuses the token.
    pub(super) has_wrong_token: bool,
    /// Whether a person has to ask for the check, since the page knows what went wrong.
    pub(super) is_checked_by_hand: bool,
    /// What the step says.
    pub(super) step: &'static str,
    /// What the check says.
    pub(super) verdicts: &'static str,
    /// A remedy, with words that are in it; PAGE and SERVER stand for their origins.
    pub(super) remedy: Option<(&'static str, &'static str)>,
    pub(super) arrives: Arrives,
    /// Whether it is one of those that are tried in Firefox too.
    pub(crate) is_in_firefox: bool,
}

/// How often the request of the step arrives at the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrives {
    Never,
    Once,
    /// Once at least, before the connection is cut.
    AndIsCut,
}

/// A fault after which the page checks the connection by itself.
const fn failed(
    name: &'static str,
    wrong: Wrong,
    verdicts: &'static str,
    arrives: Arrives,
) -> Case {
    Case {
        name,
        wrong,
        is_about_cors: false,
        has_wrong_token: false,
        is_checked_by_hand: false,
        step: "",
        verdicts,
        remedy: None,
        arrives,
        is_in_firefox: false,
    }
}

/// A fault that the page knows from the response, and what a check that a person asks for says besides.
const fn read(
    name: &'static str,
    wrong: Wrong,
    step: &'static str,
    verdicts: &'static str,
) -> Case {
    Case {
        is_checked_by_hand: true,
        step,
        ..failed(name, wrong, verdicts, Arrives::Once)
    }
}

impl Case {
    const fn about_cors(self) -> Self {
        Self {
            is_about_cors: true,
            ..self
        }
    }

    const fn with_wrong_token(self) -> Self {
        Self {
            has_wrong_token: true,
            ..self
        }
    }

    const fn offers(self, remedy: &'static str, words: &'static str) -> Self {
        Self {
            remedy: Some((remedy, words)),
            ..self
        }
    }

    const fn in_firefox_too(self) -> Self {
        Self {
            is_in_firefox: true,
            ..self
        }
    }
}

/// A fault of the headers that let pages read, which the admin of the server can correct.
const fn cors(name: &'static str, wrong: Wrong, verdicts: &'static str, arrives: Arrives) -> Case {
    failed(name, wrong, verdicts, arrives)
        .about_cors()
        .offers("nginx", "if ($http_origin = \"PAGE\")")
}

use Arrives::{AndIsCut, Never, Once};

const UNREADABLE: &str = "cors-missing";
const UNREACHABLE: &str = "unreachable";
const FOREIGN: &str = "not-seatable";

pub(crate) const CASES: &[Case] = &[
    cors("no header", Told("--cors none"), UNREADABLE, Never).in_firefox_too(),
    cors(
        "the header as SeaTable ships it",
        Told("--cors shipped"),
        UNREADABLE,
        Never,
    )
    .in_firefox_too(),
    cors(
        "another origin",
        Told("--cors origin=https://other.example"),
        UNREADABLE,
        Never,
    ),
    cors(
        "the header twice",
        Told("--cors doubled"),
        UNREADABLE,
        Never,
    )
    .in_firefox_too(),
    cors(
        "none on errors",
        Told("--cors no-always"),
        "errors-hidden code-refused",
        Once,
    )
    .with_wrong_token(),
    cors(
        "no tokens",
        Told("--cors no-token"),
        "preflight-refused",
        Never,
    ),
    cors(
        "preflight refused, 403",
        Told("--fault preflight-403:/"),
        "preflight-refused",
        Never,
    )
    .in_firefox_too(),
    cors(
        "preflight refused, 404",
        Told("--fault preflight-404:/"),
        "preflight-refused",
        Never,
    ),
    cors(
        "preflight refused, 405",
        Told("--fault preflight-405:/"),
        "preflight-refused",
        Never,
    ),
    cors(
        "preflight led elsewhere",
        Told("--fault preflight-302:/"),
        "preflight-refused",
        Never,
    ),
    cors(
        "a proxy's page that may not be read",
        Told("--cors no-always --fault 502:/"),
        UNREADABLE,
        Once,
    ),
    cors(
        "a firewall's page that may not be read",
        Told("--cors none --fault login-utf-8:/"),
        UNREADABLE,
        Never,
    ),
    read(
        "no codes",
        Told("--cors no-code"),
        "That worked.",
        "code-refused",
    )
    .about_cors()
    .offers("letter", "X-SEAFILE-OTP"),
    failed("nobody listens", Wrong::Closed, UNREACHABLE, Never)
        .offers("local", "--server SERVER")
        .in_firefox_too(),
    failed("this name isn't known", Wrong::Name, UNREACHABLE, Never)
        .offers("tab", "SERVER/api2/ping/")
        .in_firefox_too(),
    failed("hung up on at once", Wrong::HungUp, UNREACHABLE, Never),
    failed("another protocol", Wrong::OtherProtocol, UNREACHABLE, Never),
    failed(
        "unknown certificate",
        Wrong::Certificate,
        "certificate",
        Never,
    )
    .offers("local", "--server SERVER --ca FILE")
    .in_firefox_too(),
    failed(
        "https to plain http",
        Wrong::HttpsToHttp,
        "certificate",
        Never,
    )
    .offers("tab", "SERVER/api2/ping/"),
    failed("http to https", Wrong::HttpToHttps, UNREACHABLE, Never),
    failed(
        "dropped after the request",
        Told("--fault drop:/"),
        UNREACHABLE,
        AndIsCut,
    )
    .in_firefox_too(),
    failed(
        "reset after the request",
        Told("--fault reset:/"),
        UNREACHABLE,
        AndIsCut,
    ),
    failed(
        "this address alone dropped",
        Told("--fault drop:/api/"),
        "well",
        AndIsCut,
    ),
    failed(
        "pings dropped too",
        Told("--fault drop:/api"),
        "blocked",
        AndIsCut,
    ),
    read(
        "cut halfway",
        Told("--fault cut:/api/"),
        "broke off",
        "well",
    )
    .in_firefox_too(),
    read(
        "led to a login page",
        Told("--fault redirect:/"),
        "doesn't follow",
        "redirected",
    )
    .offers("tab", "SERVER/api2/ping/")
    .in_firefox_too(),
    read(
        "led to another server",
        Told("--fault redirect-away:/"),
        "doesn't follow",
        "redirected",
    ),
    read(
        "a proxy in the place of the server",
        Told("--fault 502:/"),
        "502",
        "down",
    )
    .in_firefox_too(),
    read("another program", Told("--fault 404:/"), "404", FOREIGN),
    read("broken JSON", Told("--fault json:/"), "", FOREIGN),
    read(
        "JSON that is called text",
        Told("--fault type:/"),
        "That worked.",
        "well",
    ),
    read(
        "a firewall, English",
        Told("--fault login-utf-8:/"),
        "Log in – network",
        FOREIGN,
    )
    .offers("tab", "SERVER/api2/ping/")
    .in_firefox_too(),
    read(
        "a firewall, German",
        Told("--fault login-iso-8859-1:/"),
        "Anmeldung nötig",
        FOREIGN,
    ),
    read(
        "a firewall, Russian",
        Told("--fault login-windows-1251:/"),
        "Вход",
        FOREIGN,
    ),
    read(
        "a firewall, Japanese",
        Told("--fault login-shift_jis:/"),
        "ログイン",
        FOREIGN,
    ),
    read("too many requests", Told("--rate 0"), "429", "well"),
    read(
        "an old SeaTable",
        Wrong::Old("5.2.7"),
        "That worked.",
        "old",
    ),
];
