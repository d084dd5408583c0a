//! Reads the walkthroughs, Arazzo 1.0 documents, strictly, and packs them for the page. Used at build time only.
//!
//! [`yaml`] turns a text into nodes that know their place, [`document`] reads those as the part of Arazzo that the page
//! supports, and [`check`] resolves every name against the catalogue and the steps before. What comes out are the page's own types.
//! Nothing stops at the first fault: each is collected as [`Fault`], with its file, line and column.

mod areas;
mod call;
mod check;
mod choice;
mod condition;
mod contents;
mod detour;
mod document;
mod expression;
mod extended;
mod extension;
mod fault;
mod filler;
mod harm;
mod inline;
mod json;
mod kinds;
mod known;
mod known_faults;
mod made;
mod members;
mod notes;
mod overlay;
mod payload;
mod place;
mod practised;
mod prose;
mod prune;
mod reference;
mod sent;
mod shows;
mod slugs;
mod sources;
mod step;
mod template;
mod values;
mod yaml;

use fault::Faults;
use playground_core::walkthrough::{Outline, Walkthrough};

pub use areas::Catalogue;
pub use fault::Fault;
pub use harm::of_area as risks_of_area;
pub use known::{read_rules, rules_of};
pub use known_faults::known_faults;
pub use made::made_by_operations;
pub use practised::practised;
pub use reference::{OfArea, Reference, pack, pack_list};
pub use sources::with_local_sources;

/// A file: its name as faults show it, and its text.
#[derive(Clone, Debug)]
pub struct File {
    /// The name.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Reads all walkthroughs, in the order that the list of contents gives.
///
/// `contents` is a YAML list of workflowIds; it names each of the `files` once, and a file is named after its workflow. Returns
/// every fault of all files.
pub fn read(
    contents: &File,
    files: &[File],
    catalogue: &Catalogue,
) -> Result<Vec<Walkthrough>, Vec<Fault>> {
    let mut walkthroughs = Vec::new();
    let mut all_faults = Vec::new();
    for file in files {
        let mut faults = Faults::of(&file.name);
        walkthroughs.extend(read_one(file, catalogue, &mut faults));
        all_faults.extend(faults.into_sorted());
    }
    let mut faults = Faults::of(&contents.name);
    let order = contents::read(&contents.text, files, &mut faults);
    all_faults.extend(faults.into_sorted());
    if !all_faults.is_empty() {
        return Err(all_faults);
    }
    walkthroughs.sort_by_key(|found| order.iter().position(|id| id == found.id));
    Ok(walkthroughs)
}

fn read_one(file: &File, catalogue: &Catalogue, faults: &mut Faults) -> Option<Walkthrough> {
    let root = yaml::parse(&file.text, faults)?;
    let document = document::read(&root, faults)?;
    if contents::id_of(file) != Some(&document.id.text) {
        let found = format!("the workflowId \"{}\"", document.id.text);
        faults.push(
            document.id.at,
            found,
            "the name of the file before .arazzo.yaml",
        );
    }
    Some(check::walkthrough(&document, catalogue, faults))
}

/// Returns what lists say of a walkthrough. What is packed stays for as long as the build runs.
pub fn outline(walkthrough: &Walkthrough) -> Outline {
    let titles: Vec<_> = walkthrough.steps.iter().map(|step| step.title).collect();
    let numbers: Vec<_> = walkthrough.steps.iter().map(|step| step.number).collect();
    Outline {
        id: walkthrough.id,
        title: walkthrough.title,
        summary: walkthrough.summary,
        steps: titles.leak(),
        numbers: numbers.leak(),
    }
}
