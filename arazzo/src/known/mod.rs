//! The values of the catalogue: what stands where in answers, and what a parameter wants, one file for each area.
//!
//! They are read as strictly as the overlay: an operation, a field, a kind or a place in an answer that is not known is a fault
//! with its place in the file.

mod documented;
mod field;
mod gives;
mod words;

use crate::fault::Faults;
use crate::members::{entries, members, text};
use crate::yaml::{self, Node, Text};
use crate::{Catalogue, Fault, File, areas};
use gives::Shapes;
use playground_core::catalogue::{Area, Harm, Operation};
use playground_core::known::{Facet, Gives, Kind, Ruled, Want};
use std::path::Path;

/// Reads the rules on values of the folder `catalogue/`: one file in `values/` for each area.
///
/// # Errors
///
/// What cannot be read, and every fault of the files.
pub fn read_rules(folder: &Path, catalogue: &Catalogue) -> Result<Vec<Ruled>, Vec<String>> {
    let mut rules = Vec::new();
    let mut faults = Vec::new();
    for area in Area::ALL {
        let path = folder.join("values").join(area.name());
        let file = areas::text(&path.with_extension("yaml"))?;
        match rules_of(&file, catalogue) {
            Ok(of_area) => rules.extend(of_area),
            Err(found) => faults.extend(found.iter().map(ToString::to_string)),
        }
    }
    if faults.is_empty() {
        Ok(rules)
    } else {
        Err(faults)
    }
}

/// Reads the rules on the values of an area, which the file is named after.
///
/// # Errors
///
/// Every fault of the file.
pub fn rules_of(file: &File, catalogue: &Catalogue) -> Result<Vec<Ruled>, Vec<Fault>> {
    let mut faults = Faults::of(&file.name);
    let area = areas::area_of(file, &mut faults);
    let root = yaml::parse(&file.text, &mut faults);
    let rules = area.zip(root).map(|(area, root)| {
        let operations = catalogue.operations().iter();
        let operations: Vec<_> = operations.filter(|one| one.area == area).collect();
        read_area(&root, &operations, &mut faults)
    });
    let faults = faults.into_sorted();
    if faults.is_empty() {
        Ok(rules.unwrap_or_default())
    } else {
        Err(faults)
    }
}

/// What a file says of an operation.
struct Said<'a> {
    operation: &'a Operation,
    gives: Vec<Gives>,
    wants: Vec<Want>,
    removes: Option<Kind>,
    renames: Option<(Kind, &'static str)>,
    /// The fields that the area has a rule for, and this operation none.
    without: Vec<String>,
}

fn read_area(root: &Node, operations: &[&Operation], faults: &mut Faults) -> Vec<Ruled> {
    let known = ["shapes?", "wants?", "operations?"];
    let [shapes, wants, named] = members(root, "the values of an area", known, faults);
    let mut shapes = Shapes::read(shapes, faults);
    let mut said: Vec<_> = operations.iter().map(|one| Said::of(one)).collect();
    for (id, node) in named.map_or(&[][..], |node| entries(node, "operations", faults)) {
        match said.iter_mut().find(|said| said.operation.id == id.text) {
            Some(said) => said.read(node, &mut shapes, faults),
            None => {
                let found = format!("the operation \"{}\"", id.text);
                faults.push(id.at, found, "an operationId of the area");
            }
        }
    }
    for (path, node) in wants.map_or(&[][..], |node| entries(node, "fields", faults)) {
        read_want_of_area(path, node, &mut said, faults);
    }
    shapes.tell_unused(faults);
    for (id, node) in named.map_or(&[][..], |node| entries(node, "operations", faults)) {
        if let Some(said) = said.iter().find(|said| said.operation.id == id.text) {
            said.check(node, faults);
        }
    }
    said.into_iter().filter_map(Said::ruled).collect()
}

/// Reads what a field wants in every operation that has it and says nothing else.
fn read_want_of_area(path: &Text, node: &Node, said: &mut [Said], faults: &mut Faults) {
    let Some(want) = field::want(path, node, faults) else {
        return;
    };
    let mut is_there = false;
    for said in said {
        if !field::is_there(said.operation, &path.text) {
            continue;
        }
        is_there = true;
        let is_said = |other: &Want| other.place == want.place && other.steps == want.steps;
        if !said.without.contains(&path.text) && !said.wants.iter().any(is_said) {
            said.wants.push(want);
        }
    }
    if !is_there {
        let expected = "one that an operation of the area has, as body/name";
        faults.push(path.at, format!("the field \"{}\"", path.text), expected);
    }
}

impl<'a> Said<'a> {
    fn of(operation: &'a Operation) -> Self {
        Self {
            operation,
            gives: Vec::new(),
            wants: Vec::new(),
            removes: None,
            renames: None,
            without: Vec::new(),
        }
    }

    fn read(&mut self, node: &Node, shapes: &mut Shapes, faults: &mut Faults) {
        let known = ["gives?", "wants?", "removes?", "renames?"];
        let [gives, wants, removes, renames] = members(node, "an operation", known, faults);
        if let Some(node) = gives {
            self.gives = shapes.gives(node, self.operation, faults);
        }
        for (path, node) in wants.map_or(&[][..], |node| entries(node, "fields", faults)) {
            self.read_want(path, node, faults);
        }
        self.removes = removes.and_then(|node| words::kind(node, faults));
        for (kind, node) in renames.map_or(&[][..], |node| entries(node, "kinds", faults)) {
            let kind = words::kind_of(&kind.text, kind.at, faults);
            let place = text(node, "a field", faults).filter(|path| self.has(path, faults));
            self.renames = kind.zip(place.map(|path| leak(&path.text)));
        }
    }

    fn read_want(&mut self, path: &Text, node: &Node, faults: &mut Faults) {
        if !self.has(path, faults) {
            return;
        }
        if field::is_none(node) {
            self.without.push(path.text.clone());
        } else {
            self.wants.extend(field::want(path, node, faults));
        }
    }

    /// Whether the operation has a field. It is told where it has not.
    fn has(&self, path: &Text, faults: &mut Faults) -> bool {
        let is_there = field::is_there(self.operation, &path.text);
        if !is_there {
            let found = format!("the field \"{}\"", path.text);
            let expected = format!("one that {} has, as body/name", self.operation.id);
            faults.push(path.at, found, expected);
        }
        is_there
    }

    /// Checks that what is removed or renamed is named by the request.
    fn check(&self, node: &Node, faults: &mut Faults) {
        let changed = [self.removes, self.renames.map(|(kind, _)| kind)];
        for kind in changed.into_iter().flatten() {
            if !self.wants.iter().any(|want| want.kind == kind) {
                let found = format!("\"{}\", which no field wants", words::of_kind(kind));
                faults.push(node.at, found, "a kind that a field of the operation names");
            }
        }
    }

    fn ruled(self) -> Option<Ruled> {
        let is_empty = self.gives.is_empty() && self.wants.is_empty();
        (!is_empty).then(|| Ruled {
            area: self.operation.area,
            id: leak(&self.operation.id),
            reads: self.operation.harm == Harm::Reads,
            gives: self.gives.leak(),
            wants: self.wants.leak(),
            removes: self.removes,
            renames: self.renames,
        })
    }
}

/// A kind and what of it, as `base.uuid`.
type Meant = (Kind, Facet);

/// Texts of the rules live as long as those of the catalogue: until the build is done.
fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}
