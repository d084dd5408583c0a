//! Which part comes after which, and so which one holds what several have in common.

use anyhow::{Context, Result};

/// Each part with those that are always there before it. What comes before others stands above them.
///
/// `home`, `walkthrough` and `reference` draw what a link opens: `first.rs`. What they have in common is in `ground`; what only the first and
/// the last have in `browse`, what only the last two have in `form`. What others share with the walkthrough alone is in `steps`, with the
/// reference alone in `common`. So none of the three brings along what only another one needs.
/// `answers` is fetched as soon as the page is quiet, and again before anything else would be needed. The other ways to
/// look at an answer are chosen in the viewer. What the parts have in common that nobody needs at first is in `shared`.
const BEFORE: [(&str, &[&str]); 40] = [
    ("ground", &[]),
    ("browse", &["ground"]),
    ("home", &["browse"]),
    ("form", &["ground"]),
    ("steps", &["form"]),
    ("walkthrough", &["steps"]),
    ("common", &["browse", "form"]),
    ("reference", &["common"]),
    ("nested", &["reference", "shared"]),
    ("shared", &["common", "steps"]),
    ("answers", &["shared"]),
    ("viewer", &["answers"]),
    ("views", &["viewer"]),
    ("files", &["shared"]),
    ("editors", &["answers"]),
    ("pages", &["answers"]),
    ("samples", &["answers"]),
    ("practice", &["answers"]),
    ("connection", &["answers"]),
    ("search", &["reference", "shared"]),
    ("asking", &["reference", "shared"]),
    ("documents", &["reference", "shared"]),
    ("held", &["reference", "shared"]),
    ("index", &["reference"]),
    ("lists", &["reference", "shared"]),
    ("values", &["reference", "shared"]),
    ("authentication_forms", &[]),
    ("authentication_notes", &[]),
    ("base_forms", &[]),
    ("base_notes", &[]),
    ("file_forms", &[]),
    ("file_notes", &[]),
    ("user_forms", &[]),
    ("user_notes", &[]),
    ("team_admin_forms", &[]),
    ("team_admin_notes", &[]),
    ("system_admin_forms", &[]),
    ("system_admin_notes", &[]),
    ("scheduler_forms", &[]),
    ("scheduler_notes", &[]),
];

/// How the names of the parts begin that have a walkthrough each, and nothing else.
const WALKTHROUGH: &str = "walkthrough_";

/// A part of the page: one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The name that `later!` gives it.
    pub(super) name: String,
    /// The modules in it, by their files' names without the ending: its own, then what it holds for those below it.
    pub(super) modules: Vec<String>,
    /// The parts that have to be there with it, itself last.
    pub(super) needs: Vec<String>,
    /// Whether `later!` asks for it by itself.
    pub(super) is_asked_for: bool,
    /// The modules of others that it uses.
    pub(super) uses: Vec<String>,
}

impl Part {
    /// A part that has only what others have in common.
    fn common(name: &str) -> Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            modules: Vec::new(),
            needs: line_of(name)?,
            is_asked_for: false,
            uses: Vec::new(),
        })
    }

    /// Whether it uses something of another part, or is that one.
    pub(super) fn uses(&self, other: &Self) -> bool {
        let is_used = |module: &String| self.uses.contains(module);
        self.name == other.name || other.modules.iter().any(is_used)
    }
}

/// Reads from the script that came with the cut which parts there are, and gives each chunk that several of them need
/// to the nearest part that comes before them all.
pub(super) fn read(loader: &str) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    let mut users: Vec<(String, Vec<String>)> = Vec::new();
    for text in loader.split("export const __wasm_split_load_").skip(1) {
        let name = text.split_once(" = ").context("a loader has no name")?.0;
        let needs = line_of(name)?;
        let own = name.to_owned();
        let uses = chunks(text);
        for chunk in uses.clone() {
            match users.iter_mut().find(|(other, _)| *other == chunk) {
                Some((_, users)) => users.push(own.clone()),
                None => users.push((chunk, vec![own.clone()])),
            }
        }
        parts.push(Part {
            name: name.to_owned(),
            modules: own_module(text).into_iter().collect(),
            needs,
            is_asked_for: true,
            uses,
        });
    }
    users.sort();
    for (chunk, users) in users {
        let home = nearest(&users)?;
        if !parts.iter().any(|part| part.name == home) {
            parts.push(Part::common(&home)?);
        }
        let mut parts = parts.iter_mut();
        let part = parts.find(|part| part.name == home);
        part.context("it is there")?.modules.push(chunk);
    }
    // A part that would have nothing is no file.
    let names: Vec<_> = parts.iter().map(|part| part.name.clone()).collect();
    for part in &mut parts {
        part.needs.retain(|need| names.contains(need));
    }
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(parts)
}

/// Returns the parts that have to be there with one, from the first to itself.
fn line_of(name: &str) -> Result<Vec<String>> {
    if name.starts_with(WALKTHROUGH) {
        return Ok(vec![name.to_owned()]);
    }
    let mut line = vec![find(name)?];
    let mut next = 0;
    while let Some(&place) = line.get(next) {
        for before in BEFORE[place].1 {
            let before = find(before)?;
            if !line.contains(&before) {
                line.push(before);
            }
        }
        next += 1;
    }
    line.sort_unstable();
    let names = line.into_iter().map(|place| BEFORE[place].0.to_owned());
    Ok(names.collect())
}

fn find(name: &str) -> Result<usize> {
    let place = BEFORE.iter().position(|(part, _)| *part == name);
    place.with_context(|| {
        format!("`later!` names the part {name}, which xtask/src/parts/family.rs does not know")
    })
}

/// Returns the last of the parts that come before each of these, or are it.
fn nearest(parts: &[String]) -> Result<String> {
    let lines = parts.iter().map(|part| line_of(part));
    let lines = lines.collect::<Result<Vec<_>>>()?;
    let (first, others) = lines.split_first().context("a chunk that nothing needs")?;
    let is_common = |part: &&String| others.iter().all(|line| line.contains(*part));
    let common = first.iter().rfind(is_common);
    common
        .cloned()
        .with_context(|| format!("no part comes before {}", parts.join(" and ")))
}

/// Returns the chunks that a loader names, by their files.
fn chunks(loader: &str) -> Vec<String> {
    let list = loader
        .split_once("\n, [")
        .and_then(|(_, rest)| rest.split_once(']'));
    let names = list.map(|(names, _)| names).unwrap_or_default();
    names
        .split(", ")
        .filter_map(|name| Some(name.trim().strip_prefix("__")?.to_owned()))
        .collect()
}

/// Returns the module of a part itself. There is `None` if others have everything that it needs.
fn own_module(loader: &str) -> Option<String> {
    let (call, _) = loader.split_once("\n, [")?;
    let (_, file) = call.split_once("new URL(\"./")?;
    Some(file.split_once(".wasm")?.0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loader(part: &str, chunks: &str) -> String {
        format!(
            "/* {part} */\nexport const __wasm_split_load_{part} = wrapAsyncCb(makeLoad(() => {{\n    \
             const src = fetch(new URL(\"./split_{part}.wasm\", import.meta.url));\n}}\n, [{chunks}]));\n"
        )
    }

    #[test]
    fn a_chunk_goes_to_the_nearest_part_that_comes_before_all_that_need_it() {
        let text = [
            loader("views", "__chunk_1, __chunk_2"),
            loader("viewer", "__chunk_1"),
            loader("answers", ""),
            loader("editors", "__chunk_2"),
        ];
        let parts = read(&text.concat()).unwrap();
        let modules: Vec<_> = parts
            .iter()
            .map(|part| (part.name.as_str(), part.modules.join(" ")))
            .collect();
        assert_eq!(
            modules,
            [
                ("answers", "split_answers chunk_2".to_owned()),
                ("editors", "split_editors".to_owned()),
                ("viewer", "split_viewer chunk_1".to_owned()),
                ("views", "split_views".to_owned()),
            ]
        );
        assert_eq!(parts[3].needs, ["answers", "viewer", "views"]);
    }

    #[test]
    fn what_parts_have_in_common_that_come_after_none_is_a_part_of_its_own() {
        let text = [
            loader("answers", "__chunk_1"),
            loader("viewer", ""),
            loader("reference", "__chunk_1, __chunk_2"),
            loader("asking", "__chunk_3"),
            loader("pages", "__chunk_3"),
            loader("documents", "__chunk_2"),
        ];
        let parts = read(&text.concat()).unwrap();
        let common = parts.iter().find(|part| part.name == "common").unwrap();
        assert_eq!(
            (common.name.as_str(), common.is_asked_for),
            ("common", false)
        );
        assert_eq!(common.modules, ["chunk_1"]);
        let needs = |name: &str| {
            let part = parts.iter().find(|part| part.name == name).unwrap();
            part.needs.join(" ")
        };
        assert_eq!(needs("documents"), "common reference shared documents");
        assert_eq!(needs("viewer"), "common shared answers viewer");
        assert_eq!(needs("asking"), "common reference shared asking");
        let shared = parts.iter().find(|part| part.name == "shared").unwrap();
        assert_eq!(shared.modules, ["chunk_3"]);
    }

    #[test]
    fn a_part_uses_some_of_those_before_it() {
        let text = [
            loader("home", "__chunk_1"),
            loader("walkthrough", "__chunk_2, __chunk_3"),
            loader("reference", "__chunk_1, __chunk_2"),
            loader("answers", "__chunk_3"),
        ];
        let parts = read(&text.concat()).unwrap();
        let used = |name: &str| {
            let part = parts.iter().find(|part| part.name == name).unwrap();
            let used = parts.iter().filter(|other| part.uses(other));
            used.map(|other| other.name.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(used("walkthrough"), ["form", "steps", "walkthrough"]);
        assert_eq!(used("reference"), ["browse", "form", "reference"]);
    }

    #[test]
    fn a_part_that_has_nothing_of_its_own_is_what_others_share() {
        let text = "export const __wasm_split_load_answers = wrapAsyncCb(makeLoad(() => async (_imp) => ({})\n, [__chunk_3]));\n";
        let parts = read(text).unwrap();
        assert_eq!(parts[0].modules, ["chunk_3"]);
    }

    #[test]
    fn a_walkthrough_needs_nothing_else() {
        let parts = read(&loader("walkthrough_update_a_row", "")).unwrap();
        assert_eq!(parts[0].needs, ["walkthrough_update_a_row"]);
    }

    #[test]
    fn a_part_that_is_not_in_the_family_is_named() {
        let error = read(&loader("extras", "")).unwrap_err();
        assert!(error.to_string().contains("the part extras"), "{error}");
    }
}
