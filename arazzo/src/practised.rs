//! Which operations the practice SeaTable answers, by area. `catalogue/practised.yaml` lists them; a test holds it against what it knows.

use crate::areas::Catalogue;
use crate::fault::Faults;
use crate::members::{entries, items, text};
use crate::{Fault, File, yaml};
use playground_core::catalogue::Area;

/// Reads the list. Returns for each operation, in the order of the catalogue, whether it is in there.
///
/// # Errors
///
/// Every fault of the file.
pub fn practised(file: &File, catalogue: &Catalogue) -> Result<Vec<bool>, Vec<Fault>> {
    let mut faults = Faults::of(&file.name);
    let operations = catalogue.operations();
    let mut practised = vec![false; operations.len()];
    let root = yaml::parse(&file.text, &mut faults);
    let areas = root
        .iter()
        .flat_map(|root| entries(root, "areas", &mut faults).to_vec());
    for (name, node) in areas.collect::<Vec<_>>() {
        let area = Area::ALL.into_iter().find(|area| area.name() == name.text);
        if area.is_none() {
            faults.push(name.at, format!("the area \"{}\"", name.text), "an area");
        }
        for item in items(&node, "operations", &mut faults) {
            let Some(id) = text(item, "an operationId", &mut faults) else {
                continue;
            };
            let mut all = operations.iter();
            match all.position(|one| Some(one.area) == area && one.id == id.text) {
                Some(place) if !practised[place] => practised[place] = true,
                Some(_) => {
                    faults.push(id.at, format!("\"{}\" a second time", id.text), "each once")
                }
                None => {
                    let found = format!("the operation \"{}\"", id.text);
                    faults.push(id.at, found, "an operationId of the area");
                }
            }
        }
    }
    let faults = faults.into_sorted();
    if faults.is_empty() {
        Ok(practised)
    } else {
        Err(faults)
    }
}
