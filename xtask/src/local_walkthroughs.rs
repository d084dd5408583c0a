//! Copies of the walkthroughs for tools that read OpenAPI documents from the disk, such as linters of Arazzo.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use crate::catalogue;
use crate::project::Project;

/// The file that the copies upload.
const FILE: (&str, &str) = ("hello.txt", "Hello from a walkthrough.\n");

/// Finds SeaTable's OpenAPI documents: in the directory that SEATABLE_OPENAPI names, else in the one beside the work tree.
pub fn documents_at_hand(project: &Project) -> Option<PathBuf> {
    let named = std::env::var_os("SEATABLE_OPENAPI").map(PathBuf::from);
    let beside = project.root().join("../shared/openapi");
    named
        .into_iter()
        .chain([beside])
        .find(|directory| directory.is_dir())
}

/// Writes a copy of each walkthrough to `target/walkthroughs/`, its sources being copies of the documents in `directory`.
///
/// Returns the walkthroughs written.
///
/// # Errors
///
/// Fails when a file cannot be read or written, when the directory lacks one of SeaTable's seven documents, and when a walkthrough has a fault.
pub fn write(project: &Project, directory: &Path) -> Result<Vec<PathBuf>> {
    let directory = fs::canonicalize(directory)
        .with_context(|| format!("looking for {}", directory.display()))?;
    let goal = project.scratch("walkthroughs");
    fs::create_dir_all(goal.join("openapi"))
        .with_context(|| format!("making {}", goal.display()))?;
    let mut sources = Vec::new();
    for (name, path) in catalogue::sources(&directory)? {
        let copy = format!("openapi/{name}.yaml");
        put(&goal.join(&copy), &with_right_patterns(&get(&path)?))?;
        sources.push((name, copy));
    }
    let sources: Vec<(&str, &str)> = sources
        .iter()
        .map(|(name, path)| (*name, path.as_str()))
        .collect();
    put(&goal.join(FILE.0), FILE.1)?;
    let catalogue = arazzo::Catalogue::read(&project.root().join("catalogue"));
    let catalogue = catalogue.map_err(|faults| anyhow!(faults.join("\n")))?;
    let mut written = Vec::new();
    for path in documents(&project.root().join("walkthroughs"))? {
        let file = format!("./{}", FILE.0);
        let copy = match arazzo::with_local_sources(&get(&path)?, &sources, &file, &catalogue) {
            Ok(copy) => copy,
            Err(faults) => {
                let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
                bail!("{}:\n{}", path.display(), faults.join("\n"));
            }
        };
        let copied = goal.join(path.file_name().unwrap_or_default());
        put(&copied, &copy)?;
        written.push(copied);
    }
    Ok(written)
}

/// Spells the patterns of an OpenAPI document so that they are regular expressions everywhere: some of SeaTable's have
/// needless escapes, which JavaScript refuses, and one begins with a bare plus sign.
fn with_right_patterns(document: &str) -> String {
    let mend = |line: &str| match line.trim_start().starts_with("pattern:") {
        true => line
            .replace(r"\_", "_")
            .replace(r"\-", "-")
            .replace("^+", "^[+]"),
        false => line.to_owned(),
    };
    document.lines().map(|line| mend(line) + "\n").collect()
}

fn get(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

fn put(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

fn documents(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in
        fs::read_dir(directory).with_context(|| format!("reading {}", directory.display()))?
    {
        let path = entry?.path();
        if path
            .to_str()
            .is_some_and(|path| path.ends_with(".arazzo.yaml"))
        {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_are_spelt_differently() {
        let document = "a: x\\-y\n  pattern: ^[A-Z\\-\\_]{22}$\npattern: \"^+[0-9]$\"\n";
        let wanted = "a: x\\-y\n  pattern: ^[A-Z-_]{22}$\npattern: \"^[+][0-9]$\"\n";
        assert_eq!(with_right_patterns(document), wanted);
    }
}
