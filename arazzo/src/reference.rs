//! The reference: what the page knows of all operations beside those that walkthroughs send.

use crate::areas::{Catalogue, area_of, text};
use crate::fault::Faults;
use crate::known_faults::known_faults;
use crate::notes::{self, Said};
use crate::{Fault, File, yaml};
use playground_core::catalogue::{Area, Operation};
use playground_core::documented::KnownFault;
use playground_core::packed::{Packed, Packer};
use playground_core::reference::{Listed, Note};
use std::borrow::Cow;
use std::path::Path;

/// The reference, taken apart as the page fetches it.
#[derive(Debug, Default)]
pub struct Reference {
    /// All operations, area by area, as lists and the search know them.
    pub index: Vec<Listed>,
    /// The areas, in their order.
    pub areas: Vec<OfArea>,
}

/// The operations of an area, in the order of the catalogue.
#[derive(Debug)]
pub struct OfArea {
    /// The area.
    pub area: Area,
    /// What their forms are made of: without what the notes say, and without the documented answers.
    pub forms: Vec<Operation>,
    /// What is said of each.
    pub notes: Vec<Note>,
}

impl Reference {
    /// Reads the notes of all areas, which lie in the folder `catalogue/` beside the operations.
    ///
    /// # Errors
    ///
    /// What cannot be read, and every fault of the notes.
    pub fn read(folder: &Path, catalogue: &Catalogue) -> Result<Self, Vec<String>> {
        let mut reference = Self::default();
        let mut faults = Vec::new();
        for area in Area::ALL {
            let file = |kind: &str| folder.join(kind).join(area.name()).with_extension("yaml");
            let notes = file("notes");
            if notes.exists() {
                let notes = text(&notes)?;
                let found = reference.add(&notes, catalogue).err().unwrap_or_default();
                faults.extend(found.iter().map(ToString::to_string));
            } else {
                // As long as the notes are being written.
                reference.take_documents(area, catalogue);
            }
            let known = text(&file("faults"))?;
            match known_faults(&known, catalogue) {
                Ok(known) => reference.add_faults(known),
                Err(found) => faults.extend(found.iter().map(ToString::to_string)),
            }
        }
        if faults.is_empty() {
            Ok(reference)
        } else {
            Err(faults)
        }
    }

    /// Adds the notes of an area, which the file is named after.
    ///
    /// # Errors
    ///
    /// Every fault of the file.
    pub fn add(&mut self, file: &File, catalogue: &Catalogue) -> Result<(), Vec<Fault>> {
        let mut faults = Faults::of(&file.name);
        let area = area_of(file, &mut faults);
        let root = yaml::parse(&file.text, &mut faults);
        let all = catalogue.operations();
        let read = area.zip(root).map(|(area, root)| {
            let said = notes::read(&root, area, all, &mut faults);
            (area, said)
        });
        let faults = faults.into_sorted();
        match read {
            Some((area, said)) if faults.is_empty() => {
                let operations = all.iter().filter(|operation| operation.area == area);
                self.take(area, operations, said);
                Ok(())
            }
            _ => Err(faults),
        }
    }

    /// Adds what is known of the faults of the documents to the notes of the last area.
    fn add_faults(&mut self, known: Vec<Vec<KnownFault>>) {
        let notes = self.areas.last_mut().map(|area| &mut area.notes);
        for (note, known) in notes.into_iter().flatten().zip(known) {
            note.faults = known.leak();
        }
    }

    fn take_documents(&mut self, area: Area, catalogue: &Catalogue) {
        let operations = catalogue.operations().iter();
        let operations: Vec<_> = operations.filter(|one| one.area == area).collect();
        let said = operations.iter().map(|operation| Said {
            title: leaked(&operation.title),
            says: "",
            limit: "",
            words: "",
            hints: Vec::new(),
        });
        let said = said.collect();
        self.take(area, operations.into_iter(), said);
    }

    fn take<'a>(
        &mut self,
        area: Area,
        operations: impl Iterator<Item = &'a Operation>,
        said: Vec<Said>,
    ) {
        let (mut forms, mut notes) = (Vec::new(), Vec::new());
        for (operation, said) in operations.zip(said) {
            self.index.push(listed(operation, &said));
            forms.push(form(operation, said.title));
            notes.push(Note {
                says: said.says,
                limit: said.limit,
                hints: said.hints.leak(),
                answers: operation.answers.to_vec().leak(),
                faults: &[],
            });
        }
        self.areas.push(OfArea { area, forms, notes });
    }
}

fn listed(operation: &Operation, said: &Said) -> Listed {
    let fields = operation.fields().filter(|field| !field.is_whole);
    let fields: Vec<&'static str> = fields.map(|field| leaked(field.name)).collect();
    Listed {
        area: operation.area,
        id: leaked(&operation.id),
        title: said.title,
        group: leaked(&operation.group),
        method: operation.method,
        path: leaked(&operation.path),
        token: operation.token,
        harm: operation.harm,
        deprecated: operation.deprecated,
        words: said.words,
        fields: fields.leak(),
    }
}

/// Returns an operation as its form needs it. It goes by the title that the notes give it.
fn form(operation: &Operation, title: &'static str) -> Operation {
    Operation {
        title: title.into(),
        answers: Cow::Borrowed(&[]),
        ..operation.clone()
    }
}

/// What is packed stays for as long as the build runs.
fn leaked(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// Packs a list for a part of the page.
pub fn pack_list<T: Packed + 'static>(list: Vec<T>) -> Packer {
    let mut packer = Packer::default();
    let list: &'static [T] = list.leak();
    list.pack(&mut packer);
    packer
}
