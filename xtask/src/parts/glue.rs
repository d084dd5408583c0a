//! The script between the page's module and the browser: wasm-bindgen's, with what fetches the parts.

use anyhow::{Context, Result, anyhow};
use serde_json::Value;

use super::family::Part;
use super::first::First;
use super::merge::Names;
use super::unused::without_unused;

/// What wasm-bindgen calls the module that has its functions.
const OWN: &str = "\"./seatable-playground_bg.js\": import0,";
/// The import of the loader, which becomes part of the script: it would be one more file of the first load.
/// wasm-bindgen writes one for each crate that imports from it.
const IMPORT: (&str, &str) = ("import * as ", " from \"./__wasm_split.js\"");
/// What the module imports from there.
const LOADERS: (&str, &str) = ("\"./__wasm_split.js\": ", ",");

/// What the script has to offer, of which the page uses the second.
const EXPORT: &str = "export { initSync, __wbg_init as default };";

/// Starts the page, with the parts that came with its module: they are not fetched again. A `boot.js` of before, which a cache may have
/// kept, hands on the address alone.
const START: &str = "
const FIRST = { PARTS };
export default (options) => {
    const first = options.first ?? Object.keys(FIRST).find((kind) => options.module_or_path.includes(`-${kind}-`));
    for (const file of FIRST[first] ?? []) parts[file] = true;
    return __wbg_init(options);
};
";

/// Fetches parts.
///
/// A part that did not come, or not within half a minute, is forgotten, so that it can be asked for again. The answer goes to a
/// function of the module.
const LOADER: &str = "
const parts = {};
async function fetched(file) {
    const patience = new AbortController();
    const limit = setTimeout(() => patience.abort(), 30000);
    try {
        const response = await fetch(new URL(file, import.meta.url), { signal: patience.signal });
        if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
        // Not as a stream: that works only with hosts that know the type of these files.
        return await WebAssembly.instantiate(await response.arrayBuffer(), { page: wasm });
    } finally {
        clearTimeout(limit);
    }
}
function part(file) {
    return parts[file] ??= fetched(file).catch((error) => {
        delete parts[file];
        throw error;
    });
}
function later(files) {
    return (answer, data) => Promise.all(files.map(part)).then(
        () => true,
        (error) => {
            console.error(error);
            return false;
        },
    ).then((well) => wasm.__indirect_function_table.get(answer)(data, well));
}
";

/// The script.
pub(super) struct Glue {
    text: String,
}

impl Glue {
    /// Joins wasm-bindgen's script, the parts, and what comes first.
    pub(super) fn new(bound: &str, parts: &[Part], first: &[First]) -> Result<Self> {
        let loaders = loaders(parts);
        let text = one_line(bound, IMPORT, LOADER)?;
        let loaders = format!("\"./__wasm_split.js\": {{ {loaders} }},");
        let mut glue = Self {
            text: one_line(&text, LOADERS, &loaders)?,
        };
        glue.replace(EXPORT, &START.replace("PARTS", &self::first(first)))?;
        Ok(glue)
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Gives imports and exports the names that wasm-opt gave them, by its report. Returns those of the exports.
    pub(super) fn rename(&mut self, report: &str) -> Result<Names> {
        let report: Value = serde_json::from_str(report).context("reading wasm-opt's report")?;
        let texts = |entry: &Value| -> Option<Vec<String>> {
            entry
                .as_array()?
                .iter()
                .map(|it| it.as_str().map(str::to_owned))
                .collect()
        };
        let entries = |key: &str| {
            report[key]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(texts)
        };
        let mut imported = Vec::new();
        for entry in entries("imports") {
            if let [_, old, new] = entry.as_slice() {
                self.replace(&format!(" {old}:"), &format!(" {new}:"))?;
                imported.push(new.clone());
            }
        }
        let mut names = Names::new();
        for entry in entries("exports") {
            if let [old, new] = entry.as_slice() {
                self.text = replaced(&self.text, &format!("wasm.{old}"), &format!("wasm.{new}"));
                names.insert(old.clone(), new.clone());
            }
        }
        self.text = without_unused(&self.text, |name| imported.iter().any(|it| it == name));
        // All imports are from one module now.
        self.replace(OWN, "a: { ...import0,")?;
        self.replace("\"./__wasm_split.js\": {", "")?;
        Ok(names)
    }

    /// Says where a part is.
    pub(super) fn place(&mut self, name: &str, file: &str) -> Result<()> {
        self.replace(&self::file(name), &format!("\"./{file}\""))
    }

    /// Returns the script without what only people need.
    pub(super) fn minified(&self) -> Result<String> {
        let mut text = Vec::new();
        minify_js::minify(
            &minify_js::Session::new(),
            minify_js::TopLevelMode::Module,
            self.text.as_bytes(),
            &mut text,
        )
        .map_err(|error| anyhow!("the script cannot be made smaller: {error:?}"))?;
        Ok(String::from_utf8(text)?)
    }

    fn replace(&mut self, old: &str, new: &str) -> Result<()> {
        if !self.text.contains(old) {
            return Err(anyhow!("wasm-bindgen's script has no `{old}`"));
        }
        self.text = self.text.replace(old, new);
        Ok(())
    }
}

/// Replaces whole names only.
fn replaced(text: &str, old: &str, new: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(old) {
        let (before, found) = rest.split_at(at);
        let after = &found[old.len()..];
        let goes_on =
            after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$');
        result.push_str(before);
        result.push_str(if goes_on { old } else { new });
        rest = after;
    }
    result + rest
}

/// Returns a loader for each function of the page that needs parts, as the properties of an object.
fn loaders(parts: &[Part]) -> String {
    let loader = |part: &Part| {
        let files = files(&part.needs);
        format!("__wasm_split_load_{}: later([{files}])", part.name)
    };
    let asked_for = parts.iter().filter(|part| part.is_asked_for);
    asked_for.map(loader).collect::<Vec<_>>().join(", ")
}

/// Returns the files of the parts that come first with each kind of page, as the properties of an object.
fn first(first: &[First]) -> String {
    let entry = |first: &First| format!("{}: [{}]", first.kind, files(&first.parts));
    first.iter().map(entry).collect::<Vec<_>>().join(", ")
}

fn files(parts: &[String]) -> String {
    let files: Vec<_> = parts.iter().map(|part| file(part)).collect();
    files.join(", ")
}

/// The name of a part's file in the script, until the place of the file is known.
fn file(part: &str) -> String {
    format!("\"./{part}.wasm\"")
}

/// Puts a text in the place of the lines that begin and end so.
fn one_line(text: &str, (begin, end): (&str, &str), new: &str) -> Result<String> {
    let is_one = |line: &str| {
        let line = line.trim();
        line.starts_with(begin) && line.ends_with(end)
    };
    let mut lines = Vec::new();
    let mut new = Some(new);
    for line in text.lines() {
        if is_one(line) {
            lines.extend(new.take());
        } else {
            lines.push(line);
        }
    }
    if new.is_some() {
        return Err(anyhow!("wasm-bindgen's script has no line `{begin}…{end}`"));
    }
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUND: &str = "import * as import1 from \"./__wasm_split.js\"
import * as import2 from \"./__wasm_split.js\"
function __wbg_get_imports() {
    const import0 = {
        __wbg_text_12: function(arg0) { wasm.free(arg0); wasm.free_all(); },
    };
    return {
        \"./seatable-playground_bg.js\": import0,
        \"./__wasm_split.js\": import1,
        \"./__wasm_split.js\": import2,
    };
}
async function __wbg_init() {
    return __wbg_get_imports();
}
export { initSync, __wbg_init as default };
";

    fn part(name: &str, needs: &[&str]) -> Part {
        Part {
            name: name.to_owned(),
            modules: Vec::new(),
            needs: needs.iter().map(ToString::to_string).collect(),
            is_asked_for: true,
            uses: Vec::new(),
        }
    }

    fn glue() -> Glue {
        let parts = [part("a", &["a"]), part("b", &["a", "b"])];
        Glue::new(BOUND, &parts, &[]).unwrap()
    }

    #[test]
    fn each_function_gets_the_files_that_it_needs() {
        let mut glue = glue();
        let loaders = "__wasm_split_load_a: later([\"./a.wasm\"]), \
            __wasm_split_load_b: later([\"./a.wasm\", \"./b.wasm\"])";
        assert!(glue.text().contains(loaders), "{}", glue.text());
        glue.place("a", "parts/a-1f.wasm").unwrap();
        assert!(!glue.text().contains("\"./a.wasm\""));
        assert_eq!(glue.text().matches("\"./parts/a-1f.wasm\"").count(), 2);
        assert!(glue.place("c", "parts/c-1f.wasm").is_err());
    }

    #[test]
    fn what_came_first_is_not_fetched_again() {
        let first = First {
            kind: "home",
            parts: vec!["a".to_owned()],
        };
        let glue = Glue::new(BOUND, &[part("a", &["a"])], &[first]).unwrap();
        let text = glue.text();
        assert!(text.contains("FIRST = { home: [\"./a.wasm\"] }"), "{text}");
    }

    #[test]
    fn names_become_short_where_they_are_whole() {
        let mut glue = glue();
        let report = r#"{"imports": [["./seatable-playground_bg.js", "__wbg_text_12", "$"], ["./__wasm_split.js", "__wasm_split_load_a", "q"]],
            "exports": [["free", "x"]]}"#;
        let names = glue.rename(report).unwrap();
        assert_eq!(names["free"], "x");
        let text = glue.text();
        assert!(
            text.contains(" $: function(arg0) { wasm.x(arg0); wasm.free_all(); }"),
            "{text}"
        );
        assert!(
            text.contains("a: { ...import0,") && text.contains(" q: later("),
            "{text}"
        );
    }

    #[test]
    fn a_script_of_another_form_is_refused() {
        assert!(Glue::new("export default init;", &[], &[]).is_err());
    }

    #[test]
    fn the_small_script_is_shorter_and_still_has_its_default() {
        let glue = Glue::new(&format!("{BOUND}function __wbg_init() {{}}\n"), &[], &[]).unwrap();
        let small = glue.minified().unwrap();
        assert!(
            small.len() < glue.text().len() && small.contains("default"),
            "{small}"
        );
    }
}
