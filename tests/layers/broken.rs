//! That each rule finds what breaks it, and nothing else.

use crate::rules::faults;

/// Finds the rules that a line in a file breaks, by the tokens that break them.
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
