//! The list of contents: which walkthroughs there are, and in which order the page lists them.

use crate::File;
use crate::fault::Faults;
use crate::members::{items, text};
use crate::yaml;

/// Returns the workflowId that the name of a file stands for.
pub(crate) fn id_of(file: &File) -> Option<&str> {
    let name = file.name.rsplit('/').next()?;
    name.strip_suffix(".arazzo.yaml")
}

/// Reads the list and compares it with the files.
pub(crate) fn read(contents: &str, files: &[File], faults: &mut Faults) -> Vec<String> {
    let Some(root) = yaml::parse(contents, faults) else {
        return Vec::new();
    };
    let mut ids: Vec<String> = Vec::new();
    for item in items(&root, "workflowIds", faults) {
        let Some(id) = text(item, "a workflowId", faults) else {
            continue;
        };
        if ids.contains(&id.text) {
            faults.push(
                id.at,
                format!("\"{}\" a second time", id.text),
                "each workflowId once",
            );
        } else if !files.iter().any(|file| id_of(file) == Some(&id.text)) {
            let expected = "the name of a file beside it, without .arazzo.yaml";
            faults.push(id.at, format!("\"{}\"", id.text), expected);
        }
        ids.push(id.text.clone());
    }
    for file in files {
        if !id_of(file).is_some_and(|id| ids.iter().any(|known| known == id)) {
            faults.push(
                root.at,
                format!("a list without {}", file.name),
                "every walkthrough in it",
            );
        }
    }
    ids
}
