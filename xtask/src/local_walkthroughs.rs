//! Copies of the walkthroughs for tools that read OpenAPI documents from the disk, such as linters of Arazzo.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::catalogue;
use crate::project::Project;

/// Writes a copy of each walkthrough to `target/walkthroughs/`, its sources being the documents in `directory`.
///
/// Returns the files written.
///
/// # Errors
///
/// Fails when the directory lacks one of SeaTable's seven documents, or a walkthrough has a fault.
pub fn write(project: &Project, directory: &Path) -> Result<Vec<PathBuf>> {
    let directory = fs::canonicalize(directory)
        .with_context(|| format!("looking for {}", directory.display()))?;
    let sources = catalogue::sources(&directory)?;
    let sources: Vec<(&str, &str)> = sources
        .iter()
        .map(|(name, path)| Ok((*name, path.to_str().context("a path is not Unicode")?)))
        .collect::<Result<_>>()?;
    let goal = project.scratch("walkthroughs");
    fs::create_dir_all(&goal).with_context(|| format!("making {}", goal.display()))?;
    let mut written = Vec::new();
    for path in documents(&project.root().join("walkthroughs"))? {
        let text =
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let copy = match arazzo::with_local_sources(&text, &sources) {
            Ok(copy) => copy,
            Err(faults) => {
                let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
                bail!("{}:\n{}", path.display(), faults.join("\n"));
            }
        };
        let copied = goal.join(path.file_name().unwrap_or_default());
        fs::write(&copied, copy).with_context(|| format!("writing {}", copied.display()))?;
        written.push(copied);
    }
    Ok(written)
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
