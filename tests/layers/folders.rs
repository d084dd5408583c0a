//! Which folder uses which: no two use each other.

use crate::tokens::{Token, tokens};
use std::collections::BTreeMap;

/// Every use of one folder by another, with a place where it stands.
#[derive(Default)]
pub(crate) struct Uses(BTreeMap<(String, String), String>);

impl Uses {
    /// Takes the uses of a source, given by its path from the root.
    pub(crate) fn add(&mut self, path: &str, source: &str) {
        let Some((crate_name, module)) = module(path) else {
            return;
        };
        let from = folder(crate_name, &module);
        let tokens = tokens(source);
        for (start, token) in tokens.iter().enumerate() {
            let Some(base) = base(&tokens, start, &module) else {
                continue;
            };
            for used in paths(&tokens, base.1, base.0) {
                let to = folder(crate_name, &used);
                if to != from && !to.is_empty() && !from.is_empty() {
                    let place = format!("{path}:{}", token.line);
                    self.0.entry((from.clone(), to)).or_insert(place);
                }
            }
        }
    }

    /// Returns the pairs of folders that use each other, each with a place of either use.
    pub(crate) fn mutual(&self) -> Vec<String> {
        let both = self.0.iter().filter_map(|((from, to), place)| {
            let back = self.0.get(&(to.clone(), from.clone()))?;
            (from < to).then(|| format!("{from} and {to} use each other: {place}, {back}"))
        });
        both.collect()
    }
}

/// Returns the crate of a source and the names of its module.
fn module(path: &str) -> Option<(&'static str, Vec<String>)> {
    let (name, inside) = match path.strip_prefix("core/src/") {
        Some(inside) => ("core/src", inside),
        None => ("src", path.strip_prefix("src/")?),
    };
    let mut parts: Vec<_> = inside.strip_suffix(".rs")?.split('/').collect();
    if matches!(parts.last(), Some(&("mod" | "lib" | "main"))) {
        parts.pop();
    }
    Some((name, parts.into_iter().map(str::to_owned).collect()))
}

/// Returns the folder that a module counts to: one of the crate's own, and below `src/ui` one of those.
fn folder(crate_name: &str, module: &[String]) -> String {
    let depth = match module.first().map(String::as_str) {
        Some("ui") if crate_name == "src" => 2,
        _ => 1,
    };
    if module.len() < depth {
        return String::new();
    }
    [&[crate_name.to_owned()], &module[..depth]]
        .concat()
        .join("/")
}

/// Reads `crate::` or `super::super::`: the module that it means, and the token after it.
fn base(tokens: &[Token], start: usize, module: &[String]) -> Option<(Vec<String>, usize)> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let is_path = |at: usize| text(at) == ":" && text(at + 1) == ":";
    if start > 0 && text(start - 1) == ":" {
        return None;
    }
    if text(start) == "crate" && is_path(start + 1) {
        return Some((Vec::new(), start + 3));
    }
    let (mut at, mut above) = (start, module.len());
    while text(at) == "super" && is_path(at + 1) {
        above = above.checked_sub(1)?;
        at += 3;
    }
    (at > start).then(|| (module[..above].to_vec(), at))
}

/// Reads the rest of a path, with all branches of its braces.
fn paths(tokens: &[Token], start: usize, base: Vec<String>) -> Vec<Vec<String>> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let (mut at, mut path) = (start, base);
    loop {
        if text(at) == "{" {
            break;
        }
        path.push(text(at).to_owned());
        if text(at + 1) != ":" || text(at + 2) != ":" {
            return vec![path];
        }
        at += 3;
    }
    let (mut depth, mut found) = (0, Vec::new());
    while at < tokens.len() {
        match text(at) {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ if depth == 1 && matches!(text(at - 1), "{" | ",") => {
                found.extend(paths(tokens, at, path.clone()));
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
        at += 1;
    }
    found
}

#[test]
fn two_folders_that_use_each_other_are_found() {
    let mut uses = Uses::default();
    uses.add(
        "src/ui/step/form.rs",
        "use super::super::{wire::Wire, session};",
    );
    uses.add(
        "src/ui/wire/mod.rs",
        "fn f() { crate::ui::session::now(); }",
    );
    assert_eq!(uses.mutual(), [""; 0]);
    uses.add(
        "src/ui/session/send.rs",
        "\nuse crate::ui::{home, step::{a, b}};",
    );
    uses.add("core/src/json/mod.rs", "use crate::row::Cell;");
    uses.add("core/src/row/cell.rs", "use super::super::json;");
    assert_eq!(
        uses.mutual(),
        [
            "core/src/json and core/src/row use each other: core/src/json/mod.rs:1, core/src/row/cell.rs:1",
            "src/ui/session and src/ui/step use each other: src/ui/session/send.rs:2, src/ui/step/form.rs:1",
        ]
    );
}

#[test]
fn a_folder_may_use_itself_and_what_is_above_it() {
    let mut uses = Uses::default();
    uses.add(
        "src/ui/step/form.rs",
        "use super::field::row; use crate::ui::later;",
    );
    uses.add("src/ui/mod.rs", "use step::Step;");
    assert_eq!(uses.mutual(), [""; 0]);
}
