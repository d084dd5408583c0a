//! The rules: what may stand where.

use crate::tokens::{Token, tokens};

/// Something that the sources may have in a few places only.
pub(crate) struct Rule {
    /// What is found, and where it belongs.
    text: &'static str,
    /// How it is recognised.
    signs: &'static [Sign],
    /// The files and folders that may have it, each with the reason.
    pub(crate) allowed: &'static [(&'static str, &'static str)],
}

/// How something shows in the tokens.
enum Sign {
    /// A name on its own: `leptos`.
    Name(&'static str),
    /// A call of a method: `.unwrap(`.
    Call(&'static str),
    /// A method that is called, or handed on as a path: `.reveal(`, `Secret::reveal`.
    Method(&'static str),
    /// A macro: `panic!`.
    Macro(&'static str),
    /// An attribute in a view: `style=`.
    Attribute(&'static str),
    /// Part of a string: `"…innerHTML…"`.
    InText(&'static str),
    /// A path through a module, or its import: `words::row`, `use crate::words;`.
    Module(&'static str),
    /// A string that is a sentence for people: `"That worked."`.
    Sentence,
    /// A sentence that is put together: `format!("{count} hits.")`.
    FormattedSentence,
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
        allowed: &[],
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

impl Sign {
    fn is_at(&self, tokens: &[Token], i: usize) -> bool {
        let text = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|t| t.text.as_str());
        let here = text(Some(i)).unwrap_or_default();
        let (before, next, after) = (text(i.checked_sub(1)), text(Some(i + 1)), text(Some(i + 2)));
        match self {
            Self::Name(name) => here == *name,
            Self::Call(name) => here == *name && before == Some(".") && next == Some("("),
            Self::Method(name) => here == *name && matches!(before, Some("." | ":")),
            Self::Macro(name) => here == *name && next == Some("!") && after != Some("="),
            Self::Attribute(name) => {
                here == *name && next == Some("=") && after != Some("=") && before != Some("let")
            }
            Self::InText(part) => here.ends_with('"') && here.contains(part),
            Self::Module(name) => {
                let is_path = next == Some(":") && after == Some(":");
                here == *name && (before == Some(":") || is_path)
            }
            Self::Sentence => is_sentence(here),
            Self::FormattedSentence => {
                let macro_name = text(i.checked_sub(3));
                let is_formatted = before == Some("(") && text(i.checked_sub(2)) == Some("!");
                is_formatted && macro_name == Some("format") && is_sentence(here)
            }
        }
    }
}

/// Whether a token is a string that people read as a sentence: it begins with a capital or with something to fill in, has a space,
/// and ends as a sentence does, or has one that ends inside.
fn is_sentence(token: &str) -> bool {
    let text = token.trim_matches('"').trim();
    let begins = text.starts_with(|c: char| c.is_uppercase() || matches!(c, '{' | '“'));
    token.ends_with('"')
        && begins
        && text.contains(' ')
        && (text.ends_with(['.', '?']) || text.contains(". "))
}

/// Finds the rules that a line in a file breaks, by the tokens that break them.
#[cfg(test)]
fn broken_by(path: &str, line: &str) -> Vec<String> {
    let source = format!("//! A file.\nfn f() {{\n    {line}\n}}\n");
    let faults = faults(path, &source);
    let place = format!("{path}:3: ");
    faults
        .iter()
        .map(|fault| fault.strip_prefix(&place).expect("on line 3").to_owned())
        .collect()
}

#[test]
fn each_rule_finds_what_breaks_it_and_spares_what_is_allowed() {
    for (line, allowed) in [
        ("web_sys::window();", Some("src/browser/page.rs")),
        (
            "let now = js_sys::Date::now();",
            Some("src/browser/clock.rs"),
        ),
        ("use wasm_bindgen::JsCast;", Some("src/browser/page.rs")),
        (
            "let r = gloo_net::http::Request::get(url);",
            Some("src/browser/fetch.rs"),
        ),
        ("use leptos::prelude::*;", Some("src/ui/mod.rs")),
        (
            "view! { <p style=\"color:red\"></p> }",
            Some("src/ui/prose.rs"),
        ),
        (
            "view! { <p style=move || color()></p> }",
            Some("src/ui/prose.rs"),
        ),
        ("view! { <p inner_html=html></p> }", Some("src/ui/prose.rs")),
        ("set(node, \"innerHTML\", text);", Some("src/ui/prose.rs")),
        ("window.local_storage();", Some("src/browser/storage.rs")),
        (
            "get(window, \"localStorage\");",
            Some("src/browser/storage.rs"),
        ),
        ("map.get(key).unwrap();", None),
        ("map.get(key)\n.expect(\"there\");", None),
        ("unreachable!();", None),
        ("secret.reveal();", Some("core/src/http/text.rs")),
        ("url.in_the_clear();", Some("src/browser/fetch.rs")),
        (
            "let text = token.map(Secret::reveal);",
            Some("core/src/http/text.rs"),
        ),
        ("let told = \"That worked.\";", Some("src/ui/app.rs")),
        (
            "let told = \"Is it this one?\";",
            Some("core/src/words/row.rs"),
        ),
        (
            "let told = words::row::fault(found);",
            Some("src/ui/app.rs"),
        ),
        ("use crate::words;", Some("core/src/words/field.rs")),
    ] {
        let outside = faults("core/src/json/made_up.rs", &format!("fn f() {{ {line} }}"));
        assert_eq!(outside.len(), 1, "{line}: {outside:?}");
        if let Some(path) = allowed {
            assert_eq!(broken_by(path, line), [""; 0], "{line} in {path}");
        }
    }
}

#[test]
fn a_view_has_sentences_but_puts_none_together() {
    for (line, is_fault) in [
        ("view! { <p>\"That worked.\"</p> }", false),
        ("view! { <p>{format!(\"{} hits\", count)}</p> }", false),
        ("view! { <p>{format!(\"{count} hits.\")}</p> }", true),
        ("session.say(format!(\"Saved as {name}.\"));", true),
        ("format!(\"This is grave. Type: {wanted}\")", true),
    ] {
        let faults = broken_by("src/ui/app.rs", line);
        assert_eq!(!faults.is_empty(), is_fault, "{line}: {faults:?}");
    }
}

#[test]
fn a_fault_names_file_line_and_rule() {
    assert_eq!(
        broken_by("src/main.rs", "web_sys::window();"),
        ["`web_sys`: only src/browser touches the browser"]
    );
}

#[test]
fn what_only_looks_like_a_fault_is_none() {
    for line in [
        "// map.get(key).unwrap()",
        "/* web_sys */",
        "let text = \"Leptos, web_sys and .unwrap()\";",
        "map.get(key).unwrap_or_default();",
        "view! { <p style:width=width class=\"style\"></p> }",
        "let style = 1;",
        "if style == 1 {}",
        "fn reveal(node: NodeId) {}",
        "lines.reveal_all();",
        "let panic = a != b;",
        "let code = \"import requests.\";",
        "let words: Vec<String> = words.collect();",
        "Case { words: &words }",
    ] {
        assert_eq!(broken_by("core/src/route.rs", line), [""; 0], "{line}");
    }
}

#[test]
fn a_folder_s_name_is_no_prefix_of_another_s() {
    assert_eq!(
        broken_by("src/browser_like.rs", "web_sys::window();").len(),
        1
    );
}

#[test]
fn tests_may_do_what_the_page_may_not() {
    let source = "#[cfg(test)]\nmod tests { fn f() { x.unwrap(); } }";
    assert_eq!(faults("core/src/route.rs", source), [""; 0]);
    assert_eq!(
        [
            faults("core/src/json/builder/tests.rs", "fn f() { x.unwrap(); }"),
            faults(
                "core/src/http/meaning/tests/other.rs",
                "fn f() { x.unwrap(); }"
            ),
        ]
        .concat(),
        [""; 0]
    );
    assert_eq!(
        faults("core/src/route.rs", "mod tests { fn f() { x.unwrap(); } }").len(),
        1
    );
}
