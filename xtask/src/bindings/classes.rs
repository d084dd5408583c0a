//! The classes that a crate offers to scripts.
//!
//! Some crate among the page's dependencies brings three that nothing here makes or takes. What they call would be in every page, since a module's exports are not
//! taken out by any tool.

/// A script without its classes.
pub(super) struct Bare {
    /// The script.
    pub(super) text: String,
    /// What only the classes used of the module.
    pub(super) exports: Vec<String>,
}

/// Takes out every class that the rest of the script does not use.
pub(super) fn without(script: &str) -> Bare {
    let mut text = script.to_owned();
    let mut removed = String::new();
    for name in script.lines().filter_map(class) {
        let begins = [
            (format!("export class {name} {{"), "}"),
            (format!("if (Symbol.dispose) {name}."), ";"),
            (format!("const {name}Finalization "), ";"),
        ];
        let (rest, gone) = begins.iter().fold(
            (text.clone(), String::new()),
            |(rest, gone), (begin, end)| {
                let (rest, more) = cut(&rest, begin, end);
                (rest, gone + &more)
            },
        );
        if !rest.contains(name) {
            text = rest;
            removed += &gone;
        }
    }
    let mut exports: Vec<String> = uses(&removed).map(str::to_owned).collect();
    exports.retain(|name| uses(&text).all(|used| used != name));
    Bare { text, exports }
}

fn class(line: &str) -> Option<&str> {
    line.strip_prefix("export class ")?.strip_suffix(" {")
}

/// Takes out the lines from the one that begins so to the next that ends so and is not indented, or is that line itself.
fn cut(text: &str, begin: &str, end: &str) -> (String, String) {
    let (mut rest, mut gone) = (String::new(), String::new());
    let mut is_inside = false;
    for line in text.split_inclusive('\n') {
        let begins = line.starts_with(begin);
        is_inside |= begins;
        if is_inside { &mut gone } else { &mut rest }.push_str(line);
        let ends = line.trim_end().ends_with(end);
        // A class ends at its own brace, and a statement anywhere.
        is_inside &= !(ends && (end == ";" || !line.starts_with(' ')) && (end == ";" || !begins));
    }
    (rest, gone)
}

/// Returns what a script uses of its module.
fn uses(script: &str) -> impl Iterator<Item = &str> {
    script.split("wasm.").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$');
        &rest[..end.unwrap_or(rest.len())]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "
export class Unused {
    free() {
        if (this) {
            wasm.unused_free(1);
        }
        wasm.shared();
    }
}
if (Symbol.dispose) Unused.prototype[Symbol.dispose] = Unused.prototype.free;
export class Used {
    free() {
        wasm.used_free(1);
    }
}
function imports() {
    Used.__wrap(wasm.shared());
}
const UnusedFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.unused_free(ptr, 1));
const last = 1;
";

    #[test]
    fn a_class_that_nothing_uses_goes_with_all_that_is_its_own() {
        let bare = without(SCRIPT);
        assert_eq!(bare.exports, ["unused_free", "unused_free"]);
        assert!(!bare.text.contains("Unused"), "{}", bare.text);
        for line in [
            "export class Used {",
            "const last = 1;",
            "wasm.used_free(1)",
        ] {
            assert!(bare.text.contains(line), "{line}");
        }
    }
}
