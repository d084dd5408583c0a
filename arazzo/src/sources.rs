//! Copies of a document whose sources lie on the disk, for tools that cannot fetch SeaTable's published ones.

use crate::document;
use crate::fault::{Fault, Faults};
use crate::yaml;

/// Replaces the addresses of the sources that `map` has a path for (name, path); all else stays as it is.
///
/// Returns the faults where the text is no document that the page supports.
pub fn with_local_sources(text: &str, map: &[(&str, &str)]) -> Result<String, Vec<Fault>> {
    let mut faults = Faults::of("document");
    let root = yaml::parse(text, &mut faults);
    let document = root
        .as_ref()
        .and_then(|root| document::read(root, &mut faults));
    let Some(document) = document else {
        return Err(faults.into_sorted());
    };
    let mut lines: Vec<String> = text.lines().map(ToOwned::to_owned).collect();
    for source in &document.sources {
        let path = map.iter().find(|(name, _)| *name == source.name.text);
        if let (Some((_, path)), Some(line)) = (path, lines.get_mut(source.url.at.line - 1)) {
            *line = line.replacen(&source.url.text, path, 1);
        }
    }
    Ok(lines.join("\n") + "\n")
}
