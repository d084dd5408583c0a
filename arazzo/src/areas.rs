//! The catalogue: the operations that a walkthrough may name.

use crate::fault::Faults;
use crate::prune::prune;
use crate::yaml::Position;
use crate::{Fault, File, overlay};
use playground_core::catalogue::{Area, Operation};
use serde::Deserialize;
use std::path::Path;

/// The operations of all areas.
#[derive(Default)]
pub struct Catalogue {
    operations: Vec<Operation>,
}

/// A file of the catalogue.
#[derive(Deserialize)]
struct Listed {
    operations: Vec<Operation>,
}

impl Catalogue {
    /// Reads the folder `catalogue/`: each area's file, and its overlay.
    ///
    /// # Errors
    ///
    /// What cannot be read, and every fault of the overlays.
    pub fn read(folder: &Path) -> Result<Self, Vec<String>> {
        let mut catalogue = Self::default();
        let mut faults = Vec::new();
        for area in Area::ALL {
            let listed = text(&folder.join(area.name()).with_extension("json"))?;
            let added = catalogue.add(&listed.text);
            added.map_err(|error| vec![format!("{}: {error}", listed.name)])?;
            let overlay = text(
                &folder
                    .join("overlay")
                    .join(area.name())
                    .with_extension("yaml"),
            )?;
            let found = catalogue.overlay(&overlay).err().unwrap_or_default();
            faults.extend(found.iter().map(ToString::to_string));
        }
        if faults.is_empty() {
            Ok(catalogue)
        } else {
            Err(faults)
        }
    }

    /// Adds the text of an area's file.
    pub fn add(&mut self, text: &str) -> Result<(), serde_json::Error> {
        let listed: Listed = serde_json::from_str(text)?;
        self.operations.extend(listed.operations);
        Ok(())
    }

    /// Applies the overlay of an area, which the file is named after, to the operations that have been added.
    ///
    /// # Errors
    ///
    /// Every fault of the file.
    pub fn overlay(&mut self, file: &File) -> Result<(), Vec<Fault>> {
        let faults = overlay::apply(file, &mut self.operations);
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }

    /// Returns all operations, area by area.
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// Finds an operation for a walkthrough; `None` if the area has none of that id.
    ///
    /// The error says what keeps the page from sending it.
    pub(crate) fn operation(&self, area: &str, id: &str) -> Option<Result<Operation, String>> {
        let mut operations = self.operations.iter();
        let operation = operations.find(|one| one.area.name() == area && one.id == id)?;
        if operation.flags.body_on_get {
            return Some(Err("a body on GET, which browsers cannot send,".to_owned()));
        }
        Some(Ok(prune(operation.clone())))
    }

    /// Returns the operationId that an unknown one was perhaps meant to be: the same but for case, or in another area.
    pub(crate) fn similar(&self, id: &str) -> Option<String> {
        let mut operations = self.operations.iter();
        let found = operations.find(|one| one.id.eq_ignore_ascii_case(id))?;
        Some(format!("{}.{}", found.area.name(), found.id))
    }
}

/// Finds the area that a file is named after.
pub(crate) fn area_of(file: &File, faults: &mut Faults) -> Option<Area> {
    let stem = file.name.rsplit('/').next().unwrap_or_default();
    let mut areas = Area::ALL.into_iter();
    let area = areas.find(|area| stem == [area.name(), ".yaml"].concat());
    if area.is_none() {
        let start = Position { line: 1, column: 1 };
        let areas = Area::ALL.map(Area::name).join(", ");
        let expected = format!("the name of an area and .yaml: {areas}");
        faults.push(start, format!("\"{stem}\""), expected);
    }
    area
}

pub(crate) fn text(path: &Path) -> Result<File, Vec<String>> {
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(File { name, text }),
        Err(error) => Err(vec![format!("{name}: {error}")]),
    }
}
