//! What operations by themselves make, and the requests that remove it: one file for each area.
//!
//! It is said as a walkthrough says it in `made` of a step, but for the token: that is the one of the request which made the thing. So the
//! operation that removes has to take a token of the same kind.

use crate::areas::{Catalogue, area_of};
use crate::extended::made_by_itself;
use crate::fault::Faults;
use crate::members::{entries, members};
use crate::yaml::Node;
use crate::{Fault, File, extension, yaml};
use playground_core::catalogue::{Area, Operation};
use playground_core::walkthrough::Made;

/// Reads the file of an area, which is named after it: what each of its operations makes, in the order of the catalogue.
///
/// # Errors
///
/// Every fault of the file.
pub fn made_by_operations(
    file: &File,
    catalogue: &Catalogue,
) -> Result<Vec<&'static [Made]>, Vec<Fault>> {
    let mut faults = Faults::of(&file.name);
    let area = area_of(file, &mut faults);
    let root = yaml::parse(&file.text, &mut faults);
    let read = area.zip(root);
    let made = read.map(|(area, root)| of_area(&root, area, catalogue, &mut faults));
    let faults = faults.into_sorted();
    match made {
        Some(made) if faults.is_empty() => Ok(made),
        _ => Err(faults),
    }
}

fn of_area(
    root: &Node,
    area: Area,
    catalogue: &Catalogue,
    faults: &mut Faults,
) -> Vec<&'static [Made]> {
    let [said] = members(root, "what is made", ["operations"], faults);
    let said = said.map_or(&[][..], |node| entries(node, "operations", faults));
    let of_area = catalogue.operations().iter().filter(|one| one.area == area);
    let of_area: Vec<_> = of_area.collect();
    let mut made: Vec<&'static [Made]> = vec![&[]; of_area.len()];
    for (id, node) in said {
        match of_area.iter().position(|one| one.id == id.text) {
            Some(place) => made[place] = of_operation(node, of_area[place], catalogue, faults),
            None => {
                let found = format!("the operation \"{}\"", id.text);
                faults.push(id.at, found, "an operationId of the area");
            }
        }
    }
    made
}

fn of_operation(
    node: &Node,
    operation: &Operation,
    catalogue: &Catalogue,
    faults: &mut Faults,
) -> &'static [Made] {
    let mut made = Vec::new();
    for said in extension::all_made(node, faults) {
        made.extend(made_by_itself(&said, operation, catalogue, faults));
    }
    made.leak()
}
