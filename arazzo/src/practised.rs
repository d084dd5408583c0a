//! Which operations the practice SeaTable answers: `practice/known.txt`, which a test there makes, has one a line, after its area.

use crate::areas::Catalogue;
use crate::fault::Faults;
use crate::yaml::Position;
use crate::{Fault, File};

/// Reads the list. Returns for each operation, in the order of the catalogue, whether it is in there.
///
/// # Errors
///
/// Every line that names no operation, or one a second time.
pub fn practised(file: &File, catalogue: &Catalogue) -> Result<Vec<bool>, Vec<Fault>> {
    let mut faults = Faults::of(&file.name);
    let operations = catalogue.operations();
    let mut practised = vec![false; operations.len()];
    for (place, line) in file.text.lines().enumerate() {
        let at = Position {
            line: place + 1,
            column: 1,
        };
        let (area, id) = line.split_once(' ').unwrap_or((line, ""));
        let mut all = operations.iter();
        match all.position(|one| one.area.name() == area && one.id == id) {
            Some(place) if !practised[place] => practised[place] = true,
            Some(_) => faults.push(at, format!("\"{line}\" a second time"), "each once"),
            None => faults.push(
                at,
                format!("\"{line}\""),
                "an area and an operationId of it",
            ),
        }
    }
    let faults = faults.into_sorted();
    if faults.is_empty() {
        Ok(practised)
    } else {
        Err(faults)
    }
}
