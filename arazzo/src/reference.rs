//! The reference: what the page knows of all operations beside those that walkthroughs send.

use crate::areas::{Catalogue, area_of, text};
use crate::fault::Faults;
use crate::harm;
use crate::known_faults::known_faults;
use crate::made::made_by_operations;
use crate::notes::{self, Said};
use crate::practised::practised;
use crate::slugs::{self, Slugs};
use crate::{Fault, File, yaml};
use playground_core::catalogue::{Area, Operation};
use playground_core::documented::KnownFault;
use playground_core::harm::Risk;
use playground_core::packed::{Packed, Packer};
use playground_core::reference::{Forms, Index, Listed, Note};
use playground_core::walkthrough::{Action, Call, Made, Step, Walkthrough};
use std::borrow::Cow;
use std::path::Path;

/// The reference, taken apart as the page fetches it.
#[derive(Debug, Default)]
pub struct Reference {
    /// All operations, area by area, as lists and the search know them.
    pub operations: Vec<Listed>,
    /// The areas, in their order.
    pub areas: Vec<OfArea>,
    slugs: Slugs,
}

/// The operations of an area, in the order of the catalogue.
#[derive(Debug)]
pub struct OfArea {
    /// The area.
    pub area: Area,
    /// What their forms are made of.
    pub forms: Forms,
    /// What is said of each.
    pub notes: Vec<Note>,
}

impl Reference {
    /// Reads the notes of all areas and the names of pages, which lie in the folder `catalogue/` beside the operations.
    ///
    /// # Errors
    ///
    /// What cannot be read, and every fault of the notes.
    pub fn read(folder: &Path, catalogue: &Catalogue) -> Result<Self, Vec<String>> {
        let mut reference = Self::default();
        let named = reference.name_pages(&text(&folder.join("slugs.yaml"))?, catalogue);
        let mut faults: Vec<_> = named.err().into_iter().flatten().collect();
        for area in Area::ALL {
            let file = |kind: &str| folder.join(kind).join(area.name()).with_extension("yaml");
            let notes = text(&file("notes"))?;
            faults.extend(reference.add(&notes, catalogue).err().into_iter().flatten());
            match harm::of_area(&text(&file("harm"))?, catalogue) {
                Ok(risks) => reference.add_risks(risks),
                Err(found) => faults.extend(found),
            }
            match made_by_operations(&text(&file("made"))?, catalogue) {
                Ok(made) => reference.add_made(made),
                Err(found) => faults.extend(found),
            }
            let known = text(&file("faults"))?;
            match known_faults(&known, catalogue) {
                Ok(known) => reference.add_faults(known),
                Err(found) => faults.extend(found),
            }
        }
        match practised(&text(&folder.join("../practice/known.txt"))?, catalogue) {
            Ok(practised) => reference.add_practised(&practised),
            Err(found) => faults.extend(found),
        }
        if faults.is_empty() {
            Ok(reference)
        } else {
            Err(faults.iter().map(ToString::to_string).collect())
        }
    }

    /// Takes what SeaTable's own reference calls the pages of operations.
    ///
    /// # Errors
    ///
    /// Every fault of the file.
    pub fn name_pages(&mut self, file: &File, catalogue: &Catalogue) -> Result<(), Vec<Fault>> {
        let mut faults = Faults::of(&file.name);
        if let Some(root) = yaml::parse(&file.text, &mut faults) {
            self.slugs = slugs::read(&root, catalogue.operations(), &mut faults);
        }
        let faults = faults.into_sorted();
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }

    /// Takes the index apart from the areas.
    pub fn into_parts(self) -> (Index, Vec<OfArea>) {
        let index = Index {
            operations: self.operations.leak(),
            slugs: self.slugs.special.leak(),
        };
        (index, self.areas)
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

    /// Adds what is known of the harm of operations to the forms of the last area.
    fn add_risks(&mut self, risks: Vec<Risk>) {
        if let Some(area) = self.areas.last_mut() {
            area.forms.risks = risks.leak();
        }
    }

    /// Adds what operations make to the forms of the last area.
    fn add_made(&mut self, made: Vec<&'static [Made]>) {
        if let Some(area) = self.areas.last_mut() {
            area.forms.made = made.leak();
        }
    }

    /// Adds what is known of the faults of the documents to the notes of the last area.
    fn add_faults(&mut self, known: Vec<Vec<KnownFault>>) {
        let notes = self.areas.last_mut().map(|area| &mut area.notes);
        for (note, known) in notes.into_iter().flatten().zip(known) {
            note.faults = known.leak();
        }
    }

    /// Adds which operations the practice SeaTable answers.
    fn add_practised(&mut self, practised: &[bool]) {
        let notes = self.areas.iter_mut().flat_map(|area| &mut area.notes);
        for ((note, listed), is_practised) in notes.zip(&mut self.operations).zip(practised) {
            (note.is_practised, listed.is_practised) = (*is_practised, *is_practised);
        }
    }

    /// Adds which steps of the walkthroughs send each operation.
    pub fn add_steps(&mut self, walkthroughs: &[Walkthrough]) {
        for of_area in &mut self.areas {
            let operations = of_area.forms.operations.iter();
            for (operation, note) in operations.zip(&mut of_area.notes) {
                note.steps = steps_that_send(operation, walkthroughs).leak();
            }
        }
    }

    fn take<'a>(
        &mut self,
        area: Area,
        operations: impl Iterator<Item = &'a Operation>,
        said: Vec<Said>,
    ) {
        let first = self.operations.len();
        let (mut forms, mut notes, mut lengths) = (Vec::new(), Vec::new(), Vec::new());
        for (operation, said) in operations.zip(said) {
            self.operations.push(listed(operation, &said));
            forms.push(form(operation, said.title));
            lengths.push(shown_length(said.says));
            let slug = self.slugs.today.get(first + notes.len());
            notes.push(Note {
                says: said.says,
                limit: said.limit,
                hints: said.hints.leak(),
                answers: operation.answers.to_vec().leak(),
                faults: &[],
                slug: leaked(slug.map_or("", |slug| slug)),
                is_practised: false,
                steps: &[],
            });
        }
        let operations = forms.leak();
        let forms = Forms {
            first,
            operations,
            risks: &[],
            made: &[],
            lengths: lengths.leak(),
        };
        self.areas.push(OfArea { area, forms, notes });
    }
}

/// How many characters of HTML are shown.
fn shown_length(html: &str) -> usize {
    let texts = html.split('<').map(|text| match text.split_once('>') {
        Some((_, text)) => text,
        None => text,
    });
    texts.map(|text| text.chars().count()).sum()
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
        is_practised: false,
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

fn steps_that_send(operation: &Operation, walkthroughs: &[Walkthrough]) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (place, walkthrough) in walkthroughs.iter().enumerate() {
        for (step, Step { action, .. }) in walkthrough.steps.iter().enumerate() {
            if let Action::Send(Call {
                operation: sent, ..
            }) = action
                && (sent.area, &sent.id) == (operation.area, &operation.id)
            {
                places.push((place, step));
            }
        }
    }
    places
}

/// What is packed stays for as long as the build runs.
fn leaked(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// Packs something for the page.
pub fn pack<T: Packed>(what: &T) -> Packer {
    let mut packer = Packer::default();
    what.pack(&mut packer);
    packer
}

/// Packs a list for the page.
pub fn pack_list<T: Packed + 'static>(list: Vec<T>) -> Packer {
    let list: &'static [T] = list.leak();
    pack(&list)
}
