//! What wasm-bindgen's script has and nothing uses: functions of imports that wasm-opt took out, what only those called, and what only an
//! export called that the page has not (0.5 kB).

/// Returns the script without it. `is_imported` tells whether the module still imports a function by that name.
pub(super) fn without_unused(script: &str, is_imported: impl Fn(&str) -> bool) -> String {
    let mut text = without(
        script,
        |line| import(line).is_some_and(|name| !is_imported(name)),
        "        },",
    );
    loop {
        let is_unused = |line: &str| function(line).is_some_and(|name| uses(&text, name) == 1);
        let shorter = without(&text, is_unused, "}");
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// Leaves out what begins with such a line, and ends with the next one that is `end`.
fn without(text: &str, begins: impl Fn(&str) -> bool, end: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut is_inside = false;
    for line in text.lines() {
        let is_first = !is_inside && begins(line);
        if !is_first && !is_inside {
            kept.push_str(line);
            kept.push('\n');
        }
        is_inside = (is_first || is_inside) && line != end;
    }
    kept
}

/// The name of a function that the module imports, where its lines begin.
fn import(line: &str) -> Option<&str> {
    let entry = line.strip_prefix("        ")?.strip_suffix('{')?;
    let (name, _) = entry.split_once(": function(")?;
    name.chars().all(is_of_name).then_some(name)
}

/// The name of a function of the script, where its lines begin.
fn function(line: &str) -> Option<&str> {
    let line = line.strip_prefix("async ").unwrap_or(line);
    let (name, _) = line.strip_prefix("function ")?.split_once('(')?;
    line.ends_with('{').then_some(name)
}

/// Counts how often a name stands in a text.
fn uses(text: &str, name: &str) -> usize {
    let is_whole = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(is_of_name) && !after.is_some_and(is_of_name)
    };
    text.match_indices(name)
        .filter(|(at, _)| is_whole(*at))
        .count()
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "function __wbg_get_imports() {
    const import0 = {
        a: function(arg0) {
            return used(arg0);
        },
        __wbg_debug_12: function(arg0) {
            return only(arg0);
        },
    };
}
function used(a) {
    return a;
}
function only(a) {
    return deeper(a);
}
function deeper(a) {
    return a;
}
async function __wbg_init(a) {
    return __wbg_get_imports();
}
export default __wbg_init;
";

    #[test]
    fn what_is_imported_stays_with_all_that_it_calls() {
        assert_eq!(without_unused(SCRIPT, |_| true), SCRIPT);
    }

    #[test]
    fn what_is_not_goes_with_all_that_only_it_calls() {
        let text = without_unused(SCRIPT, |name| name == "a");
        for gone in ["__wbg_debug_12", "only", "deeper"] {
            assert!(!text.contains(gone), "{text}");
        }
        for kept in ["a: function", "function used", "export default"] {
            assert!(text.contains(kept), "{text}");
        }
    }

    #[test]
    fn a_name_within_another_one_is_no_use_of_it() {
        assert_eq!(uses("a aa a_b $a a.a(a)", "a"), 4);
    }
}
