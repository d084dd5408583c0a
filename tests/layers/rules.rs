//! The rules: what may stand where.

use crate::sign::Sign;
use crate::tokens::tokens;

/// Something that the sources may have in a few places only.
pub(crate) struct Rule {
    /// What is found, and where it belongs.
    text: &'static str,
    /// How it is recognised.
    signs: &'static [Sign],
    /// The files and folders that may have it, each with the reason.
    pub(crate) allowed: &'static [(&'static str, &'static str)],
}

pub(crate) const RULES: [Rule; 10] = [
    Rule {
        text: "only src/browser touches the browser",
        signs: &[
            Sign::Name("web_sys"),
            Sign::Name("js_sys"),
            Sign::Name("wasm_bindgen"),
            Sign::Name("wasm_bindgen_futures"),
            Sign::Name("gloo"),
            Sign::Name("gloo_net"),
        ],
        allowed: &[("src/browser", "that is what it is for")],
    },
    Rule {
        text: "only src/ui knows Leptos",
        signs: &[
            Sign::Name("leptos"),
            Sign::Name("reactive_graph"),
            Sign::Name("tachys"),
        ],
        allowed: &[("src/ui", "that is what it is for")],
    },
    Rule {
        text: "text becomes markup, and markup has style attributes, nowhere: the policy forbids them",
        signs: &[
            Sign::Name("inner_html"),
            Sign::Name("set_inner_html"),
            Sign::Name("set_outer_html"),
            Sign::Name("insert_adjacent_html"),
            Sign::InText("innerHTML"),
            Sign::Attribute("style"),
        ],
        allowed: &[(
            "src/ui/prose.rs",
            "it shows the walkthroughs' prose, which the build made",
        )],
    },
    Rule {
        text: "only src/browser/storage.rs keeps anything, so that it can be seen that no secret is",
        signs: &[
            Sign::Name("local_storage"),
            Sign::Name("session_storage"),
            Sign::InText("localStorage"),
            Sign::InText("sessionStorage"),
        ],
        allowed: &[("src/browser/storage.rs", "that is what it is for")],
    },
    Rule {
        text: "nothing panics outside tests",
        signs: &[
            Sign::Call("unwrap"),
            Sign::Call("expect"),
            Sign::Call("unwrap_throw"),
            Sign::Call("expect_throw"),
            Sign::Macro("panic"),
            Sign::Macro("unreachable"),
            Sign::Macro("unimplemented"),
            Sign::Macro("todo"),
            Sign::Macro("assert"),
            Sign::Macro("assert_eq"),
        ],
        allowed: &[(
            "src/ui/memo.rs",
            "a memo keeps nothing but what it works out, whose type is its own: the compiler only can't see that",
        )],
    },
    Rule {
        text: "what a person reads is made from data in core/src/words, so that another language is a table and not a search",
        signs: &[Sign::Sentence],
        allowed: &[
            ("core/src/words", "that is what it is for"),
            ("src/ui", "what stands fixed in a view"),
            (
                "src/main.rs",
                "tells whoever runs it outside a browser what it is",
            ),
        ],
    },
    Rule {
        text: "a sentence that has data in it is made in core/src/words",
        signs: &[Sign::FormattedSentence],
        allowed: &[("core/src/words", "that is what it is for")],
    },
    Rule {
        text: "words are for people: what is to be learned stands in the data that they are made from",
        signs: &[Sign::Module("words")],
        allowed: &[
            ("core/src/words", "they are made of each other"),
            ("src/ui", "it shows them"),
        ],
    },
    Rule {
        text: "a secret is read only where it is checked, put into a request or sent",
        signs: &[Sign::Method("reveal")],
        allowed: &[
            (
                "core/src/http/text.rs",
                "writes it into the text that goes over the wire",
            ),
            (
                "core/src/http/prepare/value.rs",
                "reads what stands in the fields of a form",
            ),
            ("core/src/auth/token.rs", "cleans and checks tokens"),
            (
                "src/browser/secret_field.rs",
                "shows it in the field that it was entered in",
            ),
            ("core/src/walkthrough/inputs.rs", "cleans what was entered"),
            (
                "core/src/walkthrough/value.rs",
                "writes values into the templates of forms",
            ),
        ],
    },
    Rule {
        text: "only what sends a request has its texts with their secrets",
        signs: &[
            Sign::Method("in_the_clear"),
            Sign::Method("form_in_the_clear"),
        ],
        allowed: &[
            (
                "core/src/http/request.rs",
                "encodes forms, and counts bytes",
            ),
            ("src/browser/body.rs", "sends the parts of forms"),
            ("src/browser/fetch.rs", "sends"),
            (
                "src/browser/practice.rs",
                "sends to the practice SeaTable in the page",
            ),
            ("src/browser/upload.rs", "sends large files"),
            (
                "src/browser/why.rs",
                "knows its address in what the browser reports",
            ),
        ],
    },
];

/// Returns what a source has against the rules, each fault with file and line.
pub(crate) fn faults(path: &str, source: &str) -> Vec<String> {
    // Files and folders of this name are modules that their parent declares for tests only.
    if path.ends_with("/tests.rs") || path.contains("/tests/") {
        return Vec::new();
    }
    let tokens = tokens(source);
    let mut faults = Vec::new();
    for rule in RULES.iter().filter(|rule| !rule.allows(path)) {
        for (i, token) in tokens.iter().enumerate() {
            if rule.signs.iter().any(|sign| sign.is_at(&tokens, i)) {
                faults.push(format!(
                    "{path}:{}: `{}`: {}",
                    token.line, token.text, rule.text
                ));
            }
        }
    }
    faults
}

impl Rule {
    fn allows(&self, path: &str) -> bool {
        let holds = |place: &str| {
            path.strip_prefix(place)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.allowed.iter().any(|(place, _)| holds(place))
    }
}
